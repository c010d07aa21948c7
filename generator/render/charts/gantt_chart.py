"""Bars of time, each under the words that say what holds, with the day from which they are seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import altair as alt

from generator.model.dates import in_words
from generator.render.charts.frame import Size, Time, filling, heading, mark, panel_of, rule, words
from generator.render.charts.letters import width, wrapped
from generator.render.charts.picture import INK, MUTED, PAPER, GanttBar, GanttPanel, Piece

# How thick a bar is, up to the day and after it, and what is free below.
THICK, THIN, BELOW = 12, 5, 10
# Between a line and the words beside it.
BESIDE = 5
# What stands before the first day and after the last takes this part of the whole.
ROOM = 20


def panels(found: Sequence[GanttPanel], size: Size) -> list[alt.LayerChart]:
    """The bars of each side over the same days, with room on both sides."""
    pieces = [piece for one in found for strip in one.bars for piece in strip.pieces]
    first = min(piece.first for piece in pieces)
    last = max([*(piece.end for piece in pieces), *(one.day for one in found)])
    room = max(7, (last - first) // ROOM)
    days = (first - room, last + room)
    return [panel(one, Time(days, size, one is found[-1])) for one in found]


def panel(found: GanttPanel, time: Time) -> alt.LayerChart:
    """A panel of bars, one below the other."""
    size, layers = time.size, list[alt.Chart]()
    top = float(size.line + 4)
    for one in found.bars:
        lines = wrapped(one.label, size.plot, size.type)
        middle = top + len(lines) * size.line + 2 + THICK / 2
        layers += [*label(lines, top, size), *strip(one, found.colour, time, middle)]
        top = middle + THICK / 2 + BELOW
    pieces = [piece for strip in found.bars for piece in strip.pieces]
    signs = {
        "outlined: suspended": any(not piece.is_whole for piece in pieces),
        "thin: as stated for later": any(piece.is_ahead for piece in pieces),
        "arrow: no end named": any(strip.is_open for strip in found.bars),
        "line before: first day not known": any(strip.is_older for strip in found.bars),
    }
    layers = [*today(found.day, time, top), *layers]
    return panel_of(layers, (size.plot, int(top)), heading(found, size, signs))


def today(day: int, time: Time, height: float) -> Iterator[alt.Chart]:
    """The day from which all is seen, from top to bottom, with its date beside it."""
    yield rule([{"first": day}], INK, 1, x=time.x(), y=0, y2=height)
    told, at = in_words(date.fromordinal(day)), time.pixel(day)
    is_right = at + BESIDE + width(told, time.size.type) <= time.size.plot
    style = {"color": MUTED, "align": "left" if is_right else "right", "baseline": "top"}
    place = at + BESIDE if is_right else at - BESIDE
    yield words([{"told": told}], time.size, style, x=place, y=0)


def label(lines: list[str], top: float, size: Size) -> Iterator[alt.Chart]:
    """The words above a bar; what lies behind them is covered."""
    for at, line in enumerate(lines):
        row, begin = [{"told": line}], top + at * size.line
        end = int(width(line, size.type)) + 4
        yield mark("rect", row, {"fill": PAPER}, x=0, x2=end, y=begin, y2=begin + size.line)
        yield words(row, size, {"align": "left", "baseline": "top"}, x=0, y=begin)


def strip(one: GanttBar, colour: str, time: Time, middle: float) -> Iterator[alt.Chart]:
    """A bar, with a line before it where it may be older and an arrow where it is open."""
    first, last = one.pieces[0].first, one.pieces[-1].end

    def thread(start: int, end: int) -> alt.Chart:
        row, x2 = {"first": start, "end": end}, alt.X2("end:Q")
        return rule([row], colour, 1.5, x=time.x(), x2=x2, y=middle)

    if one.is_older:
        yield thread(time.days[0], first)
    yield from (piece(found, colour, time, middle) for found in one.pieces)
    if one.is_open:
        yield thread(last, time.days[1])
        style = {"shape": "triangle-right", "size": 60, "filled": True, "xOffset": -4}
        arrow = {**style, "color": colour, "opacity": 1}
        yield mark("point", [{"first": time.days[1]}], arrow, x=time.x(), y=middle)


def piece(found: Piece, colour: str, time: Time, middle: float) -> alt.Chart:
    """A part of a bar: full or an outline, thin after the day."""
    half = (THIN if found.is_ahead else THICK) / 2
    row, x2 = {"first": found.first, "end": found.end}, alt.X2("end:Q")
    places = {"x": time.x(), "x2": x2, "y": middle - half, "y2": middle + half}
    return mark("rect", [row], filling(colour, found.is_whole), **places)
