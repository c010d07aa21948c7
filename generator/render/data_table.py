"""The published facts as a table, for spreadsheets.

What a fact holds in depth is put into columns of its own or counted; `facts.json` has all of it. A
text that begins with `=`, `+`, `-` or `@` and is no number has an apostrophe before it, since a
spreadsheet would take it for a formula; `-34.5` stays as it is.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.render.data_schema import DESCRIBING
from generator.render.sheet import NO_WORD

SAID = ("id", "kind", "record", "label", "value", "number", "low", "high", "unit", "words")
JUDGED = ("status", "state")
PLACED = ("known_from", "as_of", "url", "file", "line")
COMPUTED = ("formula", "result", "agrees")
COLUMNS = (
    *SAID,
    *JUDGED,
    *("by", "positions", "witnesses", "sources", "silent", "reading"),
    *(f"computed_{key}" for key in COMPUTED),
    *DESCRIBING,
    *PLACED,
)
RISKY = re.compile(r"[=+\-@\t\r]")
NUMERIC = re.compile(r"[+-]?\d[\d.]*(\.\.-?\d[\d.]*)?")


def as_table(entries: Iterable[Mapping[str, Any]]) -> bytes:
    """The entries of `facts.json` as CSV in UTF-8, one fact to a row."""
    stream = io.StringIO(newline="")
    table = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows({key: cell(value) for key, value in row(one).items()} for one in entries)
    return stream.getvalue().encode()


def row(entry: Mapping[str, Any]) -> dict[str, Any]:
    """One fact with nothing in depth: lists are joined by a space, positions by a bar."""
    cited = [one for position in entry["positions"] for one in position["witnesses"]]
    worked = entry["computed"] or {}
    return {
        **{key: entry[key] for key in (*SAID, *JUDGED, *PLACED)},
        "by": " ".join(entry["by"] or ()),
        "positions": " | ".join(map(answer, entry["positions"])) if disputed(entry) else None,
        "witnesses": sum(one["quote"] is not None for one in cited),
        "sources": " ".join(dict.fromkeys(one["source"] for one in cited)),
        "silent": " ".join(entry["silent"]),
        "reading": (entry["reading"] or {}).get("text"),
        **{f"computed_{key}": worked.get(key) for key in COMPUTED},
        **{key: entry["describes"].get(key) for key in DESCRIBING},
    }


def disputed(entry: Mapping[str, Any]) -> bool:
    """Whether the value alone would not tell what is said."""
    return len(entry["positions"]) > 1


def answer(position: Mapping[str, Any]) -> str:
    """A position in one line: who says what, and how well it is borne out."""
    holder = position["by"] or position["key"]
    said = f"{holder}: {position['value']}"
    return f"{said} ({position['status'] or NO_WORD})"


def cell(value: object) -> object:
    """What is safe to open in a spreadsheet."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and RISKY.match(value) and not NUMERIC.fullmatch(value):
        return f"'{value}"
    return value
