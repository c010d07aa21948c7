"""The box that a record opens with: of a round its days and leaders, of a rule what holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.derive.dossier import Fact
from generator.derive.holding import whole_of, word_of_state
from generator.model.dates import in_words
from generator.model.record import Record
from generator.model.round import Round
from generator.render.views import attendance
from generator.render.views.links import address, own_page
from generator.render.views.marks import beside, word
from generator.render.views.rich import Rich
from generator.render.views.sheet import Sheet, short
from generator.render.views.summary_lines import days
from generator.render.views.text import escape, fill, joined, tag

Line = tuple[str, Rich]
TOOK_PART = ("led", "present")


def box(sheet: Sheet, record: Record) -> Iterator[Line]:
    """What a reader asks of a record first, each with the word for it."""
    if isinstance(record.data, Round):
        yield from of_round(sheet, record, record.data)
    elif record.kind == "person":
        yield from of_person(sheet, record)
    elif whole := whole_of(sheet.dossier, record.id):
        yield from of_state(sheet, record, whole)


def besides(rows: Iterable[Line], opening: Iterable[Line]) -> Iterator[Line]:
    """What describes a record and does not stand in its box."""
    terms = {term for term, _ in opening}
    return (row for row in rows if row[0] not in terms)


def of_round(sheet: Sheet, record: Record, data: Round) -> Iterator[Line]:
    """When and where a round was, who led, what came of it, and the rounds around it."""
    found = {
        "Days": days(sheet, record),
        "Place": sheet.called(data.place) if data.place else Rich(),
        "Led by": joined(led(sheet, record, data), "; "),
        "Agreement": joined(agreed(sheet, record), "; "),
        **dict(around(sheet, record)),
    }
    return ((term, value) for term, value in found.items() if value)


def led(sheet: Sheet, record: Record, data: Round) -> Iterator[Rich]:
    """Who headed each delegation."""
    heads = {party: sheet.dossier.facts.get(f"{record.id}.leads.{party}") for party in data.leads}
    return (
        fill("{}: {}", sheet.name(party), short(sheet, fact))
        for party, fact in heads.items()
        if fact
    )


def agreed(sheet: Sheet, record: Record) -> Iterator[Rich]:
    """The agreements that came of a round, with what holds of them."""
    for one in sheet.dossier.of_kind("agreement"):
        if record.id in getattr(one.data, "about", ()):
            whole = whole_of(sheet.dossier, one.id)
            state = holds(sheet, whole) if whole else Rich()
            yield joined((sheet.link(one.id), *([state] if state else ())), ": ")


def around(sheet: Sheet, record: Record) -> Iterator[Line]:
    """The rounds before and after."""
    found = attendance.rounds(sheet.dossier)
    at = found.index(record)
    near = (("Round before", found[at - 1 : at]), ("Round after", found[at + 1 : at + 2]))
    for term, rounds in near:
        yield from ((term, tag("a", sheet.name(one.id), href=own_page(one))) for one in rounds)


def of_state(sheet: Sheet, record: Record, whole: Fact) -> Iterator[Line]:
    """What holds of a rule or agreement, since when, until when, and by what or whom."""
    held = whole.held
    assert held
    since = escape(in_words(held.since)) if held.since else Rich()
    is_other = held.maker.partition(".")[0] != record.id and sheet.is_known(held.maker)
    found = {
        "On this day": holds(sheet, whole),
        "Since": tag("a", since, href=address(whole)) if since else since,
        "Until": joined((escape(in_words(end)) for end in held.ends), " or "),
        "By": sheet.link(held.maker) if is_other else Rich(),
        "Issuer": sheet.links(getattr(record.data, "issuer", ())),
    }
    return ((term, value) for term, value in found.items() if value)


def holds(sheet: Sheet, whole: Fact) -> Rich:
    """What holds on the day, with how well that is borne out."""
    assert whole.held
    return beside(whole.held.phrase, word(sheet, *word_of_state(whole)))


def of_person(sheet: Sheet, record: Record) -> Iterator[Line]:
    """The rounds in which a person took part."""
    found = {
        round_: None
        for (_, id_), of in attendance.places(sheet.dossier).items()
        if id_ == record.id
        for round_, parts in of.items()
        if any(text in TOOK_PART for text, _ in parts)
    }
    if rounds := sheet.links(found):
        yield "Took part in", rounds
