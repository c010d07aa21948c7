"""Bars of time, each under the words that say what holds, with the day from which they are seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import altair as alt

from generator.model.dates import in_words
from generator.render.charts.frame import (
    Size,
    axis,
    data,
    fixed,
    heading,
    panel_of,
    width,
    words,
    wrapped,
)
from generator.render.charts.picture import INK, MUTED, PAPER, GanttBar, GanttPanel, Piece
from generator.render.charts.step_chart import BESIDE, ticks

# How thick a bar is, up to the day and after it, and what is free below.
THICK, THIN, BELOW = 12, 5, 10
# What stands before the first day and after the last takes this part of the whole.
ROOM = 20


@dataclass(frozen=True)
class Frame:
    """A panel: the days from its left to its right, named below the last one."""

    days: tuple[int, int]
    size: Size
    colour: str
    is_last: bool

    @property
    def x(self) -> alt.X:
        """A day from left to right."""
        labels = axis(ticks(self.days, self.size.plot), self.size) if self.is_last else None
        return alt.X("first:Q", axis=labels, scale=alt.Scale(domain=list(self.days), nice=False))

    def pixel(self, day: int) -> float:
        """How far from the left a day stands."""
        first, last = self.days
        return (day - first) / (last - first) * self.size.plot


def span(found: list[GanttPanel]) -> tuple[int, int] | None:
    """The days of all bars, with room on both sides; None where there are none."""
    pieces = [piece for one in found for strip in one.bars for piece in strip.pieces]
    if not pieces:
        return None
    first = min(piece.first for piece in pieces)
    last = max([*(piece.end for piece in pieces), *(one.day for one in found)])
    room = max(7, (last - first) // ROOM)
    return first - room, last + room


def panel(found: GanttPanel, size: Size, days: tuple[int, int], is_last: bool) -> alt.LayerChart:
    """A panel of bars, one below the other; the last panel carries the time."""
    frame = Frame(days, size, found.colour, is_last)
    layers: list[alt.Chart] = []
    top = float(size.line + 4)
    for one in found.bars:
        lines = wrapped(one.label, size.plot, size.type)
        middle = top + len(lines) * size.line + 2 + THICK / 2
        layers += [*label(lines, top, size), *strip(one, frame, middle)]
        top = middle + THICK / 2 + BELOW
    title = heading(titled(found), found.colour, size)
    return panel_of(
        [day_line(found, frame, top), *day(found, frame), *layers], (size.plot, int(top)), title
    )


def titled(found: GanttPanel) -> str:
    """Whose bars these are, and what their signs mean where they occur."""
    pieces = [piece for strip in found.bars for piece in strip.pieces]
    notes = {
        "outlined: suspended": any(not piece.is_whole for piece in pieces),
        "thin: as stated for later": any(piece.is_ahead for piece in pieces),
        "arrow: no end named": any(strip.is_open for strip in found.bars),
        "line before: first day not known": any(strip.is_older for strip in found.bars),
    }
    meanings = "; ".join(note for note, occurs in notes.items() if occurs)
    return f"{found.title} ({meanings})" if meanings else found.title


def day_line(found: GanttPanel, frame: Frame, height: float) -> alt.Chart:
    """The day from which all is seen, from top to bottom."""
    rule = alt.Chart(data([{"first": found.day}])).mark_rule(color=INK, strokeWidth=1)
    made: alt.Chart = rule.encode(x=frame.x, **fixed(y=0, y2=height))
    return made


def day(found: GanttPanel, frame: Frame) -> Iterator[alt.Chart]:
    """The words beside that line."""
    line, at = in_words(date.fromordinal(found.day)), frame.pixel(found.day)
    is_right = at + BESIDE + width(line, frame.size.type) <= frame.size.plot
    style: dict[str, Any] = {"align": "left" if is_right else "right", "baseline": "top"}
    text = words([{"told": line}], frame.size, color=MUTED, **style)
    place = at + BESIDE if is_right else at - BESIDE
    yield text.encode(text=alt.Text("told:N"), **fixed(x=place, y=0))


def label(lines: list[str], top: float, size: Size) -> Iterator[alt.Chart]:
    """The words above a bar; what lies behind them is covered."""
    for at, line in enumerate(lines):
        begin = top + at * size.line
        ground = alt.Chart(data([{"told": line}])).mark_rect(fill=PAPER)
        yield ground.encode(
            **fixed(x=0, x2=int(width(line, size.type)) + 4, y=begin, y2=begin + size.line)
        )
        text = words([{"told": line}], size, align="left", baseline="top")
        yield text.encode(text=alt.Text("told:N"), **fixed(x=0, y=begin))


def strip(one: GanttBar, frame: Frame, middle: float) -> Iterator[alt.Chart]:
    """A bar with what stands before and after it."""
    first, last = one.pieces[0].first, one.pieces[-1].end
    if one.is_older:
        yield thread((frame.days[0], first), frame, middle)
    for found in one.pieces:
        yield piece(found, frame, middle)
    if one.is_open:
        yield thread((last, frame.days[1]), frame, middle)
        yield arrow(frame, middle)


def thread(days: tuple[int, int], frame: Frame, middle: float) -> alt.Chart:
    """A thin line between two days."""
    rule = alt.Chart(data([{"first": days[0], "end": days[1]}]))
    made: alt.Chart = rule.mark_rule(color=frame.colour, strokeWidth=1.5).encode(
        x=frame.x, x2=alt.X2("end:Q"), **fixed(y=middle)
    )
    return made


def arrow(frame: Frame, middle: float) -> alt.Chart:
    """What goes on without an end."""
    mark = alt.Chart(data([{"first": frame.days[1]}]))
    made: alt.Chart = mark.mark_point(
        shape="triangle-right", size=60, filled=True, color=frame.colour, opacity=1, xOffset=-4
    ).encode(x=frame.x, **fixed(y=middle))
    return made


def piece(found: Piece, frame: Frame, middle: float) -> alt.Chart:
    """A part of a bar: full or an outline, thin after the day."""
    half = (THIN if found.is_ahead else THICK) / 2
    style: dict[str, Any] = {"fill": frame.colour}
    if not found.is_whole:
        style = {"fill": PAPER, "stroke": frame.colour, "strokeWidth": 1.5}
    mark = alt.Chart(data([{"first": found.first, "end": found.end}])).mark_rect(**style)
    made: alt.Chart = mark.encode(
        x=frame.x, x2=alt.X2("end:Q"), **fixed(y=middle - half, y2=middle + half)
    )
    return made
