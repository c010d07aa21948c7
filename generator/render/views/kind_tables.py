"""The tables of those kinds whose records say more in columns than in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.derive.dossier import Dossier
from generator.model.record import Record
from generator.model.source import Source
from generator.render.views.grids import Grid, Row, columns, one_group
from generator.render.views.links import own_page
from generator.render.views.records import printed
from generator.render.views.rich import Rich
from generator.render.views.sheet import Sheet
from generator.render.views.summary_lines import answer
from generator.render.views.text import escape, fill, joined, tag
from generator.render.views.witnesses import published, whom

WORD = re.compile(r"[a-z0-9]+")
NONE = tag("span", "none", class_="not-known")


def terms(sheet: Sheet, records: Sequence[Record]) -> Iterator[Grid]:
    """Terms with what they mean, and their forms in other languages."""
    heads = columns("Term", "Meaning", "In other languages")
    rows = one_group(term(sheet, record) for record in records)
    yield Grid("section--list", "Terms", heads, rows)


def term(sheet: Sheet, record: Record) -> Row:
    """A term in a line."""
    name = tag("a", sheet.name(record.id), href=own_page(record))
    return Row(name, (answer(sheet, record), elsewhere(sheet, record) or NONE))


def elsewhere(sheet: Sheet, record: Record) -> Rich:
    """The forms of a term in other languages, and the pages that print them."""
    assert record.data.called
    forms = record.data.called.foreign(sheet.dossier.language)
    written = joined(tag("bdi", text, lang=language) for language, text in forms)
    seen = joined(printed(sheet, record.data.called))
    return fill("{} (seen at {})", written, seen) if seen else written


def by_publication(dossier: Dossier, records: Sequence[Record]) -> list[Record]:
    """Sources by their kind, then by number."""
    numbers = dossier.source_numbers
    return sorted(records, key=lambda record: (kind_of(record), numbers.get(record.id, 0)))


def kind_of(record: Record) -> str:
    """What kind of publication a source is, as a word that can stand in an address."""
    assert isinstance(record.data, Source)
    return "-".join(WORD.findall(record.data.kind.lower())) or "other"


def sources(sheet: Sheet, records: Sequence[Record]) -> Iterator[Grid]:
    """A table of sources for each kind of publication."""
    heads = columns("Source", "Publisher", "Published", "On whose knowledge", "Statements")
    for kind, found in groupby(records, key=kind_of):
        own = list(found)
        groups = one_group(source(sheet, record) for record in own)
        yield Grid(f"section--{kind}", heading(own[0]), heads, groups)


def heading(record: Record) -> str:
    """The kind of a source as it was written."""
    assert isinstance(record.data, Source)
    return record.data.kind[:1].upper() + record.data.kind[1:]


def source(sheet: Sheet, record: Record) -> Row:
    """A source in a line."""
    assert isinstance(record.data, Source)
    number = sheet.dossier.source_numbers.get(record.id)
    name = fill("[{}] {}", number, sheet.called(record.data.called))
    held = len(sheet.dossier.used_sources.get(record.id, ()))
    cells = (
        tag("bdi", record.data.publisher),
        escape(published(record.data)),
        whom(sheet, record),
        escape(str(held)),
    )
    return Row(tag("a", name, href=own_page(record)), cells)
