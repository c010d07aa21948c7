"""What a chart draws on a day: the figures of a series in their months, and rates from day to day.

Refuses to fill a gap: what is not held, not sure or not a number is not drawn, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from generator.derive.computed import unit_of
from generator.derive.dossier import Dossier, Fact
from generator.derive.lanes import Lanes, lanes
from generator.derive.shares import Shares, shares
from generator.derive.spans import Spans, spans
from generator.derive.sure import day_of, drawable
from generator.model.chart import Chart, Line, Step
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
    held = {(id_, end): by_period(dossier, id_, end) for id_ in chart.series for end in endings}
    first = chart.from_.text if chart.from_ else ""
    spanned = (period for found in held.values() for period in found if period >= first)
    shown = between(list(spanned))
    for (id_, ending), found in held.items():
        drawn = tuple(bar(period, found.get(period)) for period in shown)
        unit = next((unit_of(one.fact.located) for one in drawn if one.fact), None)
        title = dossier.briefing.name(id_) if len(chart.series) > 1 else ""
        yield Bars(unit, drawn, bool(ending), id_, title)


def by_period(dossier: Dossier, series: str, ending: str) -> dict[str, Fact]:
    """The figures of a series by month or year."""
    facts = {fact.located.key: fact for fact in dossier.by_record.get(series, ())}
    return {period: facts[period + ending] for period in periods(facts, ending)}


def periods(keys: Iterable[str], ending: str) -> list[str]:
    """The months for which there is a key with an ending; the years where there is none."""
    own = sorted(key.removesuffix(ending) for key in keys if key.endswith(ending))
    months = [period for period in own if MONTH.fullmatch(period)]
    return months or [period for period in own if YEAR.fullmatch(period)]


def between(periods: list[str]) -> tuple[str, ...]:
    """Every month or year from the first of some to the last."""
    finest = max(map(len, periods), default=0)
    numbers = sorted(ordinal(period) for period in periods if len(period) == finest)
    return tuple(named(n, finest) for n in range(numbers[0], numbers[-1] + 1)) if numbers else ()


def ordinal(period: str) -> int:
    """A month or year as a number that goes up by one."""
    year, _, month = period.partition("-")
    return int(year) * 12 + int(month) - 1 if month else int(year)


def named(number: int, length: int) -> str:
    """A month or year of such a number."""
    return f"{number:04}" if length == len("2031") else f"{number // 12:04}-{number % 12 + 1:02}"


def bar(period: str, fact: Fact | None) -> Bar:
    """A period with its figure."""
    return Bar(period, fact, drawable(fact))


def steps(dossier: Dossier, chart: Chart) -> Iterator[Steps]:
    """The rates of each side."""
    parties = [line.party for line in chart.lines.values()]
    for line in chart.lines.values():
        is_second = parties.index(line.party) > 0
        found = stretches(dossier, line)
        facts = (one.fact for one in found if one.fact)
        unit = next((unit_of(fact.located) for fact in facts), None)
        yield Steps(line.title, line.party or "", is_second, unit, found)


def stretches(dossier: Dossier, line: Line) -> tuple[Stretch, ...]:
    """The rates of a line in the order of their days, each up to the next, as far as the day."""
    over = dossier.day + timedelta(days=1)
    known = [step for step in line.steps.values() if known_on(dossier, step)]
    dated = [(step, begin(dossier, step)) for step in known]
    begun = [(step, day) for step, day in dated if not (day and day > dossier.day)]
    begun.sort(key=lambda pair: pair[1] or date.min)
    ends = [day for _, day in begun[1:]]
    return tuple(
        stretch(dossier, step, (day, end or over))
        for (step, day), end in zip(begun, [*ends, over], strict=True)
    )


def known_on(dossier: Dossier, step: Step) -> bool:
    """True when both the rate and what begins it are known on the day."""
    return all(id_ in dossier.facts for id_ in (step.rate, step.since) if id_)


def stretch(dossier: Dossier, step: Step, days: tuple[date | None, date]) -> Stretch:
    """A rate with its days."""
    fact = dossier.facts.get(step.rate or "")
    act = dossier.facts.get(step.since or "")
    return Stretch(step.label or "", fact, drawable(fact), act, *days)


def begin(dossier: Dossier, step: Step) -> date | None:
    """The first day of a step: that of the act, else the date that a statement gives."""
    fact = dossier.facts.get(step.since or "")
    return day_of(fact) if fact else None


def of_shares(dossier: Dossier, chart: Chart) -> Iterator[Shares]:
    """The shares that each series tells of."""
    return (shares(dossier, id_, chart.party or "") for id_ in chart.series)


FORMS: dict[str, Callable[[Dossier, Chart], Iterator[Panel]]] = {
    "bars": bars,
    "steps": steps,
    "shares": of_shares,
    "spans": spans,
    "lanes": lanes,
}
