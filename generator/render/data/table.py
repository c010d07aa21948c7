"""What a published table is: one list of columns, from which CSV, schema and SQLite follow."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model.dates import PartialDate

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


@dataclass(frozen=True)
class Filled:
    """A table with its rows, in their order."""

    table: Table
    rows: tuple[Row, ...]


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


def as_csv(filled: Filled) -> bytes:
    """The rows of a published table below the names of its columns."""
    names = [column.name for column in filled.table.columns]
    return written(names, ([row.get(name) for name in names] for row in filled.rows))


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
