"""Charts: one definition for pages, PDFs and files, drawn by whoever is given as `draw`.

Refuses to draw by itself: a check needs words only, and a build keeps its drawings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.derive.charts import LEAST, Bars, Panel, Shares, Steps, charts, panels
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
from generator.render.charts.picture import Draw, Face, Picture, Shapes, undrawn
from generator.render.charts.words import Line, as_csv
from generator.render.views.links import HOME
from generator.render.views.sheet import Settings, Sheet

__all__ = ["Draw", "Face", "Figure", "Line", "Picture", "figures", "files", "undrawn"]


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


@dataclass(frozen=True)
class Figure:
    """A chart with its wide drawing in literal colours, without title and source, and its table."""

    picture: Picture
    svg: bytes
    lines: tuple[Line, ...]


def figures(dossier: Dossier, settings: Settings, draw: Draw) -> tuple[Figure, ...]:
    """The charts of the day that can be drawn, in their order."""
    found = drawable(Sheet(dossier, settings, HOME))
    return tuple(Figure(one, draw(one, "wide"), table) for one, table in found)


def files(dossier: Dossier, settings: Settings, draw: Draw) -> dict[str, bytes]:
    """What can be taken away of each chart, by its path from the site's root."""
    found: dict[str, bytes] = {}
    for one, table in drawable(Sheet(dossier, settings, HOME)):
        found |= {
            file(one.id, "csv"): as_csv(table),
            file(one.id, "svg"): draw(one, "whole"),
            file(one.id, "png"): draw(one, "png"),
            file(one.id, "json"): draw(one, "specification"),
        }
    return {path: content for path, content in found.items() if content}


def file(id_: str, ending: str) -> str:
    """The path of a file of a chart."""
    return f"charts/{id_}/{id_}.{ending}"


def drawable(sheet: Sheet) -> Iterator[tuple[Picture, tuple[Line, ...]]]:
    """The pictures of the day, each with its table."""
    for record, _ in charts(sheet.dossier):
        found = panels(sheet.dossier, record)
        if made := picture(sheet, record, found):
            yield made, tuple(lines(sheet, found))


def picture(sheet: Sheet, record: Record, found: tuple[Panel, ...]) -> Picture | None:
    """The picture of a chart; None where too little is held to draw one."""
    chart, dossier = record.data, sheet.dossier
    assert isinstance(chart, Chart)
    if not any(len(panel.drawn) >= (1 if isinstance(panel, Shares) else LEAST) for panel in found):
        return None
    sentences = (part for panel in found for part in FORMS[type(panel)].sentences(panel))
    return Picture(
        id=record.id,
        title=words.title(sheet, record, chart),
        subtitle=chart.subtitle,
        description=" ".join(sentences),
        source=words.source(dossier, chart, found),
        as_of=words.as_of(dossier),
        panels=tuple(FORMS[type(panel)].shape(dossier, panel) for panel in found),
    )


def lines(sheet: Sheet, found: tuple[Panel, ...]) -> Iterator[Line]:
    """All that a chart shows, panel by panel, gaps among it."""
    for panel in found:
        yield from FORMS[type(panel)].lines(sheet, panel)
