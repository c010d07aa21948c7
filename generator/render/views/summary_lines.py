"""The one line that sums up a record: its most important statement, or else its description."""

from collections.abc import Mapping
from datetime import date, timedelta

from generator.counting import counted, few, grouped, listed
from generator.derive.dossier import Dossier, Fact, Status
from generator.derive.lanes import BEGINNINGS
from generator.derive.state import PAST, verb_of, word_of_code, word_of_state
from generator.derive.states import whole_of
from generator.model.chart import Series
from generator.model.dates import PartialDate, in_words
from generator.model.parties import Person
from generator.model.points import Gap
from generator.model.record import Record
from generator.model.source import Source
from generator.render.views.acts import capitalised
from generator.render.views.borne import source_name
from generator.render.views.grids import line as asked
from generator.render.views.grids import own_label
from generator.render.views.links import is_statement
from generator.render.views.records import facts_of, reading_of
from generator.render.views.sentences import (
    dated,
    day_of,
    is_main,
    is_number,
    own_sentence,
    written,
)
from generator.render.views.sheet import Sheet, holds, said, short, state, titled
from generator.render.views.text import Rich, capital, day, escape, fill, joined, tag
from generator.render.views.witnesses import published

OURS = tag("span", "(our definition)", class_="fact-status")
NO_FIGURE = tag("span", "no quoted figure", class_="not-known")
NOT_HELD = (Status.SUPERSEDED, Status.RETRACTED, Status.REJECTED, None)
A_YEAR = timedelta(365)
ALL_TERMS = {1: "the one term", 2: "both terms"}
NO_DEFINITION = tag("span", "no definition found", class_="not-known")


def answer(sheet: Sheet, record: Record) -> Rich:
    """The line for a record: an editor's, else one that is made of its statements."""
    return of_editor(sheet, record) or _made(sheet, record)


def _made(sheet: Sheet, record: Record) -> Rich:
    if isinstance(record.data, Source):
        return _of_source(sheet, record, record.data)
    if record.kind == "glossary":
        return meaning(sheet, record) or NO_DEFINITION
    fact = headline(sheet.dossier, record)
    if fact is None:
        is_series = isinstance(record.data, Series)
        return NO_FIGURE if is_series else _described(sheet, record)
    if is_statement(record) or record.kind == "person":
        value = fact.chosen.value
        # A figure is the answer.
        is_told = fact.statement.sentence and not (value and value.numbers)
        return (happening(sheet, fact) if is_told else Rich()) or short(sheet, fact)
    if told := terms(sheet, record, fact):
        return capitalised(told)
    label = own_label(fact, sheet.dossier.briefing.name(record.id))
    if _is_first_day(fact):
        return fill("{}: {}" if fact.statement.label else "{} {}", label, _begun(sheet, fact))
    if told := days(sheet, record):
        place = getattr(record.data, "place", None)
        return fill("{}; {}", sheet.called(place), told) if place else told
    return happening(sheet, fact) or fill("{}: {}", label, short(sheet, fact))


def of_editor(sheet: Sheet, record: Record) -> Rich:
    """What an editor lets the page of a record open with, if all of it is known on the day."""
    return written(sheet, getattr(record.data, "lead", None))


def _begun(sheet: Sheet, fact: Fact) -> Rich:
    # `In force from` has said all that holds, but for its end.
    is_plain = fact.state == "in force" and word_of_state(fact) == (fact.status, fact.by)
    if fact.rivals or not fact.held or not is_plain:
        return capitalised(short(sheet, fact))
    end = f" until {in_words(fact.held.until)}" if fact.held.until else ""
    return fill("{}{}", said(sheet, fact), end)


def lead_of(sheet: Sheet, record: Record) -> Rich:
    """What the page of a record begins with: what was done on which day, and what holds."""
    fact, line = headline(sheet.dossier, record), answer(sheet, record)
    if of_editor(sheet, record):
        return line
    if told := of_round(sheet, record):
        return told
    if fact is None or fact.rivals or is_statement(record):
        return asked(sheet, fact) if fact and fact.rivals and is_statement(record) else line
    if record.kind == "person":
        return on_its_day(sheet, fact) or spoken(sheet, fact) or line
    # What never took effect was only announced.
    announced = sheet.dossier.facts.get(f"{record.id}.announced")
    telling = announced if fact.held and fact.held.never else fact
    # Of a first day a sentence of our making says no more than the line.
    is_told = telling and (telling.statement.sentence or not _is_first_day(fact))
    told = on_its_day(sheet, telling) if telling and is_told else Rich()
    told = told or (spoken(sheet, fact) if fact.statement.sentence else told)
    return joined(filter(None, (told, standing(sheet, fact))), " ") if told else line


def spoken(sheet: Sheet, fact: Fact) -> Rich:
    """The sentence of a statement as one, without its day; nothing where there is none."""
    told = own_sentence(sheet, fact).text
    return fill("{}.", titled(sheet, fact, told)) if told else Rich()


def standing(sheet: Sheet, fact: Fact) -> Rich:
    """What holds of a record or its terms: `The measure is in force.`; an act says it itself."""
    if terms := of_terms(sheet, fact.record):
        return fill("{}.", capitalised(terms))
    held = fact.held
    if held is None or fact.chosen.does:
        return Rich()
    told = f"The {fact.record.kind} {held.told()}"
    is_bare = held.until and held.code == "in-force" and in_words(held.until) not in told
    told += f" until {in_words(held.until)}" if held.until and is_bare else ""
    return fill("{}.", state(sheet, fact, told))


def of_round(sheet: Sheet, record: Record) -> Rich:
    """When a round began, and what came of it, in a sentence each."""
    first = days_of_round(sheet, record)[:1]
    facts = [*first, *(one for one in came_of(sheet, record) if one not in first)]
    days = (None, *map(day_of, facts))
    told = [on_its_day(sheet, one, before) for one, before in zip(facts, days, strict=False)]
    return joined(told, " ") if all(told) else Rich()


def agreements(dossier: Dossier) -> Mapping[str, tuple[Record, ...]]:
    """The agreements that came of each round."""
    if agreements not in dossier.views:
        every = dossier.of_kind("agreement")
        pairs = ((id_, one) for one in every for id_ in dict.fromkeys(one.data.about))
        dossier.views[agreements] = grouped(pairs)
    found: Mapping[str, tuple[Record, ...]] = dossier.views[agreements]
    return found


def came_of(sheet: Sheet, record: Record) -> list[Fact]:
    """What came of a round: of its agreements a statement each, else its end; a call tells it."""
    agreed = agreements(sheet.dossier).get(record.id, ())
    came = [fact for one in agreed if (fact := outcome(sheet, one))]
    is_call = getattr(record.data, "form", "") == "call"
    return came or days_of_round(sheet, record)[0 if is_call else 1 :]


def outcome(sheet: Sheet, agreement: Record) -> Fact | None:
    """What tells the day of an agreement, else of its terms the first that is not over."""

    def rank(one: Fact) -> tuple[bool, bool]:
        return len(one.located.path) > 1, bool(one.held and one.held.code in PAST)

    told = (one for one in facts_of(sheet.dossier, agreement) if on_its_day(sheet, one))
    return min(told, key=rank, default=None)


def on_its_day(sheet: Sheet, fact: Fact, before: PartialDate | None = None) -> Rich:
    """A sentence with its day: `2 May 2025: The council bans carts.`; nothing without both.

    Where the sentence before it has told that day, the day goes without saying.
    """
    told, when = own_sentence(sheet, fact).text, day_of(fact)
    if not told or not when or fact.rivals:
        return Rich()
    if when == before:
        return fill("{}.", titled(sheet, fact, told))
    return fill("{}.", titled(sheet, fact, f"{capital(day(when))}: {told}"))


def _is_first_day(fact: Fact) -> bool:
    return fact.located.path == ("in-force",)


def happening(sheet: Sheet, fact: Fact) -> Rich:
    """The day and what was done on it: `2 May 2025: The council bans carts`; else nothing."""
    # No link within the link to the card.
    told = dated(sheet, fact).text
    if fact.rivals or not told:
        return Rich()
    line = titled(sheet, fact, told)
    if not fact.held or fact.chosen.does:
        return line
    return fill("{}; {}", line, of_terms(sheet, fact.record) or holds(sheet, fact))


def terms(sheet: Sheet, record: Record, fact: Fact) -> Rich:
    """How many terms of an agreement hold or have ended, where it tells no day of its own."""
    if fact.located.key in BEGINNINGS or whole_of(sheet.dossier, record.id):
        return Rich()
    return of_terms(sheet, record)


def of_terms(sheet: Sheet, *records: Record) -> Rich:
    """The states of terms with their numbers; what has ended something has been carried out."""
    facts = (fact for one in records for fact in facts_of(sheet.dossier, one))
    held = [one.held for one in facts if one.held and one.located.path[0] == "terms"]
    if not held:
        return Rich()
    number, first = len(held), held[0]
    if len({one.phrase for one in held}) == 1:
        who = ALL_TERMS.get(number, f"all {few(number)} terms")
        return escape(f"{who} {verb_of(first, number > 1)}{first.phrase}")
    alike = grouped((one.done or word_of_code(one.code), one) for one in held)
    told = (
        f"{few(len(own))} {verb_of(own[0], len(own) > 1)}{word}"
        for word, own in sorted(alike.items(), key=lambda pair: -len(pair[1]))
    )
    return escape(f"of {few(number)} terms {listed([*told])}")


def meaning(sheet: Sheet, record: Record) -> Rich:
    """What a term means: as a source bears it out, else in our words and marked so."""
    if fact := headline(sheet.dossier, record):
        return capitalised(short(sheet, fact))
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
    """The latest figure of a series that counts, the first of its file where several are."""
    return max(filter(leads, facts), key=recency, default=None)


def leads(fact: Fact) -> bool:
    """True for a number that stands, in the unit of its series and of what that counts."""
    is_held = fact.grade not in NOT_HELD and is_number(fact)
    return is_held and all(is_main(fact, key) for key in ("unit", "category"))


def recency(fact: Fact) -> tuple[date, date, date, bool]:
    """By the last day of the period, the shorter first, then by print; a whole before a part."""
    period = fact.located.period
    covered = (period.last, period.first) if period else (date.min, date.min)
    # A time of which only the latest day is known is taken to be the year before that day.
    if period and period.is_bound:
        covered = (period.last - A_YEAR, date.min)
    return *covered, fact.known_from or date.min, fact.statement.label is None


def office(facts: list[Fact]) -> Fact | None:
    """The latest office of a person, one without an end before the others."""

    def since(fact: Fact) -> tuple[bool, str]:
        begun = fact.chosen.from_
        return fact.chosen.until is None, begun.last.isoformat() if begun else ""

    offices = [fact for fact in facts if fact.chosen.title]
    return max(offices or facts[:1], key=since, default=None)


def days(sheet: Sheet, record: Record) -> Rich:
    """The days of a round, from the first to the last that is told."""
    return joined((short(sheet, fact) for fact in days_of_round(sheet, record)), " to ")


def days_of_round(sheet: Sheet, record: Record) -> list[Fact]:
    """What tells the first and the last day of a round."""
    ids = (f"{record.id}.{key}" for key in ("date", "last-day"))
    facts = (sheet.dossier.facts.get(id_) for id_ in ids if record.kind == "round")
    return [fact for fact in facts if fact]


def _of_source(sheet: Sheet, record: Record, source: Source) -> Rich:
    number = len(sheet.dossier.used_sources.get(record.id, ()))
    rests = f"{counted(number, 'statement')} rest{'s' if number == 1 else ''} on it"
    name = source_name(sheet.dossier.briefing, source)
    return fill("{}, {}, {}; {}", name, source.kind, published(source), rests)


def _described(sheet: Sheet, record: Record) -> Rich:
    if isinstance(record.data, Gap):
        return fill("looked for in {}, and not found", record.data.looked)
    called = record.data.called
    forms = called.foreign(sheet.dossier.language) if called else ()
    keys = (getattr(record.data, key, None) for key in ("symbol", "subtitle"))
    parts = [escape(text) for text in keys if text]
    parts += [tag("bdi", text, lang=language) for language, text in forms]
    return joined(parts) if parts else Rich("no statement of its own")
