"""What holds on a day: a fold over the acts known by then."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.derive.actors import doing, sides
from generator.derive.dossier import Dossier, Fact
from generator.derive.state import Code, Held, State, held
from generator.derive.world import (
    ACTED_UPON,
    FINAL,
    PROLONGING,
    Effect,
    End,
    World,
    announces,
    next_in_turn,
    record_id,
    stepped,
)
from generator.model.dates import PartialDate
from generator.model.events import Agreement
from generator.model.statement import OBJECTION, PROMISE, Act, Part

# What holds follows from act to act upon it: from so many as one file can have, and more.
sys.setrecursionlimit(20_000)


def states(
    facts: Mapping[str, Fact], known: Sequence[World], among: Iterable[Fact] = ()
) -> dict[str, Held]:
    """What holds of each in-force, term, part and act; looked for among those that can have one."""
    found, among = {}, tuple(among) or facts.values()
    for fact in among:
        subject = None if is_whole(fact) and not fact.standing else subject_of(fact)
        states = [state for world in known if subject and (state := state_of(world, subject))]
        if states:
            found[fact.id] = held(known[0].today, facts, states)
    # Where a day is known from which a measure holds, the state stands there.
    late = {k for k in found if announces(facts[k]) and f"{facts[k].record.id}.in-force" in found}
    return {id_: state for id_, state in found.items() if id_ not in late}


def given_ends(world: World) -> dict[str, date]:
    """The end that each act, beginning and part gives: stated, or worked out from its length."""
    found = {id_: given_end(world, id_) for id_ in world.effects}
    found |= {id_: world.stated_end(id_, content, None) for id_, content in world.spans.items()}
    return {id_: end.on for id_, end in found.items() if end}


def given_end(world: World, id_: str) -> End | None:
    """The end that something has by its own terms; what prolongs may count from the end before."""
    if id_ not in world.given:
        world.given[id_] = own = world.end(id_)
        effect = world.effects.get(id_)
        if own is None and effect and effect.content.for_:
            moved = (end for of in effect.content.target for end in ends(world, of))
            world.given[id_] = next((end for end in moved if end.makers[-1] == id_), None)
    return world.given[id_]


def subject_of(fact: Fact) -> str | None:
    """What the state on a fact is the state of; None where a fact has no state."""
    if isinstance(fact.statement, Act | Part):
        return fact.id
    begins = fact.located.path[-1:] == ("in-force",) and isinstance(fact.record.data, ACTED_UPON)
    return fact.id.rpartition(".")[0] if begins or announces(fact) else None


def is_whole(fact: Fact) -> bool:
    """True for what the state of a whole record stands on."""
    return fact.located.path == ("in-force",) or announces(fact)


def state_of(world: World, id_: str) -> State | None:
    """The state of an agreement, measure, part or act at the end of the world's day."""
    if id_ not in world.known_states:
        # Acts may point in a circle: what is being asked already has no answer yet.
        world.known_states[id_] = None
        world.known_states[id_] = _state(world, id_)
    return world.known_states[id_]


def _state(world: World, id_: str) -> State | None:
    if id_ in world.unseen:
        return _due(world, world.effects[id_])
    over = _done(world, id_) or over_by_now(world, id_)
    if over:
        return over
    if awaited := world.awaited(id_):
        return _due(world, awaited, AWAITS.get(awaited.content.does or "", ""))
    start, effect = world.start(id_), world.effects.get(id_)
    if start is None and not effect and not world.announcement(id_):
        return None
    suspension = _suspension(world, id_)
    if suspension:
        return suspension
    begin = world.begin(id_) if effect else world.earliest(id_)
    if effect and effect.content.does == PROMISE:
        since = _known(start) if begin and begin <= world.today.day else None
        return world.kept(id_, state_of) or State("undertaken", since, makers=(id_,))
    if begin > world.today.day if begin else not effect:
        return _announced(world, id_)
    return _in_force(world, id_)


# What an act that was announced, and not seen done, was to bring to its target.
AWAITS = {
    "end": "end",
    "lift": "end",
    "replace": "be replaced",
    "suspend": "be suspended",
    "resume": "apply again",
    "extend": "be prolonged",
    "amend": "change",
}


def _due(world: World, act: Effect, awaits: str = "") -> State:
    """What an act that nobody has seen done was to bring, and when a source last told of it."""
    seen = act.seen if act.seen > date.min else None
    makers = (*_start_of(world, act.id), act.id)
    return State("due", world.begin(act.id), makers=makers, awaits=awaits, seen=seen)


def _done(world: World, id_: str) -> State | None:
    """What an act that ends something has done; whatever comes later does not undo it."""
    effect, day = world.effects.get(id_), world.begin(id_)
    is_final = effect is not None and effect.content.does in FINAL and _stands(world, effect)
    if not effect or not is_final or not day or day > world.today.day:
        return None
    makers = (*_start_of(world, id_), id_)
    return State("ended", day, makers=makers, done=effect.content.target)


def _announced(world: World, id_: str) -> State:
    """What was made known and does not hold yet; an agreement binds those who made it till then."""
    start, name = world.start(id_), world.announcement(id_)
    makers = (*((name,) if name else ()), *((start[0],) if start else ()))
    since = _known((name, world.dates[name])) if name else None
    code: Code = "undertaken" if name == f"{id_}.issued" else "announced"
    return State(code, since, makers=makers)


def _in_force(world: World, id_: str) -> State:
    start, end, again = world.start(id_), expiry(world, id_), _again(world, id_)
    makers = [start[0]] if start else []
    makers += [id_] if id_ in world.effects else []
    makers += [*(again.makers if again else ()), *(end.makers if end else ())]
    since = again.on if again else _known(start)
    # A bound is no month in which it began.
    within = start[1] if start and not (again or start[1].is_day or start[1].is_bound) else None
    until = end.on if end else None
    return State("in-force", since, until, _in_turn(makers), within=within)


def _in_turn(makers: Sequence[str]) -> tuple[str, ...]:
    """Each once, at the place where it comes last."""
    return tuple(reversed(dict.fromkeys(reversed(makers))))


def _known(start: tuple[str, PartialDate] | None) -> date | None:
    """A first day; none where only a month or the latest possible day is held."""
    return start[1].first if start and start[1].is_day else None


def _again(world: World, id_: str) -> End | None:
    """Since when something holds again, after the last of its suspensions."""
    over = [end for effect in _suspending(world, id_) if (end := _resumed(world, effect, id_))]
    last, begin = max(over, default=None, key=lambda end: end.on), world.begin(id_)
    return last if last and begin and last.on > begin else None


def _suspending(world: World, id_: str) -> Iterator[Effect]:
    upon = world.upon(id_)
    return (one for one in upon if one.content.does == "suspend" and one.id != id_)


def _resumed(world: World, effect: Effect, id_: str) -> End | None:
    """When a suspension was over for a target, by its end or by an act upon the target."""
    begun, over = world.begin(effect.id), over_by_now(world, effect.id)
    resumed = _first_resumed(world, begun, world.upon(id_)) if begun else None
    found = [resumed] if resumed else []
    found += [End(over.since, over.makers)] if over and over.since else []
    past = (end for end in found if begun and begun <= end.on <= world.today.day)
    return min(past, default=None, key=lambda end: end.on)


def over_by_now(world: World, id_: str) -> State | None:
    """How something ended first, if it has; suspensions have no part in this."""
    if id_ not in world.ended:
        world.ended[id_] = None
        first = min(_endings(world, id_), default=None, key=lambda state: state.since or date.min)
        past = first and first.since and first.since <= world.today.day
        world.ended[id_] = first if past else None
    return world.ended[id_]


def _endings(world: World, id_: str) -> Iterator[State]:
    """Every way in which something comes to an end, each with its day."""
    for effect in world.upon(id_):
        day = world.begin(effect.id)
        if effect.content.does in FINAL and effect.id != id_ and day and _stands(world, effect):
            makers = (*_start_of(world, effect.id), effect.id)
            due = _never(world, id_, day)
            yield State("ended", day, None, makers, _whose(effect, id_, world), due)
    if step := world.next_step(id_):
        yield State("ended", step[0], makers=(*_start_of(world, id_), step[1]))
    if end := expiry(world, id_):
        again = next_in_turn(id_, (ends(world, of) for of in world.targets(id_)))
        gone = over_by_now(world, again) if again else None
        yield State("run-out", end.on, makers=end.makers, again=again, gone=gone)
    yield from _given_up(world, id_)
    yield from _with_its_targets(world, id_)


def _given_up(world: World, id_: str) -> Iterator[State]:
    """A suspension ends when it is resumed from, or when all that it suspends is resumed."""
    effect, begun = world.effects.get(id_), world.begin(id_)
    if effect is None or effect.content.does != "suspend" or not begun:
        return
    own = [e for e in world.upon(id_) if id_ in e.content.target]
    resumed = [_first_resumed(world, begun, own)]
    of_targets = [_first_resumed(world, begun, world.upon(of)) for of in effect.content.target]
    if all(of_targets):
        resumed.append(max(of_targets, default=None, key=_day_of))
    for end in filter(None, resumed):
        yield State("ended", end.on, makers=end.makers)


def _first_resumed(world: World, begun: date, acts: Iterable[Effect]) -> End | None:
    """The first of some acts by which something goes on after a day, or on it."""
    days = [(day, e.id) for e in acts if e.content.does == "resume" and (day := world.begin(e.id))]
    day, act = min((one for one in days if one[0] >= begun), default=(None, ""))
    return End(day, (act,)) if day else None


def _day_of(end: End | None) -> date:
    return end.on if end else date.min


def _start_of(world: World, id_: str) -> tuple[str, ...]:
    start = world.start(id_)
    return (start[0],) if start and start[0] != id_ else ()


def _never(world: World, id_: str, day: date) -> PartialDate | None:
    """The first day of what was stopped by then: it never took effect."""
    start = world.start(id_)
    return start[1] if start and day <= start[1].first else None


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
        last = max((state for state in ends if state), key=lambda state: state.since or date.min)
        over = zip(effect.content.target, ends, strict=True)
        along = (id_ for of, end in over if end for id_ in end.along or (_most(world, of),))
        yield State("ended", last.since, makers=last.makers, along=tuple(dict.fromkeys(along)))


def _most(world: World, id_: str) -> str:
    """The record of what has ended, if that has ended as a whole."""
    record = record_id(id_)
    return record if over_by_now(world, record) else id_


def ends(world: World, id_: str) -> Iterator[End]:
    """Every end that is named for something in turn: its own, then each that prolongs it."""
    end = given_end(world, id_)
    if end:
        yield end
    for later in world.upon(id_):
        # What prolongs a whole agreement gives no end to a promise that has none.
        meant = end is not None or id_ in later.content.target
        prolongs = later.content.does in PROLONGING and later.id != id_
        if meant and prolongs and _stands(world, later):
            moved = world.stated_end(later.id, later.content, end)
            if moved:
                end = moved
                yield moved


def expiry(world: World, id_: str) -> End | None:
    """The end of something; a term or a part runs out with its record."""
    found = [end for of in (id_, stepped(id_), record_id(id_)) if (end := own_end(world, of))]
    return min(found, default=None, key=lambda end: end.on)


def own_end(world: World, id_: str) -> End | None:
    """The end of something by its own terms or a later extension; none while it renews itself."""
    *_, last = (None, *ends(world, id_))
    return last if world.renewal(id_) is None else _objected(world, id_, last)


def _objected(world: World, id_: str, end: End | None) -> End | None:
    """The end of what renews itself: the first renewal that somebody has objected to by then."""
    renews, begin = world.renewal(id_), world.begin(id_)
    acts = (e for e in world.upon(id_) if e.content.does == OBJECTION and _stands(world, e))
    days = [(day, e.id) for e in acts if (day := world.begin(e.id))]
    if not days or renews is None or not (end or begin):
        return None
    day, act = min(days)
    on = end.on if end else renews.after(begin or day)
    while on < day < renews.after(on):
        on = renews.after(on)
    return End(on, (*(end.makers if end else ()), act))


def _suspension(world: World, id_: str) -> State | None:
    """The last suspension that goes on."""
    for effect in reversed(list(_suspending(world, id_))):
        state, since = state_of(world, effect.id), world.begin(effect.id)
        runs = state and state.code == "in-force" and since
        if not since or not runs or _resumed(world, effect, id_):
            continue
        end, due = expiry(world, effect.id), _never(world, id_, since)
        makers = (*_start_of(world, effect.id), effect.id, *(end.makers if end else ()))
        if due and end and end.on <= due.first:
            due = None
        whose, until = _whose(effect, id_, world), end.on if end else None
        return State("suspended", since, until, _in_turn(makers), whose, due)
    return None


def _whose(effect: Effect, id_: str, world: World) -> str:
    """The side that acted alone, upon what several hold together."""
    briefing = world.today.briefing
    record = briefing.records.get(record_id(id_))
    if not isinstance(record and record.data, Agreement):
        return ""
    found = list(sides(briefing, doing(briefing, briefing.statements[effect.id], effect.content)))
    return found[0] if len(found) == 1 else ""


def whole_of(dossier: Dossier, record: str) -> Fact | None:
    """The statement with the state of a whole record."""
    found = (fact for fact in dossier.by_record.get(record, ()) if is_whole(fact))
    return next((fact for fact in found if fact.held), None)
