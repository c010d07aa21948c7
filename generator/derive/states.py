"""What holds on a day: a fold over the acts known by then.

Nothing is edited when something happens to it later: acts suspend, extend and end what they name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from generator.derive.dossier import Fact, Held, Status
from generator.derive.state import State, held
from generator.derive.when import Today
from generator.model.agreement import Agreement
from generator.model.event import Event
from generator.model.measure import Measure
from generator.model.record import Record
from generator.model.statement import Content, Part

FINAL = {"end", "lift", "replace"}
PROLONGING = {"extend", "amend"}
ACTED_UPON = (Agreement, Measure)


@dataclass(frozen=True)
class Effect:
    """An act of one world: what it does, to what, and when."""

    id: str
    record: Record
    content: Content
    known: date


@dataclass(frozen=True)
class World:
    """The acts, beginnings and parts as one choice of positions has them.

    `spans` holds what gives something a beginning or an end of its own: the statement on which it
    is in force, and the part itself.
    """

    today: Today
    effects: Mapping[str, Effect]
    spans: Mapping[str, Content]
    dates: Mapping[str, date]
    known_states: dict[str, State | None] = field(default_factory=dict)
    ended: dict[str, State | None] = field(default_factory=dict)

    @cached_property
    def on(self) -> Mapping[str, tuple[Effect, ...]]:
        """The acts upon each target, in the order of their own days."""
        found: dict[str, list[Effect]] = {}
        for effect in sorted(self.effects.values(), key=self._order):
            for target in effect.content.target:
                found.setdefault(target, []).append(effect)
        return {target: tuple(effects) for target, effects in found.items()}

    def _order(self, effect: Effect) -> tuple[date, date, str]:
        return self.begin(effect.id) or effect.known, effect.known, effect.id

    def upon(self, id_: str) -> Iterator[Effect]:
        """The acts upon something, or upon what it is a part of where they concern its party."""
        yield from self.on.get(id_, ())
        record = record_id(id_)
        if record != id_:
            own = self.effects[id_].content.party if id_ in self.effects else None
            for effect in self.on.get(record, ()):
                if not (own and effect.content.party and effect.content.party != own):
                    yield effect

    def begin(self, id_: str) -> date | None:
        """The first day of something: its own, else that of its record."""
        effect = self.effects.get(id_)
        content = effect.content if effect else self.spans.get(id_)
        if content and content.from_:
            return content.from_.last
        record = record_id(id_)
        named = (f"{id_}.in-force", f"{record}.in-force", f"{record}.date")
        return next((self.dates[name] for name in named if name in self.dates), None)

    def is_announced(self, id_: str) -> bool:
        """True for what was made known, or is part of that, with a first day or without."""
        return f"{record_id(id_)}.announced" in self.dates

    def end(self, id_: str) -> date | None:
        """The first day on which something no longer holds by its own terms."""
        effect = self.effects.get(id_)
        if effect:
            return None if effect.content.renews else self.stated_end(id_, effect.content, None)
        own = (self.spans.get(id_), self.spans.get(f"{id_}.in-force"))
        ends = (self.stated_end(id_, content, None) for content in own if content)
        return next((day for day in ends if day), None)

    def stated_end(self, id_: str, content: Content, before: date | None) -> date | None:
        """The end that a statement names; a duration counts from its start, else from `before`."""
        if content.until:
            return content.until.last
        if content.through:
            return content.through.last + timedelta(days=1)
        start = (content.from_.last if content.from_ else before) or self.begin(id_)
        return content.for_.after(start) if content.for_ and start else None


def record_id(id_: str) -> str:
    """The record of a statement's id."""
    return id_.partition(".")[0]


def states(today: Today, facts: Mapping[str, Fact]) -> dict[str, Held]:
    """What holds of each in-force, term and part."""
    known, found = worlds(today, facts), {}
    for fact in facts.values():
        subject = subject_of(fact)
        if subject is None or (is_whole(fact) and not fact.standing):
            continue
        known_states = [state for world in known if (state := state_of(world, subject))]
        if known_states:
            found[fact.id] = held(today, known_states)
    # Where a day is known from which a measure holds, the state stands there.
    begun = {id_.removesuffix(".in-force") for id_ in found if id_.endswith(".in-force")}
    late = {fact.id for fact in facts.values() if _announces(fact) and fact.record.id in begun}
    return {id_: state for id_, state in found.items() if id_ not in late}


def subject_of(fact: Fact) -> str | None:
    """What the state on a fact is the state of; None where a fact has no state."""
    path, record = fact.located.path, fact.record
    if not isinstance(record.data, ACTED_UPON) or not path:
        return None
    if path[-1] == "in-force" or _announces(fact):
        return ".".join((record.id, *map(str, path[:-1])))
    is_term = path[0] == "terms" and len(path) == 2
    return fact.id if is_term or isinstance(fact.statement, Part) else None


def worlds(today: Today, facts: Mapping[str, Fact]) -> list[World]:
    """The acts as they stand; several where positions on them differ."""
    # Positions that differ give one world each: as many as the most disputed act has positions.
    acting = [f for f in facts.values() if f.standing and (_acts(f) or _dates(f))]
    disputed = (len(f.standing) for f in acting if f.status is Status.DISPUTED)
    return [_world(today, acting, index) for index in range(max(disputed, default=1))]


def _world(today: Today, facts: Iterable[Fact], index: int) -> World:
    effects: dict[str, Effect] = {}
    spans: dict[str, Content] = {}
    dates: dict[str, date] = {}
    for fact in facts:
        content = fact.chosen
        if fact.status is Status.DISPUTED:
            content = fact.standing[min(index, len(fact.standing) - 1)].content
        if content.does:
            effects[fact.id] = Effect(fact.id, fact.record, content, fact.known_from or date.min)
            continue
        spans[fact.id] = content
        if content.value and content.value.date:
            dates[fact.id] = content.value.date.last
    return World(today, effects, spans, dates)


def _acts(fact: Fact) -> bool:
    return any(stance.content.does for stance in fact.standing)


def _dates(fact: Fact) -> bool:
    path, data = fact.located.path, fact.record.data
    dated = isinstance(data, Event) and path == ("date",)
    began = bool(path) and path[-1] == "in-force"
    held = isinstance(data, ACTED_UPON) and (began or isinstance(fact.statement, Part))
    return dated or held or _announces(fact)


def is_whole(fact: Fact) -> bool:
    """True for what the state of a whole record stands on."""
    return fact.located.path == ("in-force",) or _announces(fact)


def _announces(fact: Fact) -> bool:
    # What acts upon others holds nothing of its own: the state is that of its targets.
    data = fact.record.data
    return isinstance(data, Measure) and not data.acts and fact.located.path == ("announced",)


def state_of(world: World, id_: str) -> State | None:
    """The state of an agreement, measure, part or act at the end of the world's day."""
    if id_ not in world.known_states:
        # Acts may point in a circle: what is being asked already has no answer yet.
        world.known_states[id_] = None
        world.known_states[id_] = _state(world, id_)
    return world.known_states[id_]


def _state(world: World, id_: str) -> State | None:
    day, begin = world.today.day, world.begin(id_)
    over = over_by_now(world, id_)
    if over:
        return over
    is_act = id_ in world.effects
    if begin is None and not is_act and not world.is_announced(id_):
        return None
    held = _suspension(world, id_)
    if held:
        return held
    if begin > day if begin else not is_act:
        return State("announced")
    return State("in force", ends=end_of(world, id_), since=begin)


def over_by_now(world: World, id_: str) -> State | None:
    """How something ended first, if it has; suspensions have no part in this."""
    if id_ not in world.ended:
        world.ended[id_] = None
        first = min(_endings(world, id_), default=None, key=lambda state: state.on or date.min)
        past = first and first.on and first.on <= world.today.day
        world.ended[id_] = first if past else None
    return world.ended[id_]


def _endings(world: World, id_: str) -> Iterator[State]:
    """Every way in which something comes to an end, each with its day."""
    for effect in world.upon(id_):
        day = world.begin(effect.id)
        if effect.content.does in FINAL and effect.id != id_ and day and _stands(world, effect):
            yield State("ended", day, _whose(effect, id_, world))
    end = end_of(world, id_)
    if end:
        yield State("run out", end)
    yield from _with_its_targets(world, id_)


def _stands(world: World, effect: Effect) -> bool:
    """True for an act that was not itself ended before it could act."""
    start = world.begin(effect.id) or effect.known
    final = (e for e in world.upon(effect.id) if e.content.does in FINAL and e.id != effect.id)
    return not any((day := world.begin(e.id)) and day <= start for e in final)


def _with_its_targets(world: World, id_: str) -> Iterator[State]:
    """An act whose targets have all ended has ended too; that which ends them has done its work."""
    effect = world.effects.get(id_)
    if effect is None or effect.content.does in FINAL or not effect.content.target:
        return
    ends = [over_by_now(world, target) for target in effect.content.target]
    if all(ends):
        yield State("ended", max(state.on for state in ends if state and state.on))


def end_of(world: World, id_: str) -> date | None:
    """The first day on which something no longer holds by its own terms or a later extension."""
    effect, end = world.effects.get(id_), world.end(id_)
    for later in world.upon(id_):
        # What prolongs a whole agreement gives no end to a promise that has none.
        meant = end is not None or id_ in later.content.target
        prolongs = later.content.does in PROLONGING and later.id != id_
        if meant and prolongs and _stands(world, later):
            end = world.stated_end(later.id, later.content, end) or end
    return None if effect and effect.content.renews else end


def _suspension(world: World, id_: str) -> State | None:
    for effect in reversed(list(world.upon(id_))):
        if effect.content.does == "suspend" and effect.id != id_ and _running(world, effect, id_):
            whose, since = _whose(effect, id_, world), world.begin(effect.id)
            return State("suspended", end_of(world, effect.id), whose, since=since)
    return None


def _running(world: World, effect: Effect, id_: str) -> bool:
    state = state_of(world, effect.id)
    begun = world.begin(effect.id)
    if state is None or state.word != "in force" or begun is None:
        return False
    resumed = (world.begin(e.id) for e in world.upon(id_) if e.content.does == "resume")
    return not any(begun <= day <= world.today.day for day in resumed if day)


def _whose(effect: Effect, id_: str, world: World) -> str:
    """The party whose part alone is meant, of what several hold together."""
    record = world.today.briefing.records.get(record_id(id_))
    shared = isinstance(record and record.data, Agreement) and id_ == record_id(id_)
    return effect.content.party or "" if shared else ""
