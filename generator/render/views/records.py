"""What a record's page tells of it besides its statements, and those in the order of its file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive.dossier import Dossier, Fact
from generator.model.beside import Reading
from generator.model.dates import Duration, PartialDate
from generator.model.fields import NameTexts, yaml_key
from generator.model.record import Record
from generator.render.views.links import is_statement
from generator.render.views.rich import Rich
from generator.render.views.sheet import Sheet, outward
from generator.render.views.text import covered, day, escape, joined

# What has no name in words that is its key.
CALLED = {"url": "Address"}
# A heading stands above, a reading below; other spellings are for search, not names to be read.
UNLISTED = ("name", "title", "term", "reading", "aliases")


def facts_of(dossier: Dossier, record: Record) -> list[Fact]:
    """The known statements of a record, in the order of its file."""
    facts = dossier.by_record.get(record.id, ())
    return sorted(facts, key=lambda fact: fact.located.key_span().start)


def reading_of(dossier: Dossier, record: Record) -> Reading | None:
    """The reading of a record, from its day; that of a statement stands on its card."""
    reading = None if is_statement(record) else record.data.reading
    return reading if reading and reading.on.last <= dossier.day else None


def rows(sheet: Sheet, record: Record) -> Iterator[tuple[str, Rich]]:
    """What describes a record: its keys that are no statements, and its name in all languages."""
    called = record.data.called
    if called and called.foreign(sheet.dossier.language):
        yield "Name", sheet.called(called)
    if called and (pages := joined(printed(sheet, called))):
        yield "Foreign form seen at", pages
    for name in type(record.data).model_fields:
        value = getattr(record.data, name)
        shown = described(sheet, name, value, name in type(record.data).REFERS)
        if name not in UNLISTED and shown:
            yield CALLED.get(name) or in_words_of(name), shown


def in_words_of(key: str) -> str:
    """A key as the head of a row."""
    return re.sub("[-_]", " ", yaml_key(key)).capitalize()


def printed(sheet: Sheet, called: NameTexts) -> Iterator[Rich]:
    """The pages that print the foreign form of a name; they stand outside the clocks."""
    for id_ in called.seen:
        if source := sheet.dossier.briefing.source(id_):
            yield outward(source.publisher, source.url)


def described(sheet: Sheet, key: str, value: object, refers: bool) -> Rich:
    """What a key holds, with links where it names records; nothing for what holds statements."""
    if isinstance(value, str):
        return sheet.link(value) if refers else escape(value)
    if isinstance(value, tuple):
        return sheet.links(value) if refers else escape(", ".join(value))
    if isinstance(value, NameTexts):
        return sheet.called(value)
    if isinstance(value, PartialDate):
        return escape(covered(value) if key == "period" else day(value))
    return escape(value.text) if isinstance(value, Duration) else Rich()
