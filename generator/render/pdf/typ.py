"""Text on its way into Typst: only ever a string literal, which can become nothing else.

Refuses to know what is printed; whatever it makes may stand in Typst's markup as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.render.views.text import plain

SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029]')
# Nothing in such a word lets a line break; with that many letters it may not fit into a column.
LONG_WORD = re.compile(r"([^\s/\-\u2010\u2012-\u2014\u2e80-\U0003ffff]{24,})")
LINE_END = re.compile(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


class Typ(str):
    """Source text of Typst, made from literals."""

    __slots__ = ()


def string(text: str) -> Typ:
    """A string literal."""
    return Typ('"' + SPECIAL.sub(lambda found: _escaped(found[0]), text) + '"')


def _escaped(char: str) -> str:
    return f"\\{char}" if char in '\\"' else f"\\u{{{ord(char):x}}}"


def text(given: str) -> Typ:
    """Text in markup; the semicolon ends it, so that nothing after it is taken for a call."""
    parts = LONG_WORD.split(plain(given))
    return Typ("".join(_part(part, bool(at % 2)) for at, part in enumerate(parts) if part))


def _part(part: str, is_long: bool) -> str:
    return f"#long({string(part)});" if is_long else f"#{string(part)};"


def comment(text: str) -> Typ:
    """A line that says where the lines below it come from."""
    return Typ(f"\n// {LINE_END.sub(' ', text)}\n")


def array(parts: Iterable[str]) -> Typ:
    """An array of expressions; the comma makes one of a single part too."""
    return Typ("(" + "".join(f"{part}, " for part in parts) + ")")


def content(part: str) -> Typ:
    """Markup as an expression."""
    return Typ(f"[{part}]")
