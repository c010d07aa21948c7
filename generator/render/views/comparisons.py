"""Comparisons: what stands side by side, as tables that follow from what is known.

Refuses to measure one against the other: each cell is a statement with its status and its card.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from generator.derive.dossier import Dossier
from generator.derive.sure import starts
from generator.model.comparison import Comparison, Entry
from generator.model.dates import in_words
from generator.model.record import Record
from generator.render.views import accounts, attendance, coverage
from generator.render.views.grids import Grid, Group, Row, columns, side_class
from generator.render.views.links import Address
from generator.render.views.page import Page
from generator.render.views.rich import Rich
from generator.render.views.sheet import Sheet, short
from generator.render.views.text import escape, tag

NOT_TOLD = tag("span", "the source does not say", class_="not-known")
Tools = dict[str, Rich | Address]


def comparison_page(sheet: Sheet, record: Record, tools: Tools) -> Page:
    """The page of a comparison."""
    data = record.data
    assert isinstance(data, Comparison)
    context = {"rows": rows(sheet, record), "grids": grids(sheet, record), **tools}
    title = sheet.dossier.briefing.name(record.id)
    return Page(sheet.path, "comparison.md.j2", title, data.subtitle, context)


def comparisons(dossier: Dossier) -> tuple[tuple[Record, Comparison], ...]:
    """The comparisons of the day, in their order."""
    found = [(r, r.data) for r in dossier.of_kind("comparison") if isinstance(r.data, Comparison)]
    return tuple(sorted(found, key=lambda pair: (pair[1].order, pair[0].id)))


def grids(sheet: Sheet, record: Record) -> tuple[Grid, ...]:
    """The tables of a comparison."""
    data = record.data
    assert isinstance(data, Comparison)
    return tuple(FORMS[data.form](sheet, data))


def rows(sheet: Sheet, record: Record) -> tuple[tuple[str, Rich], ...]:
    """What a comparison comes to, in a few lines before its tables."""
    data = record.data
    assert isinstance(data, Comparison)
    return tuple(coverage.counts(sheet)) if data.form == "covers" else ()


def figures(sheet: Sheet, data: Comparison) -> Iterator[Grid]:
    """Figures in the order of their days, each with what it counts."""
    groups = []
    for group in data.groups.values():
        entries = [one for one in group.entries.values() if is_known(sheet.dossier, one)]
        # Of one day as they were written: what was before comes first.
        entries.sort(key=lambda one: when(sheet.dossier, one)[0])
        found = tuple(row(sheet, one) for one in entries)
        if found:
            side = side_class(sheet.dossier, group.party) if group.party else ""
            groups.append(Group(escape(group.title), found, side))
    if groups:
        heads = columns("When", "Level and status", "What it counts", "What it is")
        yield Grid("section--figures", "Levels", heads, tuple(groups))


def is_known(dossier: Dossier, entry: Entry) -> bool:
    """True when both the figure and what begins it are known on the day."""
    named = (entry.of, entry.since, entry.until)
    return all(id_ in dossier.facts for id_ in named if id_)


def row(sheet: Sheet, entry: Entry) -> Row:
    """A figure in a line."""
    fact = sheet.dossier.facts[entry.of]
    counts = entry.definition or fact.statement.basis or fact.of_series("basis")
    cells = (short(sheet, fact), escape(counts) if counts else NOT_TOLD, escape(fact.label))
    return Row(escape(when(sheet.dossier, entry)[1]), cells)


def when(dossier: Dossier, entry: Entry) -> tuple[date, str]:
    """The day from or up to which a figure holds, else its period, else when it became known."""
    fact = dossier.facts[entry.of]
    if entry.since and (first := starts(dossier.facts[entry.since].chosen)):
        return first, f"from {in_words(first)}"
    if entry.until and (over := starts(dossier.facts[entry.until].chosen)):
        return over - timedelta(days=1), f"before {in_words(over)}"
    period = fact.located.period
    if period and not period.is_unknown:
        return period.last, in_words(period)
    day = fact.known_from or dossier.day
    return day, f"known by {in_words(day)}"


def of_rounds(sheet: Sheet, data: Comparison) -> Iterator[Grid]:
    """Who took part in which round."""
    if found := attendance.matrix(sheet, attendance.rounds(sheet.dossier)):
        yield found


FORMS: dict[str, Callable[[Sheet, Comparison], Iterator[Grid]]] = {
    "figures": figures,
    "sides": accounts.sides,
    "covers": coverage.covers,
    "attendance": of_rounds,
}
