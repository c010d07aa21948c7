"""The published data: facts, records and citations as JSON, tables, a database, and the deadlines.

Two files describe the tables to programs: a Frictionless Data Package, and Datasette's metadata.
The package is of version 1, which every tool reads, and a program for version 2 reads as such.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from pydantic_core import to_json

from generator.derive.dossier import Dossier, Fact
from generator.model.dates import PartialDate, in_words
from generator.model.record import Record
from generator.render.data.entries import fact_entry, foreign
from generator.render.data.schema import FACTS_SCHEMA
from generator.render.data.statements import CHANGES, changes, intervals, statement
from generator.render.data.subscriptions import calendar
from generator.render.data.table import NO, YES, Column, Row, Table, as_csv, database
from generator.render.data.tables import TABLES, filled
from generator.render.views.borne import source_name
from generator.render.views.links import HOME, citation_file, data_file
from generator.render.views.sheet import Settings, Sheet
from generator.render.views.unknowns import gap_entries
from generator.render.views.what_changed import CALENDAR
from generator.render.views.witnesses import at, cited, through

Entry = dict[str, Any]
NAMED = re.compile(r"[^a-z0-9]+")
PROFILES = {
    "csv": ("tabular-data-resource", "text/csv"),
    "json": ("data-resource", "application/json"),
}
QUOTATIONS = "The words quoted from a source stay its publisher's."


def data(dossier: Dossier, settings: Settings) -> dict[str, bytes]:
    """The data files of the site, by their path from its root."""
    sheet = Sheet(dossier, settings, HOME)
    facts: dict[str, str] = {}
    rows: list[Row] = []
    # An entry is written once, for every file in which it stands, and then let go.
    for id_, fact in sorted(dossier.facts.items()):
        entry = {**fact_entry(sheet, fact), "history": [*intervals(dossier, id_)]}
        facts[id_] = _in_lines(entry)
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
    deadlines = calendar(sheet)
    tables = filled(dossier, settings, rows)
    csv = {table.path: as_csv(table, held) for table, held in tables.items()}
    csv |= {CHANGES.path: as_json(list(changes(sheet)))}
    return {
        **files,
        "data/facts.json": (listed(facts.values()) + "\n").encode(),
        "data/facts.schema.json": as_json(FACTS_SCHEMA),
        **csv,
        "data/datapackage.json": as_json(package(dossier, settings, csv)),
        "data/briefing.sqlite": database(tables),
        "data/metadata.json": as_json(metadata(dossier, settings)),
        **({CALENDAR: deadlines} if deadlines else {}),
    }


def as_json(content: object) -> bytes:
    """JSON that reads and compares well, one entry to a line."""
    return (_in_lines(content) + "\n").encode()


def _in_lines(content: object) -> str:
    return to_json(content, indent=2).decode()


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
    before, key, after = _in_lines(entry).partition('"facts": ')
    held = listed(facts[fact.id] for fact in own).replace("\n", "\n  ")
    return f"{before}{key}{held}{after.removeprefix('[]')}\n".encode()


def package(dossier: Dossier, settings: Settings, files: Mapping[str, bytes]) -> Entry:
    """The descriptor of the tables; `files` holds them by their path from the site's root."""
    edition, day = dossier.briefing.edition, dossier.as_of
    title = {"title": settings.licence} if settings.licence else {}
    licence = {"path": settings.licence_url, **title}
    return {
        "profile": "data-package",
        "name": NAMED.sub("-", edition.title.lower()).strip("-") or "briefing",
        "title": edition.title,
        "description": f"{edition.subject}. As of {in_words(day)}. {QUOTATIONS}",
        "version": f"{day.year}.{day.month}.{day.day}",
        "as_of": day.isoformat(),
        **({"homepage": settings.url} if settings.url else {}),
        **({"licenses": [licence]} if settings.licence_url else {}),
        "sources": [{"title": "the publications listed in sources.csv", "path": "sources.csv"}],
        "resources": [_resource(table, files[table.path]) for table in (*TABLES, CHANGES)],
    }


def _resource(table: Table, content: bytes) -> Entry:
    form = table.file.rpartition(".")[2]
    profile, kind = PROFILES[form]
    return {
        "profile": profile,
        "name": table.name,
        "path": table.file,
        "description": table.description,
        "format": form,
        "mediatype": kind,
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": _schema(table),
    }


def _schema(table: Table) -> Entry:
    links = [
        {"fields": [one.name], "reference": {"resource": one.to, "fields": ["id"]}}
        for one in table.links
    ]
    return {
        "fields": [_field(table, column) for column in table.columns],
        "primaryKey": list(table.key),
        **({"foreignKeys": links} if links else {}),
    }


def _field(table: Table, column: Column) -> Entry:
    limits: Entry = {"required": True} if column.required else {}
    limits |= {"unique": True} if table.key == (column.name,) else {}
    limits |= {"enum": list(column.enum)} if column.enum else {}
    words = {"trueValues": [YES], "falseValues": [NO]} if column.type == "boolean" else {}
    return {
        "name": column.name,
        "type": column.type,
        "description": column.description,
        **words,
        **({"constraints": limits} if limits else {}),
    }


def metadata(dossier: Dossier, settings: Settings) -> Entry:
    """What Datasette reads of the database, if it lies in the same folder."""
    edition = dossier.briefing.edition
    given = {
        "title": edition.title,
        "description": f"{edition.subject}. As of {in_words(dossier.as_of)}. {QUOTATIONS}",
        "license": settings.licence,
        "license_url": settings.licence_url,
        "source_url": settings.url,
    }
    known = {key: value for key, value in given.items() if value}
    tables = {
        table.name: {
            "description": table.description,
            **({"label_column": table.label} if table.label else {}),
            "columns": {column.name: column.description for column in table.columns},
        }
        for table in TABLES
    }
    return {**known, "databases": {"briefing": {"tables": tables}}}


def csl(dossier: Dossier, url: str | None, fact: Fact) -> Iterator[Entry]:
    """A citation as items of CSL-JSON, one for each source."""
    own = f"{through(fact)} {dossier.briefing.edition.title}, {fact.label} ({fact.id})"
    note = ", ".join(filter(None, (own, f"as of {dossier.as_of.isoformat()}", at(url, fact))))
    for evidence in cited(dossier, fact):
        source = evidence.publication
        item: Entry = {
            "id": f"{fact.id}--{evidence.source.id}",
            "type": "webpage",
            "title": source.title.in_language(dossier.language),
            "publisher": source_name(dossier.briefing, source),
            "accessed": dated(source.retrieved),
            "note": note,
        }
        known = {"issued": dated(source.published), "URL": source.url}
        yield item | {key: value for key, value in known.items() if value}


def dated(when: PartialDate) -> Entry | None:
    """A date as CSL has it; none where it is unknown or only bounded."""
    if when.is_unknown or when.text.startswith("../"):
        return None
    parts = when.text[:10].split("-")
    return {"date-parts": [[int(part) for part in parts]]}
