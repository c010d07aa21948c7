"""Lists of the records of a kind, each cut where it is long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.counting import counted_if_any
from generator.derive.dossier import Dossier
from generator.model import FOLDERS
from generator.model.record import Record
from generator.render.views import attendance, gaps
from generator.render.views.grids import Grid, Row, columns, folded, one_group
from generator.render.views.kind_tables import by_publication, sources, terms
from generator.render.views.links import has_place, own_page, sheet_of
from generator.render.views.page import Page, cut, numbered, pager
from generator.render.views.rich import Rich
from generator.render.views.sheet import Settings, Sheet
from generator.render.views.summary_lines import answer
from generator.render.views.text import escape, tag
from generator.render.views.times import in_time

# What the records of a folder are called where its name is not their plural.
NAMES = {"not-found": ("thing", "things"), "glossary": ("term", "terms")}
REST = {
    "sources": "that the statements rest on",
    "glossary": "that the briefing uses",
    "not-found": "looked for and not found",
}


def kind_pages(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """The list of each kind that has records."""
    for folder, kind in FOLDERS.items():
        records = [r for r in dossier.of_kind(kind) if has_place(dossier, r)]
        if records:
            yield from of_kind(dossier, settings, (folder, in_time(dossier, records)))


def of_kind(
    dossier: Dossier, settings: Settings, kind: tuple[str, Sequence[Record]]
) -> Iterator[Page]:
    """The records of a kind, each with the line that answers for it."""
    folder, records = kind
    if folder == "sources":
        records = by_publication(dossier, records)
    if folder == "glossary":
        records = sorted(records, key=lambda one: dossier.briefing.name(one.id).casefold())
    for number, part in cut(records):
        sheet = Sheet(dossier, settings, sheet_of(folder, number).page)
        first = attendance.matrix(sheet, part) if folder == "rounds" and number == 1 else None
        grids = folded((*([first] if first else []), *tables(sheet, folder, part)))
        context = {"grids": grids, "pager": pager(sheet, folder, len(records))}
        title = numbered(folder.capitalize().replace("-", " "), number)
        yield Page(sheet.path, "list.md.j2", title, summary(dossier, folder, records), context)


def summary(dossier: Dossier, folder: str, records: Sequence[Record]) -> str:
    """How many records a kind has, with how many statements."""
    what = (FOLDERS[folder], folder) if folder != FOLDERS[folder] else ("entry", "entries")
    what = NAMES.get(folder, what)
    counts = f"{len(records)} {what[len(records) > 1]}"
    if folder in REST:
        return f"{counts} {REST[folder]}."
    held = counted_if_any(sum(len(dossier.by_record.get(r.id, ())) for r in records), "statement")
    return f"{counts} with {held}." if held else f"{counts}."


def tables(sheet: Sheet, folder: str, records: Sequence[Record]) -> Iterator[Grid]:
    """The tables of a kind's records."""
    if folder == "sources":
        yield from sources(sheet, records)
    elif folder == "glossary":
        yield from terms(sheet, records)
    elif folder == "not-found":
        yield gaps.table(sheet, records)
    else:
        # A drawing or a comparison shows the statements of others.
        counted_too = ("Statements",) if any_held(sheet, records) else ()
        heads = (FOLDERS[folder].capitalize(), "In one line", *counted_too)
        rows = one_group(row(sheet, record, len(heads)) for record in records)
        yield Grid("section--list", f"All {folder}", columns(*heads), rows)


def any_held(sheet: Sheet, records: Iterable[Record]) -> bool:
    """Whether any record holds statements."""
    return any(record.id in sheet.dossier.by_record for record in records)


def row(sheet: Sheet, record: Record, width: int) -> Row:
    """A record in a line of so many cells."""
    name = tag("a", name_of(sheet, record), href=own_page(record))
    held = len(sheet.dossier.by_record.get(record.id, ()))
    return Row(name, (answer(sheet, record), escape(str(held)))[: width - 1])


def name_of(sheet: Sheet, record: Record) -> Rich:
    """What a list calls a record: its name in all languages, or the label of its statement."""
    if record.id in sheet.dossier.facts:
        return escape(sheet.dossier.facts[record.id].label)
    return sheet.named(record)
