"""A table as CSV in UTF-8, safe to open in a spreadsheet.

A text that begins with `=`, `+`, `-` or `@` and is no number has an apostrophe before it, since a
spreadsheet would take it for a formula; `-34.5` stays as it is.
"""

from __future__ import annotations

import csv
import io
import re

from generator.render.published.table import Filled

YES, NO = "yes", "no"
RISKY = re.compile(r"[=+\-@\t\r]")
NUMERIC = re.compile(r"[+-]?\d[\d.]*(\.\.-?\d[\d.]*)?")


def as_csv(filled: Filled) -> bytes:
    """The rows below the names of the columns."""
    stream = io.StringIO(newline="")
    names = [column.name for column in filled.table.columns]
    lines = csv.DictWriter(stream, names, lineterminator="\n")
    lines.writeheader()
    lines.writerows({key: cell(value) for key, value in row.items()} for row in filled.rows)
    return stream.getvalue().encode()


def cell(value: object) -> object:
    """What is safe to open in a spreadsheet."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, str) and RISKY.match(value) and not NUMERIC.fullmatch(value):
        return f"'{value}"
    return value
