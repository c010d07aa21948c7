"""`reckoning-differs`: a day or a length is what its reason comes to.

Refuses reasons with several days or counts: nobody knows which of them is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from generator.derive import Dossier
from generator.derive.mentions import Mention, mentions
from generator.derive.numerals import SMALL
from generator.derive.spelling import duration_in
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.dates import YEAR, Duration, PartialDate, in_words, parse_date
from generator.model.fields import yaml_key
from generator.rules.doubts import Pair
from generator.rules.said import Said, said
from generator.rules.weekday_differs import FROM_IT, WEEKDAY, WEEKDAYS, day_of, unquoted, weekdays
from generator.rules.weekday_differs import KEYS as DAYS

# What counts from the day of the page, such as `yesterday` or `two days ago`.
COUNTED = re.compile(
    rf"\b(?:(yesterday)|(tomorrow)|(\d+|{'|'.join(SMALL)}) days? ago)\b", re.IGNORECASE
)
# A length of time.
LENGTH = re.compile(rf"\b(?:\d+|{'|'.join(SMALL)})[ -](?:day|month|year)s?\b", re.IGNORECASE)
# What the day that is named is, before it or behind it.
IS_IT = re.compile(rf"\b(?:(?:which|that) was|its day,?)\s+(?:{WEEKDAY},?\s+)?\Z", re.IGNORECASE)
OF_IT = re.compile(r"\A[^.;]*\bof that day\b")
# What counts from another week than that of the day.
OF_ANOTHER = re.compile(r"\b(?:last|previous|past|ago|week)\b", re.IGNORECASE)
TODAY = re.compile(r"[\"\u201c]today\b", re.IGNORECASE)
# What counts from the month of the page.
OF_MONTHS = re.compile(
    r"(?:\A|[\"\u201c]|\b(?:says?|said|was|is|so|early|late|mid)[ -])(last|this|next) month\b"
    r"(?!,? (?:of|that|last|before|after|counts)\b)",
    re.IGNORECASE,
)
# What a quotation calls the first day, and what a reason has where it may mean another.
FIRST = re.compile(
    r"\b(?:effective(?: from| on| as of)?|(?:in|into) force (?:from|on)|tak(?:es?|ing) effect"
    r"(?: from| on)?|with effect from) $",
    re.IGNORECASE,
)
OTHERWISE = re.compile(rf"[\d\"\u201c]|{WEEKDAY}|\bday\b", re.IGNORECASE)
STEPS = {"last": -1, "this": 0, "next": 1}
WEEK = 7
KEYS = (*DAYS, "period")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Days and months that are not what their reason counts or quotes, and lengths of another."""
    for part in said(dossier.briefing.as_read):
        for key, month in in_other_month(part):
            yield differs(part, key, f"by its reason this is {in_words(month)}")
        for key, meant in misreckoned(part):
            yield differs(part, key, f"by its reason this is {in_words(meant)}")
        for key, first in unexplained(part):
            yield differs(part, key, f"its quotation has {in_words(first)} as the first day")
        length, reason = part.content.for_, part.content.inferred.get("for", "")
        if length and LENGTH.search(reason) and not is_in(length, reason):
            yield differs(part, "for", f"`{length.text}`, and the reason has another length")


def is_in(length: Duration, reason: str) -> bool:
    """Whether a reason has a length, a year also as its months."""
    same = length
    if length.unit == "year":
        same = Duration(length.text, length.count * YEAR, "month")
    elif length.unit == "month" and length.count % YEAR == 0:
        same = Duration(length.text, length.count // YEAR, "year")
    return duration_in(length, reason) or duration_in(same, reason)


def misreckoned(part: Said) -> Iterator[tuple[str, date]]:
    """The keys of days that are another by their own reasons, with that."""
    for name in KEYS if part.content.inferred else ():
        key, day = yaml_key(name), day_of(part.content, name)
        meant = reckoned(part.content.inferred.get(key, ""), day) if day else ()
        if meant and day not in meant:
            yield key, meant[0]


def unexplained(part: Said) -> Iterator[tuple[str, date]]:
    """First days that are another in the quotations, for which the reason has no other day.

    A day without its year is of that of the one that is written.
    """
    for name, key in (("value", "value"), ("from_", "from")):
        day, reason = day_of(part.content, name), part.content.inferred.get(key, "")
        is_first = key == "from" or part.located.path[-1:] == ("in-force",)
        if day and reason and is_first and not OTHERWISE.search(reason) and part.is_whole:
            named = set(first_days(part, day.year))
            if len(named) == 1 and day not in named:
                yield key, named.pop()


def first_days(part: Said, year: int) -> Iterator[date]:
    """The days that quotations name, if they call each a first one; none where one is another."""
    found = [
        (text, one) for quoted in part.quoted for text in quoted.texts for one in mentions(text)
    ]
    for text, one in found:
        if not (one.month and one.day and FIRST.search(text[: one.start])):
            return
    for _, one in found:
        with suppress(ValueError):
            yield date(one.year or year, one.month or 1, one.day or 1)


def in_other_month(part: Said) -> Iterator[tuple[str, PartialDate]]:
    """The keys of times that are not of the month counted from the page, with that."""
    for name in KEYS if part.content.inferred else ():
        key, written = yaml_key(name), getattr(part.content, name)
        time = getattr(written, "date", written)
        meant = month_of(part.content.inferred.get(key, ""))
        is_time = isinstance(time, PartialDate) and time.first != date.min
        if meant and is_time and (time.last < meant.first or meant.last < time.first):
            yield key, meant


def month_of(reason: str) -> PartialDate | None:
    """The month that a reason counts from the one day that it names; None where it counts none."""
    counts, named = OF_MONTHS.findall(reason), mentions(reason)
    if len(counts) != 1 or len(named) != 1 or not (named[0].year and named[0].month):
        return None
    if FROM_IT.search(reason) or re.search(r"\bago\b", reason):
        return None
    at = named[0].year * YEAR + named[0].month - 1 + STEPS[counts[0].lower()]
    with suppress(ValueError):
        return parse_date(f"{at // YEAR:04}-{at % YEAR + 1:02}")
    return None


def reckoned(reason: str, day: date) -> tuple[date, ...]:
    """The days that a reason may mean; none where it has several days or counts, or none.

    Words such as `by May 14` are of the year of the day that they are the reason for.
    """
    named = mentions(reason)
    if len(named) != 1 or not (named[0].month and named[0].day):
        return ()
    try:
        origin = date(named[0].year or day.year, named[0].month, named[0].day)
        return tuple(comes_to(reason, named[0], origin))
    except (ValueError, OverflowError):
        # No such day: the reason has another slip.
        return ()


def comes_to(reason: str, named: Mention, origin: date) -> Iterator[date]:
    """What a reason makes of the one day that it names: a count from it, itself, or a weekday."""
    counts = [days(found) for found in COUNTED.finditer(reason)]
    if counts:
        yield from (origin + timedelta(one) for one in counts if len(counts) == 1 and named.year)
    elif FROM_IT.search(reason):
        return
    elif is_itself(reason, named):
        yield origin
    else:
        yield from near(reason, origin)


def near(reason: str, origin: date) -> Iterator[date]:
    """The one weekday that a reason quotes: the last before a day, else that still to come."""
    quoted = [WEEKDAYS.index(one) for one in weekdays(reason)]
    if len(quoted) == 1 and not OF_ANOTHER.search(reason):
        since = (origin.weekday() - quoted[0]) % WEEK
        yield origin - timedelta(since)
        yield origin + timedelta(-since % WEEK)


def is_itself(reason: str, named: Mention) -> bool:
    """Whether the day that a reason names is the one that it is for."""
    ours = unquoted(reason)
    is_quoted = named.start not in {one.start for one in mentions(ours)}
    is_named = IS_IT.search(ours[: named.start]) or OF_IT.search(ours[named.end :])
    return bool(is_quoted or is_named or TODAY.search(reason))


def days(found: re.Match[str]) -> int:
    """How many days a count goes on, or back where it is less than zero."""
    yesterday, tomorrow, ago = found.groups()
    if yesterday or tomorrow:
        return 1 if tomorrow else -1
    return -(int(ago) if ago.isdigit() else SMALL[ago.casefold()])


def differs(part: Said, key: str, message: str) -> Diagnostic:
    """What is another day or length by its own reason."""
    return Pair(
        code="reckoning-differs",
        message=message,
        span=part.span(key),
        severity=Severity.WARNING,
        labels=(Label(part.reason_span(key), "the reason"),),
        help=f"mend the {'length' if key == 'for' else 'day'} or its reason",
    )
