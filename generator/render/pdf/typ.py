"""Text on its way into Typst: only ever a string literal, which can become nothing else."""

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

    def escaped(found: re.Match[str]) -> str:
        char = found[0]
        return f"\\{char}" if char in '\\"' else f"\\u{{{ord(char):x}}}"

    return Typ(f'"{SPECIAL.sub(escaped, text)}"')


def text(given: str) -> Typ:
    """Text in markup; the semicolon ends it, so that nothing after it is taken for a call."""
    calls = []
    for at, part in enumerate(LONG_WORD.split(plain(given))):
        if part:
            calls.append(f"#long({string(part)});" if at % 2 else f"#{string(part)};")
    return Typ("".join(calls))


def comment(text: str) -> Typ:
    """A line that says where the lines below it come from."""
    return Typ(f"\n// {LINE_END.sub(' ', text)}\n")


def array(parts: Iterable[str]) -> Typ:
    """An array of expressions; the comma makes one of a single part too."""
    return Typ("(" + "".join(f"{part}, " for part in parts) + ")")


def content(part: str) -> Typ:
    """Markup as an expression."""
    return Typ(f"[{part}]")
