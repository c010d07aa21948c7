"""What a record's page tells of it besides its statements, those, and when it began.

What says nothing of its own beginning began with what it is about: terms with the talks on them.
What has no beginning at all, as a chart or a comparison, stands as its own `order` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from generator.derive.dossier import Dossier, Fact
from generator.derive.lanes import BEGINNINGS
from generator.model.beside import Reading
from generator.model.dates import Duration, PartialDate
from generator.model.fields import NameTexts, yaml_key
from generator.model.record import Record
from generator.render.views.borne import page_of
from generator.render.views.links import is_statement
from generator.render.views.rich import Rich
from generator.render.views.sheet import Sheet, outward
from generator.render.views.text import covered, day, escape, joined

# What has no name in words that is its key.
CALLED = {"url": "Address"}
# A heading stands above, a reading below; other spellings are for search, not names to be read.
# A family is a key of ours, and every value has its unit.
UNLISTED = ("name", "title", "term", "reading", "aliases", "family", "unit")
LAST = date.max


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
            yield outward(page_of(source), source.url)


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


def in_time(dossier: Dossier, records: Iterable[Record]) -> list[Record]:
    """Records that say when they began, in time order; the others after them, by order and id."""
    return sorted(
        records, key=lambda one: (began(dossier, one), getattr(one.data, "order", 0), one.id)
    )


def days_of(dossier: Dossier, id_: str) -> list[PartialDate]:
    """The days that the positions of a statement give."""
    fact = dossier.facts.get(id_)
    values = [stance.content.value for stance in fact.stances] if fact else []
    return [value.date for value in values if value and value.date]


def began(dossier: Dossier, record: Record) -> date:
    """The first day of a record, or a day after all others; an exact one before a bound."""
    told = [days for key in BEGINNINGS if (days := days_of(dossier, f"{record.id}.{key}"))]
    exact = (days for days in told if not any(day.is_bound for day in days))
    if days := next(exact, told[0] if told else []):
        return min(day.last for day in days)
    rounds = (dossier.records.get(id_) for id_ in getattr(record.data, "about", ()))
    return min((began(dossier, one) for one in rounds if one and one.kind == "round"), default=LAST)
