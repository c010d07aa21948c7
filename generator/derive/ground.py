"""When a record that holds no known statement is built all the same: once it has its ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.chart import Chart
from generator.model.comparison import Comparison
from generator.model.record import Record
from generator.model.source import Source

if TYPE_CHECKING:
    from generator.derive.dossier import Dossier

# Kinds whose records can consist of names alone.
DESCRIBING = {"glossary", "material"}


def has_ground(dossier: Dossier, record: Record) -> bool:
    """True for a source in use, what shows something known, and a term with its subject."""
    data = record.data
    if data.told_from:
        return data.told_from.last <= dossier.day
    if isinstance(data, Source):
        return record.id in dossier.used_sources
    if isinstance(data, Chart | Comparison):
        return shows_something(dossier, data)
    if record.kind not in DESCRIBING or record.statements:
        return False
    return all(id_.partition(".")[0] in dossier.by_record for id_ in data.about)


def shows_something(dossier: Dossier, data: Chart | Comparison) -> bool:
    """Whether anything that a drawing or table shows is known, by its id or by its kind."""
    held = (*dossier.facts, *dossier.by_record)
    begun = (dossier.briefing.records[id_].kind in data.kinds for id_ in dossier.by_record)
    return any(begun) or any(id_ in held for id_ in data.draws)
