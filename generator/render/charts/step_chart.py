"""A step line of rates from day to day, with the acts that moved them in rows above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import altair as alt

from generator.render.charts.frame import Size, Time, ground, heading, mark, panel_of, rule, words
from generator.render.charts.letters import width
from generator.render.charts.picture import INK, MUTED, PAPER, Rate, StepPanel

DASHES = [7, 4]
NOT_HELD, COMPUTED = "thin: first day not known", "starred: computed"
# Between a line and the words beside it.
BESIDE = 5
# A first stretch with a beginning that is not held takes this part of the whole.
LEAD = 6


@dataclass(frozen=True)
class Flight:
    """A panel of one step line: where its days, levels and rows of words stand."""

    found: StepPanel
    time: Time

    @property
    def size(self) -> Size:
        """How large the chart is drawn."""
        return self.time.size

    @property
    def acts(self) -> list[Rate]:
        """The rates that an act has brought, one row of words each."""
        return [rate for rate in self.found.rates if rate.act]

    @property
    def height(self) -> int:
        """The height of the rows and of the line below them."""
        return self.size.height * 3 // 4 + len(self.acts) * (self.size.line + 2)

    @property
    def high(self) -> float:
        """The level at the top of the frame, above the rows."""
        top = max((rate.number or 0.0 for rate in self.found.rates), default=0.0) or 1.0
        return top * self.height / (self.size.height * 3 // 4 - self.size.line - 8)

    def level(self, row: int) -> float:
        """The level at the middle of a row, so that words and line have one scale."""
        return self.high * (1 - (row + 0.5) * (self.size.line + 2) / self.height)

    def start(self, rate: Rate) -> int:
        """Where a rate begins in the frame."""
        return self.time.days[0] if rate.first is None else rate.first

    @property
    def x(self) -> alt.X:
        """Days from left to right."""
        return self.time.x("day")

    @property
    def y(self) -> alt.Y:
        """Levels from the bottom."""
        return alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, self.high], nice=False))


def panels(found: Sequence[StepPanel], size: Size) -> list[alt.LayerChart]:
    """The lines over the days from the first to the last, with room for what began before."""
    rates = [rate for one in found for rate in one.rates]
    first = min(rate.end if rate.first is None else rate.first for rate in rates)
    last = max(rate.end for rate in rates)
    if any(rate.first is None for rate in rates):
        first -= max(1, (last - first) // LEAD)
    days = (first, max(last, first + 1))
    return [panel(Flight(one, Time(days, size, one is found[-1], one.day))) for one in found]


def panel(flight: Flight) -> alt.LayerChart:
    """A panel with the day from which all is seen, from top to bottom."""
    found, size, height = flight.found, flight.size, flight.height
    drawn = [rate for rate in found.rates if rate.number is not None]
    layers = [
        ground(),
        rule([{"day": found.day}], INK, 1, x=flight.x, y=0, y2=height),
        *rules(flight),
        *lines(flight),
        *numbers(flight, drawn),
        *acts(flight),
    ]
    signs = {
        NOT_HELD: any(rate.first is None for rate in drawn),
        COMPUTED: any(rate.text.endswith("*") for rate in drawn),
    }
    return panel_of(layers, (size.plot, height), heading(found, size, signs))


def rules(flight: Flight) -> Iterator[alt.Chart]:
    """From the words of each act down to the line, or to the one before where that is higher."""
    rates = flight.found.rates
    levels = pairwise([0.0, *(rate.number or 0.0 for rate in rates)])
    rows = [
        {"day": rate.first, "y": flight.level(flight.acts.index(rate)), "y2": max(both)}
        for rate, both in zip(rates, levels, strict=True)
        if rate.act
    ]
    if rows:
        yield rule(rows, MUTED, 1, x=flight.x, y=flight.y, y2=alt.Y2("y2:Q"))


def lines(flight: Flight) -> Iterator[alt.Chart]:
    """The line: in one piece as long as one rate follows the other, thin while it may be older."""
    style = {"interpolate": "step-after", "color": flight.found.colour, "strokeWidth": 2.5}
    style |= {"strokeDash": DASHES} if flight.found.is_dashed else {}
    for is_drawn, group in groupby(flight.found.rates, lambda rate: rate.number is not None):
        run = list(group)
        if not is_drawn:
            continue
        points = [{"day": flight.start(rate), "y": rate.number} for rate in run]
        points.append({"day": run[-1].end, "y": run[-1].number})
        if run[0].first is None:
            thin = [{**points[0], "end": run[0].end}]
            x2 = alt.X2("end:Q")
            yield rule(thin, flight.found.colour, 1, x=flight.x, x2=x2, y=flight.y)
            # The thick line begins where the first rate that has a day does.
            points[0] = {"day": run[0].end, "y": run[0].number}
        yield mark("line", points, style, x=flight.x, y=flight.y, order=alt.Order("day:Q"))


def numbers(flight: Flight, drawn: list[Rate]) -> Iterator[alt.Chart]:
    """The rates above the line, where the stretch is long enough for one."""
    time = flight.time
    rows = [
        {"day": flight.start(rate), "y": rate.number, "told": rate.text}
        for rate in drawn
        if time.pixel(rate.end) - time.pixel(flight.start(rate))
        > width(rate.text, time.size.type) + BESIDE
    ]
    if rows:
        place = {"align": "left", "baseline": "bottom", "dx": BESIDE, "dy": -4}
        yield words(rows, time.size, {**place, "fontWeight": 600}, x=flight.x, y=flight.y)


def acts(flight: Flight) -> Iterator[alt.Chart]:
    """What the acts are called, each in its row beside its rule; what lies behind is covered."""
    size = flight.size
    for row, rate in enumerate(flight.acts):
        long, at = width(rate.act, size.type), flight.time.pixel(flight.start(rate))
        is_right = at + BESIDE + long <= size.plot
        left = at + BESIDE if is_right else max(0.0, at - BESIDE - long)
        middle, half = (row + 0.5) * (size.line + 2), size.line / 2
        across = {"x": left - 1, "x2": left + long}
        told = [{"told": rate.act}]
        yield mark("rect", told, {"fill": PAPER}, **across, y=middle - half, y2=middle + half)
        is_left = is_right or left == 0
        style = {"align": "left" if is_left else "right", "baseline": "middle"}
        yield words(told, size, style, x=left if is_left else at - BESIDE, y=middle)
