"""What is not known, said as plainly as what is: scope, disputes, single origins, gaps.

Refuses to fill a gap: each line names what is missing and leads to what there is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from generator.counting import counted
from generator.derive.dossier import Dossier, Fact, Status
from generator.model import FOLDER_OF
from generator.model.record import Record
from generator.model.source import Source
from generator.render.views import attendance
from generator.render.views import gaps as not_found
from generator.render.views.grids import Listing, line, listing
from generator.render.views.links import Address, own_page, page
from generator.render.views.page import Page
from generator.render.views.rich import Rich
from generator.render.views.sheet import Settings, Sheet
from generator.render.views.text import escape, fill, joined, listed, tag

ALL_OF_IT = "Where no number stands, it is all that is said of a thing."
WEAK = (Status.RELAYED, Status.REPORTED, Status.CLAIMED)
NAME = "unknowns"


def unknowns(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """The page of what is not known: lists that open."""
    if dossier.facts:
        sheet = Sheet(dossier, settings, page(NAME).page)
        context = {"listings": tuple(gaps(sheet))}
        single = sum(map(is_single, dossier.facts.values()))
        what = summary(dossier, single)
        yield Page(sheet.path, "unknowns.md.j2", "Known unknowns", what, context)


def summary(dossier: Dossier, single: int) -> str:
    """How much rests on one origin and how much is contested."""
    disputes = sum(fact.status is Status.DISPUTED for fact in dossier.facts.values())
    bare = sum(fact.status is None for fact in dossier.facts.values())
    return (
        f"{counted(len(dossier.facts), 'statement')}: {single} on a single source, "
        f"{disputes} disputed, {bare} without a quotation."
    )


def is_single(fact: Fact) -> bool:
    """True when all that counts for a statement comes from one origin, or from unknown ones."""
    return fact.status in WEAK and len(origins(fact)) == 1


def origins(fact: Fact) -> set[str]:
    """The origins that count for a statement."""
    return {e.origin for stance in fact.standing for e in stance.counted}


def singles(sheet: Sheet) -> Iterator[Rich]:
    """What rests on one origin, by kind: all that is said of a record, or how much of it."""
    facts = [fact for fact in sheet.dossier.facts.values() if is_single(fact)]
    if facts:
        yield escape(ALL_OF_IT)
    found = Counter(fact.record.id for fact in facts)
    by_kind: dict[str, list[Rich]] = {}
    for id_ in sorted(found, key=sheet.dossier.briefing.name):
        kind = FOLDER_OF[sheet.dossier.records[id_].kind].capitalize()
        by_kind.setdefault(kind, []).append(weight(sheet, id_, found[id_]))
    yield from (fill("{}: {}", kind, joined(names, "; ")) for kind, names in by_kind.items())


def weight(sheet: Sheet, id_: str, number: int) -> Rich:
    """A record, with how many of its statements are meant where it is not all."""
    link = tag("a", sheet.name(id_), href=own_page(sheet.dossier.records[id_]))
    every = len(sheet.dossier.by_record[id_])
    return link if number == every else fill("{} ({} of {})", link, number, every)


def gaps(sheet: Sheet) -> Iterator[Listing]:
    """Every list that has anything in it."""
    facts = list(sheet.dossier.facts.values())
    bare = [f for f in facts if f.status is None]
    undone = [f for f in facts if is_undone(f)]
    found = (
        ("not-found", "Looked for and not found", not_found.lines(sheet)),
        ("contested", "Contested", lines(sheet, [f for f in facts if f.status is Status.DISPUTED])),
        ("bare", "Listed by a source, not quoted", lines(sheet, bare)),
        ("attendance", "Attendance not known", tuple(absent_names(sheet))),
        ("unchecked", "Figures that could not be recomputed", lines(sheet, undone)),
        ("undated", "Sources without a date", tuple(undated(sheet))),
        ("single", "Single source", tuple(singles(sheet))),
    )
    for id_, heading, items in found:
        if items:
            held = sum(map(is_single, facts)) if id_ == "single" else 0
            yield replace(listing(f"section--{id_}", heading, items), held=held)


def is_undone(fact: Fact) -> bool:
    """True for a formula without a result, or one of which not all that goes into it is known."""
    found = fact.computed
    if found is None:
        return False
    return found.result is None or bool(found.missing and not fact.statement.compute)


def openings(sheet: Sheet) -> Iterator[Rich]:
    """What is open, for the brief: on what only one side speaks, then how much of each gap."""
    for fact in sheet.dossier.facts.values():
        if fact.silent:
            yield joined((line(sheet, fact), *unspoken(sheet, fact)), "; ")
    to = page(NAME)
    single = sum(is_single(fact) for fact in sheet.dossier.facts.values())
    if single:
        text = f"{counted(single, 'statement')} on a single source"
        yield tag("a", text, href=Address(to.page, "section--single"))
    for gap in gaps(sheet):
        if gap.id not in {"section--contested", "section--single"}:
            text = f"{gap.heading}: {len(gap.items)}"
            yield tag("a", text, href=Address(to.page, gap.id))


def unspoken(sheet: Sheet, fact: Fact) -> Iterator[Rich]:
    """Who says nothing of it: a quotation bears that out, or else nothing of theirs was found."""
    for party, evidence in fact.silent.items():
        is_told = any(one.counts for one in evidence)
        told = "{} has said nothing of it" if is_told else "no account from {} found"
        yield fill(told, sheet.name(party))


def lines(sheet: Sheet, facts: list[Fact]) -> tuple[Rich, ...]:
    """Statements, each in a line."""
    return tuple(line(sheet, fact) for fact in facts)


def absent_names(sheet: Sheet) -> Iterator[Rich]:
    """For each round, the persons of whom no source says whether they were there."""
    held = attendance.places(sheet.dossier)
    for record in attendance.rounds(sheet.dossier):
        names = [
            sheet.name(id_)
            for (_, id_), of in held.items()
            if all(text == "expected" for text, _ in of.get(record.id, ()))
        ]
        if names:
            yield round_line(sheet, record, names)


def round_line(sheet: Sheet, record: Record, names: list[Rich]) -> Rich:
    """A round with the persons who may or may not have been there."""
    name = tag("a", sheet.name(record.id), href=own_page(record))
    return fill("{}: not known of {}", name, listed(names))


def undated(sheet: Sheet) -> Iterator[Rich]:
    """The sources that print no date."""
    for record in sheet.dossier.of_kind("source"):
        if isinstance(record.data, Source) and record.data.published.is_unknown:
            title = sheet.called(record.data.called)
            link = tag("a", title, href=own_page(record))
            yield fill("{}, {}", record.data.publisher, link)
