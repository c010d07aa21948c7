"""A chart as it is to be drawn: shapes with their numbers and words, and nothing of the dossier.

Everything that a drawing depends on stands here, so that an equal picture is an equal drawing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.model.dates import MONTHS

# Literal colours, which a file has everywhere; on the site its style sheet says otherwise by them.
INK, MUTED, WASH, PAPER = "#1d1d1f", "#595d66", "#f4f5f6", "#ffffff"
SIDES = {"side-1": "#1a4fa0", "side-2": "#b3471f", "side-other": "#656366"}
GAP = "no figure found"


@dataclass(frozen=True)
class Column:
    """A bar in its month or year; without a number a gap, `is_unsure` where one is held.

    What is held and not drawn is a bound, a range, or something that stands against another.
    """

    period: str
    number: float | None = None
    text: str = ""
    is_unsure: bool = False
    is_computed: bool = False


@dataclass(frozen=True)
class BarPanel:
    """A panel of bars."""

    title: str
    colour: str
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Rate:
    """A level of a step line between two days, both as ordinal numbers; None where not held."""

    number: float | None
    text: str
    first: int | None
    end: int
    act: str = ""


@dataclass(frozen=True)
class StepPanel:
    """A panel of one step line, with the day from which it is seen."""

    title: str
    colour: str
    day: int
    is_dashed: bool
    rates: tuple[Rate, ...]


@dataclass(frozen=True)
class Slice:
    """A share of a hundred, with the words above its bar."""

    label: str
    number: float
    text: str
    is_computed: bool = False


@dataclass(frozen=True)
class SharePanel:
    """A panel of shares."""

    title: str
    colour: str
    slices: tuple[Slice, ...]


@dataclass(frozen=True)
class Piece:
    """A part of a bar between two days, both as ordinal numbers."""

    first: int
    end: int
    is_whole: bool
    is_ahead: bool = False


@dataclass(frozen=True)
class GanttBar:
    """A bar of time under its words: a line where it may be older, an arrow where it is open."""

    label: str
    pieces: tuple[Piece, ...]
    is_older: bool = False
    is_open: bool = False


@dataclass(frozen=True)
class GanttPanel:
    """A panel of bars of time, with the day from which they are seen."""

    title: str
    colour: str
    day: int
    bars: tuple[GanttBar, ...]


@dataclass(frozen=True)
class Dot:
    """A numbered mark at its day, or between two days as ordinal numbers, with its words."""

    number: int
    name: str
    text: str
    first: int
    last: int
    is_sure: bool = True


@dataclass(frozen=True)
class SwimlanePanel:
    """A lane of numbered marks, up to the day from which they are seen."""

    title: str
    colour: str
    day: int
    dots: tuple[Dot, ...]


Shapes = BarPanel | StepPanel | SharePanel | GanttPanel | SwimlanePanel


@dataclass(frozen=True)
class Picture:
    """A chart with all that is written in it."""

    id: str
    title: str
    subtitle: str
    description: str
    source: str
    as_of: str
    panels: tuple[Shapes, ...]

    def seen(self, face: Face) -> Picture:
        """What of it a face is made from: a drawing in a page has nothing that stands beside it."""
        return replace(self, subtitle="", source="", as_of="") if face in IN_PAGE else self

    @property
    def is_numbered(self) -> bool:
        """True where numbers stand for words."""
        return any(isinstance(panel, SwimlanePanel) for panel in self.panels)


# `wide` and `narrow` stand in pages and say nothing that a page says beside them; `whole` and `png`
# stand alone, with title, source and day; `specification` is what `whole` was drawn from.
Face = Literal["wide", "narrow", "whole", "png", "specification"]
IN_PAGE: tuple[Face, ...] = ("wide", "narrow")
Draw = Callable[[Picture, Face], bytes]


def undrawn(picture: Picture, face: Face) -> bytes:
    """No drawing: for when only the words of the pages matter."""
    return b""


def month(number: int) -> str:
    """A month as it stands on an axis."""
    return MONTHS[number - 1][:3]


def short(day: date) -> str:
    """A day in few letters."""
    return f"{day.day} {month(day.month)} {day.year}"
