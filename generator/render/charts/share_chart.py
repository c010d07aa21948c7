"""Shares of a hundred as bars, each under the words that say what it is a share of."""

from __future__ import annotations

from typing import Any

import altair as alt

from generator.render.charts.frame import Size, data, fixed, heading, panel_of, words, wrapped
from generator.render.charts.picture import PAPER, WASH, SharePanel, Slice

COMPUTED = "outlined: computed"
# The height of a bar, what is free below it, and what the number takes beside it.
THICK, BELOW, BESIDE = 12, 10, 44


def panel(found: SharePanel, size: Size) -> alt.LayerChart:
    """A panel of shares, one below the other."""
    layers, top = [], 0.0
    for one in found.slices:
        lines = wrapped(one.label, size.plot, size.type)
        middle = top + len(lines) * size.line + 2 + THICK / 2
        layers += [label(lines, top, size), hundred(middle, size)]
        layers += [bar(one, found.colour, middle, size), number(one, middle, size)]
        top = middle + THICK / 2 + BELOW
    computed = any(one.is_computed for one in found.slices)
    title = f"{found.title} ({COMPUTED})" if computed else found.title
    return panel_of(layers, (size.plot, int(top)), heading(title, found.colour, size))


def label(lines: list[str], top: float, size: Size) -> alt.Chart:
    """The words above a bar."""
    style: dict[str, Any] = {"align": "left", "baseline": "top", "lineHeight": size.line}
    text = words([{"told": "label"}], size, text=lines, **style)
    return text.encode(**fixed(x=0, y=top))


def hundred(middle: float, size: Size) -> alt.Chart:
    """What the share is a share of."""
    whole = alt.Chart(data([{"told": "whole"}])).mark_rect(fill=WASH)
    made: alt.Chart = whole.encode(
        **fixed(x=0, x2=size.plot - BESIDE, y=middle - THICK / 2, y2=middle + THICK / 2)
    )
    return made


def bar(one: Slice, colour: str, middle: float, size: Size) -> alt.Chart:
    """The share itself: full, or an outline where it is computed."""
    style: dict[str, Any] = {"fill": colour}
    if one.is_computed:
        style = {"fill": PAPER, "stroke": colour, "strokeWidth": 1.5}
    scale = alt.Scale(domain=[0, 100], range=[0, size.plot - BESIDE], nice=False)
    row = {"number": one.number, "told": one.text}
    mark = alt.Chart(data([row])).mark_bar(orient="horizontal", size=THICK, **style)
    made: alt.Chart = mark.encode(
        x=alt.X("number:Q", axis=None, scale=scale), x2=alt.datum(0), **fixed(y=middle)
    )
    return made


def number(one: Slice, middle: float, size: Size) -> alt.Chart:
    """The share in figures, at the right."""
    style: dict[str, Any] = {"align": "right", "baseline": "middle", "fontWeight": 600}
    text = words([{"told": one.text}], size, **style)
    return text.encode(text=alt.Text("told:N"), **fixed(x=size.plot, y=middle))
