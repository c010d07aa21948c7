"""Bars of a series by month or year; where no figure is held, a shade and the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import altair as alt

from generator.render.charts.frame import (
    OUTLINED,
    Size,
    axis,
    filling,
    ground,
    heading,
    mark,
    panel_of,
    rule,
    words,
)
from generator.render.charts.letters import width, wrapped
from generator.render.charts.picture import GAP, MUTED, WASH, BarPanel, Column, month

# Of the place of a month, the part that its bar takes.
BAR = 0.82
# Between two numbers, in pixels.
APART = 3
UNSURE = "?: no one sure figure"


def panels(found: Sequence[BarPanel], size: Size) -> list[alt.LayerChart]:
    """The bars of each series and of its changes; the last panel carries the months."""
    return [panel(one, size, one is found[-1]) for one in found]


def panel(found: BarPanel, size: Size, is_last: bool) -> alt.LayerChart:
    """A panel of bars."""
    high, low = limits(found, size)
    domain = [column.period for column in found.columns]
    labels = axis(periods(domain, size.plot), size) if is_last else None
    x = alt.X("period:O", axis=labels, scale=alt.Scale(domain=domain, padding=1 - BAR))
    y = alt.Y("number:Q", axis=None, scale=alt.Scale(domain=[low, high], nice=False, zero=False))
    layers = [
        *shades(found, x, size),
        *columns(found, x, y),
        ground(),
        *numbers(found, size, x, y),
    ]
    signs = {
        OUTLINED: any(column.is_computed for column in found.columns),
        UNSURE: any(column.is_unsure for column in found.columns),
    }
    return panel_of(layers, (size.plot, size.height), heading(found, size, signs))


def limits(found: BarPanel, size: Size) -> tuple[float, float]:
    """The highest and lowest that is drawn, with room for the numbers."""
    drawn = [column.number for column in found.columns if column.number is not None]
    high, low = max([*drawn, 0.0]), min([*drawn, 0.0])
    room = (high - low or 1.0) * (size.line + 4) / (size.height - 2 * size.line)
    return high + (room if high > 0 else 0), low - (room if low < 0 else 0)


def columns(found: BarPanel, x: alt.X, y: alt.Y) -> Iterator[alt.Chart]:
    """The bars themselves: full, or an outline where the figure is computed."""
    for is_computed in (False, True):
        rows = [
            {"period": one.period, "number": one.number, "told": one.text}
            for one in found.columns
            if one.number is not None and one.is_computed is is_computed
        ]
        if rows:
            style = filling(found.colour, not is_computed)
            yield mark("bar", rows, style, x=x, y=y, y2=alt.datum(0))


def numbers(found: BarPanel, size: Size, x: alt.X, y: alt.Y) -> Iterator[alt.Chart]:
    """The numbers on the bars for which there is room, with a line down to a bar that is lower."""
    chosen = roomy(found, size)
    tied = [
        {"period": one.column.period, "number": one.column.number, "level": one.level}
        for one in chosen
        if one.is_raised
    ]
    if tied:
        yield rule(tied, MUTED, 0.75, x=x, y=y, y2=alt.Y2("level:Q"))
    for is_below, style in (
        (False, {"baseline": "bottom", "dy": -4}),
        (True, {"baseline": "top", "dy": 4}),
    ):
        rows = [
            {"period": one.column.period, "number": one.level, "told": one.column.text}
            for one in chosen
            if (one.level < 0) is is_below
        ]
        if rows:
            yield words(rows, size, style, x=x, y=y)


@dataclass(frozen=True)
class Label:
    """The number of a column, at its own level or, raised, at that of a neighbour."""

    column: Column
    level: float

    @property
    def is_raised(self) -> bool:
        """True where the number does not stand on its bar."""
        return self.level != self.column.number


def roomy(panel: BarPanel, size: Size) -> list[Label]:
    """The numbers that fit beside each other: the last and the extremes come first.

    Only an extreme is raised above its neighbours: it is what the words beside the chart tell.
    """
    found, step = panel.columns, size.plot / len(panel.columns)
    drawn = [(at, one) for at, one in enumerate(found) if one.number is not None]
    ranked = sorted(drawn, key=lambda pair: pair[1].number or 0)
    extremes = (ranked[0][0], ranked[-1][0])
    kept: dict[int, Label] = {}
    for at, one in (drawn[-1], ranked[0], ranked[-1], drawn[0], *drawn):
        half = width(one.text, size.type) / 2
        apart = (
            abs(at - other) * step > half + width(its.column.text, size.type) / 2 + APART
            for other, its in kept.items()
        )
        if at in kept or not all(apart):
            continue
        beside = near(found, at, half / step)
        label = Label(one, level(one, beside))
        if label.is_raised and at not in extremes:
            continue
        # Over a gap, words stand half way up.
        if all(n.number is not None for n in beside) or is_beyond_words(panel, label, size):
            kept[at] = label
    return [kept[at] for at in sorted(kept)]


def near(found: tuple[Column, ...], at: int, reach: float) -> list[Column]:
    """The neighbours over which the number of one spreads."""
    return [one for n, one in enumerate(found) if n != at and abs(n - at) - BAR / 2 < reach]


def level(one: Column, beside: list[Column]) -> float:
    """How high a number stands: on its bar, or on the highest over which it spreads."""
    own = one.number or 0.0
    high = max([abs(column.number or 0) for column in beside], default=0.0)
    return own if abs(own) >= high else high if own >= 0 else -high


def is_beyond_words(panel: BarPanel, one: Label, size: Size) -> bool:
    """True when a number stands above or below all that three lines in a gap can reach."""
    high, low = limits(panel, size)
    reach = 3 * size.line
    place = size.height * (high - one.level) / (high - low)
    if one.level < 0:
        return place + 4 > (size.height + reach) / 2
    return place - 4 < (size.height - reach) / 2


def shades(found: BarPanel, x: alt.X, size: Size) -> Iterator[alt.Chart]:
    """Where no figure is held, or none that is drawn."""
    step = size.plot / len(found.columns)
    for reason, group in groupby(found.columns, key=gap):
        own = [one.period for one in group]
        if reason:
            yield shade(own, x, size)
            if max(width(word, size.type) for word in reason.split()) <= step * len(own):
                yield told(own, x, wrapped(reason, int(step * len(own)), size.type), size)


def gap(one: Column) -> str:
    """What is written where a bar could have been."""
    if one.number is not None:
        return ""
    return UNSURE[0] if one.is_unsure else GAP


def shade(own: list[str], x: alt.X, size: Size) -> alt.Chart:
    """The ground of a gap, from top to bottom."""
    rows, ends = [{"period": own[0], "last": own[-1]}], alt.X2("last:O", bandPosition=1)
    return mark(
        "rect", rows, {"fill": WASH}, x=x.copy().bandPosition(0), x2=ends, y=0, y2=size.height
    )


def told(own: list[str], x: alt.X, lines: list[str], size: Size) -> alt.Chart:
    """The words of a gap, in its middle."""
    style = {"text": lines, "color": MUTED, "lineHeight": size.line}
    place = x.copy().bandPosition(0.5 if len(own) % 2 else 1)
    top = (size.height - (len(lines) - 1) * size.line) / 2
    return words([{"period": own[(len(own) - 1) // 2]}], size, style, x=place, y=top)


def periods(domain: list[str], pixels: int) -> dict[str, list[str]]:
    """The months or years that have room, the year below the first of each."""
    wide = 34 if any("-" in one for one in domain) else 38
    step = pixels / len(domain)
    stride = next(n for n in (1, 2, 3, 6, 12, 24, 60, 120, 600, 6000) if n * step >= wide)
    found, year_before = {}, ""
    for period in domain[::stride]:
        year, _, number = period.partition("-")
        found[period] = [
            month(int(number)) if number else year,
            *([year] if number and year != year_before else []),
        ]
        year_before = year
    return found
