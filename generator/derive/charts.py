"""What a chart draws on a day; what is not held, not sure or not a number is not drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import zip_longest

from generator.derive.computed import unit_of
from generator.derive.dossier import Dossier, Fact
from generator.derive.lanes import Lanes, lanes
from generator.derive.spans import Spans, spans
from generator.derive.sure import drawable, starts
from generator.model.chart import Chart, Line
from generator.model.dates import MONTHS
from generator.model.record import Record

MONTH, YEAR = re.compile(r"\d{4}-\d\d"), re.compile(r"\d{4}")
# Fewer are nothing to look at.
LEAST = 2


@dataclass(frozen=True)
class Bar:
    """A month or year: without a fact no figure is held, without a number not one sure one."""

    period: str
    fact: Fact | None
    number: Decimal | None

    @property
    def name(self) -> str:
        """The period in words."""
        year, _, month = self.period.partition("-")
        return f"{MONTHS[int(month) - 1]} {year}" if month else year


@dataclass(frozen=True)
class Bars:
    """A panel of bars; `change` where they are the changes of the panel above.

    `title` tells whose figures they are where the chart has several series.
    """

    unit: str | None
    bars: tuple[Bar, ...]
    change: bool = False
    series: str = ""
    title: str = ""

    @property
    def drawn(self) -> tuple[Bar, ...]:
        """Those that have a bar."""
        return tuple(bar for bar in self.bars if bar.number is not None)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All that is shown."""
        return tuple(bar.fact for bar in self.bars if bar.fact)


@dataclass(frozen=True)
class Stretch:
    """A rate from its first day up to the day on which another one begins.

    Without `first` its beginning is not held; without a fact nothing is charged by then.
    """

    label: str
    fact: Fact | None
    number: Decimal | None
    act: Fact | None
    first: date | None
    end: date


@dataclass(frozen=True)
class Steps:
    """A panel of one side's rates; `is_second` where another side's stand above."""

    title: str
    party: str
    is_second: bool
    unit: str | None
    stretches: tuple[Stretch, ...]

    @property
    def drawn(self) -> tuple[Stretch, ...]:
        """Those that have a line."""
        return tuple(one for one in self.stretches if one.number is not None)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All that is shown, each rate before the act that brought it."""
        found = (fact for one in self.stretches for fact in (one.fact, one.act))
        return tuple(fact for fact in found if fact)


@dataclass(frozen=True)
class Share:
    """A share with its number; None where it is not one sure number."""

    fact: Fact
    number: Decimal | None


@dataclass(frozen=True)
class Shares:
    """The shares that a series tells of, the largest first.

    Shares of one series can have definitions of their own, which stand beside each.
    """

    title: str
    party: str
    shares: tuple[Share, ...]

    @property
    def drawn(self) -> tuple[Share, ...]:
        """Those that have a bar."""
        return tuple(one for one in self.shares if one.number is not None)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All that is shown."""
        return tuple(one.fact for one in self.shares)


Panel = Bars | Steps | Shares | Spans | Lanes


def panels(dossier: Dossier, record: Record) -> tuple[Panel, ...]:
    """The panels of a chart in which something can be drawn on the day."""
    chart = record.data
    assert isinstance(chart, Chart)
    return tuple(panel for panel in FORMS[chart.form](dossier, chart) if panel.drawn)


def charts(dossier: Dossier) -> tuple[tuple[Record, Chart], ...]:
    """The charts of the day, in their order."""
    found = [(r, r.data) for r in dossier.of_kind("chart") if isinstance(r.data, Chart)]
    return tuple(sorted(found, key=lambda pair: (pair[1].order, pair[0].id)))


def bars(dossier: Dossier, chart: Chart) -> Iterator[Bars]:
    """The figures of each series, then their changes, all over the same months or years."""
    endings = ("", f"-{chart.change}") if chart.change else ("",)
    held = {(id_, end): _by_period(dossier, id_, end) for id_ in chart.series for end in endings}
    first = chart.from_.text if chart.from_ else ""
    spanned = [period for found in held.values() for period in found if period >= first]
    shown = _between(spanned)
    for (id_, ending), found in held.items():
        drawn = tuple(Bar(one, found.get(one), drawable(found.get(one))) for one in shown)
        unit = next((unit_of(one.fact.located) for one in drawn if one.fact), None)
        title = dossier.briefing.name(id_) if len(chart.series) > 1 else ""
        yield Bars(unit, drawn, bool(ending), id_, title)


def _by_period(dossier: Dossier, series: str, ending: str) -> dict[str, Fact]:
    """The figures of a series by month or year."""
    facts = {fact.located.key: fact for fact in dossier.by_record.get(series, ())}
    return {period: facts[period + ending] for period in periods(facts, ending)}


def periods(keys: Iterable[str], ending: str) -> list[str]:
    """The months for which there is a key with an ending; the years where there is none."""
    own = sorted(key.removesuffix(ending) for key in keys if key.endswith(ending))
    months = [period for period in own if MONTH.fullmatch(period)]
    return months or [period for period in own if YEAR.fullmatch(period)]


def _between(periods: list[str]) -> tuple[str, ...]:
    """Every month or year from the first of some to the last."""
    finest = max(map(len, periods), default=0)
    if finest == len("2031"):
        years = sorted(int(period) for period in periods)
        return tuple(f"{year:04}" for year in range(years[0], years[-1] + 1))
    numbers = sorted(int(one[:4]) * 12 + int(one[5:]) - 1 for one in periods if len(one) == finest)
    every = range(numbers[0], numbers[-1] + 1) if numbers else ()
    return tuple(f"{number // 12:04}-{number % 12 + 1:02}" for number in every)


def steps(dossier: Dossier, chart: Chart) -> Iterator[Steps]:
    """The rates of each side."""
    parties = [line.party for line in chart.lines.values()]
    for line in chart.lines.values():
        is_second = parties.index(line.party) > 0
        found = tuple(_stretches(dossier, line))
        unit = next((unit_of(one.fact.located) for one in found if one.fact), None)
        yield Steps(line.title, line.party or "", is_second, unit, found)


def _stretches(dossier: Dossier, line: Line) -> Iterator[Stretch]:
    """The rates of a line in the order of their days, each up to the next, as far as the day."""
    facts = dossier.facts
    begun: list[Stretch] = []
    for step in line.steps.values():
        rate, act = facts.get(step.rate or ""), facts.get(step.since or "")
        is_known = bool(rate or not step.rate) and bool(act or not step.since)
        # The first day of a step is that of its act, else the date that a statement gives.
        first = starts(act.chosen) if act else None
        if is_known and not (first and first > dossier.day):
            begun.append(Stretch(step.label or "", rate, drawable(rate), act, first, date.max))
    begun.sort(key=lambda one: one.first or date.min)
    over = dossier.day + timedelta(days=1)
    for one, following in zip_longest(begun, begun[1:]):
        yield replace(one, end=following.first or over if following else over)


def shares(dossier: Dossier, chart: Chart) -> Iterator[Shares]:
    """The shares of each series; those that are no bar come last."""
    for id_ in chart.series:
        points = (f for f in dossier.by_record.get(id_, ()) if f.located.path[0] == "points")
        found = [Share(fact, drawable(fact)) for fact in points]
        found.sort(key=lambda one: (one.number is None, -(one.number or 0)))
        yield Shares(dossier.briefing.name(id_), chart.party or "", tuple(found))


FORMS: dict[str, Callable[[Dossier, Chart], Iterator[Panel]]] = {
    "bars": bars,
    "steps": steps,
    "shares": shares,
    "spans": spans,
    "lanes": lanes,
}
