"""Tables as CSV in UTF-8, safe to open in a spreadsheet: the only writer of such files.

What a spreadsheet would take for a formula has an apostrophe before it: at the start of a cell, and
behind what other spreadsheets than the reader's end a cell with. `-34.5` stays as it is.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from generator.render.data.table import Filled

YES, NO = "yes", "no"
# Japanese and Chinese spreadsheets run the wide signs too.
FORMULA = re.compile(r"(?:^|(?<=[;\t\r\n]))(?=[\t\r]|\s*[=+\-@＝＋－＠])")  # noqa: RUF001
NUMERIC = re.compile(r"[+-]?[0-9][0-9.]*(\.\.-?[0-9][0-9.]*)?")


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
