"""From what a chart draws on a day to the picture of it, and to its lines as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.derive.charts import LEAST, Bars, Panel, Shares, Steps
from generator.derive.dossier import Dossier
from generator.derive.lanes import Lanes
from generator.derive.spans import Spans
from generator.model.chart import Chart
from generator.model.record import Record
from generator.render.charts import (
    bar_panel,
    gantt_panel,
    share_panel,
    step_panel,
    swimlane_panel,
    words,
)
from generator.render.charts.lines import Line
from generator.render.charts.picture import Picture, Shapes
from generator.render.views.sheet import Sheet


@dataclass(frozen=True)
class Form:
    """How a sort of panel becomes shapes, lines of a table, and sentences."""

    shape: Callable[[Dossier, Any], Shapes]
    lines: Callable[[Sheet, Any], Iterator[Line]]
    sentences: Callable[[Any], Iterator[str]]


FORMS: dict[type[Panel], Form] = {
    Bars: Form(bar_panel.shape, bar_panel.lines, bar_panel.sentences),
    Steps: Form(step_panel.shape, step_panel.lines, step_panel.sentences),
    Lanes: Form(swimlane_panel.shape, swimlane_panel.lines, swimlane_panel.sentences),
    Spans: Form(gantt_panel.shape, gantt_panel.lines, gantt_panel.sentences),
    Shares: Form(share_panel.shape, share_panel.lines, share_panel.sentences),
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
        description=" ".join(
            part for panel in found for part in FORMS[type(panel)].sentences(panel)
        ),
        source=words.source(dossier, chart, found),
        as_of=words.as_of(dossier),
        panels=tuple(FORMS[type(panel)].shape(dossier, panel) for panel in found),
    )


def lines(sheet: Sheet, found: tuple[Panel, ...]) -> Iterator[Line]:
    """All that a chart shows, panel by panel, gaps among it."""
    for panel in found:
        yield from FORMS[type(panel)].lines(sheet, panel)
