"""What held on any day, as it was known on any other: measures, terms, rounds, figures, disputes.

Refuses to tell of a day what was printed later, unless that is asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import groupby, zip_longest

from generator.counting import grouped
from generator.derive.brief import grounds
from generator.derive.dossier import Dossier, Fact, Status
from generator.derive.past import Past, Version, past, rate_spells, version_on
from generator.derive.spells import Spell
from generator.derive.state import STANDING
from generator.derive.states import is_whole, whole_of
from generator.derive.world import stepped
from generator.model.dates import PartialDate, in_words
from generator.model.record import Record
from generator.render.views import grids
from generator.render.views.act_tables import is_rate
from generator.render.views.ahead import held_words, what, with_its_own_end
from generator.render.views.grids import Grid, Group, Row, columns, side_class
from generator.render.views.links import Address, own_page, page
from generator.render.views.page import Page
from generator.render.views.records import LAST, began, days_of, facts_of, in_time
from generator.render.views.sentences import mentioned, sentence_of
from generator.render.views.sheet import Settings, Sheet, titled
from generator.render.views.summary_lines import days, figure
from generator.render.views.text import Rich, fill, tag
from generator.render.views.timeline import BOTH, OTHERS, SEVERAL, dates_of, is_deed, side_of

Spells = tuple[Version[tuple[Spell, ...]], ...]
PLACE = page("on")
# What the page loads besides, in this order.
SCRIPTS = (Address("assets/held.js"), Address("assets/on-any-day.js"))
SECTIONS = {"measure": "Measures and rates", "agreement": "Agreements and terms"}
DISPUTED = Status.DISPUTED
HEADS = columns("What", "From", "Until", "State")
EMPTY = "Empty: no last day is stated or known."


@dataclass(frozen=True)
class Thing:
    """A measure, part, rate or term: of which kind and side, what it is, and what held of it.

    `end` is that which its sentence names; `begun` is the first day of its agreement, from which
    it may have held where its own first day is not known. `is_whole` is false of a part or a term.
    """

    kind: str
    side: str
    side_name: Rich
    what: tuple[Version[Rich], ...]
    held: Spells
    begun: date | None
    end: date | None
    is_whole: bool

    def spells(self, told: tuple[Spell, ...]) -> Iterator[Spell]:
        """What held by one version, without an end that it is known there not to have had."""
        for one, after in zip_longest(told, told[1:]):
            text = with_its_own_end(one, after, self.end)
            yield replace(one, held=replace(one.held, text=text))


@dataclass(frozen=True)
class Said:
    """A statement on its days as it was known, its side, and whether something was done on them."""

    days: tuple[date, ...]
    is_main: bool
    text: Rich
    side_name: Rich


@dataclass(frozen=True)
class Meeting:
    """A round as it was known: its first and last day, and how they are told."""

    begin: date
    end: date
    text: Rich


@dataclass(frozen=True)
class Told:
    """A statement as it was known: in a line, whether it was disputed, and when last raised."""

    text: Rich
    is_disputed: bool
    last_raised: PartialDate | None


@dataclass(frozen=True)
class Series:
    """The figures that led a series, by their ids, and whether a key point rests on it."""

    is_key: bool
    led: tuple[Version[str], ...]


@dataclass(frozen=True)
class OnAnyDay:
    """What the page tells of a dossier's days."""

    sheet: Sheet

    @property
    def past(self) -> Past:
        """The days as they were known."""
        return past(self.sheet.dossier)

    def as_of(self, given: Dossier) -> Sheet:
        """The page with what was known on a day."""
        return Sheet(given, self.sheet.settings, self.sheet.path)

    def things(self) -> list[Thing]:
        """Whatever held on a day, by kind, side, record and file."""
        dossier, order = self.sheet.dossier, (*SECTIONS, *self._sides())
        records = (one for kind in SECTIONS for one in in_time(dossier, dossier.of_kind(kind)))
        facts = (fact for record in records for fact in facts_of(dossier, record))
        held = ((fact, self.past.held.get(fact.id) or self._rate(fact)) for fact in facts)
        known = {fact.id: self._thing(fact, own) for fact, own in held if own}
        # Of a rate that rose in steps each step is told on its own days.
        found = [one for id_, one in known.items() if id_ not in {*map(stepped, known)}]
        return sorted(found, key=lambda one: (order.index(one.kind), order.index(one.side)))

    def _sides(self) -> tuple[str, ...]:
        briefing = self.sheet.dossier.briefing
        parties = (one.id for one in briefing.of_kind("party"))
        return tuple(dict.fromkeys((*briefing.edition.parties, *parties, BOTH, SEVERAL, OTHERS)))

    def _thing(self, fact: Fact, held: Spells) -> Thing:
        dossier = self.sheet.dossier
        side, name = side_of(dossier, fact), self.side_name(fact.id)
        told = self.past.versions((fact.id,), lambda given: what(self.as_of(given), fact.id))
        begun = began(dossier, fact.record) if fact.record.kind == "agreement" else None
        return Thing(fact.record.kind, side, name, told, held, begun, fact.end, is_whole(fact))

    def side_name(self, id_: str) -> Rich:
        """The side of a statement, as it is known now."""
        side = side_of(self.sheet.dossier, self.sheet.dossier.facts[id_])
        return self.sheet.name(side) if side in self.sheet.dossier.briefing.records else Rich(side)

    def _rate(self, rate: Fact) -> Spells:
        """When a rate held that a measure states beside its own state; nothing for all else."""
        dossier, content = self.sheet.dossier, rate.chosen
        whole = whole_of(dossier, rate.record.id)
        others = (one for one in dossier.by_record[rate.record.id] if one is not rate)
        is_dated = content.from_ or content.until or content.through
        is_only = not any(is_rate(one) and not one.held for one in others)
        is_stated = rate.record.kind == "measure" and is_rate(rate)
        if not whole or not is_stated or not (is_dated or is_only):
            return ()
        known = self.past.held[whole.id]

        def told(given: Dossier) -> tuple[Spell, ...] | None:
            fact, spells = given.facts.get(rate.id), version_on(known, given.as_of)
            return rate_spells(given, fact, spells) if fact and spells else None

        acts = (one.id for one in dossier.acts if rate.record.id in one.chosen.target)
        return self.past.versions((rate.id, *acts), told, (one.since for one in known))

    def rounds(self) -> Iterator[tuple[Version[Meeting], ...]]:
        """Each round as it was known."""
        for record in in_time(self.sheet.dossier, self.sheet.dossier.of_kind("round")):
            told = partial(self._meeting, record)
            yield self.past.versions((f"{record.id}.date", f"{record.id}.last-day"), told)

    def _meeting(self, record: Record, given: Dossier) -> Meeting | None:
        begin = began(given, record)
        if begin == LAST:
            return None
        ends = (one.last for one in days_of(given, f"{record.id}.last-day"))
        link = tag("a", given.briefing.name(record.id), href=own_page(record))
        text = fill("{}: {}", link, days(self.as_of(given), record))
        return Meeting(begin, max((begin, *ends)), text)

    def series(self) -> Iterator[Series]:
        """Each series with the figure that led it; first those that key points rest on."""
        key = {id_.partition(".")[0] for id_ in grounds(self.sheet.dossier.briefing)}
        records = self.sheet.dossier.of_kind("series")
        for record in sorted(records, key=lambda one: (one.id not in key, one.id)):
            led = self.past.versions(record.statements, partial(leading, record))
            if led:
                yield Series(record.id in key, led)

    def said(self) -> Iterator[tuple[Version[Said], ...]]:
        """Each statement that stands at exact days, as it was known."""
        for fact in self.sheet.dossier.facts.values():
            if any(one.is_day for one in dates_of(self.sheet.dossier, fact)):
                yield self.past.versions(mentioned(fact), partial(self._said, fact.id))

    def _said(self, id_: str, given: Dossier) -> Said | None:
        """Its days and its sentence, once it is known."""
        if (fact := given.facts.get(id_)) is None:
            return None
        days = tuple(one.last for one in dates_of(given, fact) if one.is_day)
        sheet = self.as_of(given)
        told = titled(sheet, fact, sentence_of(sheet, fact).text)
        return Said(days, is_deed(fact), told, self.side_name(id_))

    def told(self, id_: str) -> tuple[Version[Told], ...]:
        """A statement as it was known."""

        def one(given: Dossier) -> Told | None:
            fact, sheet = given.facts.get(id_), self.as_of(given)
            last = fact.reading.last_raised if fact and fact.reading else None
            return Told(grids.line(sheet, fact), fact.status is DISPUTED, last) if fact else None

        return self.past.versions((id_,), one)

    def disputed(self) -> Iterator[str]:
        """The statements that were ever disputed."""
        for id_, intervals in self.past.history.intervals.items():
            if any(one.fact.status is DISPUTED for one in intervals):
                yield id_


def leading(record: Record, given: Dossier) -> str | None:
    """The figure that leads a series on a day."""
    ids = sorted(record.statements, key=record.ranks.__getitem__)
    found = figure([given.facts[id_] for id_ in ids if id_ in given.facts])
    return found.id if found else None


def groups(sheet: Sheet, told: list[tuple[Thing, bool, Row]], is_now: bool) -> tuple[Group, ...]:
    """Lines under their sides: those of what holds, or the others."""
    shown = ((one, row) for one, now, row in told if now is is_now)
    sides = grouped(((one.side_name, one.side), row) for one, row in shown).items()
    classes = partial(side_class, sheet.dossier)
    return tuple(Group(name, tuple(own), classes(side)) for (name, side), own in sides)


def rows(sheet: Sheet, thing: Thing) -> Iterator[tuple[bool, Row]]:
    """A line for each time in which the same held of a thing, and whether it does on the day."""
    for one in thing.spells(thing.held[-1].told):
        ends = (one.until,) if one.until else one.held.ends
        # What was announced does not end on the day on which it begins.
        ends = () if one.held.code == "announced" else ends
        first, by = one.held.within or one.held.since, in_words(one.since)
        begun = in_words(first) if first else f"not later than {by}"
        cells = Rich(begun), Rich(" or ".join(map(in_words, ends))), held_words(sheet, one.held)
        is_now = one.since <= sheet.dossier.day < (one.until or date.max)
        yield is_now and one.held.code in STANDING, Row(thing.what[-1].told, cells)


@dataclass(frozen=True)
class Tables:
    """What holds on the day, and below it on others; made when written, as it is much work."""

    sheet: Sheet

    def __iter__(self) -> Iterator[Grid]:
        things = OnAnyDay(self.sheet).things()
        for kind, found in groupby(things, key=lambda one: one.kind):
            told = [(one, *line) for one in found for line in rows(self.sheet, one)]
            now, rest = (groups(self.sheet, told, is_now) for is_now in (True, False))
            yield Grid(f"section--{kind}", SECTIONS[kind], HEADS, now, EMPTY, rest=rest)


def first_source(dossier: Dossier) -> PartialDate:
    """The day of the first source, as it is printed: it may be a month or a year."""
    every = (e.published for one in dossier.facts.values() for e in one.evidence)
    return min((day for day in every if day), key=lambda day: day.last)


def beginning(dossier: Dossier) -> str:
    """From when on the record tells of more than what still held."""
    begun = min((began(dossier, one) for one in dossier.of_kind("round")), default=LAST)
    if begun == LAST:
        return f"{in_words(first_source(dossier))}, the day of the first source,"
    return f"{in_words(begun)}, when the first round began,"


def on_any_day(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """The page, if anything ever held; a script lets a reader choose the day."""
    sheet = Sheet(dossier, settings, PLACE.page)
    if dossier.has_states:
        day = in_words(dossier.day)
        told = f"What was in force, agreed, known and disputed on any day up to {day}."
        held = "it has little more than what was still in force later."
        limit = f"The record may not have every measure. Before {beginning(dossier)} {held}"
        lead = Rich(f"{told} {limit}")
        shown = {"grids": Tables(sheet), "known": day, "scripts": SCRIPTS}
        yield Page(sheet.path, "on.md.j2", "On any day", told, shown, lead=lead)
