"""Charts: one definition for pages, PDFs and files, drawn by whoever is given as `draw`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from generator.derive.charts import charts
from generator.derive.dossier import Dossier
from generator.model.chart import Chart
from generator.model.record import Record
from generator.render.charts import bars, lanes, shares, spans, steps, words
from generator.render.charts.picture import Draw, Face, Picture, undrawn
from generator.render.charts.words import Form, Line, Panels, as_csv
from generator.render.views.borne import word_of
from generator.render.views.links import HOME
from generator.render.views.sheet import Settings, Sheet

__all__ = ["Draw", "Face", "Figure", "Line", "Picture", "figures", "files", "undrawn"]

FORMS: dict[str, Form[Any]] = {
    "bars": bars.FORM,
    "steps": steps.FORM,
    "shares": shares.FORM,
    "spans": spans.FORM,
    "lanes": lanes.FORM,
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
    for record, chart in charts(sheet.dossier):
        found = panels(sheet.dossier, chart)
        if made := picture(sheet, record, found):
            yield made, tuple(lines(sheet, chart, found))


def panels(dossier: Dossier, chart: Chart) -> Panels:
    """The panels of a chart in which something can be drawn on the day."""
    return tuple(one for one in FORMS[chart.form].panels(dossier, chart) if one.drawn)


def picture(sheet: Sheet, record: Record, found: Panels) -> Picture | None:
    """The picture of a chart; None where too little is held to draw one."""
    chart, dossier = record.data, sheet.dossier
    assert isinstance(chart, Chart)
    form = FORMS[chart.form]
    if not any(len(panel.drawn) >= form.least for panel in found):
        return None
    return Picture(
        id=record.id,
        title=words.title(sheet, record, chart),
        subtitle=chart.subtitle,
        description=" ".join(part for panel in found for part in form.sentences(panel)),
        source=words.source(dossier, chart, found),
        as_of=words.as_of(dossier),
        is_numbered=form.is_numbered,
        panels=partial(form.drawn, dossier, found),
    )


def lines(sheet: Sheet, chart: Chart, found: Panels) -> Iterator[Line]:
    """All that a chart shows, panel by panel, gaps among it."""
    form = FORMS[chart.form]
    for panel in found:
        for line in form.lines(panel):
            status = word_of(sheet.dossier, line.fact) if line.fact else line.status
            yield replace(line, panel=form.title(panel), status=status)
