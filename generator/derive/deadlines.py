"""What ends or falls due after the day, by what is stated; a renderer counts nothing itself.

Past the coverage end there are none: what held then may have been ended or prolonged since.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from generator.derive.dossier import Dossier, Fact
from generator.derive.states import is_whole
from generator.derive.world import PROLONGING

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


def deadlines(dossier: Dossier) -> tuple[Deadline, ...]:
    """All that is ahead, by day; what has no day comes last."""
    found: dict[tuple[date, Kind], list[Fact]] = {}
    for fact in () if dossier.past_coverage else dossier.facts.values():
        for on, kind in ahead(dossier, fact):
            found.setdefault((on, kind), []).append(fact)
    for day in {on for on, kind in found if kind == SUSPENDED}:
        found[day, ENDS] = but_suspending(found.get((day, ENDS), []), found[day, SUSPENDED])
    kept = (key for key in found if found[key])
    ordered = sorted(kept, key=lambda key: (key[0], KINDS.index(key[1])))
    return tuple(deadline(dossier, key, found[key]) for key in ordered)


def by_maker(dossier: Dossier) -> Iterator[Deadline]:
    """The same as a reader would note it: what one act brings about on a day is one thing."""
    for one in deadlines(dossier):
        found: dict[str, list[Fact]] = {}
        for fact in one.facts:
            found.setdefault(fact.held.maker if fact.held else fact.id, []).append(fact)
        for facts in found.values():
            ordered = sorted(facts, key=lambda fact: (not is_whole(fact), fact.id))
            yield Deadline(one.on, one.days, one.kind, tuple(ordered))


def but_suspending(ending: list[Fact], suspended: list[Fact]) -> list[Fact]:
    """What ends on a day, without the acts of which it is the suspension that ends."""
    makers = {fact.held.maker for fact in suspended if fact.held}
    return [fact for fact in ending if not (fact.held and fact.held.maker in makers)]


def deadline(dossier: Dossier, key: tuple[date, Kind], facts: list[Fact]) -> Deadline:
    """A day with the statements that it belongs to."""
    on, kind = key
    if on == date.max:
        return Deadline(None, None, kind, tuple(facts))
    return Deadline(on, (on - dossier.day).days, kind, tuple(facts))


def ahead(dossier: Dossier, fact: Fact) -> Iterator[tuple[date, Kind]]:
    """The days after the day that a statement names."""
    # What no quotation bears out is left to its card.
    if not fact.status and not fact.held:
        return
    held = fact.held
    if held is None or held.code == "announced":
        due = (day for day in due_days(fact) if not is_end(dossier, fact, day))
        kind: Kind = "comes into force" if held else "falls due"
        yield from ((day, kind) for day in due if day > dossier.day)
        return
    is_suspended = held.code == "suspended"
    for day in held.ends:
        if is_suspended or (day > dossier.day and not is_repeated(dossier, fact, day)):
            yield day, "suspension ends" if is_suspended else "ends"
    if is_suspended and not held.ends:
        yield date.max, "no end named"


def is_repeated(dossier: Dossier, fact: Fact, day: date) -> bool:
    """True for an act that only prolongs what ends on the same day."""
    targets = fact.chosen.target if fact.chosen.does in PROLONGING else ()
    return ends_on(dossier, targets, day)


def ends_on(dossier: Dossier, ids: Iterable[str], day: date) -> bool:
    """True where one of some statements has a state that ends on a day."""
    held = (dossier.facts[id_].held for id_ in ids if id_ in dossier.facts)
    return any(day in one.ends for one in held if one)


def is_end(dossier: Dossier, fact: Fact, day: date) -> bool:
    """True for a day that is computed from what ends on it, and so shown with that."""
    return ends_on(dossier, fact.computed.inputs if fact.computed else (), day)


def due_days(fact: Fact) -> Iterator[date]:
    """The day that a statement states or that a formula gives; each of several of equal rank."""
    if fact.computed and fact.statement.compute:
        found = [fact.computed.date]
    else:
        found = [content.value.date for content in fact.contents if content.value]
    yield from dict.fromkeys(day.last for day in found if day and not day.is_unknown)
