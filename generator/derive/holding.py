"""How well what holds on a day is borne out: no better than the acts that it follows from."""

from __future__ import annotations

from generator.derive.dossier import Dossier, Fact, Status
from generator.derive.states import is_whole

Word = tuple[Status | None, tuple[str, ...]]


def whole_of(dossier: Dossier, record: str) -> Fact | None:
    """The statement with the state of a whole record."""
    found = (fact for fact in dossier.by_record.get(record, ()) if is_whole(fact))
    return next((fact for fact in found if fact.state), None)


def bearing(dossier: Dossier, fact: Fact) -> tuple[Fact, ...]:
    """A statement that has a state, and the acts upon it or upon its record."""
    targets = {fact.id, fact.id.removesuffix(".in-force"), fact.record.id}
    acts = (f for f in dossier.acts if f.id != fact.id and targets & set(f.chosen.target))
    return (fact, *acts)


def word_of_state(dossier: Dossier, fact: Fact) -> Word:
    """The weakest status of what a state follows from, and by whom it is claimed if it is.

    None where one of it has none.
    """
    found = bearing(dossier, fact)
    known = [(one.grade, one.by) for one in found if one.grade]
    if len(known) < len(found):
        return None, ()
    return max(known, key=lambda pair: pair[0].weakness)
