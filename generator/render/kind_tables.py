"""The tables of those kinds whose records say more in columns than in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.derive.dossier import Dossier
from generator.model.record import Record
from generator.model.source import Source
from generator.render.grids import NOT_KNOWN, Grid, Row, columns, one_group
from generator.render.links import own_page
from generator.render.records import printed
from generator.render.rich import Rich
from generator.render.sheet import Sheet, short
from generator.render.summary_lines import headline
from generator.render.text import escape, fill, joined, tag
from generator.render.witnesses import published, whom

WORD = re.compile(r"[a-z0-9]+")
NO_DEFINITION = tag("span", "no definition held", class_="not-known")


def terms(sheet: Sheet, records: Sequence[Record]) -> Iterator[Grid]:
    """Terms with their forms in other languages, what they mean, and where a form is printed."""
    heads = columns("Term", "In other languages", "Meaning", "Form seen at")
    rows = one_group(term(sheet, record) for record in records)
    yield Grid("section--list", "Terms", heads, rows)


def term(sheet: Sheet, record: Record) -> Row:
    """A term in a line."""
    called, fact = record.data.called, headline(sheet.dossier, record)
    forms = called.foreign(sheet.dossier.language) if called else ()
    seen = tuple(printed(sheet, called)) if called else ()
    cells = (
        joined(tag("bdi", text, lang=language) for language, text in forms) or Rich("none"),
        short(sheet, fact) if fact else NO_DEFINITION,
        joined(seen) or NOT_KNOWN,
    )
    return Row(tag("a", sheet.name(record.id), href=own_page(record)), cells)


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
    name = fill("[{}] {}", number, sheet.called(record.data.title))
    held = len(sheet.dossier.used_sources.get(record.id, ()))
    cells = (
        tag("bdi", record.data.publisher),
        escape(published(record.data)),
        whom(sheet, record),
        escape(str(held)),
    )
    return Row(tag("a", name, href=own_page(record)), cells)
