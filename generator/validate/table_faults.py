"""`missing-key`, `wrong-value`: what is wrong with all rows of a table, told once.

Refuses to judge a single row: the model does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.counting import counted
from generator.diagnostics import Diagnostic, Label
from generator.model.paths import model_at
from generator.model.record import Path, Places
from generator.model.table import Table
from generator.validate.not_deeper import Extent

# Of fewer each is told by itself.
FEWEST = 3


def table_faults(model: Any, places: Places) -> Iterator[tuple[Extent, Diagnostic]]:
    """Tables whose rows stand below another key, or have all but other cells than columns."""
    below: dict[Path, list[Path]] = {}
    for path in places.keys:
        below.setdefault(path[:-1], []).append(path)
    for table in below:
        if table and model_at(model, table) is Table:
            columns, rows = (below.get((*table, key), []) for key in ("columns", "rows"))
            stray = [one for one in columns if places.value(one).text.startswith("[")]
            if stray and (*table, "rows") not in places.keys:
                told = rowless(stray, places)
                yield (places.key(table).start, places.key(table).start), told
                yield (places.key(stray[0]).start, places.value(stray[-1]).end), told
            odd = [one for one in rows if cells(one, places) != len(columns)]
            # Where all rows are of one length the model tells it of them.
            is_mixed = len({cells(one, places) for one in rows}) > 1
            if is_mixed and len(odd) >= FEWEST and 2 * len(odd) > len(rows):
                told = uneven(odd, len(columns), places)
                yield (places.key(odd[0]).start, places.value(odd[-1]).end), told


def cells(row: Path, places: Places) -> int:
    """How many cells a row has."""
    return sum(path[:-1] == row for path in places.values)


def rowless(stray: list[Path], places: Places) -> Diagnostic:
    """Rows among the columns, where the line that began them is lost."""
    first, *others = stray
    return Diagnostic(
        code="missing-key",
        message=f"{counted(len(stray), 'row')} of the table stand below `columns`",
        span=places.key(first),
        labels=tuple(Label(places.key(one), "this too") for one in others),
        help="the line `rows:` is lost above, as deep as `columns:`",
    )


def uneven(odd: list[Path], columns: int, places: Places) -> Diagnostic:
    """Columns that most of the rows do not go by."""
    key = (*odd[0][:-2], "columns")
    first, last = odd[0], odd[-1]
    return Diagnostic(
        code="wrong-value",
        message=f"{counted(columns, 'column')}, and {len(odd)} rows have other cells: "
        f"`{first[-1]}` has {cells(first, places)}",
        span=places.key(key),
        labels=tuple(
            Label(places.key(one), f"{cells(one, places)} cells") for one in (first, last)
        ),
        help="write one head for each cell of a row, the first for its name",
    )
