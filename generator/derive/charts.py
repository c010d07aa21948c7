"""What a chart draws on a day; what is not held, not sure or not a number is not drawn."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import chain, groupby, zip_longest
from typing import Generic, TypeVar

from generator.counting import listed
from generator.derive.actors import side
from generator.derive.computed import unit_of
from generator.derive.dossier import Dossier, Fact, Status
from generator.model.chart import Chart, Line, Series
from generator.model.dates import MONTHS, behind_period, leading_period
from generator.model.record import Record, of_model
from generator.model.statement import Content
from generator.model.values import NUMBER

MONTH, YEAR = re.compile(r"\d{4}-\d\d"), re.compile(r"\d{4}")


@dataclass(frozen=True)
class Datum(ABC):
    """What a panel shows: in the drawing, or in the table only."""

    fact: Fact | None

    @property
    @abstractmethod
    def is_drawn(self) -> bool:
        """True where something of it is in the drawing."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The statements that it shows."""
        return (self.fact,) if self.fact else ()


One = TypeVar("One", bound=Datum)


@dataclass(frozen=True)
class Panel(Generic[One]):
    """What is drawn on one scale, of one side where it has one."""

    title: str
    party: str
    items: tuple[One, ...]

    @property
    def drawn(self) -> tuple[One, ...]:
        """Those that are drawn."""
        return tuple(one for one in self.items if one.is_drawn)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All that is shown."""
        return tuple(fact for one in self.items for fact in one.facts)

    @property
    def unit(self) -> str:
        """The unit of the first figure."""
        located = (fact.located for one in self.items for fact in one.facts[:1])
        return next((unit_of(one) or "" for one in located), "")


@dataclass(frozen=True)
class Amount(Datum):
    """A statement with its number: none where no figure is held, or not one sure number."""

    @cached_property
    def number(self) -> Decimal | None:
        """The number that is drawn."""
        return drawable(self.fact)

    @property
    def size(self) -> Decimal:
        """The number of what is drawn."""
        assert self.number is not None
        return self.number

    @property
    def is_drawn(self) -> bool:
        """True where there is a number."""
        return self.number is not None

    @property
    def is_computed(self) -> bool:
        """True where it is worked out by us."""
        return bool(self.fact and self.fact.statement.compute)


@dataclass(frozen=True)
class Share(Amount):
    """A share of a hundred."""

    fact: Fact


@dataclass(frozen=True)
class Bar(Amount):
    """The figure of a month or year; `joint` is one that it has together with its neighbours."""

    period: str
    joint: Amount | None = None

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Its own figure, or the joint one."""
        return super().facts or (self.joint.facts if self.joint else ())

    @property
    def name(self) -> str:
        """The period in words."""
        year, _, month = self.period.partition("-")
        return f"{MONTHS[int(month) - 1]} {year}" if month else year


@dataclass(frozen=True)
class Bars(Panel[Bar]):
    """A panel of bars, with a title where the chart has several series.

    `is_change` where they are the changes of the panel above, `series` what they are figures of.
    """

    is_change: bool
    series: str


@dataclass(frozen=True)
class Stretch(Amount):
    """A rate from its first day up to the day on which another one begins.

    Without `first` its beginning is not held; without a fact nothing is charged by then.
    """

    label: str
    acts: tuple[Fact, ...]
    first: date | None
    end: date

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The rate before the acts that brought it."""
        return (*((self.fact,) if self.fact else ()), *self.acts)


@dataclass(frozen=True)
class Steps(Panel[Stretch]):
    """A panel of one side's rates."""


def charts(dossier: Dossier) -> tuple[tuple[Record, Chart], ...]:
    """The charts of the day, in their order."""
    found = of_model(dossier.of_kind("chart"), Chart)
    return tuple(sorted(found, key=lambda pair: (pair[1].order, pair[0].id)))


def bars(dossier: Dossier, chart: Chart) -> Iterator[Bars]:
    """The figures of each series, then their changes, all over the same months or years."""
    briefing = dossier.briefing
    endings = ("", f"-{chart.change}") if chart.change else ("",)
    held = {(id_, end): _by_period(dossier, id_, end) for id_ in chart.series for end in endings}
    first = chart.from_.text if chart.from_ else ""
    shown = _between([period for found in held.values() for period in found if period >= first])
    for (id_, ending), found in held.items():
        record = briefing.records.get(id_)
        data = record.data if record else None
        party = side(briefing, data.reporter or "") if isinstance(data, Series) else ""
        name = briefing.name(id_)
        title = name if len(chart.series) > 1 else ""
        gaps = {one for one in shown if drawable(found.get(one)) is None}
        joint = _joint(dossier, id_, ending, gaps)
        items = tuple(Bar(found.get(period), period, joint.get(period)) for period in shown)
        # A change is the doing of no side.
        yield Bars(title, "" if ending else party, items, bool(ending), name)


def _by_period(dossier: Dossier, series: str, ending: str) -> dict[str, Fact]:
    facts = {fact.located.key: fact for fact in dossier.by_record.get(series, ())}
    return {period: facts[period + ending] for period in periods(facts, ending)}


def _joint(dossier: Dossier, series: str, ending: str, gaps: set[str]) -> dict[str, Amount]:
    """The sure figures that months without one of their own have together."""
    found: dict[str, Amount] = {}
    for fact in dossier.by_record.get(series, ()):
        key, one = fact.located.key, Amount(fact)
        time = leading_period(key) if behind_period(key) == ending.strip("-") else None
        if time and one.is_drawn:
            months = _between([f"{day:%Y-%m}" for day in (time.first, time.last)])
            if len(months) > 1 and gaps.issuperset(months):
                found |= dict.fromkeys(months, one)
    return found


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
    for line in chart.lines.values():
        yield Steps(line.title, line.party or "", tuple(_stretches(dossier, line)))


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
            begun.append(Stretch(rate, step.label or "", (act,) if act else (), first, date.max))
    begun.sort(key=lambda one: one.first or date.min)
    over = dossier.day + timedelta(days=1)
    found = [_at_once([*same]) for _, same in groupby(begun, key=lambda one: one.first)]
    for one, following in zip_longest(found, found[1:]):
        yield replace(one, end=following.first or over if following else over)


def _at_once(found: Sequence[Stretch]) -> Stretch:
    """Of several on one day the last, which all their acts brought."""
    label = listed([one.label for one in found if one.label])
    return replace(found[-1], label=label, acts=tuple(chain.from_iterable(o.acts for o in found)))


def shares(dossier: Dossier, chart: Chart) -> Iterator[Panel[Share]]:
    """The shares that each series tells of, the largest first; those that are no bar come last.

    Shares of one series can have definitions of their own, which stand beside each.
    """
    for id_ in chart.series:
        points = (f for f in dossier.by_record.get(id_, ()) if f.located.path[0] == "points")
        found = sorted(map(Share, points), key=lambda one: (not one.is_drawn, -(one.number or 0)))
        yield Panel(dossier.briefing.name(id_), chart.party or "", tuple(found))


UNSURE = {None, Status.DISPUTED, Status.SUPERSEDED, Status.RETRACTED, Status.REJECTED}


def drawable(fact: Fact | None) -> Decimal | None:
    """The number of a statement that stands; none for a dispute, a bound or a range."""
    if fact is None or fact.grade in UNSURE:
        return None
    if fact.statement.compute:
        # As it is printed: what is beyond the precision of the inputs is not drawn either.
        result = (fact.computed.result if fact.computed else None) or ""
        return Decimal(result) if re.fullmatch(NUMBER, result) else None
    return fact.chosen.value.number if fact.chosen.value else None


def starts(content: Content) -> date | None:
    """The day that an act or a date gives, if it is not just the latest that it can be."""
    stated = content.from_ or (content.value.date if content.value else None)
    return stated.last if stated and stated.first != date.min else None
