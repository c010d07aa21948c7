"""Bars by month or year: their shapes, their lines in a table, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.counting import listed
from generator.derive.charts import Bar, Bars
from generator.derive.dossier import Dossier
from generator.derive.origin import side
from generator.model.series import Series
from generator.render.charts import words
from generator.render.charts.picture import GAP, MUTED, SIDES, BarPanel, Column
from generator.render.charts.words import Line, filled
from generator.render.views.grids import side_class
from generator.render.views.sheet import Sheet
from generator.render.views.text import unit_in_words


def shape(dossier: Dossier, panel: Bars) -> BarPanel:
    """Bars in the colour of the side that counts; changes belong to no side."""
    record = dossier.briefing.records.get(panel.series)
    data = record.data if record else None
    reporter = data.reporter if isinstance(data, Series) else None
    of = side(dossier.briefing, reporter) if reporter else ""
    colour = MUTED if panel.change else SIDES[side_class(dossier, of)]
    return BarPanel(title(panel), colour, tuple(map(column, panel.bars)))


def column(bar: Bar) -> Column:
    """A bar as it is drawn, or the gap in its place."""
    if bar.number is None:
        return Column(bar.period, is_unsure=bar.fact is not None)
    is_computed = bool(bar.fact and bar.fact.statement.compute)
    return Column(bar.period, float(bar.number), words.bare(bar.number), is_computed=is_computed)


def lines(sheet: Sheet, panel: Bars) -> Iterator[Line]:
    """A line for each month or year."""
    for bar in panel.bars:
        line = Line(title(panel), bar.name, bar.period, bar.period, bar.fact, status=GAP)
        yield filled(sheet, line, panel.unit)


def title(panel: Bars) -> str:
    """What a panel measures, and in what."""
    unit = unit_in_words(panel.unit) if panel.unit else "number"
    if panel.change:
        return f"{name_of(panel)}, {unit}"
    measure = f"{unit}, {period(panel)}"
    return f"{panel.title}, {measure}" if panel.title else words.capital(measure)


def name_of(panel: Bars) -> str:
    """What a panel measures, without the unit."""
    if not panel.change:
        return panel.title or words.capital(period(panel))
    basis = next((bar.fact.statement.basis for bar in panel.bars if bar.fact), None) or "change"
    return f"{panel.title}, {basis}" if panel.title else words.capital(basis)


def period(panel: Bars) -> str:
    """What time a bar stands for."""
    return "by month" if "-" in panel.bars[0].period else "by year"


def sentences(panel: Bars) -> Iterator[str]:
    """First and last, then the extremes, then the gaps."""
    drawn, name = panel.drawn, name_of(panel)
    if len(drawn) == 1:
        yield f"{name}: the only figure is {at(drawn[0])}."
    else:
        high, low = max(drawn, key=words.size), min(drawn, key=words.size)
        yield f"{name}: the first figure is {at(drawn[0])}, the last {at(drawn[-1])}."
        yield f"The highest is {at(high)}, the lowest {at(low)}."
    for told, is_held in (("No figure was found", False), ("There is no one sure figure", True)):
        if gaps := list(runs(panel.bars, is_held)):
            yield f"{told} for {listed(gaps)}."


def at(bar: Bar) -> str:
    """A figure with its month."""
    assert bar.fact
    return f"{words.value(bar.fact)} in {bar.name}"


def runs(bars: tuple[Bar, ...], is_held: bool) -> Iterator[str]:
    """The months without a bar, those that follow each other in one."""
    for is_gap, group in groupby(
        bars, key=lambda bar: bar.number is None and (bar.fact is not None) is is_held
    ):
        own = list(group)
        if is_gap:
            yield own[0].name if len(own) == 1 else f"{own[0].name} to {own[-1].name}"
