"""What describes the tables to programs: a Frictionless Data Package, and Datasette's metadata.

The package is of version 1, which every tool reads, and a program for version 2 reads as such. Keys
that version 2 wants as lists are lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from generator.derive.dossier import Dossier
from generator.model.dates import in_words
from generator.render.data.changes import CHANGES
from generator.render.data.table import NO, YES, Column, Table
from generator.render.views.sheet import Settings

Entry = dict[str, Any]
NAMED = re.compile(r"[^a-z0-9]+")
PROFILES = {
    "csv": ("tabular-data-resource", "text/csv"),
    "json": ("data-resource", "application/json"),
}
QUOTATIONS = "The words quoted from a source stay its publisher's."


def package(
    dossier: Dossier, settings: Settings, tables: Iterable[Table], files: Mapping[str, bytes]
) -> Entry:
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
        "resources": [resource(table, files[table.path]) for table in (*tables, CHANGES)],
    }


def resource(table: Table, content: bytes) -> Entry:
    """A table as a file with its schema; a tabular resource is one of CSV."""
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
        "schema": schema(table),
    }


def schema(table: Table) -> Entry:
    """The columns with their types, what tells rows apart, and what leads to other tables."""
    links = [
        {"fields": [one.name], "reference": {"resource": one.to, "fields": ["id"]}}
        for one in table.links
    ]
    return {
        "fields": [field(table, column) for column in table.columns],
        "primaryKey": list(table.key),
        **({"foreignKeys": links} if links else {}),
    }


def field(table: Table, column: Column) -> Entry:
    """A column."""
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


def metadata(dossier: Dossier, settings: Settings, tables: Iterable[Table], name: str) -> Entry:
    """What Datasette reads of the database of that name, if it lies in the same folder."""
    edition = dossier.briefing.edition
    given = {
        "title": edition.title,
        "description": f"{edition.subject}. As of {in_words(dossier.as_of)}. {QUOTATIONS}",
        "license": settings.licence,
        "license_url": settings.licence_url,
        "source_url": settings.url,
    }
    known = {key: value for key, value in given.items() if value}
    return {**known, "databases": {name: {"tables": {one.name: shown(one) for one in tables}}}}


def shown(table: Table) -> Entry:
    """A table as Datasette shows it: what it and its columns hold, and what names a row."""
    return {
        "description": table.description,
        **({"label_column": table.label} if table.label else {}),
        "columns": {column.name: column.description for column in table.columns},
    }
