"""Lanes of numbered marks in time; standing alone, each lane has the key of its numbers below it.

Numbers never meet: those that come too near to each other stand in rows, tied to their marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import altair as alt

from generator.render.charts.frame import Size, Time, filling, heading, mark, panel_of, rule, words
from generator.render.charts.letters import width, wrapped
from generator.render.charts.picture import INK, MUTED, PAPER, Dot, SwimlanePanel

NOT_SURE = "hollow: day not sure"
# Between two numbers, above and below a mark, and before the first and after the last day.
APART, ABOVE, BELOW, ROOM = 5, 10, 8, 14
HANG = 34


@dataclass(frozen=True)
class Number:
    """The numbers of the marks of one day, in a row above them."""

    text: str
    at: float
    row: int


def panels(found: Sequence[SwimlanePanel], size: Size) -> list[alt.LayerChart]:
    """Lanes from the first mark to the day from which all is seen."""
    first = min(dot.first for one in found for dot in one.dots)
    days = (first, max(first + 1, *(one.day for one in found)))
    return [panel(one, Time(days, size, one is found[-1], one.day, ROOM)) for one in found]


def panel(found: SwimlanePanel, time: Time) -> alt.LayerChart:
    """A lane, with the day from which all is seen and, where it stands alone, the key."""
    size, placed = time.size, numbers(found, time)
    middle = (max(number.row for number in placed) + 1) * size.line + ABOVE
    below = middle + BELOW + 6
    key, reach = keyed(found, size, below) if size.is_alone else ([], 0.0)
    layers = [
        rule([{"first": found.day}], INK, 1, x=time.x(), y=0, y2=below),
        rule([{"told": "lane"}], MUTED, 1, x=0, x2=size.plot, y=middle, y2=middle),
        *ties(placed, size, middle),
        *dots(found, time, middle),
        *labels(placed, size),
        *key,
    ]
    signs = {NOT_SURE: any(not dot.is_sure for dot in found.dots)}
    return panel_of(layers, (size.plot, int(below + reach)), heading(found, size, signs))


def numbers(found: SwimlanePanel, time: Time) -> list[Number]:
    """The numbers, each in the lowest row in which it has room."""
    ends: list[float] = []
    placed: list[Number] = []
    for label, at in days_of(found, time):
        half = width(label, time.size.type) / 2
        row = next((row for row, end in enumerate(ends) if end + APART <= at - half), len(ends))
        ends[row : row + 1] = [at + half]
        placed.append(Number(label, at, row))
    return placed


def days_of(found: SwimlanePanel, time: Time) -> Iterator[tuple[str, float]]:
    """The marks that share a place, with their numbers in one."""
    held: dict[float, list[Dot]] = {}
    for dot in found.dots:
        held.setdefault(middle_of(dot), []).append(dot)
    for day in sorted(held):
        first, last = held[day][0].number, held[day][-1].number
        whole = last - first + 1 == len(held[day])
        label = f"{first}–{last}" if whole else ", ".join(str(one.number) for one in held[day])
        yield (str(first) if first == last else label), time.pixel(day)


def middle_of(dot: Dot) -> float:
    """Half way between the days that a mark can have."""
    return (dot.first + dot.last) / 2


def ties(placed: list[Number], size: Size, middle: float) -> Iterator[alt.Chart]:
    """From each number down to its mark; numbers of lower rows cover what passes behind them."""
    rows = max(number.row for number in placed) + 1
    for one in placed:
        top = (rows - one.row) * size.line
        yield rule([{"told": one.text}], MUTED, 0.75, x=one.at, x2=one.at, y=top, y2=middle)


def labels(placed: list[Number], size: Size) -> Iterator[alt.Chart]:
    """The numbers themselves, on a ground of their own."""
    rows = max(number.row for number in placed) + 1
    for one in placed:
        row, top = [{"told": one.text}], (rows - 1 - one.row) * size.line + 1
        half = int(width(one.text, size.type) / 2) + 2
        across = {"x": one.at - half, "x2": one.at + half}
        yield mark("rect", row, {"fill": PAPER}, **across, y=top, y2=top + size.line - 2)
        yield words(row, size, {"baseline": "top"}, x=one.at, y=top)


def dots(found: SwimlanePanel, time: Time, middle: float) -> Iterator[alt.Chart]:
    """The marks: full, or hollow between the days that they can have; sure ones on top."""
    for dot in sorted(found.dots, key=lambda dot: dot.is_sure):
        if dot.first != dot.last:
            row, x2 = {"first": dot.first, "last": dot.last}, alt.X2("last:Q")
            yield rule([row], found.colour, 3, x=time.x(), x2=x2, y=middle)
        place = {"first": middle_of(dot), "number": dot.number}
        fill = found.colour if dot.is_sure else PAPER
        style = {**filling(found.colour, is_full=False), "fill": fill, "size": 55, "opacity": 1}
        yield mark("circle", [place], style, x=time.x(), y=middle)


def keyed(found: SwimlanePanel, size: Size, top: float) -> tuple[list[alt.Chart], float]:
    """The key of the numbers in two columns, and how far the longer one reaches down."""
    half, wide = -(-len(found.dots) // 2), size.plot / 2
    style = {"align": "left", "baseline": "top", "lineHeight": size.line}
    layers, reaches = list[alt.Chart](), [0.0]
    for left, part in ((0.0, found.dots[:half]), (wide, found.dots[half:])):
        reach = 0.0
        for dot in part:
            lines = wrapped(f"{dot.text}: {dot.name}", wide - HANG - ROOM, size.type)
            number = {**style, "text": [f"{dot.number}"], "color": MUTED}
            name = {**style, "text": lines, "color": INK}
            layers.append(words([{"told": "key"}], size, number, x=left, y=top + reach))
            layers.append(words([{"told": "key"}], size, name, x=left + HANG, y=top + reach))
            reach += len(lines) * size.line
        reaches.append(reach)
    return layers, max(reaches)
