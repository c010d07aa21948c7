"""Whose doing a statement reports: an authority confirms what it did, decided or counted."""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.origin import authors_of, publisher, side, stated_origin
from generator.model.briefing import Briefing, Located
from generator.model.events import Claim, Event, Round
from generator.model.instruments import Agreement
from generator.model.parties import Person
from generator.model.record import Record, RecordModel
from generator.model.series import Series
from generator.model.source import Quotation, Source
from generator.model.statement import Content

DELEGATIONS = {"delegations", "leads"}
HELD = {"date", "last-day"}


def doers(briefing: Briefing, located: Located, content: Content) -> tuple[str, ...]:
    """Whoever acts in what a statement tells: who does it, who says it, else whose matter it is."""
    own = doing(briefing, located, content) or content.by
    return own or ((content.party,) if content.party else _concerned(briefing, located.record))


def _concerned(briefing: Briefing, record: Record) -> tuple[str, ...]:
    """Whose matter a record is: of those that acted, met or spoke, else of what it is about."""
    data = record.data
    if isinstance(data, Round):
        return briefing.edition.parties
    if isinstance(data, Claim) and data.by:
        return data.by
    acts = data.acts.values() if isinstance(data, Event) else ()
    found = [act.party for act in acts if act.party]
    for id_ in () if found else data.about:
        about = briefing.records[id_].data if id_ in briefing.records else None
        found += (id_,) if isinstance(about, Person) else issuers(about)
    return tuple(dict.fromkeys(found)) or (record.id,)


def doing(briefing: Briefing, located: Located, content: Content) -> tuple[str, ...]:
    """Who does what a statement reports: the party that an act names, else who is responsible."""
    if content.does and content.party:
        return (content.party,)
    return responsible(briefing, located, content)


def responsible(briefing: Briefing, located: Located, content: Content) -> tuple[str, ...]:
    """The parties and bodies that did, decided or counted what a statement reports, if any."""
    data, path = located.record.data, located.path
    if issuer := issuers(data):
        return issuer
    if content.does and content.party:
        return (content.party,)
    if isinstance(data, Event):
        return data.by
    if isinstance(data, Agreement):
        return data.parties or briefing.edition.parties
    if isinstance(data, Series):
        return tuple(filter(None, [content.reporter or data.reporter]))
    if isinstance(data, Round) and path[0] in DELEGATIONS:
        return (str(path[1]),)
    return briefing.edition.parties if is_meeting(located) else ()


def is_meeting(located: Located) -> bool:
    """True for who met and when: whoever was there tells it as any witness does."""
    return isinstance(located.record.data, Round) and located.path[0] in DELEGATIONS | HELD


def acting(record: Record, content: Content) -> tuple[str, ...]:
    """Who acts: the party, who issued or did it, else the record itself."""
    data = record.data
    doing: tuple[str, ...] = issuers(data) or getattr(data, "by", ())
    return (content.party,) if content.party else doing or (record.id,)


def issuers(data: RecordModel | None) -> tuple[str, ...]:
    """Who issued a record of any kind that has issuers."""
    found: tuple[str, ...] = vars(data).get("issuer", ()) if data else ()
    return found


def sides(briefing: Briefing, actors: Iterable[str]) -> dict[str, set[str]]:
    """Actors by the side that they belong to: of one side's offices, the word of one is enough."""
    found: dict[str, set[str]] = {}
    for actor in actors:
        found.setdefault(side(briefing, actor), set()).add(actor)
    return found


def is_theirs(
    briefing: Briefing, source: Source, quote: Quotation | None, by: Iterable[str]
) -> bool:
    """True when words are out of a speaker's own text, or out of one of the speaker's side."""
    authors = authors_of(source, quote)
    told = {side(briefing, id_) for id_ in authors}
    own = {*authors, publisher(briefing, source), stated_origin(source, quote)}
    return any(id_ in own or side(briefing, id_) in told for id_ in by)


def speaks_for(briefing: Briefing, author: str, actor: str) -> bool:
    """True when an author's own text is the actor's: itself, a body of it, or its party."""
    return author == actor or actor == side(briefing, author) or author == side(briefing, actor)
