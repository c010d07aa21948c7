"""Lists of the records of a kind, as tables, each cut where it is long."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.counting import counted_if_any
from generator.derive.dossier import Dossier
from generator.derive.held import word_of_code
from generator.derive.states import whole_of
from generator.model import FOLDERS
from generator.model.dates import in_words
from generator.model.record import Record
from generator.model.source import Source
from generator.render.views import attendance
from generator.render.views.act_tables import party_of
from generator.render.views.borne import source_name
from generator.render.views.grids import Grid, Row, by_party, columns, folded, one_group
from generator.render.views.links import own_page, sheet_of
from generator.render.views.page import Page, cut, numbered, pager
from generator.render.views.records import in_time, printed
from generator.render.views.sheet import Settings, Sheet
from generator.render.views.summary_lines import answer
from generator.render.views.text import escape, fill, joined, tag
from generator.render.views.unknowns import table_of_gaps
from generator.render.views.witnesses import published, whom

# What the records of a folder are called where its name is not their plural.
NAMES = {"not-found": ("thing", "things"), "glossary": ("term", "terms")}
REST = {
    "sources": "that the statements rest on",
    "glossary": "that the briefing uses",
    "not-found": "looked for and not found",
}
UNFOUND = "Empty: no source on record has the term in another language."
WORD = re.compile(r"[a-z0-9]+")


def kind_pages(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """The list of each kind that has records, each with the line that answers for it."""
    for folder, kind in FOLDERS.items():
        records = in_time(dossier, dossier.of_kind(kind))
        if kind == "source":
            records.sort(key=lambda record: in_list(dossier, record))
        if kind == "glossary":
            records.sort(key=lambda record: dossier.briefing.name(record.id).casefold())
        for number, part in cut(records) if records else ():
            sheet = Sheet(dossier, settings, sheet_of(folder, number).page)
            is_first = folder == "rounds" and number == 1
            first = attendance.matrix(sheet, attendance.latest(dossier)) if is_first else None
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
    counts = f"{counts} with {held}." if held else f"{counts}."
    return f"{counts} {holding(dossier, records)}".rstrip()


def holding(dossier: Dossier, records: Sequence[Record]) -> str:
    """How many of the records are in force on the day, and how many are not."""
    found = (whole_of(dossier, record.id) for record in records)
    states = Counter(word_of_code(one.held.code) for one in found if one and one.held)
    told = ", ".join(f"{many} {state}" for state, many in states.most_common())
    return f"As of {in_words(dossier.as_of)}: {told}." if told else ""


def tables(sheet: Sheet, folder: str, records: Sequence[Record]) -> Iterator[Grid]:
    """The tables of a kind's records."""
    if folder == "sources":
        yield from sources(sheet, records)
    elif folder == "glossary":
        heads = columns("Term", "Meaning", "In other languages")
        rows = one_group(term(sheet, record) for record in records)
        yield Grid("section--list", "Terms", heads, rows, UNFOUND)
    elif folder == "not-found":
        yield table_of_gaps(sheet, records)
    else:
        heads = columns(FOLDERS[folder].capitalize(), "In one line")
        sided = ((side_of(sheet, record), row(sheet, record)) for record in records)
        yield Grid("section--list", f"All {folder}", heads, by_party(sheet, sided))


def side_of(sheet: Sheet, record: Record) -> str:
    """The party of a person, of whoever issued a rule, or of who alone claims; empty for others."""
    fact = sheet.dossier.facts.get(record.id)
    claimed = [id_ for stance in fact.standing for id_ in stance.by] if fact else ()
    issuer = getattr(record.data, "issuer", ())
    return party_of(sheet.dossier, issuer or claimed or (record.id,) * (record.kind == "person"))


def row(sheet: Sheet, record: Record) -> Row:
    """A record in a line."""
    fact = sheet.dossier.facts.get(record.id)
    name = tag("a", fact.label if fact else sheet.named(record), href=own_page(record))
    return Row(name, (answer(sheet, record),))


def term(sheet: Sheet, record: Record) -> Row:
    """A term with what it means, its forms in other languages, and the pages that print them."""
    assert record.data.called
    forms = record.data.called.foreign(sheet.dossier.language)
    written = joined(tag("bdi", text, lang=language) for language, text in forms)
    seen = joined(printed(sheet, record.data.called))
    elsewhere = fill("{} (seen at {})", written, seen) if seen else written
    return Row(sheet.link(record.id), (answer(sheet, record), elsewhere))


def in_list(dossier: Dossier, record: Record) -> tuple[str, int]:
    """The place of a source in the list: by its kind, then by number."""
    return kind_of(record), dossier.source_numbers.get(record.id, 0)


def kind_of(record: Record) -> str:
    """What kind of publication a source is, as a word that can stand in an address."""
    assert isinstance(record.data, Source)
    return "-".join(WORD.findall(record.data.kind.lower())) or "other"


def sources(sheet: Sheet, records: Sequence[Record]) -> Iterator[Grid]:
    """A table of sources for each kind of publication."""
    heads = columns("Source", "From", "Published", "First source", "Statements")
    for kind, found in groupby(records, key=kind_of):
        own = [(record, record.data) for record in found if isinstance(record.data, Source)]
        written = own[0][1].kind
        groups = one_group(source(sheet, *one) for one in own)
        yield Grid(f"section--{kind}", written[:1].upper() + written[1:], heads, groups)


def source(sheet: Sheet, record: Record, data: Source) -> Row:
    """A source in a line."""
    number = sheet.dossier.source_numbers.get(record.id)
    name = fill("[{}] {}", number, sheet.called(data.called))
    held = len(sheet.dossier.used_sources.get(record.id, ()))
    cells = (
        tag("bdi", source_name(sheet.dossier.briefing, data)),
        escape(published(data)),
        whom(sheet, record),
        escape(str(held)),
    )
    return Row(tag("a", name, href=own_page(record)), cells)
