"""A record on its kind's page: what describes it, and its facts, sealed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.dates import PartialDate
from generator.model.fields import NameTexts, yaml_key
from generator.model.record import Record
from generator.render.links import is_statement
from generator.render.sheet import Sheet, outward
from generator.render.templates import Sealed
from generator.render.text import day, escape, joined

# A heading stands above, a reading below; other spellings are for search, not names to be read.
UNLISTED = ("name", "title", "term", "reading", "aliases")


@dataclass(frozen=True)
class Entry:
    """A record with its facts; one that is itself a statement has no heading but its card's."""

    id: str
    heading: str
    rows: tuple[tuple[str, Markup], ...]
    reading: str
    reading_on: str
    facts: tuple[Sealed, ...]
    level: int


def entry(sheet: Sheet, record: Record) -> Entry:
    """The entry of a record."""
    facts = sorted(
        sheet.dossier.by_record.get(record.id, ()), key=lambda f: f.located.key_span().start
    )
    alone = is_statement(record)
    reading = None if alone else record.data.reading
    if reading and reading.on.last > sheet.dossier.day:
        reading = None
    return Entry(
        id=record.id,
        heading="" if alone else sheet.dossier.briefing.name(record.id),
        rows=() if alone else tuple(rows(sheet, record)),
        reading=reading.text if reading else "",
        reading_on=day(reading.on) if reading else "",
        facts=tuple(Sealed(fact) for fact in facts),
        level=2 if alone else 3,
    )


def rows(sheet: Sheet, record: Record) -> Iterator[tuple[str, Markup]]:
    """What describes a record: its keys that are no statements, and its name in all languages."""
    called = record.data.called
    if called and called.foreign(sheet.dossier.language):
        yield "Name", sheet.called(called)
    if called and (pages := joined(printed(sheet, called))):
        yield "Foreign form seen at", pages
    for name in type(record.data).model_fields:
        value = getattr(record.data, name)
        if name not in UNLISTED and value and (told := described(sheet, record, name)):
            yield yaml_key(name).replace("-", " ").capitalize(), told


def printed(sheet: Sheet, called: NameTexts) -> Iterator[Markup]:
    """The pages that print the foreign form of a name; they stand outside the clocks."""
    for id_ in called.seen:
        if source := sheet.dossier.briefing.source(id_):
            yield outward(source.publisher, source.url)


def described(sheet: Sheet, record: Record, name: str) -> Markup:
    """One key as text, with links where it names records; nothing for what holds statements."""
    value = getattr(record.data, name)
    refers = name in getattr(record.data, "REFERS", {})
    if isinstance(value, str):
        return sheet.link(value) if refers else escape(value)
    if isinstance(value, tuple):
        return sheet.links(value) if refers else escape(", ".join(value))
    if isinstance(value, NameTexts):
        return sheet.called(value)
    return escape(day(value)) if isinstance(value, PartialDate) else Markup("")
