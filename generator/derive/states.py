"""What holds on a day: a fold over the acts known by then.

Nothing is edited when something happens to it later: acts suspend, extend and end what they name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from generator.derive.dossier import Fact
from generator.derive.when import Today
from generator.model.agreement import Agreement
from generator.model.dates import PartialDate, in_words
from generator.model.event import Event
from generator.model.measure import Measure
from generator.model.record import Record
from generator.model.statement import Content, Part

FINAL = {"end", "lift", "replace"}
PROLONGING = {"extend", "amend"}
ACTED_UPON = (Agreement, Measure)


@dataclass(frozen=True)
class State:
    """What something is on a day: the word, the day that belongs to it, and whose part."""

    word: str
    on: date | None = None
    party: str = ""
    ends: date | None = None

    def text(self, name: str = "") -> str:
        """The state as printed; `name` is the party whose part it is."""
        day = f" {in_words(self.on)}" if self.on else ""
        until = " until" if self.word == "suspended" and day else ""
        return f"{self.word}{until}{day}{f' ({name})' if name else ''}"


@dataclass(frozen=True)
class Effect:
    """An act of one world: what it does, to what, and when."""

    id: str
    record: Record
    content: Content
    known: date

    @property
    def start(self) -> PartialDate | None:
        """The day from which it acts, if the act itself says so."""
        return self.content.from_


@dataclass(frozen=True)
class World:
    """The acts and beginnings as one choice of positions has them."""

    today: Today
    effects: Mapping[str, Effect]
    begins: Mapping[str, date]
    asked: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def on(self) -> Mapping[str, tuple[Effect, ...]]:
        """The acts upon each target, in the order in which they became known."""
        found: dict[str, list[Effect]] = {}
        for effect in sorted(self.effects.values(), key=lambda e: (e.known, e.id)):
            for target in effect.content.target:
                found.setdefault(target, []).append(effect)
        return {target: tuple(effects) for target, effects in found.items()}

    def upon(self, id_: str) -> Iterator[Effect]:
        """The acts upon something or upon what it is a part of."""
        yield from self.on.get(id_, ())
        if record_id(id_) != id_:
            yield from self.on.get(record_id(id_), ())

    def begin(self, id_: str) -> date | None:
        """The first day of something: its own, else that of its record."""
        effect = self.effects.get(id_)
        if effect and effect.start:
            return effect.start.last
        if f"{id_}.in-force" in self.begins:
            return self.begins[f"{id_}.in-force"]
        record = record_id(id_)
        return self.begins.get(f"{record}.in-force") or self.begins.get(f"{record}.date")

    def within(self, id_: str) -> World:
        """The same world, with a question not to be asked again (acts may point in a circle)."""
        return World(self.today, self.effects, self.begins, self.asked | {id_})


def record_id(id_: str) -> str:
    """The record of a statement's id."""
    return id_.partition(".")[0]


def states(today: Today, facts: Mapping[str, Fact]) -> dict[str, tuple[str, date | None]]:
    """The state of each in-force, term and part as text, with the day on which it ends."""
    return {
        fact.id: _told(today, found)
        for fact in facts.values()
        if (subject := subject_of(fact))
        and (
            found := [
                state for world in _worlds(today, facts) if (state := state_of(world, subject))
            ]
        )
    }


def subject_of(fact: Fact) -> str | None:
    """What the state on a fact is the state of; None where a fact has no state."""
    path, record = fact.located.path, fact.record
    if not isinstance(record.data, ACTED_UPON) or not path:
        return None
    if path[-1] == "in-force":
        return ".".join((record.id, *map(str, path[:-1])))
    is_term = path[0] == "terms" and len(path) == 2
    return fact.id if is_term or isinstance(fact.statement, Part) else None


def _worlds(today: Today, facts: Mapping[str, Fact]) -> list[World]:
    # Positions that differ give one world each: as many as the most disputed act has positions.
    disputed = [f for f in facts.values() if _acts(f) or _begins(f)]
    count = max((len(f.standing) for f in disputed), default=1) or 1
    return [_world(today, disputed, index) for index in range(count)]


def _world(today: Today, facts: Iterable[Fact], index: int) -> World:
    effects, begins = {}, {}
    for fact in facts:
        if not fact.standing:
            continue
        content = fact.standing[min(index, len(fact.standing) - 1)].content
        if content.does:
            known = fact.known_from or date.min
            effects[fact.id] = Effect(fact.id, fact.record, content, known)
        elif content.value and content.value.date:
            begins[fact.id] = content.value.date.last
    return World(today, effects, begins)


def _acts(fact: Fact) -> bool:
    return any(stance.content.does for stance in fact.standing)


def _begins(fact: Fact) -> bool:
    path, data = fact.located.path, fact.record.data
    dated = isinstance(data, Event) and path == ("date",)
    return dated or (isinstance(data, ACTED_UPON) and bool(path) and path[-1] == "in-force")


def state_of(world: World, id_: str) -> State | None:
    """The state of an agreement, measure, part or act at the end of the world's day."""
    if id_ in world.asked:
        return None
    world, day = world.within(id_), world.today.day
    begin = world.begin(id_)
    over = min(_endings(world, id_), default=None, key=lambda state: state.on or date.min)
    if over and over.on and over.on <= day:
        return over
    if begin is None and id_ not in world.effects:
        return None
    held = _suspension(world, id_)
    if held:
        return held
    return State("announced") if begin and begin > day else State("in force", ends=_end(world, id_))


def _endings(world: World, id_: str) -> Iterator[State]:
    """Every way in which something comes to an end, each with its day."""
    for effect in world.upon(id_):
        if effect.content.does in FINAL and effect.id != id_ and (day := world.begin(effect.id)):
            yield State("ended", day)
    end = _end(world, id_)
    if end:
        yield State("run out", end)
    yield from _with_its_targets(world, id_)


def _with_its_targets(world: World, id_: str) -> Iterator[State]:
    """An act whose targets have all ended has ended too; that which ends them has done its work."""
    effect = world.effects.get(id_)
    if effect is None or effect.content.does in FINAL or not effect.content.target:
        return
    ends = [state_of(world, target) for target in effect.content.target]
    if all(state and state.word in {"ended", "run out"} for state in ends):
        yield State("ended", max(state.on for state in ends if state and state.on))


def _end(world: World, id_: str) -> date | None:
    """The first day on which something no longer holds by its own terms or a later extension."""
    effect = world.effects.get(id_)
    end = _stated_end(world, effect, None) if effect else None
    for later in world.upon(id_):
        # What prolongs a whole agreement gives no end to a promise that has none.
        meant = end is not None or id_ in later.content.target
        if meant and later.content.does in PROLONGING and later.id != id_:
            end = _stated_end(world, later, end) or end
    return None if effect and effect.content.renews else end


def _stated_end(world: World, effect: Effect, before: date | None) -> date | None:
    content = effect.content
    if content.until:
        return content.until.last
    if content.through:
        return content.through.last + timedelta(days=1)
    # An extension counts from its own first day, else from the end that it moves.
    start = (effect.start.last if effect.start else before) or world.begin(effect.id)
    return content.for_.after(start) if content.for_ and start else None


def _suspension(world: World, id_: str) -> State | None:
    for effect in reversed(list(world.upon(id_))):
        if effect.content.does == "suspend" and effect.id != id_ and _running(world, effect, id_):
            return State("suspended", _end(world, effect.id), _whose(effect, id_, world))
    return None


def _running(world: World, effect: Effect, id_: str) -> bool:
    state = state_of(world, effect.id)
    begun = world.begin(effect.id)
    if state is None or state.word != "in force" or begun is None:
        return False
    resumed = (world.begin(e.id) for e in world.upon(id_) if e.content.does == "resume")
    return not any(begun <= day <= world.today.day for day in resumed if day)


def _whose(effect: Effect, id_: str, world: World) -> str:
    """The party of a suspension that concerns its part only, of what several hold together."""
    record = world.today.briefing.records.get(record_id(id_))
    shared = isinstance(record and record.data, Agreement) and id_ == record_id(id_)
    return effect.content.party or "" if shared else ""


def _told(today: Today, found: list[State]) -> tuple[str, date | None]:
    text = _shared(today, found)
    end = today.briefing.edition.coverage_end.last
    if today.as_of > end:
        return f"not known after {in_words(end)} (then: {text})", None
    return text, found[0].ends if len({state.ends for state in found}) == 1 else None


def _shared(today: Today, found: list[State]) -> str:
    first = found[0]
    if all(state == first for state in found):
        return first.text(today.briefing.name(first.party) if first.party else "")
    if all(state.word == first.word for state in found):
        return f"{first.word}, end disputed"
    return "disputed"
