"""Dates and numbers in a text, but none that can be read in two ways or is a part of a name."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from urllib.parse import SplitResult, urlsplit

from generator.model.dates import parse_date

# Case matters: `may` and `march` are verbs.
MONTHS = (
    "January|Jan",
    "February|Feb",
    "March|Mar",
    "April|Apr",
    "May",
    "June|Jun",
    "July|Jul",
    "August|Aug",
    "September|Sept|Sep",
    "October|Oct",
    "November|Nov",
    "December|Dec",
)
NUMBERS = {name: at for at, names in enumerate(MONTHS, 1) for name in names.split("|")}
MONTH = rf"(?P<month>\b(?:{'|'.join(MONTHS)})\b)\.?"
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d|\s*(?:%|per\b))"
NO_DAY = r"(?!\d|[.,:]\d|\s*(?:%|per\b|percent|pp\b|points|days?\b|months?\b))"
DAY = rf"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?{NO_DAY}"
TO = r"\s*(?:-|–|—|~|to|and|or|&|through|until)\s*"
LIST = rf"(?:,\s+{DAY}(?=,?\s+(?:and|or)\s)){{0,5}}"
DAYS = rf"(?P<days>(?<![\d.,:/$€£-]){DAY}{LIST}(?:,?{TO}{DAY}){{0,2}})"
SPELLINGS = (
    r"(?<![\d.])(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d\d)(?P=mark)(?P<days>\d\d)(?!\d)",
    r"(?<![\d.])(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])(?![\d-])",
    r"(?:(?P<year>\d{4})年)?(?P<month>1[0-2]|0?[1-9])月"
    r"(?P<days>\d{1,2}[日号]?(?:[至到和、—–~-]\d{1,2}[日号])?(?<=[日号]))?",
    r"(?P<year>\d{4})年",
    rf"{DAYS}\s+(?:of\s+)?{MONTH}(?:,?\s+(?:of\s+)?{YEAR})?",
    rf"{MONTH}\s+{DAYS}(?:,?\s+{YEAR})?",
    rf"{MONTH}(?:,?\s+(?:of\s+)?{YEAR})?",
    rf"(?<![\d.,$€£/-]){YEAR}",
)
CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})(?:[:.时](?P<minute>\d\d)分?)?\s*(?P<half>[ap])?(?:\.?m\b\.?)?"
)
# Dates in an address.
DATES = (
    re.compile(
        r"(?<!\d)(?P<y>(?:19|20)\d\d)[/-](?P<m>\d{1,2}|[A-Za-z]{3})[/-](?P<d>\d{1,2})(?!\d)"
    ),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)/?(?P<d>\d\d)(?!\d)"),
    re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>\d\d|[A-Za-z]{3})/"),
    re.compile(r"/(?P<y>(?:19|20)\d\d)(?P<m>\d\d)/"),
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A date as it stands in a text, from `start` up to `end`: what is not written is None."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """The date as it is written in a fact, when its year is known."""
        parts = (self.month, self.day)
        return "-".join((f"{self.year:04}", *(f"{part:02}" for part in parts if part)))


@lru_cache(maxsize=4096)
def mentions(text: str) -> tuple[Mention, ...]:
    """Every date of a text from left to right; of several days one mention each."""
    taken = bytearray(len(text))
    found: list[Mention] = []
    for spelling in COMPILED:
        for match in spelling.finditer(text):
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found += _mentions(match)
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.day or 0)))


COMPILED = tuple(re.compile(spelling) for spelling in SPELLINGS)


def _mentions(match: re.Match[str]) -> Iterator[Mention]:
    groups = match.groupdict()
    year, month = groups.get("year"), groups.get("month")
    days = re.findall(r"\d+", groups.get("days") or "") or [None]
    for day in days:
        mention = Mention(
            *match.span(),
            int(year) if year else None,
            NUMBERS.get(month) or int(month) if month else None,
            int(day) if day else None,
        )
        if _is_possible(mention):
            yield mention


def _is_possible(mention: Mention) -> bool:
    # Without a year the 29th of February is possible.
    year = 2000 if mention.year is None else mention.year
    try:
        date(year, mention.month or 1, mention.day or 1)
    except ValueError:
        return False
    return True


def hours(text: str) -> frozenset[tuple[int, int]]:
    """Every time of day that stands in a text, as hour and minute of the day of 24 hours."""
    found = set()
    for match in CLOCK.finditer(text):
        hour, minute, half = int(match["hour"]), int(match["minute"] or 0), match["half"]
        if half:
            found.add((hour % 12 + (12 if half == "p" else 0), minute))
        elif match["minute"]:
            found.add((hour, minute))
    return frozenset(found)


def split(url: str) -> SplitResult:
    """The parts of an address; of one that has none, all are empty."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def date_in(url: str) -> str:
    """The date in an address, as far as it goes; empty where there is none."""
    path = split(url).path + "/"
    for match in chain.from_iterable(pattern.finditer(path) for pattern in DATES):
        parts = match.groupdict()
        month = str(NUMBERS.get(parts["m"].title(), parts["m"])).zfill(2)
        day = [parts["d"].zfill(2)] if "d" in parts else []
        # There may be no such day.
        with suppress(ValueError):
            return parse_date("-".join((parts["y"], month, *day))).text
    return ""


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
    **dict.fromkeys(("thousand", "k"), 3),
    **dict.fromkeys(("million", "mn", "mln", "m"), 6),
    **dict.fromkeys(("billion", "bn", "bln", "b"), 9),
    **dict.fromkeys(("trillion", "trn", "tn"), 12),
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
DATE_DIGITS = re.compile(r"(?<!\d)(?:\d{1,2}|\d{8})(?!\d)")
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
    parts, at = [], 0
    for start, end in sorted({(one.start, one.end) for one in mentions(text) if one.month}):
        dotted = DATE_DIGITS.sub(lambda digits: "·" * len(digits[0]), text[start:end])
        parts += [text[at:start], dotted]
        at = end
    return "".join((*parts, text[at:]))


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
