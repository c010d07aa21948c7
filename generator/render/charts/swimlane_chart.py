"""Lanes of numbered marks in time; standing alone, each lane has the key of its numbers below it.

Numbers never meet: those that come too near to each other stand in rows, tied to their marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import altair as alt

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
from generator.render.charts.picture import INK, MUTED, PAPER, Dot, SwimlanePanel
from generator.render.charts.step_chart import ticks

NOT_SURE = "hollow: day not sure"
# Between two numbers, above and below a mark, and before the first and after the last day.
APART, ABOVE, BELOW, ROOM = 5, 10, 8, 14
HANG = 34


@dataclass(frozen=True)
class Lane:
    """A lane: the days from its left to its right, named below the last one."""

    days: tuple[int, int]
    size: Size
    is_last: bool
    day: int

    @property
    def x(self) -> alt.X:
        """A day from left to right, with room for the numbers of the first and the last."""
        found = ticks(self.days, self.size.plot - 2 * ROOM, self.day)
        labels = axis(found, self.size, is_flush=True) if self.is_last else None
        reach = [ROOM, self.size.plot - ROOM]
        scale = alt.Scale(domain=list(self.days), range=reach, nice=False)
        return alt.X("first:Q", axis=labels, scale=scale)

    def pixel(self, day: float) -> float:
        """How far from the left a day stands."""
        first, last = self.days
        return ROOM + (day - first) / (last - first) * (self.size.plot - 2 * ROOM)


@dataclass(frozen=True)
class Number:
    """The numbers of the marks of one day, in a row above them."""

    text: str
    at: float
    row: int


def span(found: list[SwimlanePanel]) -> tuple[int, int] | None:
    """The days from the first mark to the day from which all is seen; None without marks."""
    first = min((dot.first for one in found for dot in one.dots), default=None)
    return None if first is None else (first, max(first + 1, *(one.day for one in found)))


def panel(found: SwimlanePanel, size: Size, days: tuple[int, int], is_last: bool) -> alt.LayerChart:
    """A lane; the last one carries the time, and one that stands alone the key."""
    lane = Lane(days, size, is_last, found.day)
    placed = numbers(found, lane)
    rows = max(number.row for number in placed) + 1
    middle = rows * size.line + ABOVE
    below = middle + BELOW + 6
    key, reach = keyed(found, size, below) if size.is_alone else ([], 0.0)
    layers = [today(lane, below), ground(middle, size), *ties(placed, lane, middle)]
    layers += [*dots(found, lane, middle), *labels(placed, size), *key]
    is_unsure = any(not dot.is_sure for dot in found.dots)
    title = f"{found.title} ({NOT_SURE})" if is_unsure else found.title
    return panel_of(layers, (size.plot, int(below + reach)), heading(title, found.colour, size))


def today(lane: Lane, height: float) -> alt.Chart:
    """The day from which all is seen, from top to bottom; the axis names it."""
    rule = alt.Chart(data([{"first": lane.day}])).mark_rule(color=INK, strokeWidth=1)
    made: alt.Chart = rule.encode(x=lane.x, **fixed(y=0, y2=height))
    return made


def numbers(found: SwimlanePanel, lane: Lane) -> list[Number]:
    """The numbers, each in the lowest row in which it has room."""
    ends: list[float] = []
    placed: list[Number] = []
    for label, at in days_of(found, lane):
        half = width(label, lane.size.type) / 2
        row = next((row for row, end in enumerate(ends) if end + APART <= at - half), len(ends))
        ends[row : row + 1] = [at + half]
        placed.append(Number(label, at, row))
    return placed


def days_of(found: SwimlanePanel, lane: Lane) -> Iterator[tuple[str, float]]:
    """The marks that share a place, with their numbers in one."""
    held: dict[float, list[Dot]] = {}
    for dot in found.dots:
        held.setdefault(middle_of(dot), []).append(dot)
    for day in sorted(held):
        first, last = held[day][0].number, held[day][-1].number
        whole = last - first + 1 == len(held[day])
        label = f"{first}–{last}" if whole else ", ".join(str(one.number) for one in held[day])
        yield (str(first) if first == last else label), lane.pixel(day)


def middle_of(dot: Dot) -> float:
    """Half way between the days that a mark can have."""
    return (dot.first + dot.last) / 2


def ground(middle: float, size: Size) -> alt.Chart:
    """The line on which the marks stand."""
    rule = alt.Chart(data([{"told": "lane"}])).mark_rule(color=MUTED, strokeWidth=1)
    made: alt.Chart = rule.encode(**fixed(x=0, x2=size.plot, y=middle, y2=middle))
    return made


def ties(placed: list[Number], lane: Lane, middle: float) -> Iterator[alt.Chart]:
    """From each number down to its mark; numbers of lower rows cover what passes behind them."""
    rows = max(number.row for number in placed) + 1
    for number in placed:
        rule = alt.Chart(data([{"told": number.text}])).mark_rule(color=MUTED, strokeWidth=0.75)
        yield rule.encode(
            **fixed(x=number.at, x2=number.at, y=(rows - number.row) * lane.size.line, y2=middle)
        )


def labels(placed: list[Number], size: Size) -> Iterator[alt.Chart]:
    """The numbers themselves, on a ground of their own."""
    rows = max(number.row for number in placed) + 1
    for number in placed:
        half, top = int(width(number.text, size.type) / 2) + 2, (rows - 1 - number.row) * size.line
        ground = alt.Chart(data([{"told": number.text}])).mark_rect(fill=PAPER)
        yield ground.encode(
            **fixed(x=number.at - half, x2=number.at + half, y=top + 1, y2=top + size.line - 1)
        )
        text = words([{"told": number.text}], size, baseline="top")
        yield text.encode(text=alt.Text("told:N"), **fixed(x=number.at, y=top + 1))


def dots(found: SwimlanePanel, lane: Lane, middle: float) -> Iterator[alt.Chart]:
    """The marks: full, or hollow between the days that they can have; sure ones on top."""
    for dot in sorted(found.dots, key=lambda dot: dot.is_sure):
        if dot.first != dot.last:
            reach = alt.Chart(data([{"first": dot.first, "last": dot.last}]))
            reach = reach.mark_rule(color=found.colour, strokeWidth=3)
            yield reach.encode(x=lane.x, x2=alt.X2("last:Q"), **fixed(y=middle))
        mark = alt.Chart(data([{"first": middle_of(dot), "number": dot.number}]))
        fill = found.colour if dot.is_sure else PAPER
        shown = mark.mark_circle(
            size=55, fill=fill, stroke=found.colour, strokeWidth=1.5, opacity=1
        )
        yield shown.encode(x=lane.x, **fixed(y=middle))


def keyed(found: SwimlanePanel, size: Size, top: float) -> tuple[list[alt.Chart], float]:
    """The key of the numbers in two columns, and how far the longer one reaches down."""
    half, wide = -(-len(found.dots) // 2), size.plot / 2
    layers, reaches = [], [0.0]
    for at, part in enumerate((found.dots[:half], found.dots[half:])):
        reach = 0.0
        for dot in part:
            lines = wrapped(f"{dot.text}: {dot.name}", wide - HANG - ROOM, size.type)
            place = (at * wide, top + reach)
            layers += [written([f"{dot.number}"], MUTED, place, size)]
            layers += [written(lines, INK, (place[0] + HANG, place[1]), size)]
            reach += len(lines) * size.line
        reaches.append(reach)
    return layers, max(reaches)


def written(lines: list[str], colour: str, place: tuple[float, float], size: Size) -> alt.Chart:
    """Words at a place of the key."""
    style: dict[str, Any] = {"align": "left", "baseline": "top", "lineHeight": size.line}
    text = words([{"told": "key"}], size, text=lines, color=colour, **style)
    return text.encode(**fixed(x=place[0], y=place[1]))
