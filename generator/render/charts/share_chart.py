"""Shares of a hundred as bars, each under the words that say what it is a share of."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from generator.render.charts.frame import OUTLINED, Size, filling, heading, mark, panel_of, words
from generator.render.charts.letters import wrapped
from generator.render.charts.picture import WASH, SharePanel, Slice

# The height of a bar, what is free below it, and what the number takes beside it.
THICK, BELOW, BESIDE = 12, 10, 44


def panels(found: Sequence[SharePanel], size: Size) -> list[alt.LayerChart]:
    """The shares of each series."""
    return [panel(one, size) for one in found]


def panel(found: SharePanel, size: Size) -> alt.LayerChart:
    """A panel of shares, one below the other."""
    layers, top = [], 0.0
    for one in found.slices:
        lines = wrapped(one.label, size.plot, size.type)
        middle = top + len(lines) * size.line + 2 + THICK / 2
        above = {"text": lines, "align": "left", "baseline": "top", "lineHeight": size.line}
        layers.append(words([{"told": "label"}], size, above, x=0, y=top))
        layers += share(one, found.colour, middle, size)
        top = middle + THICK / 2 + BELOW
    signs = {OUTLINED: any(one.is_computed for one in found.slices)}
    return panel_of(layers, (size.plot, int(top)), heading(found, size, signs))


def share(one: Slice, colour: str, middle: float, size: Size) -> list[alt.Chart]:
    """What the share is a share of, the share itself, and the share in figures at the right."""
    long, row = size.plot - BESIDE, {"number": one.number, "told": one.text}
    scale = alt.Scale(domain=[0, 100], range=[0, long], nice=False)
    reach = {"y": middle - THICK / 2, "y2": middle + THICK / 2}
    bar = {"orient": "horizontal", "size": THICK, **filling(colour, not one.is_computed)}
    x = alt.X("number:Q", axis=None, scale=scale)
    figure = {"align": "right", "baseline": "middle", "fontWeight": 600}
    return [
        mark("rect", [{"told": "whole"}], {"fill": WASH}, x=0, x2=long, **reach),
        mark("bar", [row], bar, x=x, x2=alt.datum(0), y=middle),
        words([{"told": one.text}], size, figure, x=size.plot, y=middle),
    ]
