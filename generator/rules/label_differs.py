"""`label-differs`: what a label or title calls a time is the one beside it (a warning)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.mentions import mentions
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.dates import PartialDate, in_words, leading_period, parse_date
from generator.model.record import Path, Record
from generator.model.statement import Statement
from generator.rules import label_numbers, months, titles
from generator.rules.doubts import Doubt, Pair
from generator.rules.said import Said, said
from generator.source import Span

# A year behind what a key is the figure of, and one in a label.
CLOSING = re.compile(r"[a-z]-((?:19|20)\d\d)$")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")

# A month with a year that no text is of, and nothing that it could count.
STRANGE = re.compile(rf"(?P<name>{months.NAME}) (?P<year>[1-9]\d{{3}})(?=[,;:.)]|$)")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Figures and events whose label, period or title is of another time than their key or day."""
    briefing = dossier.briefing.as_read
    for record in briefing.records.values():
        if record.kind == "series":
            for path, statement in record.statements.values():
                yield from figure(record, path, statement)
        yield from titles.check(briefing, record)
    for part in said(briefing):
        yield from position(part)
    yield from label_numbers.check(dossier)


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
    named = months.of_label(label) or leading(label) or of_strange_year(label)
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


def leading(text: str) -> PartialDate | None:
    """The month or day that a text begins with; None where it begins with none."""
    found = mentions(text)
    dated = (parse_date(one.iso) for one in found if one.year and one.month)
    return next(dated, None) if found and not found[0].start else None


def of_strange_year(text: str) -> PartialDate | None:
    """The month that a text begins with, its year being none of ours: `May 2725`."""
    found = STRANGE.match(text)
    return parse_date(f"{found['year']}-{months.NAMES[found['name']]:02}") if found else None


def differs(key: str, named: PartialDate, called: Span, span: Span) -> Diagnostic:
    """A time that is called another."""
    words = named.text if isinstance(named, months.Months) else in_words(named)
    return Doubt(
        code="label-differs",
        message=f"`{span.text}`, and the `{key}` beside it has {words}",
        span=span,
        severity=Severity.WARNING,
        labels=(Label(called, f"the `{key}`"),),
        help=titles.HELP,
    )
