"""When a record that holds no known statement is built all the same: once it has its ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.record import Record
from generator.model.source import Source

if TYPE_CHECKING:
    from generator.derive.dossier import Dossier


def has_ground(dossier: Dossier, record: Record) -> bool:
    """True for a source in use, what shows something known, and a term with its subject."""
    data, facts, known = record.data, dossier.facts, dossier.by_record
    if data.told_from:
        return data.told_from.last <= dossier.day
    if isinstance(data, Source):
        return record.id in dossier.used_sources
    if data.DESCRIBES:
        return not record.statements and all(id_.partition(".")[0] in known for id_ in data.about)
    # What it shows is known by its id, or by its kind.
    begun = any(dossier.briefing.records[id_].kind in data.kinds for id_ in known)
    return begun or any(id_ in facts or id_ in known for id_ in data.draws)
