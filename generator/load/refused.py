"""Where a reading was refused, and what stands there."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from generator.load.lines import end_of_line, indent, start_of_line
from generator.load.moving import BLOCK, SAID

KEYED = re.compile(r"( *(?:- +)*)([\w-]+):(?: +|$)")
NO_SIGN = re.compile(r" *([\w-]+)(?=[\s:;=\uff1a]|$)")
# A key without its colon, and behind it no sentence.
UNSIGNED = re.compile(r" *[\w-]+(?: +|\s*[:;=\uff1a]\s*)(?:[\[{\"'|>].*|\S+)\s*$")


class Refused(NamedTuple):
    """A text, where in it something was refused, and how far it was read.

    The `keys` are known to be no words of a text.
    """

    text: str
    start: int
    at: int
    keys: Collection[str] = ()

    @property
    def begin(self) -> int:
        """Where the line begins that was refused, or something within it."""
        return start_of_line(self.text, self.start)

    @property
    def is_line(self) -> bool:
        """Whether a line itself was refused, and not something within it."""
        return self.start <= self.begin + indent(self.text, self.begin)

    @property
    def is_key(self) -> bool:
        """Whether a line itself was refused that is a known key and its value, without a colon."""
        line = self.text[self.begin : end_of_line(self.text, self.begin)]
        above = said_above(self.text, self.begin)
        is_below_entry = KEYED.match(above) and not BLOCK.search(above)
        is_known = self.is_line and word_at(self.text, self.begin) in self.keys
        return is_known and bool(UNSIGNED.match(line) or is_below_entry)


def said_above(text: str, begin: int) -> str:
    """The nearest line above one that says something; empty where there is none."""
    lines = (line for line in reversed(text[:begin].split("\n")) if SAID.match(line))
    return next(lines, "")


def word_at(text: str, begin: int) -> str:
    """What a line begins with, up to a sign."""
    found = NO_SIGN.match(text, begin)
    return found[1] if found else ""
