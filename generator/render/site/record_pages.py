"""A page for every record: what matters of it first, then its statements, and what mentions it."""

import posixpath
from collections.abc import Iterator
from dataclasses import replace

from generator.counting import counted
from generator.derive.brief import key_points, sentences_on
from generator.derive.dossier import Dossier, Fact
from generator.model.record import Record
from generator.model.source import Source
from generator.render.views import details, tables
from generator.render.views.cards import written_in
from generator.render.views.chart_views import chart_page, views
from generator.render.views.comparisons import Tools, comparison_page
from generator.render.views.grids import HARDLY, OPEN, Listing, listing, opened
from generator.render.views.links import HOME, Address, data_file, is_statement, number_of, own_page
from generator.render.views.page import Page, Sealed, cut, numbered, pager, pages_to, plain_names
from generator.render.views.prose import phrase
from generator.render.views.records import Relations, facts_of, reading_of
from generator.render.views.sheet import Settings, Sheet
from generator.render.views.summary_lines import answer
from generator.render.views.text import Rich, away_from, day, fill, tag
from generator.render.views.witnesses import reference, source_card

# A heading with its id, the statements below it, and whether they stand folded.
Statements = tuple[str, str, tuple[Sealed, ...], bool]
# Each statement is a line that opens; of more than stand open in a table all open together.
MANY = OPEN + HARDLY


def record_pages(dossier: Dossier, settings: Settings, path: str = "") -> Iterator[Page]:
    """The pages of all records, or of the one that a path belongs to."""
    relations = Relations(dossier)
    for record in dossier.records.values():
        own = own_page(record).page
        if not path or path.startswith(f"{posixpath.dirname(own)}/"):
            yield from _pages_of(Sheet(dossier, settings, own), record, relations)


def _pages_of(sheet: Sheet, record: Record, relations: Relations) -> Iterator[Page]:
    if record.kind == "source":
        yield from of_source(sheet, record)
    elif record.kind == "chart":
        yield chart_page(sheet, record, _tools(sheet, record))
    elif record.kind == "comparison":
        yield comparison_page(sheet, record, _tools(sheet, record))
    else:
        yield of(sheet, record, relations)
        yield from continued(sheet.dossier, sheet.settings, record)


def continued(dossier: Dossier, settings: Settings, record: Record) -> Iterator[Page]:
    """The further pages of a record with more statements than one page holds."""
    facts = facts_of(dossier, record)
    title = dossier.briefing.name(record.id)
    for number in sorted({number_of(fact) for fact in facts} - {1}):
        sheet = Sheet(dossier, settings, own_page(record, number).page)
        part = [fact for fact in facts if number_of(fact) == number]
        lead = counted(len(part), "statement") + f" of {len(facts):,}."
        context = rest(sheet, record, part)
        yield Page(sheet.path, "record.md.j2", numbered(title, number), lead, context)


def rest(sheet: Sheet, record: Record, part: list[Fact]) -> dict[str, object]:
    """What a further page of a record shows."""
    grids = tables.figures(sheet, record, part) if record.kind == "series" else ()
    return {
        "box": (),
        "rows": (),
        "reading": "",
        "charts": (),
        "is_series": False,
        "grids": tuple(map(opened, grids)),
        "listings": tuple(_sources(sheet, part)),
        **_cards(sheet, record, part),
    }


def _cards(sheet: Sheet, record: Record, part: list[Fact]) -> dict[str, object]:
    last = max(map(number_of, facts_of(sheet.dossier, record)), default=1)
    return {
        "statements": tuple(_statements(part)),
        "folded": True,
        "pager": pages_to(sheet, posixpath.dirname(own_page(record).page), plain_names(last)),
        **_tools(sheet, record),
    }


def _statements(part: list[Fact]) -> Iterator[Statements]:
    """The statements of a page: those that the table of who took part has already stand folded."""
    there = [fact for fact in part if fact.located.path[:1] == ("delegations",)]
    others = [fact for fact in part if fact not in there]
    heading = "Statement" if len(others) == 1 else "Statements"
    if others:
        yield heading, "section--statements", tuple(map(Sealed, others)), len(others) > MANY
    if there:
        yield "Statements on who took part", "section--delegations", tuple(map(Sealed, there)), True


def of(sheet: Sheet, record: Record, relations: Relations) -> Page:
    """The page of a record that holds statements or describes something."""
    facts, lead = facts_of(sheet.dossier, record), details.leading(sheet, record, relations)
    # Our definition of a term is its lead already.
    is_lead = record.kind == "glossary" and not facts
    reading = None if is_lead else reading_of(sheet.dossier, record)
    part = [fact for fact in facts if number_of(fact) == 1]
    context = {
        "box": details.box(sheet, record),
        "rows": details.described_by(sheet, record),
        "reading": reading.text if reading else "",
        "reading_on": day(reading.on) if reading else "",
        "charts": views(sheet, record.id),
        # A chart answers for a series; elsewhere it shows others as well.
        "is_series": record.kind == "series",
        "grids": tuple(map(opened, details.grids(sheet, record, relations))),
        "listings": (*listings(sheet, record, relations), *_sources(sheet, part)),
        **_cards(sheet, record, part),
    }
    title = facts[0].label if is_statement(record) else sheet.dossier.briefing.name(record.id)
    return Page(sheet.path, "record.md.j2", title, lead.text, context, lead)


def of_source(first: Sheet, record: Record) -> Iterator[Page]:
    """The pages of a source: its quotations, and all that rests on it."""
    assert isinstance(record.data, Source)
    card, lead = source_card(first, record), answer(first, record)
    name = posixpath.dirname(first.path)
    for number, part in cut(card.facts):
        sheet = replace(first, path=own_page(record, number).page)
        context = {
            "source": card if number == 1 else None,
            "grids": tuple(map(opened, details.source_tables(record.data))) if number == 1 else (),
            "facts": part,
            "is_long": len(part) > MANY,
            "pager": pager(sheet, name, len(card.facts)),
            **_tools(sheet, record),
        }
        title = numbered(card.heading, number)
        yield Page(sheet.path, "source.md.j2", title, lead.text, context, lead)


def _tools(sheet: Sheet, record: Record) -> Tools:
    # Readers do not know files: without a repository to edit them only cards name their lines.
    place = written_in(sheet.settings, record.file.path, 1) if sheet.settings.repository else Rich()
    return {"data": data_file(record), "place": place}


def listings(sheet: Sheet, record: Record, relations: Relations) -> Iterator[Listing]:
    """What rests on a record, and what mentions it."""
    told = ((one.id, sentences_on(p.text, record.id)) for one, p in key_points(sheet.dossier))
    if points := [_point(sheet, id_, text) for id_, text in told if text]:
        yield listing("section--key-points", "Key points", points)
    yield from relations.listings(sheet, record, details.in_tables(record))


def _point(sheet: Sheet, id_: str, text: str) -> Rich:
    """What a key point of the brief says of a record, and a link to the whole."""
    whole = tag("a", "(whole key point)", href=Address(HOME, id_))
    return fill("{} {}", away_from(sheet.path, phrase(sheet, text)), whole)


def _sources(sheet: Sheet, facts: list[Fact]) -> Iterator[Listing]:
    found = {e.source.id: e for fact in facts for e in fact.evidence}
    lines = tuple(reference(sheet, one) for one in found.values())
    if lines:
        yield listing("section--sources", "Sources on this page", lines)
