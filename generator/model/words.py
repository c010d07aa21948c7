"""What is told of a key in words: good and bad examples as they are written in a file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from generator.model.keys import Key
from generator.model.shapes import FLAG_SHAPE, WITNESS, Shape
from generator.near import SLIGHT, nearest

# Text that means itself in YAML without quotes, and what ends it early, within brackets too.
PLAIN = re.compile(r"(?![-?:] |[-?:]$|[\s!&*%@`\"'#|>,\[\]{}])[^\n]*(?<![\s:])")
MISREAD = re.compile(r": | #")
BRACKETED = re.compile(r"[\[\]{},]")
ID_LIKE = re.compile(rf"{WITNESS}|[a-z0-9.-]+")
# The words of yes and no, also of other files than YAML.
FLAGS = ("yes", "no", "true", "false")
# What others write, and what is written here.
SLIPS = ((".yaml", ""), ("#", "."), ("=>", ">="), ("=<", "<="))


def written(value: Any, inside: bool = False) -> str:
    """A value as it stands in a file, on one line; `inside` brackets less goes without quotes."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(one, True)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(written(one, True) for one in value) + "]"
    text = str(value)
    misread = MISREAD.search(text) or (inside and BRACKETED.search(text))
    return text if text and PLAIN.fullmatch(text) and not misread else quoted(text)


def quoted(text: str) -> str:
    """A text in the quotes that leave most of it as it is."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def good_and_bad(key: Key) -> Iterator[str]:
    """`Good: ...` and `Bad: ... (why)`, each where there are examples."""
    if key.good:
        yield "Good: " + ", ".join(f"`{written(one)}`" for one in key.good)
    if key.bad:
        yield "Bad: " + "; ".join(f"`{written(one)}` ({why})" for one, why in key.bad.items())


def wanted(key: Key) -> str:
    """What to write: one of a key's few words, else what its type is, with its own example."""
    if key.is_choice:
        one_of = "one of " if len(key.good) > 1 else ""
        return f"write {one_of}{', '.join(f'`{one}`' for one in key.good)}"
    if key.shape is None:
        return "write text"
    first = key.good[0]
    return f"write {key.shape.due}, such as `{written(first[0] if key.is_list else first)}`"


def likely(given: Any, shape: Shape) -> str:
    """What was most likely meant by a text that its type cannot hold; empty where none is near."""
    if not isinstance(given, str):
        return ""
    near = nearest(given.casefold(), FLAGS, SLIGHT) if shape is FLAG_SHAPE else ""
    written = (near or given, *(given.replace(*slip) for slip in SLIPS))
    fits = (one for one in written if one != given and re.search(shape.pattern, one))
    return next(fits, "")


def as_map(given: Any, key: str, due: Collection[str]) -> str:
    """How a map is written; what belongs to an empty key stands most likely beside it.

    `due` are the keys that it cannot do without, as far as they are known.
    """
    below = f"begin what belongs to `{key}` with two spaces more, or "
    entries = ", ".join(f"{one}: ..." for one in due) or "key: value"
    return f"{'' if given else below}write keys below it, or `{{{entries}}}`"


def as_list(given: Any) -> str:
    """How a list is written; one that began without its first dash is read as a text."""
    if isinstance(given, str) and " - " in given:
        return "begin each entry, also the first, with `- `"
    if isinstance(given, str) and all(map(ID_LIKE.fullmatch, given.split())):
        given = ", ".join(given.split())
    return f"write `[{given.strip('[]') if isinstance(given, str) and given else 'first, second'}]`"
