"""What is told of a key in words: good and bad examples as they are written in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.model.keys import Key

# Text that means itself in YAML without quotes, also within brackets.
PLAIN = re.compile(r"(?![-?:] |[-?:]$|[\s!&*%@`\"'#|>])[^\[\]{},\n]*(?<![\s:])")
MISREAD = re.compile(r": | #")


def written(value: Any) -> str:
    """A value as it stands in a file, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(written, value)) + "]"
    text = str(value)
    if text and PLAIN.fullmatch(text) and not MISREAD.search(text):
        return text
    return quoted(text)


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
