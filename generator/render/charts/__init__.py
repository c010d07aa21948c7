"""Charts: one definition for pages, PDFs and files, drawn by whoever is given as `draw`.

Refuses to draw by itself: a check needs words only, and a build keeps its drawings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.charts import charts, panels
from generator.derive.dossier import Dossier
from generator.render.charts.lines import Line, as_csv
from generator.render.charts.picture import Draw, Face, Picture, undrawn
from generator.render.charts.pictures import lines, picture
from generator.render.views.links import HOME
from generator.render.views.sheet import Settings, Sheet

__all__ = ["Draw", "Face", "Figure", "Line", "Picture", "figures", "files", "undrawn"]


@dataclass(frozen=True)
class Figure:
    """A chart with everything that stands around it, in plain text.

    `svg` is the wide drawing in literal colours, without title and source; `lines` are its table,
    and `is_numbered` where the drawing has numbers that only these explain.
    """

    id: str
    title: str
    subtitle: str
    description: str
    svg: bytes
    lines: tuple[Line, ...]
    source: str
    as_of: str
    is_numbered: bool = False


def figures(dossier: Dossier, settings: Settings, draw: Draw) -> tuple[Figure, ...]:
    """The charts of the day that can be drawn, in their order."""
    return tuple(
        Figure(
            *(one.id, one.title, one.subtitle, one.description),
            *(draw(one, "wide"), table, one.source, one.as_of),
            is_numbered=one.is_numbered,
        )
        for one, table in drawable(Sheet(dossier, settings, HOME))
    )


def drawable(sheet: Sheet) -> Iterator[tuple[Picture, tuple[Line, ...]]]:
    """The pictures of the day, each with its table."""
    for record, _ in charts(sheet.dossier):
        found = panels(sheet.dossier, record)
        if made := picture(sheet, record, found):
            yield made, tuple(lines(sheet, found))


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
