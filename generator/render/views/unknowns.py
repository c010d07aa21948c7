"""Unknowns, told as plainly as what is: scope, disputes, single origins, gaps."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice

from generator.counting import counted, grouped
from generator.derive.brief import disputes
from generator.derive.dossier import Dossier, Fact, Status
from generator.model import FOLDER_OF
from generator.model.points import Gap
from generator.model.record import Record, of_model
from generator.model.source import Source
from generator.render.views import attendance
from generator.render.views.borne import source_name
from generator.render.views.grids import Grid, Listing, Row, columns, line, listing, one_group
from generator.render.views.links import LIMIT, Address, own_page, page
from generator.render.views.page import Page
from generator.render.views.sentences import meeting
from generator.render.views.sheet import Settings, Sheet, short
from generator.render.views.silences import silence
from generator.render.views.text import Rich, escape, fill, joined, listed, tag, with_stop

ALL_OF_IT = "A name without a number has no other statement."
WEAK = (Status.RELAYED, Status.REPORTED, Status.CLAIMED)
NAME = "unknowns"
# Of more persons in a line it says how many there are.
MOST_NAMES = 20
MOST_OPEN = 24
# So many open questions stand on the brief.
QUESTIONS = 5


def unknowns(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """The page of what is not known: lists that open."""
    if dossier.facts:
        sheet = Sheet(dossier, settings, page(NAME).page)
        facts = dossier.facts.values()
        single, bare = sum(map(is_single, facts)), sum(fact.status is None for fact in facts)
        what = (
            *filter(None, [in_dispute(dossier)]),
            f"{counted(len(facts), 'statement')}, {single} of them on a single source and {bare} "
            "without a quotation.",
        )
        found = tuple(lists(sheet))
        # What was looked for leads; it stands open where a page has room for it.
        lead = next((one for one in found if len(one.items) <= MOST_OPEN), None)
        context = {"listings": tuple(replace(one, is_open=one is lead) for one in found)}
        yield Page(sheet.path, "unknowns.md.j2", "Known unknowns", ". ".join(what), context)


def in_dispute(dossier: Dossier) -> str:
    """How many questions are disputed, those that are still raised first; nothing for none."""
    raised, rested = map(len, disputes(dossier))
    asked = f"{counted(raised, 'question')} in dispute" if raised else ""
    number = rested if raised else counted(rested, "dispute")
    return " and ".join(filter(None, (asked, f"{number} no longer raised" if rested else "")))


def lists(sheet: Sheet) -> Iterator[Listing]:
    """Every list that has anything in it."""
    facts = sheet.dossier.facts.values()
    raised, rested = disputes(sheet.dossier)
    rest = (fill("{} No longer raised.", line(sheet, fact)) for fact in rested)
    disputed = (*(line(sheet, fact) for fact in raised), *rest)
    bare = (line(sheet, fact) for fact in facts if fact.status is None)
    undone = (line(sheet, fact) for fact in facts if is_undone(fact))
    found = (
        ("not-found", "Looked for and not found", _not_found(sheet)),
        ("contested", "Disputed", disputed),
        ("bare", "Source named, but no words of it quoted", bare),
        ("attendance", "Attendance not known", absent_names(sheet)),
        ("unchecked", "Figures that could not be recomputed", undone),
        ("undated", "Sources without a date", _undated(sheet)),
        ("single", "Single source", singles(sheet)),
    )
    for id_, heading, items in found:
        if held := tuple(items):
            one = listing(f"section--{id_}", heading, held)
            yield replace(one, held=sum(map(is_single, facts))) if id_ == "single" else one


def openings(sheet: Sheet) -> Iterator[Rich]:
    """The open questions of the brief, editors' own first; then how much was not found."""
    gaps = of_model(sheet.dossier.of_kind("gap"), Gap)
    ordered = sorted(gaps, key=lambda pair: (pair[1].order, pair[0].id))
    asked = (tag("a", gap.asks, href=own_page(record)) for record, gap in ordered if gap.asks)
    yield from islice(chain(asked, _one_sided(sheet)), QUESTIONS)
    for gap in lists(sheet):
        if gap.id == "section--not-found":
            to = Address(page(NAME).page, gap.id)
            yield tag("a", f"{gap.heading}: {counted(gap.size, 'answer')}", href=to)


def _one_sided(sheet: Sheet) -> Iterator[Rich]:
    """What only one side speaks of; what is disputed stands among the disputes."""
    facts = sheet.dossier.facts.values()
    for fact in (one for one in facts if one.status is not Status.DISPUTED):
        silent = [with_stop(silence(sheet, fact, party)) for party in fact.silent]
        if silent:
            yield joined((with_stop(line(sheet, fact)), *silent), " ")


def is_single(fact: Fact) -> bool:
    """True when all that counts for a statement comes from one origin, or from unknown ones."""
    origins = {e.origin for stance in fact.standing for e in stance.counted}
    return fact.status in WEAK and len(origins) == 1


def singles(sheet: Sheet) -> Iterator[Rich]:
    """What rests on one origin, by kind: all that is said of a record, or how much of it."""
    dossier = sheet.dossier
    found = Counter(fact.record.id for fact in dossier.facts.values() if is_single(fact))
    if found:
        yield escape(ALL_OF_IT)
    told = []
    for id_ in sorted(found, key=dossier.briefing.name):
        record, number, every = dossier.records[id_], found[id_], len(dossier.by_record[id_])
        link = sheet.link(record.id)
        name = link if number == every else fill("{} ({} of {})", link, number, every)
        told.append((FOLDER_OF[record.kind].capitalize(), name))
    for kind, names in grouped(told).items():
        more = [fill("{} more", len(names) - LIMIT)] if len(names) > LIMIT else []
        lines = joined((tag("li", one) for one in (*names[:LIMIT], *more)), "")
        yield fill("{}{}", kind, tag("ul", lines))


def is_undone(fact: Fact) -> bool:
    """True for a formula without a result, or one of which not all that goes into it is known."""
    found = fact.computed
    is_short = found and found.missing and not fact.statement.compute
    return bool(found and (found.result is None or is_short))


def absent_names(sheet: Sheet) -> Iterator[Rich]:
    """For each round, the persons of whom a source says only that they were to be there."""
    held = attendance.on_record(sheet.dossier)
    for record in held.rounds:
        missing = [
            sheet.name(taking[1])
            for taking in held.of_rounds.get(record.id, ())
            if all(word == "expected" for word, _ in held.places[taking][record.id])
        ]
        more = [fill("{} more", len(missing[MOST_NAMES:]))] if missing[MOST_NAMES:] else []
        if names := [*missing[:MOST_NAMES], *more]:
            link = tag("a", meeting(sheet, record.id), href=own_page(record))
            were = "were" if names[1:] else "was"
            yield fill("{} {} expected at {}; no source says more", listed(names), were, link)


def _undated(sheet: Sheet) -> Iterator[Rich]:
    for record, source in of_model(sheet.dossier.of_kind("source"), Source):
        if source.published.is_unknown:
            link = tag("a", sheet.called(source.called), href=own_page(record))
            yield fill("{}, {}", source_name(sheet.dossier.briefing, source), link)


def _not_found(sheet: Sheet) -> Iterator[Rich]:
    for record, gap in of_model(sheet.dossier.of_kind("gap"), Gap):
        near = joined(map(sheet.link, filter(sheet.is_known, gap.see)), "; ")
        told = fill("{}. We looked in {}.", sheet.link(record.id), gap.looked)
        yield fill("{} See also {}.", told, near) if near else told


def table_of_gaps(sheet: Sheet, records: Iterable[Record]) -> Grid:
    """What was looked for and not found, as a table."""
    heads = columns("What was looked for", "Where", "What there is near it")
    rows = one_group(
        Row(sheet.link(record.id), (escape(gap.looked), sheet.links(gap.see) or Rich("nothing")))
        for record, gap in of_model(records, Gap)
    )
    return Grid("section--list", "Looked for and not found", heads, rows)


def near_gap(sheet: Sheet, ids: Iterable[str]) -> Iterator[Grid]:
    """The statements near what was not found, each with its own status."""
    facts = [sheet.dossier.facts[id_] for id_ in ids if id_ in sheet.dossier.facts]
    if groups := one_group(Row(sheet.link(fact.id), (short(sheet, fact),)) for fact in facts):
        heads = columns("Statement", "Value and status")
        yield Grid("section--near", "What there is near it", heads, groups)


def gap_entries(dossier: Dossier) -> list[dict[str, object]]:
    """What was looked for and not found as data, which refers only to what the day knows."""

    def known(ids: Iterable[str]) -> list[str]:
        return [id_ for id_ in ids if id_ in dossier.facts or id_ in dossier.records]

    return [
        {
            "id": record.id,
            "label": dossier.briefing.name(record.id),
            "looked": gap.looked,
            "on": gap.on.text,
            "about": known(gap.about),
            "see": known(gap.see),
            "url": own_page(record).page,
            "file": record.file.path,
        }
        for record, gap in of_model(dossier.of_kind("gap"), Gap)
    ]
