"""Numbers in a text, in digits or words, but no parts of numbers, dates, times or names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.derive.mentions import mentions

UNITS_IN_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
TENS_IN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {
    **{word: number for number, word in enumerate(UNITS_IN_WORDS.split())},
    **{word: 10 * number for number, word in enumerate(TENS_IN_WORDS.split(), 2)},
}
SCALES = {
    "thousand": 3,
    "k": 3,
    "million": 6,
    "mn": 6,
    "mln": 6,
    "m": 6,
    "billion": 9,
    "bn": 9,
    "bln": 9,
    "b": 9,
    "trillion": 12,
    "trn": 12,
    "tn": 12,
    "万": 4,
    "亿": 8,
}
SCALE = (
    r"(?P<scale>thousand|million|billion|trillion|trn|tn|bln|bn|mln|mn|[kKmMbB](?![A-Za-z])|[万亿])"
)
UNIT = r"(?:t|kg|g|pp|pc|pct|x|h|hrs?|yrs?|mt|Mt|kt|USD|US|yuan)(?![A-Za-z])"
CURRENCY = re.compile(r"(?<![A-Za-z])(?:USD|US|RMB|CNY|EUR|GBP|JPY|HKD|Rs\.?)(?=\d)")
DIGITS = re.compile(
    r"(?<![A-Za-z\d])(?<![\d:][.,:/])(?<![A-Z]-)"
    r"(?P<number>\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?![.,:/]?\d)(?:[ -]?{SCALE}|(?![A-Za-z])|(?={UNIT}))"
)
# The days of a date, or all of one such as 20250609.
DAYS = re.compile(r"(?<!\d)(?:\d{1,2}|\d{8})(?!\d)")
WORD = rf"(?:{'|'.join(sorted((*SMALL, 'hundred', 'half', 'dozen'), key=len, reverse=True))})"
WORDS = re.compile(
    rf"\b(?P<number>(?:an? )?{WORD}(?:(?:-| and | an? | ){WORD})*)\b(?:[ -](?:an? )?{SCALE})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands in a text, from `start` up to `end`.

    `number` is what its digits say and `scaled` what it means with a scale word behind it;
    `places` counts the written decimals.
    """

    start: int
    end: int
    number: Decimal
    scaled: Decimal
    places: int

    def says(self, number: Decimal) -> bool:
        """True when it prints a number at least as precisely, its sign apart."""
        wanted = -min(int(number.as_tuple().exponent), 0)
        if self.scaled == self.number and wanted > self.places:
            return False
        return abs(number) in {self.number, self.scaled}


@lru_cache(maxsize=4096)
def numerals(text: str) -> tuple[Numeral, ...]:
    """Every number of a text from left to right."""
    plain = _without_dates(CURRENCY.sub(lambda match: " " * len(match[0]), text))
    found = []
    for match in DIGITS.finditer(plain):
        digits = re.sub(r"[^\d.]", "", match["number"])
        found.append(_numeral(match, Decimal(digits), len(digits.partition(".")[2])))
    for match in WORDS.finditer(plain):
        for number in _readings(match["number"].lower()):
            found.append(_numeral(match, number, 1 if number != int(number) else 0))
    return tuple(sorted(found, key=lambda numeral: numeral.start))


def _without_dates(text: str) -> str:
    """The text with the digits of its dates blanked out; years may be numbers and stay."""
    for start, end in {(one.start, one.end) for one in mentions(text) if one.month}:
        text = text[:start] + DAYS.sub(lambda m: "·" * len(m[0]), text[start:end]) + text[end:]
    return text


def _numeral(match: re.Match[str], number: Decimal, places: int) -> Numeral:
    scale = SCALES.get((match["scale"] or "").lower(), 0)
    return Numeral(*match.span(), number, number.scaleb(scale), places)


def _readings(words: str) -> Iterator[Decimal]:
    """What number words can mean: half is 0.5, and 50 of a hundred."""
    parts = [part for part in re.split(r"[ -]", words) if part not in {"a", "an", "and"}]
    if parts == ["half"]:
        yield from (Decimal("0.5"), Decimal(50))
    elif "half" not in parts and "dozen" not in parts:
        yield from _counted(parts)
    elif parts == ["dozen"]:
        yield Decimal(12)


def _counted(parts: list[str]) -> Iterator[Decimal]:
    total, size = 0, 1000
    for part in parts:
        if part == "hundred":
            total, size = max(total, 1) * 100, 100
        elif SMALL[part] >= size:
            # `twenty thirty` are two numbers and none of ours.
            return
        else:
            total, size = total + SMALL[part], 10 if SMALL[part] >= 20 else 1
    yield Decimal(total)
