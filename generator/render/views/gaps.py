"""What was looked for and not found: as a line, as a table of what is near it, and as data.

Refuses to fill a gap: what is near it has its own status.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.derive.dossier import Dossier
from generator.model.gap import Gap
from generator.model.record import Record
from generator.render.views.grids import Grid, Row, columns, one_group
from generator.render.views.links import own_page
from generator.render.views.rich import Rich
from generator.render.views.sheet import Sheet, short
from generator.render.views.text import escape, fill, joined, tag

KIND = "gap"
Entry = dict[str, object]


def lines(sheet: Sheet) -> tuple[Rich, ...]:
    """Everything that was looked for and not found."""
    return tuple(line(sheet, record) for record in sheet.dossier.of_kind(KIND))


def line(sheet: Sheet, record: Record) -> Rich:
    """What was looked for, where, and what is near it."""
    described = fill("{}: looked for in {}", called(sheet, record), where(record))
    found = sheet.links(record.data.see)
    return joined([described, *([fill("near it: {}", found)] if found else [])], "; ")


def called(sheet: Sheet, record: Record) -> Rich:
    """What was looked for, leading to its page."""
    return tag("a", sheet.name(record.id), href=own_page(record))


def where(record: Record) -> Rich:
    """Where something was looked for."""
    assert isinstance(record.data, Gap)
    return escape(record.data.looked)


def answer(record: Record) -> Rich:
    """The line that answers for it."""
    return fill("looked for in {}, and not found", where(record))


def table(sheet: Sheet, records: Iterable[Record]) -> Grid:
    """All that was looked for and not found."""
    heads = columns("What was looked for", "Where", "What there is near it")
    rows = one_group(
        Row(called(sheet, one), (where(one), sheet.links(one.data.see) or Rich("nothing")))
        for one in records
    )
    return Grid("section--list", "Looked for and not found", heads, rows)


def near(sheet: Sheet, record: Record) -> Iterator[Grid]:
    """The statements near it, with their values."""
    facts = [sheet.dossier.facts[id_] for id_ in record.data.see if id_ in sheet.dossier.facts]
    if groups := one_group(Row(sheet.link(fact.id), (short(sheet, fact),)) for fact in facts):
        heads = columns("Statement", "Value and status")
        yield Grid("section--near", "What there is near it", heads, groups)


def entries(dossier: Dossier) -> list[Entry]:
    """The known unknowns as data."""
    return [
        entry(dossier, one, one.data) for one in dossier.of_kind(KIND) if isinstance(one.data, Gap)
    ]


def entry(dossier: Dossier, record: Record, gap: Gap) -> Entry:
    """One of them; it refers only to what is known on the day."""
    return {
        "id": record.id,
        "label": dossier.briefing.name(record.id),
        "looked": gap.looked,
        "on": gap.on.text,
        "about": known(dossier, gap.about),
        "see": known(dossier, gap.see),
        "url": own_page(record).page,
        "file": record.file.path,
    }


def known(dossier: Dossier, ids: tuple[str, ...]) -> list[str]:
    """The ids of what is built."""
    return [id_ for id_ in ids if id_ in dossier.facts or id_ in dossier.records]
