"""What the page of a record shows first, by kind: who was there, what holds, which figures."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.dossier import Fact
from generator.model.record import Record
from generator.model.series import Series
from generator.render.views import act_tables, attendance, gaps, tables
from generator.render.views.grids import Grid, Row, columns, linked, one_group, shortened, standing
from generator.render.views.records import facts_of
from generator.render.views.relations import HEADINGS, Relations
from generator.render.views.rich import Rich
from generator.render.views.sheet import Sheet, short
from generator.render.views.summary_lines import PERIOD, key_of
from generator.render.views.text import day, escape

# What stands in a table of the page already, and is not listed a second time.
SHOWN = {
    "agreement": (HEADINGS["about"], HEADINGS["target"]),
    "measure": (HEADINGS["target"],),
    "person": (HEADINGS["person"], HEADINGS["people"]),
}


def grids(sheet: Sheet, record: Record, relations: Relations) -> tuple[Grid, ...]:
    """The tables of a record."""
    return tuple(shortened(grid) for grid in _grids(sheet, record, relations))


def _grids(sheet: Sheet, record: Record, relations: Relations) -> Iterator[Grid]:
    if record.kind == "round" and (found := attendance.matrix(sheet, [record])):
        yield found
    if record.kind == "person":
        yield from of_person(sheet, record)
    if isinstance(record.data, Series):
        yield from figures(sheet, record, facts_of(sheet.dossier, record))
    if record.kind == "measure":
        yield from act_tables.parts(sheet, record)
    if record.kind in ("agreement", "measure", "event"):
        yield from act_tables.acts(sheet, record)
        yield from act_tables.rates(sheet, record)
        yield from act_tables.upon(sheet, record, relations)
    if record.kind == "gap":
        yield from gaps.near(sheet, record)
    if record.kind == "agreement":
        yield from act_tables.compliance(sheet, record, relations)


def of_person(sheet: Sheet, record: Record) -> Iterator[Grid]:
    """The offices of a person, then the rounds."""
    offices = [fact for fact in facts_of(sheet.dossier, record) if fact.chosen.title]
    if offices:
        heads = columns("Office", "From", "Until", "Status")
        rows = one_group(office(sheet, fact) for fact in offices)
        yield Grid("section--offices", "Offices", heads, rows)
    if found := attendance.of_person(sheet, record):
        yield found


def office(sheet: Sheet, fact: Fact) -> Row:
    """An office in a line."""
    content = fact.chosen
    begun = escape(day(content.from_)) if content.from_ else Rich("not stated")
    over = escape(day(content.until)) if content.until else Rich("no end stated")
    return Row(linked(sheet, fact), (begun, over, standing(sheet, fact)))


def figures(sheet: Sheet, record: Record, facts: list[Fact]) -> Iterator[Grid]:
    """The figures of a series: of periods the latest first, then what is told of them."""
    facts = newest_first(facts)
    heading = sheet.dossier.briefing.name(record.id)
    found = [(tables.line(sheet, fact, heading), fact) for fact in facts]
    heads = columns("Period", "Value and status", "Measured", "Check")
    rows = one_group(
        Row(escape(line.label), (short(sheet, fact), escape(line.basis), escape(line.check)))
        for line, fact in found
    )
    if rows:
        yield Grid("section--figures", "Figures", heads, rows)


def newest_first(facts: list[Fact]) -> list[Fact]:
    """Figures of months and years, the latest first, then the others as they stand in the file."""
    plain = [fact for fact in facts if PERIOD.fullmatch(key_of(fact))]
    rest = [fact for fact in facts if fact not in plain]
    return [*sorted(plain, key=key_of, reverse=True), *rest]
