"""A step line of rates from day to day, with the acts that moved them in rows above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import altair as alt

from generator.render.charts.frame import (
    SANS,
    Size,
    axis,
    data,
    fixed,
    ground,
    heading,
    panel_of,
    width,
    words,
)
from generator.render.charts.picture import INK, MUTED, PAPER, Rate, StepPanel, month

DASHES = [7, 4]
NOT_HELD, COMPUTED = "thin: first day not known", "starred: computed"
BESIDE = 5
# Between the middle of a month's name and that of the day from which all is seen.
AROUND = 62
STRIDES = (1, 2, 3, 6, 12, 24, 60, 120, 600)


@dataclass(frozen=True)
class Flight:
    """A panel of one step line: where its days, levels and rows of words stand."""

    found: StepPanel
    size: Size
    days: tuple[int, int]
    is_last: bool

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

    def pixel(self, day: int) -> float:
        """How far from the left a day stands."""
        first, last = self.days
        return (day - first) / (last - first) * self.size.plot

    def start(self, rate: Rate) -> int:
        """Where a rate begins in the frame."""
        return self.days[0] if rate.first is None else rate.first

    @property
    def x(self) -> alt.X:
        """Days from left to right, named below the last panel."""
        found = ticks(self.days, self.size.plot, self.found.day)
        labels = axis(found, self.size, is_flush=True) if self.is_last else None
        return alt.X("day:Q", axis=labels, scale=alt.Scale(domain=list(self.days), nice=False))

    @property
    def y(self) -> alt.Y:
        """Levels from the bottom."""
        return alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, self.high], nice=False))


def panel(found: StepPanel, size: Size, days: tuple[int, int], is_last: bool) -> alt.LayerChart:
    """A panel over the days from first to last; the last panel carries the time."""
    flight = Flight(found, size, days, is_last)
    layers = [ground(), *today(flight), *rules(flight)]
    layers += [*lines(flight), *numbers(flight), *acts(flight)]
    title = heading(titled(found), found.colour, size)
    return panel_of(layers, (size.plot, flight.height), title)


def titled(found: StepPanel) -> str:
    """What is drawn, and what its signs mean where they occur."""
    drawn = [rate for rate in found.rates if rate.number is not None]
    notes = [NOT_HELD] if any(rate.first is None for rate in drawn) else []
    notes += [COMPUTED] if any(rate.text.endswith("*") for rate in drawn) else []
    return f"{found.title} ({'; '.join(notes)})" if notes else found.title


def today(flight: Flight) -> Iterator[alt.Chart]:
    """The day from which all is seen, from top to bottom."""
    if flight.days[0] <= flight.found.day <= flight.days[1]:
        rule = alt.Chart(data([{"day": flight.found.day}])).mark_rule(color=INK, strokeWidth=1)
        yield rule.encode(x=flight.x, **fixed(y=0, y2=flight.height))


def rules(flight: Flight) -> Iterator[alt.Chart]:
    """From the words of each act down to the line."""
    rates = flight.found.rates
    rows = [
        {"day": rate.first, "y": flight.level(flight.acts.index(rate)), "y2": upper(rates, at)}
        for at, rate in enumerate(rates)
        if rate.act and rate.first is not None
    ]
    if rows:
        rule = alt.Chart(data(rows)).mark_rule(color=MUTED, strokeWidth=1)
        yield rule.encode(x=flight.x, y=flight.y, y2=alt.Y2("y2:Q"))


def upper(rates: tuple[Rate, ...], at: int) -> float:
    """The higher of a rate and the one before it."""
    return max(rate.number or 0.0 for rate in rates[max(at - 1, 0) : at + 1])


def lines(flight: Flight) -> Iterator[alt.Chart]:
    """The line: in one piece as long as one rate follows the other, thin while it may be older."""
    style: dict[str, Any] = {"strokeDash": DASHES} if flight.found.is_dashed else {}
    colour = flight.found.colour
    for run in runs(flight.found.rates):
        points = [{"day": flight.start(rate), "y": rate.number} for rate in run]
        points.append({"day": run[-1].end, "y": run[-1].number})
        thin = [{"day": points[0]["day"], "y": points[0]["y"], "end": run[0].end}]
        if run[0].first is None:
            # The thick line begins where the first rate that has a day does.
            points[0] = {"day": run[0].end, "y": run[0].number}
            lead = alt.Chart(data(thin)).mark_rule(color=colour, strokeWidth=1)
            yield lead.encode(x=flight.x, x2=alt.X2("end:Q"), y=flight.y)
        line = alt.Chart(data(points)).mark_line(
            interpolate="step-after", color=colour, strokeWidth=2.5, **style
        )
        yield line.encode(x=flight.x, y=flight.y, order=alt.Order("day:Q"))


def runs(rates: tuple[Rate, ...]) -> Iterator[list[Rate]]:
    """Rates that follow each other without a gap."""
    run: list[Rate] = []
    for rate in rates:
        if rate.number is None and run:
            yield run
            run = []
        elif rate.number is not None:
            run.append(rate)
    if run:
        yield run


def numbers(flight: Flight) -> Iterator[alt.Chart]:
    """The rates above the line, where the stretch is long enough for one."""
    size = flight.size
    rows = [
        {"day": flight.start(rate), "y": rate.number, "told": rate.text}
        for rate in flight.found.rates
        if rate.number is not None
        and flight.pixel(rate.end) - flight.pixel(flight.start(rate))
        > width(rate.text, size.type) + BESIDE
    ]
    if rows:
        text = words(rows, size, align="left", baseline="bottom", dx=BESIDE, dy=-4, fontWeight=600)
        yield text.encode(x=flight.x, y=flight.y, text=alt.Text("told:N"))


def acts(flight: Flight) -> Iterator[alt.Chart]:
    """What the acts are called, each in its row beside its rule; what lies behind is covered."""
    size = flight.size
    for row, rate in enumerate(flight.acts):
        assert rate.first is not None
        long, at = width(rate.act, size.type), flight.pixel(rate.first)
        is_right = at + BESIDE + long <= size.plot
        left = at + BESIDE if is_right else max(0.0, at - BESIDE - long)
        middle = (row + 0.5) * (size.line + 2)
        yield (
            alt.Chart(data([{"told": rate.act}]))
            .mark_rect(fill=PAPER)
            .encode(
                **fixed(
                    x=left - 1, x2=left + long, y=middle - size.line / 2, y2=middle + size.line / 2
                )
            )
        )
        style: dict[str, Any] = {
            "font": SANS,
            "fontSize": size.type,
            "color": INK,
            "baseline": "middle",
        }
        align: Literal["left", "right"] = "left" if is_right or left == 0 else "right"
        yield (
            alt.Chart(data([{"told": rate.act}]))
            .mark_text(align=align, **style)
            .encode(
                text=alt.Text("told:N"),
                **fixed(x=left if align == "left" else at - BESIDE, y=middle),
            )
        )


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
    if today is not None and days[0] <= today <= days[1]:
        now = date.fromordinal(today)
        found[today] = [f"{now.day} {month(now.month)}", str(now.year)]
    return found
