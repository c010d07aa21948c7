"""Natural slips of a person at a keyboard: each changes one line, and none adds or takes a line."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Slip = Callable[[str, random.Random], str | None]

ENTRY = re.compile(r"( *(?:- )?)([\w-]+)(: +)(\S.*)")
KEY = re.compile(r"(?<![\w#.-])([a-z][\w-]{3,}): ")
ID = re.compile(r"[a-z]\w*-[\w-]+[a-z]{3,}[\w-]*")
DIGITS = re.compile(r"\d\d+")
DAY = re.compile(r"\d{4}-(\d\d)-(\d\d)")
FIGURE = re.compile(r"(\bvalue: \"?-?)([\d.]+)")
WORDS = re.compile(r"(form|kind|attendance|does|state|family|flow): (\w+)")
CALLED = re.compile(r"\b[A-Z][a-z]{5,}\b")


def swapped(word: str, rng: random.Random) -> str | None:
    """Two letters or digits that have changed about; None where none differ."""
    places = [at for at in range(1, len(word) - 1) if word[at] != word[at + 1]]
    places = [at for at in places if word[at].isalnum() and word[at + 1].isalnum()]
    if not places:
        return None
    at = rng.choice(places)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def within(pattern: re.Pattern[str], group: int, change: Slip) -> Slip:
    """A change to one of the places in a line that fit a pattern."""

    def slip(line: str, rng: random.Random) -> str | None:
        found = list(pattern.finditer(line))
        if not found or line.lstrip().startswith("#"):
            return None
        one = rng.choice(found)
        new = change(one[group], rng)
        return None if new is None else line[: one.start(group)] + new + line[one.end(group) :]

    return slip


def to(pattern: str, new: str) -> Slip:
    """The first place that fits a pattern, replaced."""

    def slip(line: str, _: random.Random) -> str | None:
        if line.lstrip().startswith("#"):
            return None
        made = re.sub(pattern, new, line, count=1)
        return made if made != line else None

    return slip


def another_digit(text: str, rng: random.Random) -> str | None:
    """A figure with another digit at its end."""
    return (
        text[:-1] + str((int(text[-1]) + rng.randint(1, 8)) % 10) if text[-1:].isdigit() else None
    )


SLIPS: dict[str, Slip] = {
    "key misspelt": within(KEY, 1, swapped),
    "id misspelt": within(ID, 0, swapped),
    "figure altered": within(FIGURE, 2, another_digit),
    "digits swapped": within(
        DIGITS, 0, lambda text, rng: (swapped(f" {text} ", rng) or "").strip() or None
    ),
    "word misspelt": within(WORDS, 2, swapped),
    "name misspelt": within(CALLED, 0, swapped),
    "month 13": to(r"(\d{4})-\d\d-(\d\d)", r"\1-13-\2"),
    "day first": to(r"(\d{4})-(\d\d)-(\d\d)", r"\3/\2/\1"),
    "comma for a point": to(r"(\d)\.(\d)", r"\1,\2"),
    "unit twice": to(r'unit: "?%"?', 'unit: "%%"'),
    "points for per cent": to(r'unit: "%"', "unit: pp"),
    "hash for a point": to(r"(\w)#(\w)", r"\1.\2"),
    "colon lost": to(r"^( *[\w-]+):( +\S)", r"\1\2"),
    "space lost": to(r"^( *[\w-]+): +(\S)", r"\1:\2"),
    "colon in a text": to(r"^( *[\w-]+: [A-Za-z][\w ]*\w) (\w+ \w)", r"\1: \2"),
    "quote opened": to(r"^( *[\w-]+: )([A-Za-z])", r'\1"\2'),
    "quote lost": to(r"^(.*: [\"'].*)[\"']$", r"\1"),
    "bracket lost": to(r"\]", ""),
    "brace lost": to(r"\}", ""),
    "tab": to(r"^ {2,4}(?=\w)", "\t"),
    "a space too many": to(r"^( +)(?=[\w-])", r"\1 "),
    "a space too few": to(r"^ ( +)(?=[\w-])", r"\1"),
    "two spaces too many": to(r"^( +)(?=[\w-])", r"\1  "),
    "two spaces too few": to(r"^  (?=[\w ])", ""),
    "value lost": to(r"^( *[\w-]+:) +[^\s>|#].*$", r"\1"),
    "line lost": to(r"^( *)[\w-]+: +[^\s>|{].*$", r"\1# lost"),
    "status typed": to(r"^( *)(?:label|unit|party): .*$", r"\1status: confirmed"),
    "key typed twice": to(r"^( +)(?:unit|label|party|from|about): (.*)$", r"\1value: 12"),
}
