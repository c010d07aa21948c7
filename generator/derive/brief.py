"""What the brief says on a day: the state of play, the strip below it and the key points.

Only choice and order: a sentence is shown when all that it rests on and mentions is known, and
how it is printed is for the renderers of pages and of paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from generator.derive.dossier import Dossier, Fact
from generator.derive.news import last_round
from generator.derive.prose import bears
from generator.model.point import KeyPoint, Role
from generator.model.record import Record

# A brief that says everything is none: of what stands the first are shown.
SHOWN: dict[Role, int] = {"strip": 4, "number": 5, "point": 5}
Sentence = tuple[Record, KeyPoint]


@dataclass(frozen=True)
class Span:
    """A stretch of days that the day of the briefing lies in."""

    since: date
    until: date
    day: date

    @property
    def left(self) -> int:
        """How many days are left."""
        return (self.until - self.day).days

    @property
    def passed(self) -> int:
        """How much of it is over, in whole per cent."""
        whole = (self.until - self.since).days
        return 100 * (self.day - self.since).days // whole if whole else 100


@dataclass(frozen=True)
class Item:
    """An item of the strip; `fact` where its word is a state, or the first day of the latest."""

    record: Record
    point: KeyPoint
    fact: Fact | None = None
    span: Span | None = None


def key_points(dossier: Dossier) -> tuple[Sentence, ...]:
    """The key points of the day."""
    return tuple(islice(standing(dossier), SHOWN["point"]))


def standing(dossier: Dossier, role: Role = "point") -> Iterator[Sentence]:
    """The sentences of one role whose ground is all known on the day, in their order."""
    records = dossier.briefing.of_kind("point")
    found = [(r, r.data) for r in records if isinstance(r.data, KeyPoint) and r.data.role == role]
    for record, point in sorted(found, key=lambda pair: (pair[1].order, pair[0].id)):
        if stands(dossier, point):
            yield record, point


def stands(dossier: Dossier, point: KeyPoint) -> bool:
    """True when all that it rests on and mentions is known; what it holds up has a quotation."""
    if point.latest and not last_round(dossier):
        return False
    holds = dossier.facts.get(point.holds or "")
    if holds and not holds.status:
        return False
    named = (*point.rests, *((point.holds,) if point.holds else ()))
    return all(bears(dossier, text, named) for text in point.prose.values())


def state_of_play(dossier: Dossier) -> Sentence | None:
    """The sentence that answers for the whole: the first that stands."""
    return next(standing(dossier, "state"), None)


def strip(dossier: Dossier, role: Role = "strip") -> tuple[Item, ...]:
    """The items of the strip, or the figures below it: of those with one label the first."""
    found: dict[str | None, Sentence] = {}
    for record, point in standing(dossier, role):
        found.setdefault(point.label, (record, point))
    shown = islice(found.values(), SHOWN[role])
    return tuple(item(dossier, *sentence) for sentence in shown)


def item(dossier: Dossier, record: Record, point: KeyPoint) -> Item:
    """An item with what holds on the day."""
    if point.latest and (latest := last_round(dossier)):
        return Item(record, point, dossier.facts[f"{latest[1]}.date"])
    if point.holds is None:
        return Item(record, point)
    fact = dossier.facts[point.holds]
    return Item(record, point, fact, span(dossier, fact))


def span(dossier: Dossier, fact: Fact) -> Span | None:
    """The days that what holds is stated to last, where both ends are known."""
    held = fact.held
    if held is None or held.since is None or held.until is None or held.until < dossier.day:
        return None
    return Span(held.since, held.until, dossier.day)
