"""What a published table is: one list of columns, from which CSV and SQLite follow.

The database is made in memory, where the same tables give the same bytes: what SQLite writes of
itself and of the moment, it writes into files only.
"""

import csv
import io
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model.dates import PartialDate
from generator.source import HAN

Type = Literal["string", "number", "integer", "boolean", "date", "array"]
# A day is text, as in `2025-06-09`.
Cell = str | int | float | bool | None
Row = Mapping[str, Cell]
YES, NO = "yes", "no"
# What a spreadsheet would take for a formula gets an apostrophe: at the start of a cell, and behind
# what other spreadsheets than the reader's end a cell with. Japanese and Chinese spreadsheets run
# the wide signs too.
FORMULA = re.compile(r"(?:^|(?<=[;\t\r\n]))(?=[\t\r]|\s*[=+\-@＝＋－＠])")  # noqa: RUF001
NUMERIC = re.compile(r"[+-]?[0-9][0-9.]*(\.\.-?[0-9][0-9.]*)?")
# "BRFG": it tells the file from other databases; the version rises where a column changes or goes.
APPLICATION, VERSION = 0x42524647, 4
PAGE_SIZE = 4096
# Chinese, Japanese and Korean: no name in them is longer, and a search is for a whole word.
UNSPACED = re.compile(rf"[\u3040-\u30ff{HAN}\uac00-\ud7af]+")
SIZES = range(1, 9)
TYPES: dict[Type, str] = {
    "string": "TEXT",
    "date": "TEXT",
    "number": "NUMERIC",
    "integer": "INTEGER",
    "boolean": "INTEGER",
}


@dataclass(frozen=True)
class Column:
    """A column with what it holds; `to` names the table whose `id` it gives."""

    name: str
    description: str
    type: Type = "string"
    required: bool = False
    enum: tuple[str, ...] = ()
    to: str = ""


@dataclass(frozen=True)
class Table:
    """A table without its rows; `name` is that of its resource and of its table in SQLite.

    `key` are the columns that tell its rows apart, `label` the column that names a row to a
    reader, and `searched` those whose words can be looked for.
    """

    name: str
    file: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)
    label: str = ""
    searched: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Where it stands as CSV, from the site's root."""
        return f"data/{self.file}"

    @property
    def links(self) -> tuple[Column, ...]:
        """The columns that lead to another table."""
        return tuple(one for one in self.columns if one.to)


def partial(name: str, description: str, required: bool = False) -> tuple[Column, Column, Column]:
    """The columns of a date as it is known: as written, and its first and last day."""
    return (
        Column(name, f"{description}, with the precision that is known", required=required),
        Column(f"{name}_first", f"the first day that `{name}` can mean", "date"),
        Column(f"{name}_last", f"the last day that `{name}` can mean", "date"),
    )


def days(name: str, when: PartialDate | None) -> Row:
    """The first and last day that a date can mean; none where it is open on that side."""
    first, last = (when.first, when.last) if when else (date.min, date.max)
    return {
        f"{name}_first": None if first == date.min else first.isoformat(),
        f"{name}_last": None if last == date.max else last.isoformat(),
    }


def as_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """The rows of a published table below the names of its columns."""
    names = [column.name for column in table.columns]
    return written(names, ([row.get(name) for name in names] for row in rows))


def written(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """Rows below their heads."""
    stream = io.StringIO(newline="")
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(heads)
    table.writerows([cell(value) for value in row] for row in rows)
    return stream.getvalue().encode()


def cell(value: object) -> object:
    """What is safe to open in a spreadsheet."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, str) and not NUMERIC.fullmatch(value):
        return FORMULA.sub("'", value)
    return value


def database(tables: Mapping[Table, Iterable[Row]]) -> bytes:
    """Tables as an SQLite file, with keys, links, indexes, and words to search by."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        base.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        # Else the room that is left holds what was there before, and each version leaves other.
        base.execute("PRAGMA secure_delete = ON")
        base.execute(f"PRAGMA application_id = {APPLICATION}")
        base.execute(f"PRAGMA user_version = {VERSION}")
        base.create_function("searchable", 1, searchable, deterministic=True)
        base.execute("BEGIN")
        for table, rows in tables.items():
            _fill(base, table, rows)
        base.execute("COMMIT")
        base.execute("VACUUM")
        return base.serialize()


def _fill(base: sqlite3.Connection, table: Table, rows: Iterable[Row]) -> None:
    names = [column.name for column in table.columns]
    base.execute(create(table))
    marks = ", ".join("?" * len(names))
    values = ([row[name] for name in names] for row in rows)
    base.executemany(f"INSERT INTO {quoted(table.name)} VALUES ({marks})", values)
    for statement in indexes(table):
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
    """An index for each column that leads elsewhere and does not begin the key, and of words.

    Full-text search holds no text of its own. English words are found in any form; of other
    languages, as they are written. Of what is written without spaces any part is found.
    """
    for column in table.links:
        if column.name != table.key[0]:
            name = quoted(f"{table.name}_{column.name}")
            yield f"CREATE INDEX {name} ON {quoted(table.name)} ({quoted(column.name)})"
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
