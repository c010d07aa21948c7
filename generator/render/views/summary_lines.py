"""The one line that sums up a record: its most important statement, or else its description."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from generator.counting import few, grouped, listed
from generator.derive.computed import unit_of
from generator.derive.dossier import Dossier, Fact, Status
from generator.derive.lanes import BEGINNINGS
from generator.derive.state import verb_of, word_of_code
from generator.model.chart import Series
from generator.model.dates import on_day
from generator.model.parties import Office
from generator.model.points import Gap
from generator.model.record import Record
from generator.model.source import Source
from generator.model.statement import Part
from generator.render.views.acts import capitalised
from generator.render.views.grids import line as asked
from generator.render.views.grids import own_label, this_holds
from generator.render.views.links import is_statement
from generator.render.views.naming import inside, office
from generator.render.views.records import facts_of, reading_of, resting
from generator.render.views.sentences import dated, is_main, is_number, own_sentence, written
from generator.render.views.sheet import Sheet, short, titled, value_markup
from generator.render.views.text import Rich, day, escape, fill, joined, tag, with_stop

OURS = tag("span", "(our definition)", class_="fact-status")
NO_FIGURE = tag("span", "no quoted figure", class_="not-known")
NOT_HELD = (Status.SUPERSEDED, Status.RETRACTED, Status.REJECTED, None)
A_YEAR = timedelta(365)
ALL_TERMS = {1: "the one term", 2: "both terms"}
NO_DEFINITION = tag("span", "no definition found", class_="not-known")


def answer(sheet: Sheet, record: Record) -> Rich:
    """The line for a record: two offices of a person, an editor's, or made of its statements."""
    if held := offices(sheet.dossier, record):
        return joined((short(sheet, one) for one in held[:2]), "; ")
    return of_editor(sheet, record) or capitalised(_made(sheet, record))


def offices(dossier: Dossier, record: Record) -> list[Fact]:
    """The offices of a person."""
    return [one for one in facts_of(dossier, record) if isinstance(one.statement, Office)]


def _made(sheet: Sheet, record: Record) -> Rich:
    if isinstance(record.data, Source):
        return _of_source(sheet, record, record.data)
    if record.kind == "glossary":
        return meaning(sheet, record) or NO_DEFINITION
    fact, is_series = headline(sheet.dossier, record), isinstance(record.data, Series)
    if fact is None:
        return NO_FIGURE if is_series else _described(sheet, record)
    if is_statement(record) or record.kind == "person":
        value = fact.chosen.value
        # A figure is the answer.
        is_told = fact.statement.sentence and not (value and value.numbers)
        return (happening(sheet, fact) if is_told else Rich()) or short(sheet, fact)
    label = own_label(fact, sheet.dossier.briefing.name(record.id))
    line = happening(sheet, fact) or days(sheet, record)
    if line:
        return with_stop(line) if is_series or record.kind == "material" else line
    return fill("{}: {}", label, short(sheet, fact))


def of_editor(sheet: Sheet, record: Record) -> Rich:
    """What an editor lets the page of a record open with, if all of it is known on the day."""
    return written(sheet, getattr(record.data, "lead", None))


def lead_of(sheet: Sheet, record: Record) -> Rich:
    """What the page of a record begins with: the same, but a claim asks, and what speaks ends."""
    fact, ours = headline(sheet.dossier, record), of_editor(sheet, record)
    if ours or fact is None:
        return answer(sheet, record)
    if fact.rivals and is_statement(record):
        return asked(sheet, fact)
    return with_stop(answer(sheet, record))


def named_lead(sheet: Sheet, record: Record) -> str:
    """The same behind the name of the record, unless a sentence says what happened."""
    told, fact = lead_of(sheet, record).text, headline(sheet.dossier, record)
    is_told = of_editor(sheet, record) or (fact and own_sentence(sheet, fact))
    return told if is_told else f"{sheet.name(record.id)}, {inside(sheet.dossier.briefing, told)}"


def happening(sheet: Sheet, fact: Fact) -> Rich:
    """The day and what was done on it: `2 May 2025: The council bans carts`; else nothing."""
    # No link within the link to the card.
    told = dated(sheet, fact).text
    if fact.rivals or not told:
        return Rich()
    line = titled(sheet, fact, told)
    if not fact.held or fact.chosen.does:
        return line
    terms = capitalised(of_terms(sheet, fact.record))
    return fill("{}. {}", line, fill("{}.", terms) if terms else this_holds(sheet, fact))


def of_terms(sheet: Sheet, *records: Record) -> Rich:
    """The states of terms with their numbers; what has ended something has been carried out."""
    facts = (fact for one in records for fact in facts_of(sheet.dossier, one))
    held = [one.held for one in facts if one.held and one.located.path[0] == "terms"]
    if not held:
        return Rich()
    number, first = len(held), held[0]
    every = ALL_TERMS.get(number, f"all {few(number)} terms")
    if len({one.phrase for one in held}) == 1:
        return escape(f"{every} {verb_of(first, number > 1)}{first.phrase}")
    alike = grouped((one.done or word_of_code(one.code), one) for one in held)
    told = [
        f"{few(len(own), number)} {verb_of(own[0], len(own) > 1)}{word}"
        for word, own in sorted(alike.items(), key=lambda pair: -len(pair[1]))
    ]
    # The first says of how many: `four of nine terms are in force, three were carried out`.
    most, _, rest = told[0].partition(" ")
    who = f"{most} of {few(number)} terms" if told[1:] else every
    return escape(listed([f"{who} {rest}", *told[1:]]))


def of_covered(dossier: Dossier, records: Sequence[Record]) -> str:
    """How many materials measures cover, and of how many more a part of a measure says so."""
    measures = dossier.of_kind("measure")
    covered = {id_ for one in measures for id_ in getattr(one.data, "covers", ())}
    facts = (fact.statement for one in measures for fact in facts_of(dossier, one))
    in_part = {id_ for part in facts if isinstance(part, Part) for id_ in part.covers + part.about}
    number = sum(one.id in covered for one in records)
    more = sum(one.id in in_part - covered for one in records)
    told = [f"{few(number, more)} of them"] if number else []
    if more:
        told.append(f"parts of {few(more, number)} {'more' if number else 'of them'}")
    return f"Measures cover {listed(told)}." if told else ""


def meaning(sheet: Sheet, record: Record) -> Rich:
    """What a term means: as a source bears it out, else in our words and marked so."""
    if fact := headline(sheet.dossier, record):
        return with_stop(capitalised(short(sheet, fact)))
    ours = reading_of(sheet.dossier, record)
    return fill("{} {}", ours.text, OURS) if ours else Rich()


def headline(dossier: Dossier, record: Record) -> Fact | None:
    """The most important statement of a record, if it holds any."""
    facts = facts_of(dossier, record)
    if isinstance(record.data, Series):
        return figure(facts)
    ids = (record.id, *(f"{record.id}.{key}" for key in BEGINNINGS))
    return next(filter(None, map(dossier.facts.get, ids)), facts[0] if facts else None)


def figure(facts: list[Fact]) -> Fact | None:
    """The latest figure of a series that counts, the first of its file where several are."""
    return max(filter(leads, facts), key=recency, default=None)


def leads(fact: Fact) -> bool:
    """True for a number that stands, in the unit of its series and of what that counts."""
    own, main = (unit_of(fact.located) or "", fact.of_series("unit") or "")
    is_held = fact.grade not in NOT_HELD and is_number(fact)
    # A trillion dollars are as good as a billion.
    return is_held and own.split()[:1] == main.split()[:1] and is_main(fact, "category")


def recency(fact: Fact) -> tuple[date, date, date, bool]:
    """By the last day of the period, the shorter first, then by print; a whole before a part."""
    period = fact.located.period
    covered = (period.last, period.first) if period else (date.min, date.min)
    # A time of which only the latest day is known is taken to be the year before that day.
    if period and period.is_bound:
        covered = (period.last - A_YEAR, date.min)
    return *covered, fact.known_from or date.min, fact.statement.label is None


def days(sheet: Sheet, record: Record) -> Rich:
    """The days of a round, in one where both happened, or both were only announced."""
    first, last = (sheet.dossier.facts.get(f"{record.id}.{key}") for key in ("date", "last-day"))
    natures = {one.statement.nature for one in (first, last) if one}
    if not (first and last) or first.rivals or last.rivals or len(natures) > 1:
        return joined((short(sheet, one) for one in (first, last) if one), " to ")
    began, ended = (value_markup(sheet, one).text.split() for one in (first, last))
    # `10 to 11 May 2031`: what both have at their ends is said once.
    while began[1:] and began[-1:] == ended[len(began) - 1 : len(began)]:
        began.pop()
    return fill("{} to {}", titled(sheet, first, " ".join(began)), short(sheet, last))


def _of_source(sheet: Sheet, record: Record, source: Source) -> Rich:
    who, on = re.sub("^the ", "The ", office(source.publisher)), source.published
    when = "on a day that is not stated" if on.is_unknown else on_day(on)
    return fill("{} published this {}; {}.", tag("bdi", who), when, resting(sheet.dossier, record))


def _described(sheet: Sheet, record: Record) -> Rich:
    if isinstance(gap := record.data, Gap):
        return fill("We did not find this by {}. We looked in {}.", day(gap.on), gap.looked)
    keys = (getattr(record.data, key, None) for key in ("symbol", "subtitle"))
    parts = [escape(text) for text in keys if text]
    parts += sheet.foreign(called) if (called := record.data.called) else ()
    return joined(parts) if parts else Rich("no statement of its own")
