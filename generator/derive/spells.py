"""What held of each thing from day to day, by the acts as they were known, and what lies ahead.

The state of a thing is worked out only for days on which it can change: on which an act that bears
on the thing begins or ends.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import pairwise, zip_longest
from typing import Literal, get_args

from generator.counting import grouped
from generator.derive.dossier import Dossier, Fact
from generator.derive.state import Code, Held
from generator.derive.states import ends, is_whole, own_end, state_of, states, subject_of
from generator.derive.when import Today, worked_out_once
from generator.derive.world import PROLONGING, World, announces, record_id, stepped


@dataclass(frozen=True)
class Spell:
    """What held of something from a day to the day before another.

    `ends` are the ends that were set for it, each with the day from which it was; `ender` is the
    act that ended it, where that was made before it did.
    """

    since: date
    until: date | None
    held: Held
    ends: tuple[tuple[date, date | None], ...] = ()
    ender: str = ""


@dataclass(frozen=True)
class Hindsight:
    """The acts as they were known from a day to the day before another."""

    since: date
    facts: Mapping[str, Fact] = field(repr=False)
    acts: tuple[World, ...] = field(repr=False)

    @cached_property
    def grounds(self) -> Mapping[tuple[str, int], tuple[object, ...]]:
        """What states follow from: the acts, beginnings and parts of each world, by id and world.

        A computed statement stands in no world and has a state all the same: its world is -1.
        """
        held = (fact for fact in self.facts.values() if fact.held)
        found: dict[tuple[str, int], tuple[object, ...]]
        found = {(fact.id, -1): (fact.known_from,) for fact in held}
        for at, world in enumerate(self.acts):
            contents = {id_: one.content for id_, one in world.effects.items()} | {**world.spans}
            for id_, content in contents.items():
                fact, is_unseen = self.facts[id_], id_ in world.unseen
                found[id_, at] = content, fact.grade, fact.by, is_unseen
        return found


def spells_as_known(
    known: Sequence[Hindsight], last: date
) -> Iterator[tuple[date, str, tuple[Spell, ...]]]:
    """The day, a thing and its spells: for each day on which something that bears on it is new."""
    bearing: dict[str, set[str]] = {}
    for before, now in pairwise((*known[:1], *known)):
        new = touched(before, now)
        for fact in things(now):
            if fact.id not in bearing or not new.isdisjoint(bearing[fact.id]):
                bearing[fact.id] = bearing_on(now.acts, subject_of(fact) or fact.id)
                yield now.since, fact.id, spells_of(now, fact, last)


def touched(before: Hindsight, now: Hindsight) -> set[str]:
    """The ids of what changed between two days: acts, their targets, and the records of both."""
    old, new = before.grounds, now.grounds
    changed = {key[0] for key in {*old, *new} if old.get(key) != new.get(key)}
    worlds = (*before.acts, *now.acts)
    acts = [world.effects[id_] for world in worlds for id_ in changed if id_ in world.effects]
    found = changed.union(*((*act.content.target, *act.content.keeps) for act in acts))
    return found | {record_id(id_) for id_ in found}


def things(known: Hindsight) -> Iterator[Fact]:
    """The statements on which the state of something can stand."""
    return (fact for fact in known.facts.values() if subject_of(fact) and not fact.acts_on_others)


def spells_of(known: Hindsight, fact: Fact, last: date) -> tuple[Spell, ...]:
    """What held of one thing from day to day, up to a last day."""
    subject, found = subject_of(fact), list[Spell]()
    assert subject
    # Where a day is known from which a measure holds, the state stands there.
    whole = known.facts.get(f"{fact.record.id}.in-force") if announces(fact) else None
    asked = [fact, whole] if whole else [fact]
    bearing = bearing_on(known.acts, subject)
    days = {day for world in known.acts for day in changing_days(world, bearing)}
    for day in sorted(one for one in {*days, fact.known_from} if one and one <= last):
        acts = [world.on_day(day) for world in known.acts]
        held = states(known.facts, acts, asked).get(fact.id)
        before = found[-1].held if found else None
        if held and held != before and _has_begun(held, fact, day, known.acts):
            found[-1:] = [replace(found[-1], until=day)] if found else []
            found.append(Spell(day, None, held))
    effects = [(world, world.effects.get(id_)) for world in known.acts for id_ in bearing]
    ends = _Ends(known, asked, {act.id: world.made(act) for world, act in effects if act})
    return tuple(ends.added(one, after) for one, after in zip_longest(found, found[1:]) if one)


@dataclass(frozen=True)
class _Ends:
    """Finds the ends that were set for what held, and by which day: `made` has that of each act."""

    known: Hindsight
    asked: Sequence[Fact]
    made: Mapping[str, date]

    def added(self, one: Spell, after: Spell | None) -> Spell:
        """What held with its ends, and the act that ended it."""
        maker = after.held.maker if after and after.held.code == "ended" else ""
        is_before = one.since < self.made.get(maker, date.max) < (one.until or date.max)
        found = replace(one, ender=maker if is_before else "")
        return replace(found, ends=tuple(self.of(found, after)))

    def of(self, one: Spell, after: Spell | None) -> Iterator[tuple[date, date | None]]:
        """Each end with the day from which it was set; none where no end was."""
        later = (day for day in self.made.values() if one.since < day < (one.until or date.max))
        days = {one.since, *later} if one.held.until or one.ender else ()
        before: date | None = date.min
        for day in sorted(days):
            is_over = after and self.made.get(after.held.maker, date.max) <= day
            end = one.until if is_over else self.planned(one.held, day)
            if end != before:
                yield day, end
            before = end

    def planned(self, held: Held, day: date) -> date | None:
        """The end that was set by a day, without what prolonged it later."""
        acts = [world.made_by(day) for world in self.known.acts]
        then = states(self.known.facts, acts, self.asked).get(self.asked[0].id)
        return then.until if then and then.code == held.code else held.until


def changing_days(world: World, among: Iterable[str] = ()) -> Iterator[date]:
    """The days on which states can change by what a world knows; only of some ids where given."""
    ids = {*among} or {*world.effects, *world.spans, *world.dates}
    for id_ in ids | {record_id(id_) for id_ in ids}:
        days = [end.on for end in (*ends(world, id_), own_end(world, id_)) if end]
        named = (world.dates.get(one) for one in (id_, world.announcement(id_)) if one)
        days += [one.last for one in named if one]
        yield from filter(None, (*days, world.begin(id_), world.earliest(id_)))


def bearing_on(acts: Sequence[World], id_: str) -> set[str]:
    """All that the state of something can depend on: acts on it, what these act upon, and so on."""
    found, asked = set[str](), [id_]
    while asked:
        one = asked.pop()
        if one not in found:
            found.add(one)
            asked += filter(None, (record_id(one), stepped(one)))
            for world in acts:
                asked += (id_ for _, id_ in world.steps.get(stepped(one), ()))
                unseen = (world.effects[id_] for id_ in world.unseen if id_ in world.effects)
                awaited = (act for act in unseen if one in act.content.target)
                own = (*world.on.get(one, ()), *world.keeping.get(one, ()), *awaited)
                asked += (effect.id for effect in own)
                asked += world.effects[one].content.target if one in world.effects else ()
    return found


def _has_begun(held: Held, fact: Fact, day: date, acts: Sequence[World]) -> bool:
    """False before the first day of a state; without one, before it was reported or began."""
    if held.since:
        return held.since <= day
    subject = subject_of(fact)
    begun = (world.earliest(subject) for world in acts if subject)
    return any(one is None or one <= day for one in (fact.known_from, *filter(None, begun)))


Kind = Literal["ends", "suspension ends", "comes into force", "falls due", "no end named"]
KINDS: tuple[Kind, ...] = get_args(Kind)
ENDS: Kind = "ends"
SUSPENDED: Kind = "suspension ends"


@dataclass(frozen=True)
class Deadline:
    """What happens on a day, to which statements; without a day, what has no end named."""

    on: date | None
    days: int | None
    kind: Kind
    facts: tuple[Fact, ...]


@worked_out_once
def deadlines(dossier: Dossier) -> tuple[Deadline, ...]:
    """All that is ahead, by day; what has no day comes last."""
    return tuple(_deadlines(dossier))


def _deadlines(dossier: Dossier) -> Iterator[Deadline]:
    facts = () if dossier.past_coverage else dossier.facts.values()
    found = grouped((key, fact) for fact in facts for key in _ahead(dossier, fact))
    for on, kind in sorted(found, key=lambda key: (key[0], KINDS.index(key[1]))):
        # Of what is suspended only the suspension ends on a day, and not the act as well.
        suspended = found.get((on, SUSPENDED), ()) if kind == ENDS else ()
        makers = {fact.held.maker for fact in suspended if fact.held}
        left = tuple(f for f in found[on, kind] if not (f.held and f.held.maker in makers))
        day = None if on == date.max else on
        if left:
            yield Deadline(day, (day - dossier.day).days if day else None, kind, left)


def by_maker(dossier: Dossier) -> Iterator[Deadline]:
    """The same as a reader would note it: what one act brings about on a day is one thing."""
    for one in deadlines(dossier):
        found = grouped((fact.held.maker if fact.held else fact.id, fact) for fact in one.facts)
        for facts in found.values():
            ordered = sorted(facts, key=lambda fact: (not is_whole(fact), fact.id))
            yield Deadline(one.on, one.days, one.kind, tuple(ordered))


def _ahead(dossier: Dossier, fact: Fact) -> Iterator[tuple[date, Kind]]:
    """The days after the day that a statement names."""
    held = fact.held
    # What no quotation bears out is left to its card; nothing lies ahead of what is done.
    if held.done if held else not fact.status:
        return
    if held is None or held.code == "announced":
        # A day that is computed from what ends on it is shown with that.
        inputs = fact.computed.inputs if fact.computed else ()
        due = (day for day in _due_days(fact) if not _ends_on(dossier, inputs, day))
        kind: Kind = "comes into force" if held else "falls due"
        yield from ((day, kind) for day in due if day > dossier.day)
    elif held.code == "suspended":
        yield from ((day, SUSPENDED) for day in held.ends)
        if not held.ends:
            yield date.max, "no end named"
    else:
        # What only prolongs something ends with it.
        targets = fact.chosen.target if fact.chosen.does in PROLONGING else ()
        for day in held.ends:
            if day > dossier.day and not _ends_on(dossier, targets, day):
                yield day, ENDS


def _ends_on(dossier: Dossier, ids: Iterable[str], day: date) -> bool:
    """True where one of some statements has a state that ends on a day."""
    held = (dossier.facts[id_].held for id_ in ids if id_ in dossier.facts)
    return any(day in one.ends for one in held if one)


def _due_days(fact: Fact) -> Iterator[date]:
    """The day that a statement states or that a formula gives; each of several of equal rank."""
    if fact.computed and fact.statement.compute:
        found = [fact.computed.date]
    else:
        found = [content.value.date for content in fact.contents if content.value]
    yield from dict.fromkeys(day.last for day in found if day and not day.is_unknown)


@dataclass(frozen=True)
class Later(Today):
    """A day that lies ahead, with what is known now."""

    @property
    def day(self) -> date:
        """The day itself, past the coverage end too."""
        return self.as_of


def code_on(dossier: Dossier, fact: Fact, day: date) -> Code | None:
    """What a statement is on a later day; None where positions differ or it has no state."""
    subject, later = subject_of(fact), Later(dossier.briefing, day)
    known = [world.at(later) for world in dossier.worlds if subject]
    found = {state.code for one in known if subject and (state := state_of(one, subject))}
    return found.pop() if len(found) == 1 else None
