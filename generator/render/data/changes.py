"""What changed from day to day, for programs: a line for each statement on each day."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.changed import KINDS, steps
from generator.derive.history import OURS
from generator.render.data.table import Column, Table
from generator.render.views.changes import sentences
from generator.render.views.links import permalink
from generator.render.views.sheet import Sheet

CORRECTION = "whether we set something right: a note, a rejected answer or a lowered status of ours"
CHANGES = Table(
    "changes",
    "changes.json",
    "what changed of each statement on each day, the first day first",
    (
        Column("day", "the day from which it is known", "date", required=True),
        Column("id", "the statement's id", required=True),
        Column("record", "id of the record that it stands in", required=True),
        Column("kinds", f"what changed of it, one or more of: {', '.join(KINDS)}", "array"),
        Column("correction", CORRECTION, "boolean", required=True),
        Column("sentence", "what changed, in the words of that day", required=True),
        Column("causes", "the quotations and statements that bring it about", "array"),
        Column("url", "the statement's page, from the site's root", required=True),
    ),
    key=("day", "id"),
)


def changes(sheet: Sheet) -> Iterator[dict[str, object]]:
    """An entry for each step."""
    words = sentences(sheet)
    for one in steps(sheet.dossier):
        yield {
            "day": one.day.isoformat(),
            "id": one.fact.id,
            "record": one.fact.record.id,
            "kinds": list(one.kinds),
            "correction": one.mark in OURS,
            "sentence": words[one.day, one.fact.id].text,
            "causes": list(one.causes),
            "url": permalink(one.fact).page,
        }
