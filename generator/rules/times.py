"""The months that statements and records are of: their own days, and what their names tell.

Judges nothing. What is known to the year alone is of every month in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.derive import Dossier
from generator.derive.dossier import Fact
from generator.derive.mentions import Mention, mentions
from generator.link import Located
from generator.model.dates import MONTHS, YEAR, PartialDate, leading_period
from generator.model.record import Path, Record
from generator.model.statement import Content, Dated
from generator.rules import months
from generator.source import Span

ENDING = ("until", "through")
OWN = (("period", "period"), ("from", "from_"), *((key, key) for key in ENDING))
NAMED = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(MONTHS).lower()})(?![a-z0-9])")
DATED = re.compile(r"(?<!\d)(\d{4})-(\d\d)(?!\d)")


@dataclass(frozen=True)
class Time:
    """A month, or a month of any year, or any month of a year; `span` is where a day stands."""

    year: int | None
    month: int | None
    span: Span | None = None
    is_end: bool = False

    def is_of(self, named: Mention, ends: bool) -> bool:
        """Whether a text can mean it; an end only where the text speaks of one."""
        is_year = None in {self.year, named.year} or self.year == named.year
        return is_year and self.month in {None, named.month} and (ends or not self.is_end)


def of(dossier: Dossier, id_: str) -> Iterator[Time]:
    """The months of a statement, and of the records that it stands in and is about."""
    located = dossier.briefing.statements[id_]
    yield from of_id(id_)
    yield from of_statement(located, dossier.facts.get(id_))
    yield from of_record(dossier, located.record)
    yield from upon(dossier, id_)
    others = (one for _, content in located.statement.contents() for one in content.about)
    for other in (*located.record.data.about, *others):
        of_other = dossier.briefing.statements.get(other)
        found = of_other.record if of_other else dossier.briefing.records.get(other)
        if found:
            yield from of_record(dossier, found)


def upon(dossier: Dossier, id_: str) -> Iterator[Time]:
    """The months of what acts upon a statement or its record, and of what is about that."""
    own = {id_, id_.partition(".")[0]}
    for act in dossier.acts:
        if own.intersection(act.chosen.target):
            yield from of_statement(act.located, act)
            yield from of_record(dossier, act.located.record)
    for record in dossier.briefing.records.values():
        if own.intersection(record.data.about):
            yield from of_record(dossier, record)


def of_record(dossier: Dossier, record: Record) -> Iterator[Time]:
    """The months in the id and title of a record, and those of its days, where they are known."""
    yield from of_id(record.id)
    yield from of_texts(record.data.heading(dossier.language), getattr(record.data, "asks", None))
    for id_, (path, statement) in record.statements.items():
        yield from of_computed(dossier.facts.get(id_))
        if isinstance(statement, Dated):
            for at, content in statement.contents():
                found = of_value(content, record.places.value((*path, *at, "value")))
                yield from (one for one in found if one.month)


def of_statement(located: Located, fact: Fact | None) -> Iterator[Time]:
    """The months of a statement: of its key, of what it says, and of what follows from it."""
    for path, content in located.statement.contents():
        yield from of_content(located, path, content)
    yield from of_key(located)
    yield from of_computed(fact)
    if fact and fact.held:
        yield from (Time(day.year, day.month) for day in (fact.held.since,) if day)
        yield from (Time(day.year, day.month, is_end=True) for day in (fact.held.turns,) if day)


def of_computed(fact: Fact | None) -> Iterator[Time]:
    """The months of a day that a formula gives."""
    if fact and fact.computed and fact.computed.date:
        yield from within(fact.computed.date)


def of_key(located: Located) -> Iterator[Time]:
    """The months that a key such as `2031-02` is of, and those of a year before."""
    found = months.of_key(located.key) or leading_period(located.key)
    for one in within(found, located.key_span()) if found else ():
        yield one
        # What is told against a year before may name that as well.
        if located.statement.basis and one.year:
            yield replace(one, year=one.year - 1)


def of_content(located: Located, path: Path, content: Content) -> Iterator[Time]:
    """The months of one content."""
    yield from of_value(content, located.span(*path, "value"))
    for key, field in OWN:
        day: PartialDate | None = getattr(content, field)
        for one in within(day, located.span(*path, key)) if day else ():
            yield replace(one, is_end=key in ENDING)
    yield from of_texts(content.label, content.words, content.says)


def of_value(content: Content, span: Span) -> Iterator[Time]:
    """The months of a value that is a day."""
    if content.value and content.value.date:
        yield from within(content.value.date, span)


def of_texts(*texts: str | None) -> Iterator[Time]:
    """The months that texts name."""
    for text in texts:
        yield from (Time(one.year, one.month) for one in mentions(text or "") if one.month)


def of_id(id_: str) -> Iterator[Time]:
    """The months that an id names: `bridge-talks-2031-03`, `april-toll`."""
    for year, month in DATED.findall(id_):
        yield Time(int(year), int(month))
    for word in NAMED.findall(id_):
        yield Time(None, months.NAMES[word.capitalize()])


def within(day: PartialDate, span: Span | None = None) -> Iterator[Time]:
    """The months of a time; of one without a first day, any of its last year."""
    first = day.last if day.first == date.min else day.first
    count = (day.last.year - first.year) * YEAR + day.last.month - first.month + 1
    if count >= YEAR or day.first == date.min:
        yield Time(None if day.is_unknown else day.last.year, None, span)
        return
    for at in range(first.month - 1, first.month - 1 + count):
        yield Time(first.year + at // YEAR, at % YEAR + 1, span)
