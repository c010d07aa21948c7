"""What a chart shows as lines of a table: on pages, and as a file for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.derive.dossier import Fact
from generator.render.charts import words
from generator.render.data.spreadsheet import NO, YES, written
from generator.render.views.borne import word_of
from generator.render.views.sheet import Sheet

HEADS = ("panel", "from", "to", "value", "unit", "computed", "as told", "status", "statement")


@dataclass(frozen=True)
class Line:
    """A line of a chart's table; without a fact, a gap or an end, with its word as `status`."""

    panel: str
    label: str
    first: str
    last: str
    fact: Fact | None
    number: str = ""
    unit: str = ""
    text: str = ""
    status: str = ""


def with_status(sheet: Sheet, line: Line) -> Line:
    """A line with the status of its statement, in words."""
    return replace(line, status=word_of(sheet.dossier, line.fact)) if line.fact else line


def filled(sheet: Sheet, line: Line, unit: str | None) -> Line:
    """A line with the figure and the status of its statement."""
    fact = line.fact
    if not fact:
        return line
    number = words.exact(fact)
    text = words.value(fact) if number or not fact.rivals else ""
    return replace(with_status(sheet, line), number=number, unit=unit or "", text=text)


def as_csv(found: Iterable[Line]) -> bytes:
    """The figures of a chart for spreadsheets."""
    return written(HEADS, map(cells, found))


def cells(one: Line) -> tuple[str, ...]:
    """A line as it stands under the heads."""
    id_ = one.fact.id if one.fact else ""
    computed = (YES if one.fact.statement.compute else NO) if one.fact else ""
    figure = (one.number, one.unit, computed, one.text)
    return one.panel, one.first, one.last, *figure, one.status, id_
