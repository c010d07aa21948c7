"""The time in a title, in an id and of the first days of a record, for `label-differs`.

Refuses titles that name the time of something else: `the rules of May 2031`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive.mentions import mentions
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.dates import PartialDate, in_words, parse_date
from generator.model.record import Record
from generator.rules.doubts import Doubt
from generator.rules.reckoning_differs import in_other_month, misreckoned
from generator.rules.said import parts
from generator.rules.wanted import is_misprinted
from generator.source import Span

# What a record that is one event has its day in, and that in which it ends.
EVENTS = ("round", "event")
DAY, LAST_DAY = "date", "last-day"
# What is called by its day, and the keys of days that it may be called by.
KINDS = (*EVENTS, "measure", "licence", "agreement")
FIRST_DAYS = (DAY, LAST_DAY, "announced", "granted", "reported", "issued")
# What is announced earlier may be called by it too.
IN_FORCE = "in-force"
# The month or day that an id ends in.
DATED = re.compile(r"\d{4}-\d{2}(?:-\d{2})?$")
# How a title names its own day; `the letter of` is another's.
ITS_OWN = re.compile(r"(?:,|\bof|\bon) $")
OF_OTHER = re.compile(r"\bthe\b[^,:]*$|\bof\b.*\bof $", re.IGNORECASE)
HELP = "mend the one that is wrong; where the source prints no other, leave the label out"


def check(briefing: Briefing, record: Record) -> Iterator[Diagnostic]:
    """A record whose title, id and first days are not of one time."""
    if record.kind not in KINDS:
        return
    found = list(event(briefing, record)) if record.kind in EVENTS else []
    yield from found or of_others(briefing, record)


def event(briefing: Briefing, record: Record) -> Iterator[Diagnostic]:
    """An event whose title ends in another month or day than its date."""
    first = day_of(briefing, f"{record.id}.{DAY}")
    last = day_of(briefing, f"{record.id}.{LAST_DAY}") or first
    named = closing(record.data.heading(""), record.id)
    if first and last and last.last < first.first:
        # An end before its start is told itself.
        return
    if first and last and named and (last.last < named.first or named.last < first.first):
        spans = record.places.value(("title",)), record.places.value((DAY, "value"))
        yield (
            of_title(record, named, *spans)
            if agrees(record.id, first)
            else differs("title", named, *spans)
        )


def of_others(briefing: Briefing, record: Record) -> Iterator[Diagnostic]:
    """A record whose title has another time than its id, or either than all its first days."""
    named, own = time_of_title(record.data.heading("")), time_of_id(record.id)
    days = dict(first_days(briefing, record))
    title = record.places.value(("title",))
    in_force = day_of(briefing, f"{record.id}.{IN_FORCE}")
    every = (*days.values(), *filter(None, [in_force]))
    fits_title = not named or any(meet(day, named) for day in every)
    fits_id = named and own and meet(named, own)
    if named and own and not fits_id and not (every and fits_title):
        yield of_id(record, named, title, "title")
    elif days and named and not fits_id and not fits_title and not may_have_others(record):
        key, day = next(iter(days.items()))
        yield differs("title", named, title, record.places.value((key, "value")))
    elif DAY in days and own and not meet(days[DAY], own) and not is_told(briefing, record):
        yield of_id(record, days[DAY], record.places.value((DAY, "value")), DAY)


def is_told(briefing: Briefing, record: Record) -> bool:
    """Whether the day of an event is another by its own reason."""
    own = parts(briefing, briefing.statements[f"{record.id}.{DAY}"])
    return any((*misreckoned(part), *in_other_month(part)) for part in own)


def may_have_others(record: Record) -> bool:
    """Whether a first day may be written that cannot be read."""
    return any(record.may_have((key,)) or record.may_have((key, "value")) for key in FIRST_DAYS)


def first_days(briefing: Briefing, record: Record) -> Iterator[tuple[str, PartialDate]]:
    """The days that a record may be called by, with their keys."""
    for key in FIRST_DAYS:
        if day := day_of(briefing, f"{record.id}.{key}"):
            yield key, day


def meet(one: PartialDate, other: PartialDate) -> bool:
    """Whether two times have a day in common."""
    return one.first <= other.last and other.first <= one.last


def time_of_id(id_: str) -> PartialDate | None:
    """The month or day that an id ends in."""
    found = DATED.search(id_)
    try:
        return parse_date(found[0]) if found else None
    except ValueError:
        return None


def time_of_title(text: str) -> PartialDate | None:
    """The one month or day in a title that is not said of another thing."""
    found = [one for one in mentions(text) if one.month]
    if len(found) != 1 or not found[0].year:
        return None
    before = text[: found[0].start]
    is_own = ITS_OWN.search(before) and not OF_OTHER.search(before)
    return parse_date(found[0].iso) if is_own else None


def agrees(id_: str, day: PartialDate) -> bool:
    """Whether an id ends in the month or day that a day is in: `mill-talks-2031-03`."""
    own = time_of_id(id_)
    return own is not None and own.contains(day)


def day_of(briefing: Briefing, id_: str) -> PartialDate | None:
    """The day that a statement is, unless its own quotations have another."""
    located = briefing.statements.get(id_)
    value = located.statement.value if located else None
    if not located or not value:
        return None
    is_wrong = any(is_misprinted(part, "value") for part in parts(briefing, located))
    return None if is_wrong else value.date


def closing(text: str, id_: str) -> PartialDate | None:
    """The month or day that a title ends in: `Talks at the mill, March 2031`.

    That of a `letter of 2 May 2031` is its own where its id has it too.
    """
    for one in mentions(text):
        before = text[: one.start].rstrip()
        if one.year and one.month and one.end == len(text):
            named = parse_date(one.iso)
            if before.endswith(",") or (before.endswith(" of") and agrees(id_, named)):
                return named
    return None


def of_title(record: Record, named: PartialDate, title: Span, span: Span) -> Diagnostic:
    """A title with another day than the date and the id have, which are most likely right."""
    return Doubt(
        code="label-differs",
        message=f"the title has {in_words(named)}, and the `{DAY}` is `{span.text}`",
        span=title,
        severity=Severity.WARNING,
        labels=(Label(span, f"so has the id `{record.id}`"),),
        help="mend the title",
    )


def of_id(record: Record, named: PartialDate, span: Span, key: str) -> Diagnostic:
    """A title or day of another time than the id."""
    return Doubt(
        code="label-differs",
        message=f"the `{key}` has {in_words(named)}, and the id is `{record.id}`",
        span=span,
        severity=Severity.WARNING,
        help=f"mend the `{key}`, or call the file by its time",
    )


def differs(key: str, named: PartialDate, called: Span, span: Span) -> Diagnostic:
    """A day that the title beside it has otherwise."""
    return Doubt(
        code="label-differs",
        message=f"`{span.text}`, and the `{key}` beside it has {in_words(named)}",
        span=span,
        severity=Severity.WARNING,
        labels=(Label(called, f"the `{key}`"),),
        help=HELP,
    )
