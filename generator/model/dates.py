"""Dates as they are known: a day, a month, a year, a moment, several months, a bound."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)", re.ASCII)
ROW = re.compile(r"(?P<year>\d{4})-(?P<part>[HQ])(?P<which>\d)|(?P<from>[\d-]+)/(?P<to>[\d-]+)")
DURATION = re.compile(r"(\d{1,9}) (day|month|year)s?", re.ASCII)
LONGEST = {"day": 36525, "month": 1200, "year": 100}
LAST_YEAR = 2999
# Before the latest day that a date can mean.
BOUND = "../"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with the precision in which it is known: the first and last day that it can mean."""

    text: str
    first: date
    last: date

    @property
    def is_day(self) -> bool:
        """True when one day is meant."""
        return self.first == self.last

    @property
    def is_row(self) -> bool:
        """True for several months or days that are counted together: `2025-H1`."""
        return ROW.fullmatch(self.text) is not None

    @property
    def is_unknown(self) -> bool:
        """True for `unknown`."""
        return self.last == date.max

    @property
    def is_bound(self) -> bool:
        """True for the latest day that it can be, of which the day itself is not known."""
        return self.first == date.min and not self.is_unknown

    def contains(self, other: PartialDate) -> bool:
        """True when `other` names this date more precisely, or as precisely."""
        return self.first <= other.first and other.last <= self.last


UNKNOWN = PartialDate("unknown", date.min, date.max)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in calendar units: `90 days`, `2 months`, `1 year`."""

    text: str
    count: int
    unit: str

    def after(self, start: date, times: int = 1) -> date:
        """The day on which the duration, begun on `start`, has run out; -1 goes back in time."""
        if self.unit == "day":
            return start + timedelta(days=times * self.count)
        months = start.month - 1 + times * self.count * (YEAR if self.unit == "year" else 1)
        year, month = start.year + months // YEAR, months % YEAR + 1
        return date(year, month, min(start.day, monthrange(year, month)[1]))


def parse_date(text: str) -> PartialDate:
    """Read `2025`, `2025-06`, `2025-06-09`, a moment with offset, or `../2025-06-09`.

    Raises ValueError with a message for the editor.
    """
    if text.startswith(BOUND):
        return replace(parse_date(text.removeprefix(BOUND)), text=text, first=date.min)
    if not MOMENT.fullmatch(text):
        return _calendar(text)
    try:
        # The place's own day: the day as written, whatever the hour elsewhere.
        moment = datetime.fromisoformat(text).date()
        return PartialDate(text, *_bounds(moment.year, moment.month, moment.day))
    except ValueError:
        raise ValueError(f"`{text}` is not a possible moment") from None


def _calendar(text: str) -> PartialDate:
    found = DAY.fullmatch(text)
    if not found:
        raise ValueError(f"`{text}` is not a date")
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        return PartialDate(text, *_bounds(year or 0, month, day))
    except ValueError:
        limit = (f"write a year up to {LAST_YEAR}",) if (year or 0) > LAST_YEAR else ()
        raise ValueError(f"`{text}` is not a possible date", *limit) from None


def _month(text: str) -> int:
    return next(at for at, name in enumerate(MONTHS, 1) if name.lower().startswith(text))


def _bounds(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if year > LAST_YEAR:
        raise ValueError
    if month is None:
        return date(year, 1, 1), date(year, YEAR, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def parse_period(text: str) -> PartialDate:
    """Read `2025`, `2025-05`, `2025-H1`, `2025-01/2025-05` or `../2025-10-24` as a time counted.

    Raises ValueError with a message for the editor.
    """
    found = ROW.fullmatch(text)
    if not found:
        last = _calendar(text.removeprefix(BOUND))
        return replace(last, text=text, first=date.min) if text.startswith(BOUND) else last
    if found["part"]:
        length, which = PARTS[found["part"]][1], int(found["which"])
        if not 1 <= which <= YEAR // length:
            raise ValueError(f"a year has no `{found['part']}{which}`")
        months = (which - 1) * length + 1, which * length
        start, end = (_calendar(f"{found['year']}-{month:02}") for month in months)
    else:
        start, end = _calendar(found["from"]), _calendar(found["to"])
    if start.first > end.last:
        raise ValueError(f"`{text}` ends before it begins")
    return PartialDate(text, start.first, end.last)


@lru_cache(maxsize=10_000)
def leading_period(key: str) -> PartialDate | None:
    """The time that a key such as `2025-05-yoy` or `2025-h1` begins with; None for any other.

    Raises ValueError where it has the form of one that cannot be.
    """
    if not (found := LEADING.match(key)):
        return None
    if not found["start"]:
        return parse_period(found[0].upper())
    months = (_month(found["start"]), _month(found["end"]))
    return parse_period("/".join(f"{found['year']}-{month:02}" for month in months))


def behind_period(key: str) -> str:
    """What stands in a key behind the time that it begins with: `yoy`."""
    return LEADING.sub("", key, count=1).strip("-")


def parse_duration(text: str) -> Duration:
    """Read `90 days`, `2 months`, `1 year`; raises ValueError with a message for the editor."""
    found = DURATION.fullmatch(text)
    if not found:
        raise ValueError(f"`{text}` is not a duration")
    count, unit = int(found[1]), found[2]
    if count > LONGEST[unit]:
        raise ValueError(f"`{text}` is longer than a century")
    return Duration(text, count, unit)


MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
ONE_DAY = timedelta(days=1)
# So many months.
YEAR = len(MONTHS)


# The parts of a year that have a name, with their months.
PARTS = {"H": ("half", 6), "Q": ("quarter", 3)}
ORDINALS = ("first", "second", "third", "fourth")
IN_KEYS = "|".join(f"{name}|{name[:3]}" for name in map(str.lower, MONTHS))
LEADING = re.compile(
    rf"(?P<year>\d{{4}})(?:-(?:[hq]\d|(?P<start>{IN_KEYS})-(?P<end>{IN_KEYS}))(?![a-z0-9])"
    r"|(?:-\d\d){0,2}(?!\d))",
    re.ASCII,
)


def on_day(given: PartialDate | date) -> str:
    """`on 9 June 2025`, `in June 2025`, `not later than 30 June 2025`."""
    if isinstance(given, date) or given.is_day:
        return f"on {in_words(given)}"
    is_bound = given.is_unknown or given.first == date.min
    return in_words(given) if is_bound else f"in {in_words(given)}"


def in_words(given: PartialDate | date) -> str:
    """`9 June 2025`, `June 2025`, `2025`, `not later than 30 June 2025`, `date unknown`."""
    if isinstance(given, date):
        return f"{given.day} {MONTHS[given.month - 1]} {given.year}"
    if given.is_unknown:
        return "date unknown"
    if given.first == date.min:
        return f"not later than {in_words(given.last)}"
    if given.is_day:
        return in_words(given.first)
    if found := ROW.fullmatch(given.text):
        return _row_in_words(found)
    if given.first.month == given.last.month:
        return f"{MONTHS[given.first.month - 1]} {given.first.year}"
    return str(given.first.year)


def _row_in_words(found: re.Match[str]) -> str:
    """`first half of 2025`, `January and February 2025`, `November 2025 to January 2026`."""
    if found["part"]:
        which = ORDINALS[int(found["which"]) - 1]
        return f"{which} {PARTS[found['part']][0]} of {found['year']}"
    start, end = _calendar(found["from"]), _calendar(found["to"])
    is_next = start.last + ONE_DAY == end.first
    year = f" {end.last.year}" if start.first.year == end.last.year else ""
    return f"{in_words(start).removesuffix(year)} {'and' if is_next else 'to'} {in_words(end)}"
