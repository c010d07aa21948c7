"""The tables as an SQLite database, made in memory: the same tables give the same bytes.

What SQLite writes of itself and of the moment, the counter of changes and its own version, it
writes into files only; in memory these places of the header stay empty.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing

from generator.render.data.table import Filled, Table, Type

# "BRFG": it tells the file from other databases; the version rises where a column changes or goes.
APPLICATION, VERSION = 0x42524647, 3
PAGE_SIZE = 4096
# Chinese, Japanese and Korean: no name in them is longer, and a search is for a whole word.
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
SIZES = range(1, 9)
TYPES: dict[Type, str] = {
    "string": "TEXT",
    "date": "TEXT",
    "number": "NUMERIC",
    "integer": "INTEGER",
    "boolean": "INTEGER",
}


def database(tables: Iterable[Filled]) -> bytes:
    """The file, with keys, links, indexes, and an index of words where a table is searched."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        base.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        # Else the room that is left holds what was there before, and each version leaves other.
        base.execute("PRAGMA secure_delete = ON")
        base.execute(f"PRAGMA application_id = {APPLICATION}")
        base.execute(f"PRAGMA user_version = {VERSION}")
        base.create_function("searchable", 1, searchable, deterministic=True)
        base.execute("BEGIN")
        for one in tables:
            fill(base, one)
        base.execute("COMMIT")
        base.execute("VACUUM")
        return base.serialize()


def fill(base: sqlite3.Connection, filled: Filled) -> None:
    """Make a table with its rows and its indexes."""
    table = filled.table
    names = [column.name for column in table.columns]
    base.execute(create(table))
    marks = ", ".join("?" * len(names))
    rows = ([row[name] for name in names] for row in filled.rows)
    base.executemany(f"INSERT INTO {quoted(table.name)} VALUES ({marks})", rows)
    for statement in (*indexes(table), *index_of_words(table)):
        base.execute(statement)


def create(table: Table) -> str:
    """The definition of a table; what a column holds stands beside it, and SQLite keeps that."""
    lines = [f"CREATE TABLE {quoted(table.name)} ( -- {table.description}"]
    for column in table.columns:
        needed = " NOT NULL" if column.required else ""
        kind = f"{TYPES[column.type]}{needed}"
        lines.append(f"  {quoted(column.name)} {kind}, -- {column.description}")
    rules = [f"  PRIMARY KEY ({', '.join(map(quoted, table.key))})"]
    rules += [
        f'  FOREIGN KEY ({quoted(one.name)}) REFERENCES {quoted(one.to)} ("id")'
        for one in table.links
    ]
    return "\n".join((*lines, ",\n".join(rules), ")"))


def indexes(table: Table) -> Iterator[str]:
    """An index for each column that leads elsewhere and does not begin the key."""
    for column in table.links:
        if column.name != table.key[0]:
            name = quoted(f"{table.name}_{column.name}")
            yield f"CREATE INDEX {name} ON {quoted(table.name)} ({quoted(column.name)})"


def index_of_words(table: Table) -> Iterator[str]:
    """The words of a table for full-text search; it holds no text of its own.

    English words are found in any form; of other languages, as they are written. Of what is
    written without spaces any part is found.
    """
    if table.searched:
        name, columns = quoted(f"{table.name}_fts"), ", ".join(map(quoted, table.searched))
        options = f"content={quoted(table.name)}, tokenize='porter unicode61'"
        yield f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, {options})"
        searched = ", ".join(f"searchable({quoted(column)})" for column in table.searched)
        rows = f"SELECT rowid, {searched} FROM {quoted(table.name)}"
        yield f"INSERT INTO {name} (rowid, {columns}) {rows}"


def searchable(text: str | None) -> str | None:
    """A text, and behind it each part of what is written without spaces, up to some characters."""
    runs = UNSPACED.findall(text or "")
    parts = (run[at : at + size] for run in runs for size in SIZES for at in range(len(run)))
    return " ".join((text, *dict.fromkeys(parts))) if text else text


def quoted(name: str) -> str:
    """A name that SQL may know as a word of its own, such as `from`."""
    return f'"{name}"'
