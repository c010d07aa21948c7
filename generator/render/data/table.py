"""What a published table is: one list of columns, from which CSV, schema and SQLite follow.

Refuses to make a partial date whole: it stays as written, and beside it stand the first and the
last day that it can mean.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model.dates import PartialDate

Type = Literal["string", "number", "integer", "boolean", "date", "array"]
# A day is text, as in `2025-06-09`.
Cell = str | int | float | bool | None
Row = Mapping[str, Cell]


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
