"""What all charts share: sizes, type, marks and axes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import altair as alt

from generator.render.charts.letters import wrapped
from generator.render.charts.picture import INK, MUTED, PAPER, Shapes, month

SANS = "Briefing Sans, sans-serif"
SERIF = "Briefing Serif, serif"
OUTLINED = "outlined: computed"
Rows = list[dict[str, Any]]
PLACES: dict[str, Callable[[float], Any]] = {
    "x": alt.XValue,
    "x2": alt.X2Value,
    "y": alt.YValue,
    "y2": alt.Y2Value,
}


@dataclass(frozen=True)
class Size:
    """How large a chart is drawn, in pixels, and whether it stands without a page around it."""

    name: str
    width: int
    type: int
    height: int
    is_alone: bool = False

    @property
    def plot(self) -> int:
        """The width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def line(self) -> int:
        """The height of a line of text."""
        return self.type + 4


MARGIN = 2
# Above and below: the box of a font reaches beyond its letters.
ROOM = 4
# Of a line of text, what is filled: a letter of another font may be wider.
SPARE = 0.86
# Between the middle of a month's name and that of the day from which all is seen.
AROUND = 62
STRIDES = (1, 2, 3, 6, 12, 24, 60, 120, 600)
WIDE, NARROW = Size("wide", 720, 13, 140), Size("narrow", 270, 12, 120)
WHOLE = replace(WIDE, name="whole", is_alone=True)


def mark(kind: str, rows: Rows, style: Mapping[str, Any], **channels: Any) -> alt.Chart:
    """Rows drawn as marks of a kind; a channel that is a number is a place in pixels.

    Given as `alt.value`, Altair tries what each may be, for longer than all else takes it.
    """
    places = {
        name: PLACES[name](given) if isinstance(given, int | float) else given
        for name, given in channels.items()
    }
    held = alt.Chart(alt.InlineData(values=rows))
    drawn = getattr(held, f"mark_{kind}")(**style)
    made: alt.Chart = drawn.encode(**places)
    return made


def words(rows: Rows, size: Size, style: Mapping[str, Any], **channels: Any) -> alt.Chart:
    """Texts at their places: one for each row, unless the style holds the text of all."""
    told = {} if "text" in style else {"text": alt.Text("told:N")}
    given = {"font": SANS, "fontSize": size.type, "color": INK, **style}
    return mark("text", rows, given, **told, **channels)


def rule(rows: Rows, colour: str, width: float, **channels: Any) -> alt.Chart:
    """Lines from one place to another."""
    return mark("rule", rows, {"color": colour, "strokeWidth": width}, **channels)


def filling(colour: str, is_full: bool) -> dict[str, Any]:
    """How a shape is filled: with its colour, or as an outline of it."""
    return {"fill": colour} if is_full else {"fill": PAPER, "stroke": colour, "strokeWidth": 1.5}


def heading(found: Shapes, size: Size, signs: Mapping[str, bool]) -> alt.TitleParams:
    """The title of a panel with what its signs mean where they occur, in lines that fit."""
    notes = "; ".join(sign for sign, occurs in signs.items() if occurs)
    text = f"{found.title} ({notes})" if notes else found.title
    return alt.TitleParams(
        text=wrapped(text, size.plot * SPARE, size.type),
        anchor="start",
        frame="group",
        color=found.colour,
        font=SANS,
        fontSize=size.type,
        fontWeight=600,
        offset=8,
    )


def axis(labels: Mapping[Any, list[str]], size: Size, is_flush: bool = False) -> alt.Axis:
    """An axis of time with these labels and no others; where it ends, they may end with it."""
    table = ", ".join(f"'{key}': {texts!r}" for key, texts in labels.items())
    return alt.Axis(
        values=list(labels),
        labelExpr=f"{{{table}}}[datum.value]",
        labelAngle=0,
        labelOverlap=False,
        labelFlush=4 if is_flush else False,
        labelFont=SANS,
        labelFontSize=size.type,
        labelColor=MUTED,
        labelPadding=5,
        domain=False,
        ticks=False,
        grid=False,
        title=None,
    )


@dataclass(frozen=True)
class Time:
    """The days from left to right, as ordinal numbers; below the last panel they are named.

    `today` is the day from which all is seen, where the axis names it.
    """

    days: tuple[int, int]
    size: Size
    is_last: bool
    today: int | None = None
    margin: int = 0

    def pixel(self, day: float) -> float:
        """How far from the left a day stands."""
        first, last = self.days
        return self.margin + (day - first) / (last - first) * (self.size.plot - 2 * self.margin)

    def x(self, field: str = "first") -> alt.X:
        """The days of a field at their places."""
        plot, named = self.size.plot, self.today is not None
        labels = ticks(self.days, plot - 2 * self.margin, self.today) if self.is_last else None
        reach: Any = [self.margin, plot - self.margin] if self.margin else alt.Undefined
        scale = alt.Scale(domain=list(self.days), range=reach, nice=False)
        found = axis(labels, self.size, is_flush=named) if labels else None
        return alt.X(f"{field}:Q", axis=found, scale=scale)


def ticks(days: tuple[int, int], pixels: int, today: int | None = None) -> dict[int, list[str]]:
    """The first days of months that have room, the year below the first of each.

    The day from which all is seen is named too, and takes the room of the months beside it.
    """
    first, last = (date.fromordinal(day) for day in days)
    number, end = first.year * 12 + first.month, last.year * 12 + last.month - 1
    stride = next(n for n in STRIDES if (end - number) / n <= pixels / 44)
    free = AROUND * (days[1] - days[0]) / pixels
    found, year_before = {}, 0
    for month_number in range(number + -number % stride, end + 1, stride):
        year, index = divmod(month_number, 12)
        day = date(year, index + 1, 1).toordinal()
        if today is None or abs(day - today) > free:
            found[day] = [month(index + 1), *([str(year)] if year != year_before else [])]
            year_before = year
    if today is not None:
        now = date.fromordinal(today)
        found[today] = [f"{now.day} {month(now.month)}", str(now.year)]
    return found


def ground() -> alt.Chart:
    """The line from which heights are measured."""
    return rule([{"y": 0}], INK, 1, y=alt.Y("y:Q", axis=None))


def framed(
    panels: Sequence[alt.LayerChart | alt.Chart], title: alt.TitleParams | None
) -> alt.VConcatChart:
    """Panels one below the other, on no ground of their own."""
    found = alt.vconcat(*panels, spacing=14)
    if title:
        found = found.properties(title=title)
    made: alt.VConcatChart = found.configure(
        background=PAPER if title else "transparent",
        padding=24 if title else {"left": MARGIN, "right": MARGIN, "top": ROOM, "bottom": ROOM},
        autosize=alt.AutoSizeParams(type="pad", contains="content"),
        view=alt.ViewConfig(stroke=None),
    )
    return made


def panel_of(
    layers: Iterable[alt.Chart], size: tuple[int, int], title: alt.TitleParams
) -> alt.LayerChart:
    """A panel of layers, the later ones on top."""
    return alt.LayerChart(layer=list(layers), width=size[0], height=size[1], title=title)
