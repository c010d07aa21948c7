"""Whether an id or key is all but another one, so that a slip explains it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from generator.derive.slips import is_slip

# So near that it is the same word misspelt.
MISSPELT = 0.85
# Digits, with the one letter before them that says what they count: `q1`, `h1`.
NUMBER = re.compile(r"(?<![a-z0-9])[a-z](?=\d)|\d")


def is_misspelt(target: str, near: str) -> bool:
    """Whether an id can hardly be meant to be another than the one that is near."""
    (words, own), (others, numbers) = map(parts, (target, near))
    return own == numbers and SequenceMatcher(None, words, others).ratio() >= MISSPELT


def is_all_but(key: str, other: str) -> bool:
    """Whether a key is another one but for a slip, as two letters that have changed about."""
    return is_misspelt(key, other) or (parts(key)[1] == parts(other)[1] and is_slip(key, other))


def is_same_word(target: str, near: str) -> bool:
    """Whether an id or key is another but for a slip in its letters."""
    is_same_number = parts(target)[1] == parts(near)[1]
    return is_same_number and SequenceMatcher(None, target, near).ratio() >= MISSPELT


def parts(id_: str) -> tuple[str, str]:
    """The words of an id, and its numbers."""
    return NUMBER.sub("", id_), "".join(NUMBER.findall(id_))
