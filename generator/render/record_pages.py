"""A page for every record: what matters of it first, then its statements, and what mentions it.

Refuses to say anything that a card does not bear out: tables and lines lead to the cards below.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.derive.brief import standing
from generator.derive.dossier import Dossier, Fact
from generator.model.point import KeyPoint
from generator.model.record import Record
from generator.render.answers import answer
from generator.render.chart_views import chart_page, views
from generator.render.details import SHOWN, grids
from generator.render.grids import Listing
from generator.render.links import data_file, has_place, is_statement, own_page
from generator.render.page import Page, told
from generator.render.prose import sentence
from generator.render.records import facts_of, reading_of, rows
from generator.render.relations import Relations
from generator.render.sheet import Settings, Sheet, written_in
from generator.render.templates import Sealed
from generator.render.text import day, escape, tag
from generator.render.witnesses import published, source_card


def record_pages(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """The pages of all records that have one."""
    relations = Relations(dossier)
    for record in dossier.records.values():
        if has_place(dossier, record):
            sheet = Sheet(dossier, settings, own_page(record).page)
            yield page_of(sheet, record, relations)


def page_of(sheet: Sheet, record: Record, relations: Relations) -> Page:
    """The page of a record of any kind."""
    if record.kind == "source":
        return of_source(sheet, record)
    if record.kind == "chart":
        return chart_page(sheet, record, tools(sheet, record))
    return of(sheet, record, relations)


def of(sheet: Sheet, record: Record, relations: Relations) -> Page:
    """The page of a record that holds statements or describes something."""
    facts, lead = facts_of(sheet.dossier, record), answer(sheet, record)
    reading = reading_of(sheet.dossier, record)
    context = {
        "rows": () if is_statement(record) else tuple(rows(sheet, record)),
        "reading": reading.text if reading else "",
        "reading_on": day(reading.on) if reading else "",
        "charts": views(sheet, record.id),
        "grids": grids(sheet, record, relations),
        "heading_of_facts": "Statement" if len(facts) == 1 else "Statements",
        "facts": tuple(Sealed(fact) for fact in facts),
        "listings": tuple(listings(sheet, record, relations)),
        "sources": sources(sheet, facts),
        **tools(sheet, record),
    }
    title = facts[0].label if is_statement(record) else sheet.dossier.briefing.name(record.id)
    return Page(sheet.path, "record.md.j2", title, told(lead), context, lead)


def of_source(sheet: Sheet, record: Record) -> Page:
    """The page of a source: its quotations, and all that rests on it."""
    card, lead = source_card(sheet, record), answer(sheet, record)
    context = {"source": card, **tools(sheet, record)}
    return Page(sheet.path, "source.md.j2", card.heading, told(lead), context, lead)


def tools(sheet: Sheet, record: Record) -> dict[str, Markup]:
    """The data of a record, and where it is written."""
    return {
        "data": sheet.url(data_file(record)),
        "place": written_in(sheet.settings, record.file.path, 1),
    }


def listings(sheet: Sheet, record: Record, relations: Relations) -> Iterator[Listing]:
    """What rests on a record, and what mentions it."""
    points = tuple(
        sentence(sheet, point.text)
        for _, point in standing(sheet.dossier)
        if rests_on(point, record)
    )
    if points:
        yield Listing("section--key-points", "Key points that rest on this", points)
    yield from relations.listings(sheet, record, SHOWN.get(record.kind, ()))


def rests_on(point: KeyPoint, record: Record) -> bool:
    """True when a key point rests on a statement of the record."""
    return any(id_.partition(".")[0] == record.id for id_ in point.rests)


def sources(sheet: Sheet, facts: list[Fact]) -> tuple[Markup, ...]:
    """The sources of all statements of a page, each once."""
    found = {e.source.id: e for fact in facts for e in fact.evidence}
    return tuple(
        Markup("{}, {}; published: {}").format(
            tag("bdi", one.publication.publisher),
            tag("a", sheet.called(one.publication.title), href=sheet.url(own_page(one.source))),
            escape(published(one.publication)),
        )
        for one in found.values()
    )
