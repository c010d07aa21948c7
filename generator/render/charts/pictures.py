"""From what a chart draws on a day to the picture of it, and to its lines as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.derive.charts import LEAST, Bars, Panel, Steps
from generator.derive.dossier import Dossier
from generator.derive.lanes import Lanes
from generator.derive.shares import Shares
from generator.derive.spans import Spans
from generator.model.chart import Chart
from generator.model.record import Record
from generator.render.charts import of_bars, of_lanes, of_shares, of_spans, of_steps, words
from generator.render.charts.lines import Line
from generator.render.charts.picture import Picture, Shapes
from generator.render.sheet import Sheet


@dataclass(frozen=True)
class Form:
    """How a sort of panel becomes shapes, lines of a table, and sentences."""

    shape: Callable[[Dossier, Any], Shapes]
    lines: Callable[[Sheet, Any], Iterator[Line]]
    told: Callable[[Any], Iterator[str]]


FORMS: dict[type[Panel], Form] = {
    Bars: Form(of_bars.shape, of_bars.lines, of_bars.told),
    Steps: Form(of_steps.shape, of_steps.lines, of_steps.told),
    Lanes: Form(of_lanes.shape, of_lanes.lines, of_lanes.told),
    Spans: Form(of_spans.shape, of_spans.lines, of_spans.told),
    Shares: Form(of_shares.shape, of_shares.lines, of_shares.told),
}


def picture(sheet: Sheet, record: Record, found: tuple[Panel, ...]) -> Picture | None:
    """The picture of a chart; None where too little is held to draw one."""
    chart = record.data
    assert isinstance(chart, Chart)
    if not any(len(panel.drawn) >= (1 if isinstance(panel, Shares) else LEAST) for panel in found):
        return None
    dossier = sheet.dossier
    return Picture(
        id=record.id,
        title=words.title(sheet, record, chart),
        subtitle=chart.subtitle,
        description=" ".join(part for panel in found for part in FORMS[type(panel)].told(panel)),
        source=words.source(dossier, chart, found),
        as_of=words.as_of(dossier),
        panels=tuple(FORMS[type(panel)].shape(dossier, panel) for panel in found),
    )


def lines(sheet: Sheet, found: tuple[Panel, ...]) -> Iterator[Line]:
    """All that a chart shows, panel by panel, gaps among it."""
    for panel in found:
        yield from FORMS[type(panel)].lines(sheet, panel)
