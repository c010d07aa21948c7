"""The published data: facts and records as JSON, tables, a database, and the deadlines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from generator.derive.dossier import Dossier
from generator.model.record import Record
from generator.render.data.calendar import calendar
from generator.render.data.changes import CHANGES, changes
from generator.render.data.database import database
from generator.render.data.entries import fact_entry
from generator.render.data.histories import histories
from generator.render.data.package import metadata, package
from generator.render.data.schema import FACTS_SCHEMA
from generator.render.data.sources import foreign
from generator.render.data.statements import statement
from generator.render.data.table import Row, as_csv
from generator.render.data.tables import TABLES, filled
from generator.render.views.cite import csl
from generator.render.views.downloads import CALENDAR
from generator.render.views.links import HOME, citation_file, data_file
from generator.render.views.sheet import Settings, Sheet
from generator.render.views.unknowns import gap_entries


def data(dossier: Dossier, settings: Settings) -> dict[str, bytes]:
    """The data files of the site, by their path from its root."""
    sheet = Sheet(dossier, settings, HOME)
    facts: dict[str, str] = {}
    rows: list[Row] = []
    # An entry is written once, for every file in which it stands, and then let go.
    for id_, fact in sorted(dossier.facts.items()):
        entry = {**fact_entry(sheet, fact), "history": histories(dossier, id_)}
        facts[id_] = in_lines(entry)
        rows.append(statement(fact, entry))
    files = {
        data_file(record).page: record_file(dossier, record, facts)
        for record in dossier.records.values()
    }
    files |= {
        citation_file(fact).page: as_json(list(csl(dossier, settings.url, fact)))
        for fact in dossier.facts.values()
    }
    if found := gap_entries(dossier):
        files["data/not-found.json"] = as_json(found)
    held = calendar(sheet)
    tables = filled(dossier, settings, rows)
    csv = {one.table.path: as_csv(one) for one in tables}
    csv |= {CHANGES.path: as_json(list(changes(sheet)))}
    return {
        **files,
        "data/facts.json": (listed(facts.values()) + "\n").encode(),
        "data/facts.schema.json": as_json(FACTS_SCHEMA),
        **csv,
        "data/datapackage.json": as_json(package(dossier, settings, TABLES, csv)),
        "data/briefing.sqlite": database(tables),
        "data/metadata.json": as_json(metadata(dossier, settings, TABLES, "briefing")),
        **({CALENDAR: held} if held else {}),
    }


def as_json(content: object) -> bytes:
    """JSON that reads and compares well, one entry to a line."""
    return (in_lines(content) + "\n").encode()


def in_lines(content: object) -> str:
    """The same without the end of its last line."""
    return json.dumps(content, ensure_ascii=False, indent=2)


def listed(entries: Iterable[str]) -> str:
    """A list of entries that are written already, as it would be written of them."""
    lines = ",\n".join(entries).replace("\n", "\n  ")
    return f"[\n  {lines}\n]" if lines else "[]"


def record_file(dossier: Dossier, record: Record, facts: Mapping[str, str]) -> bytes:
    """A record with its facts; for a source also the ids of those that rest on it."""
    own = dossier.by_record.get(record.id, ())
    cited = dossier.used_sources.get(record.id, ())
    entry = {
        "id": record.id,
        "kind": record.kind,
        "name": dossier.briefing.name(record.id),
        "names": dict(foreign(dossier, record)),
        "aliases": list(record.data.aliases),
        "as_of": dossier.as_of.isoformat(),
        "file": record.file.path,
        "facts": [],
        "supports": sorted(fact.id for fact in cited),
    }
    before, key, after = in_lines(entry).partition('"facts": ')
    held = listed(facts[fact.id] for fact in own).replace("\n", "\n  ")
    return f"{before}{key}{held}{after.removeprefix('[]')}\n".encode()
