"""From what a chart draws on a day to the picture of it, and to its figures as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from generator.derive.actors import side
from generator.derive.charts import LEAST, Bars, Panel, Steps, Stretch
from generator.derive.dossier import Dossier, Fact
from generator.model.chart import Chart
from generator.model.record import Record
from generator.model.series import Series
from generator.render.charts import words
from generator.render.charts.picture import MUTED, SIDES, Column, Columns, Picture, Rate, Stairs
from generator.render.grids import side_class
from generator.render.sheet import NO_WORD, Sheet

HEADS = ("panel", "from", "to", "value", "unit", "as told", "status", "statement")


@dataclass(frozen=True)
class Line:
    """A figure of a chart in the words of its table; without a fact, a gap or an end."""

    panel: str
    label: str
    first: str
    last: str
    fact: Fact | None
    number: str = ""
    unit: str = ""
    told: str = ""
    status: str = ""


def picture(sheet: Sheet, record: Record, found: tuple[Panel, ...]) -> Picture | None:
    """The picture of a chart; None where too little is held to draw one."""
    chart = record.data
    assert isinstance(chart, Chart)
    if not any(len(panel.drawn) >= LEAST for panel in found):
        return None
    dossier = sheet.dossier
    return Picture(
        id=record.id,
        title=words.title(sheet, record, chart),
        subtitle=chart.subtitle,
        description=words.description(found),
        source=words.source(dossier, chart, found),
        as_of=words.as_of(dossier),
        panels=tuple(drawn(dossier, chart, panel) for panel in found),
    )


def drawn(dossier: Dossier, chart: Chart, panel: Panel) -> Columns | Stairs:
    """A panel as shapes."""
    if isinstance(panel, Bars):
        return columns(dossier, panel)
    parties = [line.party for line in chart.lines.values()]
    colour = SIDES[side_class(dossier, panel.party)]
    is_dashed = parties.index(panel.party or None) > 0
    rates = tuple(rate(one) for one in panel.stretches)
    return Stairs(words.panel_title(panel), colour, is_dashed, rates)


def columns(dossier: Dossier, panel: Bars) -> Columns:
    """Bars in the colour of the side that counts; changes belong to no side."""
    record = dossier.briefing.records.get(panel.series)
    data = record.data if record else None
    reporter = data.reporter if isinstance(data, Series) else None
    of = side(dossier.briefing, reporter) if reporter else ""
    colour = MUTED if panel.change else SIDES[side_class(dossier, of)]
    found = (
        Column(
            bar.period,
            float(bar.number),
            words.bare(bar.number),
            is_computed=bool(bar.fact and bar.fact.statement.compute),
        )
        if bar.number is not None
        else Column(bar.period, is_unsure=bar.fact is not None)
        for bar in panel.bars
    )
    return Columns(words.panel_title(panel), colour, tuple(found))


def rate(found: Stretch) -> Rate:
    """A stretch as a level between two days."""
    first = found.first.toordinal() if found.first else None
    act = f"{words.day(found)}: {found.label}" if found.label and found.first else ""
    star = "*" if found.fact and found.fact.statement.compute else ""
    told = f"{words.value(found.fact)}{star}" if found.fact and found.number is not None else ""
    level = float(found.number) if found.number is not None else None
    return Rate(level, told, first, found.end.toordinal(), act)


def lines(sheet: Sheet, found: tuple[Panel, ...]) -> Iterator[Line]:
    """All that a chart shows, panel by panel, gaps among it."""
    for panel in found:
        yield from of_steps(sheet, panel) if isinstance(panel, Steps) else of_bars(sheet, panel)


def of_bars(sheet: Sheet, panel: Bars) -> Iterator[Line]:
    """A line for each month or year."""
    name = words.panel_title(panel)
    for bar in panel.bars:
        line = Line(name, bar.name, bar.period, bar.period, bar.fact, status=words.GAP)
        yield filled(sheet, line, panel.unit) if bar.fact else line


def of_steps(sheet: Sheet, panel: Steps) -> Iterator[Line]:
    """A line for each stretch."""
    for one in panel.stretches:
        first = one.first.isoformat() if one.first else ""
        last = (one.end - timedelta(days=1)).isoformat()
        label = words.since(one)
        line = Line(panel.title, label, first, last, one.fact, status=words.ENDED)
        yield filled(sheet, line, panel.unit) if one.fact else line


def filled(sheet: Sheet, line: Line, unit: str | None) -> Line:
    """A line with its statement."""
    fact = line.fact
    assert fact
    number = words.exact(fact)
    status = fact.status.value if fact.status else NO_WORD
    by = words.listed([sheet.dossier.briefing.name(id_) for id_ in fact.by]) if fact.by else ""
    told = words.value(fact) if len(fact.standing) < LEAST or number else ""
    return Line(
        *(line.panel, line.label, line.first, line.last, fact),
        number=number,
        unit=unit or "",
        told=told,
        status=f"{status} by {by}" if by else status,
    )


def as_csv(found: Iterable[Line]) -> bytes:
    """The figures of a chart for spreadsheets."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(HEADS)
    for one in found:
        id_ = one.fact.id if one.fact else ""
        table.writerow(
            (one.panel, one.first, one.last, one.number, one.unit, one.told, one.status, id_)
        )
    return written.getvalue().encode()
