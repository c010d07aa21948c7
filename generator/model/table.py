"""A table of a source that may be shown whole, so that each of its cells can be a witness."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import Id, Model, Text

Cells = Annotated[tuple[Text, ...], Field(min_length=2)]
Cell = tuple[str, str]


class Table(Model):
    """A table of a source that may be shown whole; a cell of it is a quotation."""

    ALSO: ClassVar[tuple[str, ...]] = ("edited",)

    title: Text = Field(description="what the table is called", examples=["Tolls by year"])
    licence: Text = Field(
        description="why it may be shown whole", examples=["public domain", "CC BY 4.0"]
    )
    edited: Text | None = Field(
        None,
        description="what was changed when it was copied",
        examples=["footnote marks are left out"],
    )
    columns: dict[Id, Text] = Field(
        description="the heads, by keys of your own; the first is that of the rows' names",
        examples=[{"load": "Load", "in-2030": "2030", "in-2031": "2031"}],
    )
    rows: dict[Id, Cells] = Field(
        description="the cells of each row, in the order of the columns; the first is its name",
        examples=[{"carts": ["Carts", "1 penny", "2 pence"]}],
    )

    @model_validator(mode="after")
    def _is_whole(self) -> Table:
        for key, cells in self.rows.items():
            if len(cells) != len(self.columns):
                raise PydanticCustomError(
                    "wrong_value",
                    "the row `{key}` has {cells} cells, and the table {columns} columns",
                    {
                        "key": key,
                        "cells": len(cells),
                        "columns": len(self.columns),
                        "help": "write one cell for each column; `-` where it is empty",
                    },
                )
        return self

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
