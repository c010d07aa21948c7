"""Dates in a text or an address, but none that can be read in two ways or needs a calendar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
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


# Folders that are a day, and nothing else; a name may have that of a period or an event.
FOLDERS = (
    re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>\d{1,2}|[A-Za-z]{3})/(?P<d>\d{1,2})/"),
    re.compile(r"/(?P<y>(?:19|20)\d\d)[/-]?(?P<m>\d\d)[/-]?(?P<d>\d\d)/"),
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
    taken: list[tuple[int, int]] = []
    found: list[Mention] = []
    for spelling in COMPILED:
        for match in spelling.finditer(text):
            start, end = match.span()
            if all(end <= a or b <= start for a, b in taken):
                taken.append((start, end))
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


def day_in(url: str) -> str:
    """The day that folders of an address are; empty where none are."""
    return date_in(url, FOLDERS)


def date_in(url: str, patterns: Iterable[re.Pattern[str]] = DATES) -> str:
    """The date in an address, as far as it goes; empty where there is none."""
    path = split(url).path + "/"
    for match in chain.from_iterable(pattern.finditer(path) for pattern in patterns):
        parts = match.groupdict()
        month = str(NUMBERS.get(parts["m"].title(), parts["m"])).zfill(2)
        day = [parts["d"].zfill(2)] if "d" in parts else []
        # There may be no such day.
        with suppress(ValueError):
            return parse_date("-".join((parts["y"], month, *day))).text
    return ""
