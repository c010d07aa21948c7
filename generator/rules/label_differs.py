"""`label-differs`: what a label or title calls a time is the one beside it (a warning)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.mentions import mentions
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.dates import PartialDate, in_words, leading_period, parse_date
from generator.model.record import Path, Record
from generator.model.statement import Statement
from generator.rules import months
from generator.rules.doubts import Doubt, Pair
from generator.rules.said import Said, parts, said
from generator.rules.wanted import is_misprinted
from generator.source import Span

# What a record that is one event has its day in, and that in which it ends.
EVENTS = ("round", "event")
DAY, LAST_DAY = "date", "last-day"
# A year behind what a key is the figure of, and one in a label.
CLOSING = re.compile(r"[a-z]-((?:19|20)\d\d)$")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
# The month or day that an id ends in.
DATED = re.compile(r"\d{4}-\d{2}(?:-\d{2})?$")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Figures and events whose label, period or title is of another time than their key or day."""
    briefing = dossier.briefing.as_read
    for record in briefing.records.values():
        if record.kind == "series":
            for path, statement in record.statements.values():
                yield from figure(record, path, statement)
        elif record.kind in EVENTS:
            yield from event(briefing, record)
    for part in said(briefing):
        yield from position(part)


def figure(record: Record, path: Path, statement: Statement) -> Iterator[Diagnostic]:
    """A figure that is called otherwise than the period that its key begins with."""
    key = time_of(str(path[-1])) if path[0] == "points" else None
    places = record.places
    yield from of_year(record, path, statement.label or "")
    if not key:
        return
    if statement.period and not (key.contains(statement.period) or statement.period.contains(key)):
        yield differs("period", statement.period, places.value((*path, "period")), places.key(path))
    label = statement.label or ""
    named = months.of_label(label) or leading(label)
    if named and not months.agree(key, named):
        yield differs("label", named, places.value((*path, "label")), places.key(path))


def of_year(record: Record, path: Path, label: str) -> Iterator[Diagnostic]:
    """A figure whose key ends in a year that its label, which has one, has not: `share-2031`."""
    closed, years = CLOSING.search(str(path[-1])), YEAR.findall(label)
    if closed and years and closed[1] not in years:
        places = record.places
        named = parse_date(years[0])
        yield differs("label", named, places.value((*path, "label")), places.key(path))


def position(part: Said) -> Iterator[Diagnostic]:
    """A position that is called by a month, such as `november`, and says a day of another."""
    key = str(part.path[-1]) if part.path else ""
    month, value = months.NAMES.get(key.capitalize()), part.content.value
    day = value.date if value else None
    if month and day and day.is_day and day.first.month != month:
        yield Pair(
            code="label-differs",
            message=f"the position `{key}` has {in_words(day)}",
            span=part.span("value"),
            severity=Severity.WARNING,
            labels=(Label(part.located.key_span(*part.path), "its key"),),
            help="mend the day, or call the position by its month",
        )


def time_of(key: str) -> PartialDate | None:
    """The day, month, months or year that a key begins with."""
    return months.of_key(key) or leading_period(key)


def event(briefing: Briefing, record: Record) -> Iterator[Diagnostic]:
    """An event whose title has another month or day than its date."""
    first = day_of(briefing, f"{record.id}.{DAY}")
    last = day_of(briefing, f"{record.id}.{LAST_DAY}") or first
    named = closing(record.data.heading(""), record.id)
    if first and last and last.last < first.first:
        # An end before its start is told itself.
        return
    if first and last and named and (last.last < named.first or named.last < first.first):
        spans = record.places.value(("title",)), record.places.value((DAY, "value"))
        yield (
            title_of(record, named, *spans)
            if agrees(record.id, first)
            else differs("title", named, *spans)
        )


def agrees(id_: str, day: PartialDate) -> bool:
    """Whether an id ends in the month or day that a day is in: `mill-talks-2031-03`."""
    found = DATED.search(id_)
    return found is not None and parse_date(found[0]).contains(day)


def title_of(record: Record, named: PartialDate, title: Span, span: Span) -> Diagnostic:
    """A title with another day than the date and the id have, which are most likely right."""
    return Doubt(
        code="label-differs",
        message=f"the title has {in_words(named)}, and the `{DAY}` is `{span.text}`",
        span=title,
        severity=Severity.WARNING,
        labels=(Label(span, f"so has the id `{record.id}`"),),
        help="mend the title",
    )


def day_of(briefing: Briefing, id_: str) -> PartialDate | None:
    """The day that a statement is, unless its own quotations have another."""
    located = briefing.statements.get(id_)
    value = located.statement.value if located else None
    if not located or not value:
        return None
    is_wrong = any(is_misprinted(part, "value") for part in parts(briefing, located))
    return None if is_wrong else value.date


def leading(text: str) -> PartialDate | None:
    """The month or day that a text begins with; None where it begins with none."""
    found = mentions(text)
    dated = (parse_date(one.iso) for one in found if one.year and one.month)
    return next(dated, None) if found and not found[0].start else None


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


def differs(key: str, named: PartialDate, called: Span, span: Span) -> Diagnostic:
    """A time that is called another."""
    words = named.text if isinstance(named, months.Months) else in_words(named)
    return Doubt(
        code="label-differs",
        message=f"`{span.text}`, and the `{key}` beside it has {words}",
        span=span,
        severity=Severity.WARNING,
        labels=(Label(called, f"the `{key}`"),),
        help="mend the one that is wrong; where the source prints no other, leave the label out",
    )
