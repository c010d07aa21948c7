"""The one line that sums up a record: its most important statement, or else its description."""

from __future__ import annotations

import re

from generator.counting import counted
from generator.derive.dossier import Dossier, Fact
from generator.derive.lanes import BEGINNINGS
from generator.model.gap import Gap
from generator.model.person import Person
from generator.model.record import Record
from generator.model.round import Round
from generator.model.series import Series
from generator.model.source import Source
from generator.render.views.grids import own_label
from generator.render.views.links import is_statement
from generator.render.views.records import facts_of, reading_of
from generator.render.views.rich import Rich
from generator.render.views.sheet import Sheet, short
from generator.render.views.text import escape, fill, joined, tag
from generator.render.views.witnesses import published

PERIOD = re.compile(r"\d{4}(?:-\d\d){0,2}")
OURS = tag("span", "(our definition)", class_="fact-status")
NO_DEFINITION = tag("span", "no definition found", class_="not-known")


def answer(sheet: Sheet, record: Record) -> Rich:
    """The line for a record."""
    if isinstance(record.data, Source):
        return of_source(sheet, record, record.data)
    if record.kind == "glossary":
        return meaning(sheet, record) or NO_DEFINITION
    fact = headline(sheet.dossier, record)
    if fact is None:
        return described(sheet, record)
    if is_statement(record) or record.kind == "person":
        return short(sheet, fact)
    label = own_label(fact, sheet.dossier.briefing.name(record.id))
    told = days(sheet, record) or fill("{}: {}", label, short(sheet, fact))
    if isinstance(record.data, Round) and record.data.place:
        return fill("{}; {}", sheet.called(record.data.place), told)
    return told


def meaning(sheet: Sheet, record: Record) -> Rich:
    """What a term means: as a source bears it out, else in our words and marked so."""
    if fact := headline(sheet.dossier, record):
        return short(sheet, fact)
    ours = reading_of(sheet.dossier, record)
    return fill("{} {}", ours.text, OURS) if ours else Rich()


def headline(dossier: Dossier, record: Record) -> Fact | None:
    """The most important statement of a record, if it holds any."""
    facts = facts_of(dossier, record)
    if isinstance(record.data, Person):
        return office(facts)
    if isinstance(record.data, Series):
        return figure(facts)
    ids = (record.id, *(f"{record.id}.{key}" for key in BEGINNINGS))
    first = (dossier.facts.get(id_) for id_ in ids)
    return next((fact for fact in first if fact), facts[0] if facts else None)


def figure(facts: list[Fact]) -> Fact | None:
    """The latest figure of a series."""
    return max(of_periods(facts) or facts[-1:], key=key_of, default=None)


def of_periods(facts: list[Fact]) -> list[Fact]:
    """The figures that stand under a day, month or year."""
    return [fact for fact in facts if PERIOD.fullmatch(key_of(fact))]


def key_of(fact: Fact) -> str:
    """The last key of a statement, which is the period of a figure."""
    return fact.located.key


def office(facts: list[Fact]) -> Fact | None:
    """The latest office of a person, one without an end before the others."""
    offices = [fact for fact in facts if fact.chosen.title]
    return max(offices or facts[:1], key=since, default=None)


def since(fact: Fact) -> tuple[bool, str]:
    """How recent an office is."""
    begun = fact.chosen.from_
    return fact.chosen.until is None, begun.last.isoformat() if begun else ""


def days(sheet: Sheet, record: Record) -> Rich:
    """The days of a round, from the first to the last that is told."""
    ids = (f"{record.id}.{key}" for key in ("date", "last-day"))
    facts = (sheet.dossier.facts.get(id_) for id_ in ids if record.kind == "round")
    return joined((short(sheet, fact) for fact in facts if fact), " to ")


def of_source(sheet: Sheet, record: Record, source: Source) -> Rich:
    """Who published a source, when, and how much rests on it."""
    number = len(sheet.dossier.used_sources.get(record.id, ()))
    rests = f"{counted(number, 'statement')} rest{'s' if number == 1 else ''} on it"
    parts = [source.publisher, source.kind, f"published: {published(source)}", rests]
    return joined([escape(part) for part in parts], "; ")


def described(sheet: Sheet, record: Record) -> Rich:
    """The line for a record without a statement."""
    if isinstance(record.data, Gap):
        return fill("looked for in {}, and not found", record.data.looked)
    called = record.data.called
    forms = called.foreign(sheet.dossier.language) if called else ()
    keys = (getattr(record.data, key, None) for key in ("symbol", "subtitle"))
    parts = [escape(text) for text in keys if text]
    parts += [tag("bdi", text, lang=language) for language, text in forms]
    return joined(parts) if parts else Rich("no statement of its own")
