"""Whose doing a statement reports: an authority confirms what it did, decided or counted."""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.origin import authors_of, publisher, stated_origin
from generator.link import Briefing, Located
from generator.model.agreement import Agreement
from generator.model.body import Body
from generator.model.licence import Licence
from generator.model.measure import Measure
from generator.model.person import Person
from generator.model.round import Round
from generator.model.series import Series
from generator.model.source import Quotation, Source
from generator.model.statement import Content

DELEGATIONS = {"delegations", "leads"}
HELD = {"date", "last-day"}


def actors(briefing: Briefing, located: Located, content: Content) -> tuple[str, ...]:
    """The parties and bodies that did, decided or counted what a statement reports, if any."""
    data = located.record.data
    if isinstance(data, Measure | Licence) and data.issuer:
        return data.issuer
    if content.does and content.party:
        return (content.party,)
    if isinstance(data, Agreement):
        return data.parties or briefing.edition.parties
    if isinstance(data, Series):
        reporter = content.reporter or data.reporter
        return (reporter,) if reporter else ()
    if isinstance(data, Round):
        return _of_round(briefing, located)
    return ()


def is_meeting(located: Located) -> bool:
    """True for who met and when: whoever was there tells it as any witness does."""
    return isinstance(located.record.data, Round) and located.path[0] in DELEGATIONS | HELD


def _of_round(briefing: Briefing, located: Located) -> tuple[str, ...]:
    if located.path[0] in DELEGATIONS:
        return (str(located.path[1]),)
    return briefing.edition.parties if located.path[0] in HELD else ()


def sides(briefing: Briefing, actors: Iterable[str]) -> dict[str, set[str]]:
    """Actors by the side that they belong to: of one side's offices, the word of one is enough."""
    found: dict[str, set[str]] = {}
    for actor in actors:
        found.setdefault(side(briefing, actor), set()).add(actor)
    return found


def side(briefing: Briefing, id_: str) -> str:
    """The one party that a body belongs to, else the id itself."""
    record = briefing.records.get(id_)
    of = record.data.of if record and isinstance(record.data, Body) else ()
    return of[0] if len(of) == 1 else id_


def is_theirs(
    briefing: Briefing, source: Source, quote: Quotation | None, by: Iterable[str]
) -> bool:
    """True when words are out of a speaker's own text, or out of one of the speaker's side."""
    authors = authors_of(source, quote)
    told = {side(briefing, id_) for id_ in authors}
    own = {*authors, publisher(briefing, source), stated_origin(source, quote)}
    return any(id_ in own or _side_of(briefing, id_) in told for id_ in by)


def _side_of(briefing: Briefing, id_: str) -> str:
    record = briefing.records.get(id_)
    party = record.data.party if record and isinstance(record.data, Person) else None
    return party or side(briefing, id_)


def speaks_for(briefing: Briefing, author: str, actor: str) -> bool:
    """True when an author's own text is the actor's: itself, a body of it, or its party."""
    return author == actor or actor == side(briefing, author) or author == side(briefing, actor)
