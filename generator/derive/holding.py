"""What holds of a whole record, and how well that is borne out."""

from __future__ import annotations

from generator.derive.dossier import Dossier, Fact, Status
from generator.derive.states import is_whole


def whole_of(dossier: Dossier, record: str) -> Fact | None:
    """The statement with the state of a whole record."""
    found = (fact for fact in dossier.by_record.get(record, ()) if is_whole(fact))
    return next((fact for fact in found if fact.state), None)


def word_of_state(fact: Fact) -> tuple[Status | None, tuple[str, ...]]:
    """The status of what holds, else of the statement, and by whom it is claimed if it is."""
    return (fact.held.status, fact.held.by) if fact.held else (fact.status, fact.by)
