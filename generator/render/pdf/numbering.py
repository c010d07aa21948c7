"""The numbers of statements, the same in every document; all figures of a series share one."""

from __future__ import annotations

from generator.derive.dossier import Dossier, Fact
from generator.model import FOLDERS
from generator.model.record import Record
from generator.render.views.sheet import Sheet
from generator.render.views.tables import groups
from generator.render.views.times import in_time

SERIES = "series"


def in_order(sheet: Sheet) -> dict[str, list[Record]]:
    """The records that hold statements, by kind, in the order of the annex."""
    dossier = sheet.dossier
    found: dict[str, list[Record]] = {kind: [] for kind in FOLDERS.values()}
    for id_ in dossier.by_record:
        found[dossier.records[id_].kind].append(dossier.records[id_])
    ordered = {kind: list(in_time(dossier, records)) for kind, records in found.items()}
    tables = (one for group in groups(sheet) for one in group.tables)
    return ordered | {SERIES: [dossier.records[one.id] for one in tables]}


def held(dossier: Dossier, record: Record) -> list[Fact]:
    """The statements of a record in the order of its file."""
    return sorted(dossier.by_record[record.id], key=lambda fact: fact.located.key_span().start)


def numbers(sheet: Sheet) -> dict[str, int]:
    """The number of each statement."""
    items: list[list[Fact]] = []
    for record in (one for records in in_order(sheet).values() for one in records):
        facts = held(sheet.dossier, record)
        items += [facts] if record.kind == SERIES else [[fact] for fact in facts]
    return {fact.id: number for number, item in enumerate(items, 1) for fact in item}
