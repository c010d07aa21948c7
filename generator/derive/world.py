"""The acts and days of one choice of positions, with the beginnings and ends that they give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import dropwhile

from generator.derive.dossier import Fact, Status
from generator.derive.state import State
from generator.derive.when import Today
from generator.model.dates import ONE_DAY, Duration, PartialDate
from generator.model.events import Agreement, Event, Measure
from generator.model.record import Record
from generator.model.statement import OBJECTION, PROMISE, Content, Part

FINAL = {"end", "lift", "replace"}
PROLONGING = {"extend", "amend"}
ACTED_UPON = (Agreement, Measure)
# Stands in the id of a rate between the part that rose in steps and the step.
STEPS = ".steps."
ANNOUNCING = {Measure: "announced", Agreement: "issued"}


@dataclass(frozen=True)
class Effect:
    """An act of one world: what it does, to what, and when.

    `seen` is the last day on which a source that counts spoke of it, and an order takes effect by
    itself.
    """

    id: str
    record: Record
    content: Content
    known: date
    seen: date
    is_order: bool


@dataclass(frozen=True)
class End:
    """The first day on which something no longer holds, and the statements that give it."""

    on: date
    makers: tuple[str, ...]


@dataclass(frozen=True)
class World:
    """The acts, beginnings and parts as one choice of positions has them.

    `spans` holds what gives something a beginning or an end of its own: the statement on which it
    is in force, and the part itself. `unseen` has the acts that were announced for a day that has
    come, and that no source of that day or later tells of: they act upon nothing. `on` holds the
    other acts upon each target, `keeping` those that keep each promise, `steps` the rates of each
    part by their first days; what has been worked out is kept in the rest.
    """

    today: Today
    effects: Mapping[str, Effect]
    spans: Mapping[str, Content]
    dates: Mapping[str, PartialDate]
    unseen: frozenset[str] = frozenset()
    on: dict[str, list[Effect]] = field(default_factory=dict)
    keeping: dict[str, list[Effect]] = field(default_factory=dict)
    steps: dict[str, list[tuple[date, str]]] = field(default_factory=dict)
    begins: dict[str, date | None] = field(default_factory=dict)
    given: dict[str, End | None] = field(default_factory=dict)
    known_states: dict[str, State | None] = field(default_factory=dict)
    ended: dict[str, State | None] = field(default_factory=dict)
    days: dict[Today, World] = field(default_factory=dict)
    earlier: dict[date, World] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Sorts the acts upon each target in the order of their own days, once for all days."""
        seen = (one for one in self.effects.values() if one.id not in self.unseen)
        for effect in () if self.on else sorted(seen, key=self._order):
            for target in effect.content.target:
                self.on.setdefault(target, []).append(effect)
            for promise in effect.content.keeps:
                self.keeping.setdefault(promise, []).append(effect)
        begun = ((self.begin(id_), id_) for id_ in self.spans if STEPS in id_ and not self.steps)
        for day, id_ in sorted((day, id_) for day, id_ in begun if day):
            self.steps.setdefault(stepped(id_), []).append((day, id_))

    def _order(self, effect: Effect) -> tuple[date, date, str]:
        return self.begin(effect.id) or effect.known, effect.known, effect.id

    def on_day(self, day: date) -> World:
        """What is known and stated here, at the end of another day."""
        return self.at(replace(self.today, as_of=day))

    def at(self, today: Today) -> World:
        """The same on another day, worked out once for all that ask."""
        if today not in self.days:
            there = replace(self, today=today, known_states={}, ended={}, days={}, earlier={})
            self.days[today] = there
        return self.days[today]

    def made_by(self, day: date) -> World:
        """What was stated at the end of a day, without what prolonged something later."""
        if day not in self.earlier:
            there, own = replace(self.today, as_of=day), self.effects.values()
            kept = (e for e in own if e.content.does not in PROLONGING or self.made(e) <= day)
            effects = {one.id: one for one in kept}
            self.earlier[day] = World(there, effects, self.spans, self.dates, self.unseen)
        return self.earlier[day]

    def made(self, effect: Effect) -> date:
        """The day by which an act was made; what happened on a day was not made later."""
        own = self.dates.get(f"{effect.record.id}.date")
        days = (effect.known, self.begin(effect.id), own.last if own else None)
        return min(filter(None, days))

    def targets(self, id_: str) -> tuple[str, ...]:
        """What an act is upon; nothing where something is no act."""
        return tuple(self.effects[id_].content.target) if id_ in self.effects else ()

    def upon(self, id_: str) -> Iterator[Effect]:
        """The acts upon something, or upon what it is a part of where they concern its party."""
        yield from self.on.get(id_, ())
        yield from self.on.get(stepped(id_), ())
        record = record_id(id_)
        if record != id_:
            own = self.effects[id_].content.party if id_ in self.effects else None
            for effect in self.on.get(record, ()):
                if not (own and effect.content.party and effect.content.party != own):
                    yield effect

    def awaited(self, id_: str) -> Effect | None:
        """The last act upon something, or upon what it is a part of, that nobody has seen done."""
        acts = (self.effects[one] for one in self.unseen if one in self.effects)
        upon = (a for a in acts if {id_, stepped(id_), record_id(id_)} & {*a.content.target})
        return max(upon, default=None, key=self._order)

    def is_unseen(self, effect: Effect) -> bool:
        """True for a deed whose day has come, where its sources are older than that day.

        What stands in an agreement that is in force from a day takes effect with it. A promise is
        kept by another act, and an objection is made in words.
        """
        begin = self.begin(effect.id)
        by_itself = effect.is_order or f"{effect.record.id}.in-force" in self.dates
        is_deed = not by_itself and effect.content.does not in (OBJECTION, PROMISE)
        return is_deed and begin is not None and effect.seen < begin <= self.today.day

    def kept(self, id_: str, state_of: Callable[[World, str], State | None]) -> State | None:
        """A promise that acts have carried out, or a part of it, and how long such an act holds."""
        days = [(self.begin(one.id), one) for one in self.keeping.get(id_, ())]
        begun = [(day, one) for day, one in days if day and day <= self.today.day]
        whole = [(day, one.id) for day, one in begun if not one.content.keeps_part]
        if whole:
            day, by = min(whole)
            act = state_of(self, by)
            until = act.until if act and act.code == "in-force" else None
            return State("ended", day, until, makers=(id_, by), done=(id_,))
        if begun:
            parts = dict.fromkeys(one.content.keeps_part or "" for _, one in begun)
            makers = (id_, *(one.id for _, one in begun))
            return State("undertaken", begun[0][0], makers=makers, parts=tuple(parts))
        return None

    def next_step(self, id_: str) -> tuple[date, str] | None:
        """The rate that took the place of another, and from when."""
        own = self.steps.get(stepped(id_), ())
        later = dropwhile(lambda step: step[1] != id_, own)
        return next((step for step in later if step[1] != id_), None)

    def start(self, id_: str) -> tuple[str, PartialDate] | None:
        """The first day of something, its own or else that of its record, and what states it."""
        effect, record = self.effects.get(id_), record_id(id_)
        content = effect.content if effect else self.spans.get(id_)
        if content and content.from_:
            return id_, content.from_
        own = id_ if id_.endswith(".in-force") else f"{id_}.in-force"
        named = (own, f"{record}.in-force", f"{record}.date")
        return next(((name, self.dates[name]) for name in named if name in self.dates), None)

    def begin(self, id_: str) -> date | None:
        """The day from which something holds: the latest that its first day can be."""
        if id_ not in self.begins:
            start = self.start(id_)
            self.begins[id_] = start[1].last if start else None
        return self.begins[id_]

    def earliest(self, id_: str) -> date | None:
        """The first day on which something may hold; of a bound only the last is known."""
        start = self.start(id_)
        return start[1].first if start and start[1].first > date.min else self.begin(id_)

    def announcement(self, id_: str) -> str | None:
        """What tells that something, or what it is part of, was made known."""
        names = (f"{record_id(id_)}.{key}" for key in ANNOUNCING.values())
        return next((name for name in names if name in self.dates), None)

    def end(self, id_: str) -> End | None:
        """The end that something has by its own terms."""
        if id_ in self.effects:
            return self.stated_end(id_, self.effects[id_].content, None)
        named = [name for name in (id_, f"{id_}.in-force") if name in self.spans]
        ends = (self.stated_end(name, self.spans[name], None) for name in named)
        return next((end for end in ends if end), None)

    def renewal(self, id_: str) -> Duration | None:
        """How long something goes on again and again."""
        effect = self.effects.get(id_)
        own = (effect.content if effect else None, self.spans.get(f"{id_}.in-force"))
        return next((content.renews for content in own if content and content.renews), None)

    def stated_end(self, id_: str, content: Content, before: End | None) -> End | None:
        """The end that a statement names; a duration counts from its start, else from `before`."""
        if content.until:
            return End(content.until.last, (id_,))
        if content.through:
            return End(content.through.last + ONE_DAY, (id_,))
        if content.for_ is None:
            return None
        if before and not content.from_:
            return End(content.for_.after(before.on), (*before.makers, id_))
        start = self.start(id_)
        # A day that is only the latest possible is no beginning to count from.
        if start is None or start[1].is_bound:
            return None
        return End(content.for_.after(start[1].last), (start[0], id_))


def next_in_turn(id_: str, several: Iterable[Iterable[End]]) -> str:
    """The act that gave a later end after one that prolonged; empty where none did."""
    for ends in several:
        turns = dropwhile(lambda end: end.makers[-1] != id_, ends)
        own = next(turns, None)
        then = next((end for end in turns if own and own.on < end.on), None)
        if then:
            return then.makers[-1]
    return ""


def stepped(id_: str) -> str:
    """The part of which a rate is a step; empty for anything else."""
    return id_.rpartition(STEPS)[0]


def record_id(id_: str) -> str:
    """The record of a statement's id."""
    return id_.partition(".")[0]


def worlds(today: Today, facts: Mapping[str, Fact]) -> tuple[World, ...]:
    """The acts as they stand; several where positions on them differ."""
    # Positions that differ give one world each: as many as the most disputed act has positions.
    doing = {f.id for f in facts.values() if any(one.content.does for one in f.standing)}
    acting = [f for f in facts.values() if f.standing and (f.id in doing or _dates(f))]
    disputed = (len(f.standing) for f in acting if f.status is Status.DISPUTED)
    return tuple(_world(today, acting, index) for index in range(max(disputed, default=1)))


def _world(today: Today, facts: Iterable[Fact], index: int) -> World:
    effects: dict[str, Effect] = {}
    spans: dict[str, Content] = {}
    dates: dict[str, PartialDate] = {}
    for fact in facts:
        content, evidence = fact.chosen, fact.evidence
        if fact.status is Status.DISPUTED:
            one = fact.standing[min(index, len(fact.standing) - 1)]
            content, evidence = one.content, one.evidence
        if content.does:
            # Of a source that names no day it is only known that it may be older.
            seen = max((e.published.first for e in evidence if e.counts), default=date.min)
            known = fact.known_from or date.min
            is_order = isinstance(fact.record.data, Measure) or fact.statement.nature == "order"
            effects[fact.id] = Effect(fact.id, fact.record, content, known, seen, is_order)
            continue
        spans[fact.id] = content
        if content.value and content.value.date:
            dates[fact.id] = content.value.date
    made = World(today, effects, spans, dates)
    unseen = frozenset(one.id for one in effects.values() if made.is_unseen(one))
    return World(today, effects, spans, dates, unseen) if unseen else made


def _dates(fact: Fact) -> bool:
    path, data = fact.located.path, fact.record.data
    if isinstance(data, Event):
        return path == ("date",)
    is_begin = path[-1:] == ("in-force",) or isinstance(fact.statement, Part) or announces(fact)
    return isinstance(data, ACTED_UPON) and is_begin


def announces(fact: Fact) -> bool:
    """True for the day on which an agreement, or a measure that holds something, was made known."""
    data, key = fact.record.data, ANNOUNCING.get(type(fact.record.data))
    # A measure that acts upon others holds nothing of its own: the state is that of its targets.
    holds = not (isinstance(data, Measure) and data.acts)
    return holds and key is not None and fact.located.path == (key,)
