"""What began when, in lanes: the shapes, the lines of a table, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.counting import counted
from generator.derive.dossier import Dossier
from generator.derive.lanes import Lanes, Mark
from generator.model.dates import in_words
from generator.render.charts.picture import INK, SIDES, Dot, SwimlanePanel, short
from generator.render.charts.words import Line, with_status
from generator.render.views.grids import side_class
from generator.render.views.sheet import Sheet
from generator.render.views.text import NOT_HELD


def shape(dossier: Dossier, panel: Lanes) -> SwimlanePanel:
    """A lane of numbered marks, in the colour of its side if it has one."""
    colour = SIDES[side_class(dossier, panel.party)] if panel.party else INK
    return SwimlanePanel(panel.title, colour, panel.day.toordinal(), tuple(map(dot, panel.marks)))


def dot(one: Mark) -> Dot:
    """A mark with its day as it stands in the key of a drawing."""
    first, last = short(one.first), short(one.last)
    text = first if first == last else f"{first} to {last}"
    days = one.first.toordinal(), one.last.toordinal()
    return Dot(one.number, one.name, text, *days, one.is_sure)


def days(one: Mark) -> str:
    """The day of a mark in words."""
    if one.first == one.last:
        return in_words(one.first)
    return f"between {in_words(one.first)} and {in_words(one.last)}"


def lines(sheet: Sheet, panel: Lanes) -> Iterator[Line]:
    """A line for each mark, then for what has none."""
    for one in panel.marks:
        first, last = one.first.isoformat(), one.last.isoformat()
        label = f"{one.number}. {one.name}"
        line = Line(panel.title, label, first, last, one.fact, text=days(one))
        yield with_status(sheet, line)
    for name, fact in panel.undated:
        line = Line(panel.title, f"{name} ({NOT_HELD}, no mark)", "", "", fact)
        yield with_status(sheet, line)


def sentences(panel: Lanes) -> Iterator[str]:
    """How many marks a lane has, and which is the first and the last."""
    first, last = panel.marks[0], panel.marks[-1]
    number, are = counted(len(panel.marks), "mark"), "is" if len(panel.marks) == 1 else "are"
    ends = f"{days(first)} ({first.number}, {first.name})"
    if first is not last:
        ends = f"from {ends} to {days(last)} ({last.number}, {last.name})"
    rest = f"; of {len(panel.undated)} more the {NOT_HELD}" if panel.undated else ""
    yield f"Under “{panel.title}” there {are} {number}, {ends}{rest}."
