"""Every statement in a line: by kind in the order of the site's sections, then by record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.counting import counted
from generator.derive.dossier import Dossier, Fact
from generator.model import FOLDER_OF, KINDS
from generator.model.dates import in_words
from generator.render.views.grids import MOST_OPEN, Grid, Row, columns, one_group, own_label
from generator.render.views.links import address, is_statement, sheet_of
from generator.render.views.page import Page, cut, numbered, pager
from generator.render.views.records import facts_of, in_time
from generator.render.views.sheet import Settings, Sheet, short
from generator.render.views.text import escape, tag

# What happened and who was there, what was agreed and what holds; then figures, words and things.
FIRST = ("round", "person", "agreement", "measure", "licence", "event", "claim", "series")
ORDER = tuple(dict.fromkeys((*FIRST, "material", "glossary", *KINDS)))
HEADS = ("Statement", "Value and status", "Known since")


@dataclass(frozen=True)
class Kind:
    """The tables of a kind."""

    id: str
    heading: str
    grids: tuple[Grid, ...]


def all_facts(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """Every statement, on as many pages as it takes."""
    facts = in_order(dossier)
    for number, part in cut(facts) if facts else ():
        sheet = Sheet(dossier, settings, sheet_of("facts", number).page)
        context = {
            "kinds": tuple(by_kind(sheet, part)),
            "pager": pager(sheet, "facts", len(facts)),
        }
        what = f"{counted(len(facts), 'statement')}, each with its status, by kind and record."
        yield Page(sheet.path, "facts.md.j2", numbered("All facts", number), what, context)


def in_order(dossier: Dossier) -> list[Fact]:
    """All statements in the order of the sections, of their records, and of their files."""
    records = (dossier.briefing.records[id_] for id_ in dossier.by_record)
    ranked = sorted(in_time(dossier, records), key=lambda one: ORDER.index(one.kind))
    return [fact for record in ranked for fact in facts_of(dossier, record)]


def by_kind(sheet: Sheet, facts: Sequence[Fact]) -> Iterator[Kind]:
    """The tables of each kind; they open one by one on a page of many lines."""
    for kind, own in groupby(facts, key=lambda fact: fact.record.kind):
        folder = FOLDER_OF[kind]
        found = (replace(grid, is_folded=len(facts) > MOST_OPEN) for grid in tables(sheet, own))
        yield Kind(f"section--{folder}", folder.capitalize(), tuple(found))


def tables(sheet: Sheet, facts: Iterable[Fact]) -> Iterator[Grid]:
    """A table for each record, and one for those that are one statement."""
    for is_alone, part in groupby(facts, key=lambda fact: is_statement(fact.record)):
        if is_alone:
            found = list(part)
            yield table(sheet, found, f"alone--{found[0].record.kind}", "Single statements")
            continue
        for record, own in groupby(part, key=lambda fact: fact.record):
            name = sheet.dossier.briefing.name(record.id)
            yield table(sheet, list(own), f"record--{record.id}", name)


def table(sheet: Sheet, facts: Sequence[Fact], id_: str, heading: str) -> Grid:
    """Statements under a heading."""
    rows = one_group(line(sheet, fact) for fact in facts)
    return Grid(id_, heading, columns(*HEADS), rows, level=3)


def line(sheet: Sheet, fact: Fact) -> Row:
    """A statement in a line."""
    label = own_label(fact, sheet.dossier.briefing.name(fact.record.id))
    link = tag("a", label, href=address(fact))
    known = in_words(fact.known_from) if fact.known_from else "any day"
    return Row(link, (short(sheet, fact), escape(known)))
