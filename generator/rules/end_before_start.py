"""`end-before-start`: nothing ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label
from generator.link import Briefing
from generator.model.dates import UNKNOWN, PartialDate, in_words
from generator.model.record import Record
from generator.model.source import Source
from generator.rules.publication import is_unread
from generator.rules.said import Said, said
from generator.rules.wanted import is_misprinted
from generator.rules.witness_before_fact import told_dates
from generator.source import Span

# Statements of one record that follow each other in time.
PAIRS = (("date", "last-day"), ("granted", "expires"), ("granted", "reported"))
EXCHANGED = "one of the two dates is wrong, or `published` and `retrieved` have changed places"
Dated = tuple[PartialDate, Span]


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Ends before their start, within a statement and between the statements of a record."""
    for part in said(dossier.briefing.as_read):
        yield from _within(part)
    found = [
        (start, end)
        for record in dossier.briefing.records.values()
        for start, end in _between(dossier.briefing, record)
        if end[0].last < start[0].first
    ]
    told = told_dates(dossier.briefing.as_read) if found else set()
    yield from (backwards(start, end) for start, end in found if start[1] not in told)
    for record in dossier.briefing.as_read.of_kind("source"):
        yield from _unread(record)
        yield from _retracted(record)


def _within(part: Said) -> Iterator[Diagnostic]:
    start = part.content.from_
    if start is None or is_misprinted(part, "from", "until", "through"):
        return
    for key, end in (("until", part.content.until), ("through", part.content.through)):
        if end and end.last < start.first:
            yield backwards((start, part.span("from")), (end, part.span(key)))


def _between(briefing: Briefing, record: Record) -> Iterator[tuple[Dated, Dated]]:
    for first, last in PAIRS:
        start, end = (_dated(briefing, f"{record.id}.{key}") for key in (first, last))
        if start and end:
            yield start, end


def _unread(record: Record) -> Iterator[Diagnostic]:
    if isinstance(record.data, Source) and is_unread(record.data):
        published = (record.data.published, record.places.value(("published",)))
        retrieved = (record.data.retrieved, record.places.value(("retrieved",)))
        backward = backwards(published, retrieved, "the publication")
        # Nobody reads a source on a month.
        is_exchange = record.data.published.is_day
        yield replace(backward, help=EXCHANGED) if is_exchange else backward


def _retracted(record: Record) -> Iterator[Diagnostic]:
    assert isinstance(record.data, Source)
    published, retracted = record.data.published, record.data.retracted
    day = UNKNOWN if retracted is None or is_unread(record.data) else retracted.on
    if not (day.is_unknown or published.is_unknown) and day.last < published.first:
        start = (published, record.places.value(("published",)))
        end = (day, record.places.value(("retracted", "on")))
        yield backwards(start, end, "the publication")


def _dated(briefing: Briefing, id_: str) -> Dated | None:
    located = briefing.statements.get(id_)
    value = located.statement.value if located else None
    if located is None or value is None or value.date is None:
        return None
    part = Said(briefing, located, (), located.statement)
    return None if is_misprinted(part, "value") else (value.date, part.span("value"))


def backwards(start: Dated, end: Dated, since: str = "the start") -> Diagnostic:
    """An end that comes first."""
    return Diagnostic(
        code="end-before-start",
        message=f"{in_words(end[0])} is before {since}, {in_words(start[0])}",
        span=end[1],
        labels=(Label(start[1], since),),
        help="one of the two dates is wrong",
    )
