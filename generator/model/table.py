"""A table of a source that may be shown whole, so that each of its cells can be a witness."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from generator.counting import counted
from generator.model.fields import Id, Model, Text
from generator.model.keys import optional, required

Cell = tuple[str, str]


def _one_a_column(cells: Any, info: ValidationInfo) -> Any:
    """The cells of a row, if the table has as many columns."""
    columns = len((info.data or {}).get("columns", cells))
    if isinstance(cells, list | tuple) and len(cells) != columns:
        raise _uneven("the row has {cells}, and the table {columns}", len(cells), columns)
    return cells


def _of_even_rows(rows: Any, info: ValidationInfo) -> Any:
    """Some rows, unless all are of one length and the columns of another: told once."""
    columns = len((info.data or {}).get("columns", ()))
    given = list(rows.values()) if isinstance(rows, dict) else []
    lengths = {len(one) if isinstance(one, list) else 0 for one in given}
    if columns and len(given) > 1 and len(lengths) == 1 and not lengths & {0, columns}:
        message = "each row has {cells}, and the table {columns}"
        raise _uneven(message, lengths.pop(), columns)
    return rows


def _uneven(message: str, cells: int, columns: int) -> PydanticCustomError:
    told = {"cells": counted(cells, "cell"), "columns": counted(columns, "column")}
    hint = "write one cell for each column; `-` where it is empty"
    return PydanticCustomError("wrong_value", message, {**told, "help": hint})


Cells = Annotated[tuple[Text, ...], Field(min_length=2), BeforeValidator(_one_a_column)]
Rows = Annotated[dict[Id, Cells], BeforeValidator(_of_even_rows)]


class Table(Model):
    """A table of a source that may be shown whole; a cell of it is a quotation."""

    ALSO = ("edited",)

    title: Text = required("what the table is called", "Tolls by year")
    licence: Text = required("why it may be shown whole", "public domain", "CC BY 4.0")
    edited: Text | None = optional(
        "what was changed when it was copied", "footnote marks are left out"
    )
    columns: dict[Id, Text] = required(
        "the heads, by keys of your own; the first is that of the rows' names",
        {"load": "Load", "in-2030": "2030", "in-2031": "2031"},
        bad={"Load": "each head has a key of your own"},
    )
    rows: Rows = required(
        "the cells of each row, in the order of the columns; the first is its name",
        {"carts": ["Carts", "1 penny", "2 pence"]},
        bad={"Carts": "each row has a key of your own, and a list of cells"},
    )

    @property
    def cells(self) -> Iterator[tuple[str, str]]:
        """The row and column of every cell that is not a row's name."""
        return ((row, column) for row in self.rows for column in list(self.columns)[1:])

    def at(self, row: str, column: str) -> int | None:
        """The place of a cell in its row; None where there is no such cell."""
        keys, cells = list(self.columns), dict(self.rows).get(row, ())
        at = keys.index(column) if column in keys[1:] else len(cells)
        return at if at < len(cells) else None

    def cell(self, row: str, column: str) -> Cell | None:
        """The words of a cell, and where it stands."""
        at = self.at(row, column)
        if at is None:
            return None
        name, head = self.rows[row][0], self.columns[column]
        return self.rows[row][at], f"table “{self.title}”, row “{name}”, column “{head}”"
