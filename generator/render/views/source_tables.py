"""The tables of a source that may be shown whole, with their licence and what was changed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.source import Source
from generator.model.table import Table
from generator.render.views.grids import Grid, Row, columns, one_group
from generator.render.views.text import escape


def tables(source: Source) -> Iterator[Grid]:
    """The tables of a source."""
    for key, table in source.tables.items():
        rows = one_group(
            Row(escape(name), tuple(escape(cell) for cell in cells))
            for name, *cells in table.rows.values()
        )
        heads = columns(*table.columns.values())
        yield Grid(f"table--{key}", table.title, heads, rows, licence_note(table))


def licence_note(table: Table) -> str:
    """Why a table may be shown whole, and in what it differs from the page."""
    parts = [f"Licence: {table.licence}", *([f"Copied: {table.edited}"] if table.edited else [])]
    return "; ".join(parts) + "."
