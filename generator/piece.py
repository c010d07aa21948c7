"""What stands between two commas in braces, and is no key: put into words.

Refuses to find any fault: a value with a comma of its own leaves one that others find.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Any, get_origin

from generator.diagnostics import Diagnostic, Fix
from generator.model.fields import NameTexts
from generator.model.paths import field_at, inner, known_keys, model_at
from generator.model.record import Path, Places
from generator.model.shapes import ID, LANGUAGE, WITNESS

# A key and its value, with too little between them, or a sign of another script.
JOINED = re.compile(r"([\w-]+?)(?: *[ :：=] *)([^\s:：=].*)", re.DOTALL)
END = re.compile(r"\s*[,}]")
NUMBER = re.compile(r"[\d.,]+")
ONE = re.compile(rf"{ID}|{WITNESS}")


def is_piece(path: Path, places: Places) -> bool:
    """Whether a key in braces has neither a value nor a colon."""
    key = places.keys.get(path)
    if key is None or places.value(path).text:
        return False
    return END.match(key.file.text, key.end) is not None


def before(path: Path, places: Places) -> Path | None:
    """The key before another one in the same map, that is no such piece itself; None for none."""
    key = places.keys[path]
    beside = (one for one in places.keys if one[:-1] == path[:-1])
    earlier = [one for one in beside if places.keys[one].start < key.start]
    last = max(earlier, key=lambda one: places.keys[one].start, default=None)
    return before(last, places) if last and is_piece(last, places) else last


def pieces(path: Path, places: Places) -> list[Path]:
    """A piece with those that stand behind the same key."""
    first = before(path, places)
    beside = [one for one in places.keys if one[:-1] == path[:-1] and is_piece(one, places)]
    return [one for one in beside if before(one, places) == first]


def as_piece(fault: Diagnostic, path: Path, subject: tuple[Any, Places]) -> Diagnostic:
    """A fault of a piece, with what it was most likely meant to be; told at its first one."""
    model, places = subject
    key = str(path[-1])
    known = names(model_at(model, path[:-1]), key)
    if joined := split(key, known):
        return replace(fault, help=f"write `{joined}`", fix=Fix(joined, safe=False))
    first = before(path, places)
    if first is None or key in known:
        return fault
    several = pieces(path, places)
    key = str(several[0][-1])
    parts = [places.value(first).text, *(str(one[-1]) for one in several)]
    return replace(
        fault,
        message=f"`{key}` stands behind a comma, and is no key",
        span=places.key(several[0]),
        help=as_whole(parts, first, model),
        fix=None,
    )


def names(holder: Any, key: str) -> Collection[str]:
    """The keys that a map knows; a name knows any language."""
    language = re.match(LANGUAGE, key)
    own = {language[0]} if holder is NameTexts and language else set()
    return {*known_keys(holder), *own}


def split(key: str, known: Collection[str]) -> str:
    """A key with its value as the two; empty where it is none."""
    found = JOINED.fullmatch(key)
    return f"{found[1]}: {found[2]}" if found and found[1] in known else ""


def as_whole(parts: list[str], path: Path, model: Any) -> str:
    """How a value is written that has a comma: as a list, a number or a text."""
    if is_list(model, path) and all(map(ONE.fullmatch, parts)):
        return f"write several as `{path[-1]}: [{', '.join(parts)}]`, and `.` or `-` within one"
    if all(map(NUMBER.fullmatch, parts)):
        return (
            "a comma ends the value here: write `.` before decimals, and thousands without a sign"
        )
    return (
        f"a comma ends the value of `{path[-1]}` here: put text in quotes, and write `.` or `-` "
        "within an id"
    )


def is_list(model: Any, path: Path) -> bool:
    """Whether a key holds several of something."""
    holder, name = field_at(model, path)
    return bool(name) and get_origin(inner(holder.model_fields[name].annotation)) is tuple
