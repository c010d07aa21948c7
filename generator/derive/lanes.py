"""What began on which day, in lanes by kind and side; each mark has a number of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.derive.actors import doers, sides
from generator.derive.charts import Datum, Panel
from generator.derive.dossier import Dossier, Fact
from generator.derive.sure import UNSURE
from generator.model.chart import Chart, Lane
from generator.model.dates import PartialDate
from generator.model.record import Record

# The statements that tell when a record began, the surest first.
BEGINNINGS = ("date", "in-force", "granted", "announced", "reported", "said")


@dataclass(frozen=True)
class Mark(Datum):
    """A record at its day; between two days if the exact day is not known.

    `is_sure` if a quotation gives one day and nothing disputes it. What has no first day, or is
    older than all that the chart draws, has no number either, and is not drawn.
    """

    fact: Fact
    number: int
    name: str
    first: date
    last: date
    is_sure: bool

    @property
    def is_drawn(self) -> bool:
        """True where it stands somewhere in time."""
        return self.number > 0

    @property
    def is_before(self) -> bool:
        """True where its day is known, and before all that the chart draws."""
        return not self.is_drawn and self.first > date.min


def lanes(dossier: Dossier, chart: Chart) -> Iterator[Panel[Mark]]:
    """The lanes of a chart, in the order of their days; the numbers go on from one to the next."""
    name, number = dossier.briefing.name, 1
    since = chart.from_.first if chart.from_ else date.min
    for lane in chart.lanes.values():
        begun = list(_begun(dossier, lane))
        dated = [(days, fact, id_) for id_, fact in begun if (days := _span(dossier, fact))]
        # What is too old to be drawn stands behind what is drawn.
        dated.sort(key=lambda one: (one[0][0] < since, one[0], one[2]))
        marks = [
            Mark(
                fact,
                at if days[0] >= since else 0,
                name(id_),
                *days,
                days[0] == days[1] and fact.grade not in UNSURE,
            )
            for at, (days, fact, id_) in enumerate(dated, number)
        ]
        number += sum(one.is_drawn for one in marks)
        older = [(name(id_), fact) for id_, fact in begun if _is_older(fact)]
        marks += [Mark(fact, 0, called, date.min, date.min, False) for called, fact in older]
        yield Panel(lane.title, lane.party or "", tuple(marks))


def _begun(dossier: Dossier, lane: Lane) -> Iterator[tuple[str, Fact]]:
    """The records of a lane, each with the statement that tells when it began."""
    for record in dossier.of_kind(lane.kind):
        fact = next(_candidates(dossier, record), None)
        if fact and (not lane.party or lane.party in parties(dossier, fact)):
            yield record.id, fact


def _candidates(dossier: Dossier, record: Record) -> Iterator[Fact]:
    """What may tell when a record began: itself, its first act, else what it is about.

    An exact day comes before one that is only the latest possible.
    """
    yield from sorted(_named(dossier, record.id), key=_is_older)
    own = dossier.by_record.get(record.id, ())
    acts = [fact for fact in own if fact.chosen.does and days_told(fact)]
    yield from sorted(acts, key=lambda fact: (days_told(fact)[0].last, fact.id))
    for id_ in record.data.about if record.id in dossier.by_record else ():
        yield from _named(dossier, id_)


def _named(dossier: Dossier, id_: str) -> Iterator[Fact]:
    """The statements of a record that tell when it began."""
    found = (dossier.facts.get(f"{id_}.{key}") for key in BEGINNINGS)
    return (fact for fact in found if fact and days_told(fact) and takes_effect(fact))


def takes_effect(fact: Fact) -> bool:
    """False for the first day of what was suspended or ended by then."""
    return not (fact.held and fact.held.never)


def parties(dossier: Dossier, fact: Fact) -> set[str]:
    """The sides whose doing it is."""
    return set(sides(dossier.briefing, doers(dossier.briefing, fact.located, fact.chosen)))


def days_told(fact: Fact) -> list[PartialDate]:
    """The days that stand, of all positions."""
    contents = [stance.content for stance in fact.standing] or [fact.chosen]
    dates = (one.from_ or (one.value.date if one.value else None) for one in contents)
    return [one for one in dates if one]


def _span(dossier: Dossier, fact: Fact) -> tuple[date, date] | None:
    """The first and the last day that it can be; None where one lies after the dossier's."""
    days = days_told(fact)
    first, last = min(day.first for day in days), max(day.last for day in days)
    return None if first == date.min or last > dossier.day else (first, last)


def _is_older(fact: Fact) -> bool:
    """True if only the latest possible day is known."""
    return any(day.is_bound for day in days_told(fact))
