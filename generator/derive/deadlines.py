"""What ends or falls due after the day, and what holds then if nothing more is decided.

It is what is stated, and the fold of the same acts on that day; nothing past the coverage end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from generator.counting import grouped
from generator.derive.dossier import Dossier, Fact
from generator.derive.state import Code
from generator.derive.states import is_whole, state_of, subject_of
from generator.derive.when import Today
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
    facts = () if dossier.past_coverage else dossier.facts.values()
    found = grouped((key, fact) for fact in facts for key in _ahead(dossier, fact))
    ahead = []
    for on, kind in sorted(found, key=lambda key: (key[0], KINDS.index(key[1]))):
        # Of what is suspended only the suspension ends on a day, and not the act as well.
        suspended = found.get((on, SUSPENDED), ()) if kind == ENDS else ()
        makers = {fact.held.maker for fact in suspended if fact.held}
        left = tuple(f for f in found[on, kind] if not (f.held and f.held.maker in makers))
        day = None if on == date.max else on
        if left:
            ahead.append(Deadline(day, (day - dossier.day).days if day else None, kind, left))
    return tuple(ahead)


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
    # What no quotation bears out is left to its card.
    if not fact.status and not held:
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
