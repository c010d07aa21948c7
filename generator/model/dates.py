"""Dates as they are known: a day, a month, a year, a moment, or not later than a day.

Refuses to guess: what is not written is not filled in.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from unicodedata import decimal

DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)", re.ASCII)
PERIOD = re.compile(r"\d{4}(?:-\d\d){0,2}(?!\d)", re.ASCII)
DURATION = re.compile(r"(\d{1,9}) (day|month|year)s?", re.ASCII)
LONGEST = {"day": 36525, "month": 1200, "year": 100}
LAST_YEAR = 2999


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
    if text.startswith("../"):
        return replace(parse_date(text[3:]), text=text, first=date.min)
    if MOMENT.fullmatch(text):
        # The place's own day: the day as written, whatever the hour elsewhere.
        moment = _moment(text)
        return PartialDate(text, moment, moment)
    return _calendar(text)


def _moment(text: str) -> date:
    try:
        found = datetime.fromisoformat(text.replace("Z", "+00:00")).date()
        return _bounds(found.year, found.month, found.day)[0]
    except ValueError:
        raise ValueError(f"`{text}` is not a possible moment") from None


def _calendar(text: str) -> PartialDate:
    found = DAY.fullmatch(text)
    if not found:
        raise ValueError(f"`{text}` is not a date", *rewritten(text))
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        return PartialDate(text, *_bounds(year or 0, month, day))
    except ValueError:
        raise ValueError(f"`{text}` is not a possible date", _limit(year or 0, month)) from None


def rewritten(text: str) -> tuple[str, ...]:
    """How a date is written here, where it can be told from how it was."""
    if ours := in_our_digits(text):
        return ours
    found = next((one for pattern in ELSEWHERE if (one := pattern.fullmatch(text))), None)
    month = _month(found["month"]) if found else 0
    if DAY_FIRST.fullmatch(text):
        return ("write the year first: `YYYY-MM-DD`",)
    if not found or not month:
        return ()
    return (f"write `{found['year']}-{month:02}-{int(found['day']):02}`",)


def in_our_digits(text: str) -> tuple[str, ...]:
    """How a text with the digits of another script is written here."""
    ours = "".join(str(decimal(one)) if one.isdecimal() else one for one in text)
    return (f"write `{ours}`, with the digits 0 to 9",) if ours != text else ()


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    numbers = enumerate(MONTHS, 1)
    return next((at for at, name in numbers if name.casefold().startswith(text.casefold())), 0)


def _limit(year: int, month: int | None) -> str:
    """What a date has gone beyond."""
    if not 0 < year <= LAST_YEAR:
        return f"write a year up to {LAST_YEAR}"
    if month is not None and not 0 < month <= len(MONTHS):
        return f"a year has {len(MONTHS)} months: write `YYYY-MM` or `YYYY-MM-DD`"
    return f"{MONTHS[(month or 1) - 1]} {year} has {monthrange(year, month or 1)[1]} days"


def _bounds(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if year > LAST_YEAR:
        raise ValueError
    first = date(year, 1 if month is None else month, 1 if day is None else day)
    if day is not None:
        return first, first
    last_month = YEAR if month is None else month
    return first, date(year, last_month, monthrange(year, last_month)[1])


def leading_period(key: str) -> PartialDate | None:
    """The time that a key such as `2025-05-yoy` begins with; None where it begins with none.

    Raises ValueError where it has the form of one that cannot be.
    """
    found = PERIOD.match(key)
    return _calendar(found[0]) if found else None


def parse_duration(text: str) -> Duration:
    """Read `90 days`, `2 months`, `1 year`; raises ValueError with a message for the editor."""
    found = DURATION.fullmatch(text)
    if not found:
        raise ValueError(f"`{text}` is not a duration", *in_our_digits(text))
    count, unit = int(found[1]), found[2]
    if count > LONGEST[unit]:
        raise ValueError(f"`{text}` is longer than a century")
    return Duration(text, count, unit)


# Dates that only one day can be meant by.
ELSEWHERE = (
    re.compile(r"(?P<day>\d{1,2})\.? (?P<month>[^\W\d_]{3,}),? (?P<year>\d{4})"),
    re.compile(r"(?P<month>[^\W\d_]{3,})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})"),
)
# Which is the month nobody can tell from them.
DAY_FIRST = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{2,4}")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
# So many months.
YEAR = len(MONTHS)


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
    if given.first.month == given.last.month:
        return f"{MONTHS[given.first.month - 1]} {given.first.year}"
    return str(given.first.year)
