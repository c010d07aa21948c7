"""Whose doing a statement reports, and whose knowledge its words rest on: one side counts once."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from generator.model.briefing import Briefing, Located
from generator.model.chart import Series
from generator.model.events import Agreement, Claim, Event, Round
from generator.model.parties import Body, Party, Person
from generator.model.record import Record, RecordModel
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


UNKNOWN_ORIGIN = "unknown"
COPIES = {"original", "copy"}
TRANSLATION = "translation"


def stated_origin(source: Source, quote: Quotation | None) -> str:
    """The origin as written on the quotation, else on the source."""
    return (quote and quote.origin) or source.origin or UNKNOWN_ORIGIN


def form_of(source: Source, quote: Quotation | None) -> str:
    """What the words are to an official text: stated with the quotation, else with its source."""
    return (quote and quote.form) or source.form


def authors_of(source: Source, quote: Quotation | None) -> tuple[str, ...]:
    """The parties and bodies whose own text the words are, in original, copy or translation."""
    carries = form_of(source, quote) in {*COPIES, TRANSLATION} and not is_unsigned(source, quote)
    return text_of(source, quote) if carries else ()


def text_of(source: Source, quote: Quotation | None) -> tuple[str, ...]:
    """The parties and bodies whose text is meant, in whatever form."""
    return (quote and quote.text_of) or source.text_of


def is_unsigned(source: Source, quote: Quotation | None) -> bool:
    """True for a translation of which nobody knows whose words it has."""
    is_unknown = stated_origin(source, quote) == UNKNOWN_ORIGIN
    return form_of(source, quote) == TRANSLATION and is_unknown and source.counts


def official_text_of(source: Source, quote: Quotation | None) -> tuple[str, ...]:
    """The parties and bodies whose own text the words are, in original or copy."""
    return authors_of(source, quote) if form_of(source, quote) in COPIES else ()


def origin(briefing: Briefing, source: Source, quote: Quotation | None) -> str:
    """The one origin that the words count for: a party, a house, a publisher, or `unknown`."""
    return "+".join(sorted({house(briefing, id_) for id_ in knowers(briefing, source, quote)}))


def knowers(briefing: Briefing, source: Source, quote: Quotation | None) -> tuple[str, ...]:
    """Whose own knowledge the words are: the authors of a text, a publisher, or who is stated."""
    stated = stated_origin(source, quote)
    if stated != "own":
        return (stated,)
    return authors_of(source, quote) or (publisher(briefing, source),)


def house(briefing: Briefing, id_: str) -> str:
    """What a body is one with as an origin: its house, or the one side that it belongs to."""
    passed = [id_]
    while (to := _own_house(briefing, passed[-1])) and to not in passed:
        passed.append(to)
    return side(briefing, passed[-1])


def _own_house(briefing: Briefing, id_: str) -> str | None:
    record = briefing.records.get(id_)
    return record.data.house if record and isinstance(record.data, Body) else None


def parties_of(briefing: Briefing, id_: str) -> frozenset[str]:
    """The parties that a person, a body or a party itself belongs to."""
    data = briefing.records[id_].data if id_ in briefing.records else None
    if isinstance(data, Person):
        return frozenset(filter(None, [data.party]))
    if isinstance(data, Body):
        return frozenset(data.of)
    return frozenset([id_]) if isinstance(data, Party) else frozenset()


def side(briefing: Briefing, id_: str) -> str:
    """The one party that a body or person belongs to, else the id itself."""
    return _sides(briefing.whole).get(id_, id_)


# Every statement of a briefing asks, again and again.
@lru_cache(maxsize=2)
def _sides(briefing: Briefing) -> Mapping[str, str]:
    """The party of each body and person that belongs to one."""
    several = (*briefing.of_kind("body"), *briefing.of_kind("person"))
    found = ((one.id, parties_of(briefing, one.id)) for one in several)
    return {id_: party for id_, parties in found if len(parties) == 1 for party in parties}


def publisher(briefing: Briefing, source: Source) -> str:
    """The body that published a source, else the publisher as printed."""
    printed = source.publisher.casefold()
    return bodies_by_name(briefing.whole).get(printed, f"publisher {printed}")


# Every source of a briefing asks.
@lru_cache(maxsize=2)
def bodies_by_name(briefing: Briefing) -> Mapping[str, str]:
    """The first body of each name, alias or id, in lower case."""
    found: dict[str, str] = {}
    for record in briefing.of_kind("body"):
        for name in (record.id, *record.data.aliases, *record.data.names):
            found.setdefault(name.casefold(), record.id)
    return found
