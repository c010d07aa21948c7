"""How well something is borne out, in words and marks: whose claim it is, and who carried it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.counting import grouped, listed
from generator.derive.actors import (
    TRANSLATION,
    UNKNOWN_ORIGIN,
    form_of,
    is_theirs,
    is_unsigned,
    knowers,
    publisher,
    stated_origin,
    text_of,
)
from generator.derive.dossier import Dossier, Evidence, Fact, Stance, Status
from generator.model.briefing import Briefing
from generator.model.source import Quotation, Source
from generator.model.statement import ACTORS
from generator.render.views.naming import according, actors, named, voice
from generator.render.views.text import LONGEST_SENTENCE, Rich, capital, fill, tag

if TYPE_CHECKING:
    from generator.render.views.sheet import Sheet

NO_WORD = "not quoted"
MACHINE = "machine-written, so not counted"
UNCOUNTED = "text that does not count"
# What each status means to a reader.
WORDS = (
    ("confirmed", "Two independent sources say so, or the body that decided or counted it."),
    ("relayed", "An authority’s figure or act, as others print it."),
    ("computed", "We worked it out from figures shown."),
    ("reported", "Printed, but not by two independent sources."),
    ("claimed by NAME", "Only the one who is named says so."),
    ("disputed", "Sources disagree; every answer is shown."),
    ("unsettled", "Answers differ, and none counts."),
    ("superseded", "Something newer has taken its place."),
    ("retracted", "Its source has withdrawn it."),
    ("rejected", "A slip or mistranslation, with the reason."),
    (NO_WORD, "A source is named without its words."),
    (MACHINE, "A machine translated it or summed it up."),
)
PICKED = (
    "No editor picks a mark: it follows from who printed what, and who knew it first. Copies of a "
    "text count once; a source whose own source is unknown confirms nothing. What holds is as well "
    "supported as the weakest act behind it."
)
# A third carrier tells a reader nothing more.
CARRIERS = 2
# The address of a site that copies tells a reader nothing either.
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
A_COPY = "a copy"
A_TRANSLATION = "a translation"
ON_HOSTS = {"copy": A_COPY, TRANSLATION: A_TRANSLATION, "summary": "a summary"}
TRANSLATED = "in translation by"
UNSIGNED = "an unsigned translation"
# How a sentence tells whose claim it is.
SPEAKS = r"(?:,[^,.]*,)? (?:say|said|put|call|warn|write|wrote|accuse)(?:s|e?d)?\b"
# What nearly every value is says nothing beside it: its mark tells it to who asks.
QUIET = {Status.CONFIRMED, Status.RELAYED, Status.COMPUTED, Status.REPORTED}
STATUSES = {status.value for status in Status}


def word_of(dossier: Dossier, fact: Fact, with_teller: bool = True) -> str:
    """The status of a statement in words, with who tells of a claim; empty if nothing counts."""
    if fact.status is Status.COMPUTED:
        return computed(dossier, fact)
    word = worded(dossier.briefing, fact.status, fact.by, fact.standing)
    return word + according(teller_of(dossier, fact)) if with_teller else word


def relayed(dossier: Dossier, fact: Fact) -> str:
    """That a statement is relayed, and from whom."""
    return f"relayed from {named(dossier.briefing, word_of(dossier, fact))}"


def teller_of(dossier: Dossier, fact: Fact) -> str:
    """Who tells of a claim that is not in the speaker's own words; empty for all else."""
    is_one_claim = fact.status is Status.CLAIMED and len(fact.standing) == 1
    return tellers(dossier.briefing, fact.standing[0]) if is_one_claim else ""


def worded(
    briefing: Briefing, status: Status | None, by: tuple[str, ...], stances: Iterable[Stance] = ()
) -> str:
    """A status with what belongs to it: whose claim it is, or who knew it and who carried it."""
    counted = [e for s in stances for e in s.counted if e.origin != UNKNOWN_ORIGIN]
    if status is Status.RELAYED and counted:
        first, *more = grouped((told(briefing, one)[0], one) for one in counted).values()
        return carried(briefing, first) + (f", and {len(more)} more" if more else "")
    if status is Status.CLAIMED and by:
        return f"claimed by {actors(briefing, by)}"
    if status is None and by:
        return f"attributed to {actors(briefing, by)}"
    return status.value if status else ""


def computed(dossier: Dossier, fact: Fact) -> str:
    """What is computed, with how well what goes into it is borne out."""
    assert fact.weakest and fact.computed
    values = (dossier.facts[id_].chosen.value for id_ in fact.computed.inputs)
    what = "dates" if any(value and value.date for value in values) else "figures"
    if fact.weakest is Status.CLAIMED and fact.by:
        return f"computed from {what} claimed by {actors(dossier.briefing, fact.by)}"
    return f"computed from {fact.weakest.value} {what}"


def without_word(briefing: Briefing, by: tuple[str, ...], evidence: Iterable[Evidence]) -> str:
    """What stands on a card for a status where nothing counts."""
    held = [e for e in evidence if e.quote]
    # What a machine translated or summed up.
    is_made = any(
        not e.publication.counts and form_of(e.publication, e.quote) in {TRANSLATION, "summary"}
        for e in held
    )
    found = (MACHINE if is_made else UNCOUNTED) if held else NO_WORD
    return f"{found}; attributed to {actors(briefing, by)}" if by else found


def _names(briefing: Briefing, ids: Iterable[str]) -> str:
    return listed([briefing.name(id_) for id_ in ids])


def carried(briefing: Briefing, evidence: Iterable[Evidence]) -> str:
    """Who knows what is told, and who carried it where that is another: `Reuters, via The Post`."""
    every = (told(briefing, one) for one in evidence)
    found = grouped((knower, (way, name)) for knower, way, name in every)
    return listed([", ".join((knower, *ways(own))) for knower, own in found.items()])


def ways(found: Iterable[tuple[str, str]]) -> Iterator[str]:
    """How something came to us: not at all by others, if its own text is there."""
    by_way = grouped(dict.fromkeys(found))
    for way, carriers in () if "" in by_way else by_way.items():
        first, rest = carriers[:CARRIERS], len(carriers) - CARRIERS
        yield f"{way} {listed([*first, f'{rest} more'] if rest > 0 else first)}"


def carriers(briefing: Briefing, evidence: Iterable[Evidence]) -> list[str]:
    """The names of those who print something, each once; without the hosts that only copy it."""
    found: dict[str, None] = {}
    for one in evidence:
        knower, _, name = told(briefing, one)
        hosted = page_of(one.publication) if _is_host(one.publication) else ""
        if (name or knower) not in (A_COPY, A_TRANSLATION, UNSIGNED, hosted):
            found[name or knower] = None
    return list(found)


def source_name(briefing: Briefing, source: Source) -> str:
    """What a publication is called: whose report or text it is, then who carries it."""
    knower, way, name = way_of(briefing, source, None)
    if way == "in":
        return f"{knower}, in {name} on {source.publisher}"
    if not way:
        return begun(knower)
    if name == A_COPY and source.form in ON_HOSTS:
        way = "in"
    return f"{knower}, {way} {page_of(source)}"


def begun(name: str) -> str:
    """A name that begins a line: an article gets a capital letter, `iNews` keeps its own."""
    return capital(name) if name.startswith("a ") else name


def page_of(source: Source) -> str:
    """Who published a source; where only the host is known, what stands there."""
    if not _is_host(source):
        return source.publisher
    return f"{ON_HOSTS.get(source.form, 'a page')} on {source.publisher}"


def _is_host(source: Source) -> bool:
    return bool(HOST.fullmatch(source.publisher))


def names_of(briefing: Briefing, evidence: Evidence) -> list[str]:
    """Who knows what a witness tells, name by name."""
    source, known = evidence.publication, knowers(briefing, evidence.publication, evidence.quote)
    is_own = {UNKNOWN_ORIGIN, publisher(briefing, source)} & {*known}
    return [page_of(source)] if is_own else [briefing.name(one) for one in known]


def told(briefing: Briefing, evidence: Evidence) -> tuple[str, str, str]:
    """Who knows what a witness tells, in which way it came to us, and through whom."""
    return way_of(briefing, evidence.publication, evidence.quote)


def way_of(briefing: Briefing, source: Source, quote: Quotation | None) -> tuple[str, str, str]:
    """Who knows what a publication or its words tell, in which way it came, through whom."""
    stated, carrier = stated_origin(source, quote), publisher(briefing, source)
    known = knowers(briefing, source, quote)
    if is_unsigned(source, quote) and (authors := text_of(source, quote)):
        return _names(briefing, authors), "in", UNSIGNED
    if stated == UNKNOWN_ORIGIN or carrier in known:
        return page_of(source), "", ""
    knower = _names(briefing, known)
    if form_of(source, quote) == TRANSLATION:
        host = _is_host(source)
        return (knower, "in", A_TRANSLATION) if host else (knower, TRANSLATED, source.publisher)
    # The agency whose report is copied is better known than who copied it.
    agency = source.origin if source.origin in briefing.records else None
    if agency and agency not in known:
        return knower, "via", briefing.name(agency)
    return knower, "via", A_COPY if _is_host(source) else source.publisher


def holder(briefing: Briefing, stance: Stance) -> str:
    """Whose answer a position is: who says so, else whose key it has, else who knows it."""
    if stance.by:
        return _names(briefing, stance.by) + according(tellers(briefing, stance))
    record = briefing.records.get(stance.key)
    if record and record.kind in ACTORS:
        return briefing.name(stance.key)
    return carried(briefing, stance.counted or stance.evidence)


def voiced(briefing: Briefing, stance: Stance) -> str:
    """Who says it, behind it: `Ada Reed says, according to The Post`."""
    return voice(briefing, stance.by) + according(tellers(briefing, stance))


def tellers(briefing: Briefing, stance: Stance) -> str:
    """Who tells what somebody said, where it is not in the speaker's own words."""
    is_own = any(is_theirs(briefing, e.publication, e.quote, stance.by) for e in stance.counted)
    if is_own or not stance.content.says or stance.content.words:
        return ""
    return listed(list(dict.fromkeys(told(briefing, e)[0] for e in stance.counted)))


def stands(sheet: Sheet, fact: Fact, told: str = "") -> Rich:
    """The mark of a statement's status, with words for what a reader must not miss.

    A claim whose sentence has named the speaker needs none; a long sentence names no teller.
    """
    if fact.status is Status.RELAYED:
        return sign(fact.status.value, relayed(sheet.dossier, fact))
    text = word_of(sheet.dossier, fact, with_teller=False)
    who, teller = actors(sheet.dossier.briefing, fact.by), teller_of(sheet.dossier, fact)
    if who and re.search(re.escape(who) + SPEAKS, told, re.IGNORECASE):
        if text == f"claimed by {who}":
            return sign(Status.CLAIMED.value, text + according(teller))
        text = text.replace(f"claimed by {who}", "claimed", 1)
        text = text.replace(f"attributed to {who}", NO_WORD)
    full = text + according(teller)
    is_long = len(f"{told} {full}".split()) > LONGEST_SENTENCE
    return behind(fact.status, text if teller in told or is_long else full)


def word(sheet: Sheet, status: Status | None, by: tuple[str, ...]) -> Rich:
    """The same for a status alone, with whose claim it is."""
    return behind(status, worded(sheet.dossier.briefing, status, by))


def full_word(sheet: Sheet, status: Status | None, by: tuple[str, ...]) -> Rich:
    """A status in words behind its mark, whatever it is."""
    text = worded(sheet.dossier.briefing, status, by)
    return marked(text, status.value) if status else sign("none", "not quoted")


def quiet(status: Status | None) -> str:
    """What stands in print before the words of a status; empty where those are its mark."""
    return "none" if status is None else status.value if status in QUIET else ""


def behind(status: Status | None, text: str) -> Rich:
    """A text behind the mark of a status; the mark alone for a quiet one, or without a text."""
    kind = status.value if status else "none"
    if text and status not in QUIET:
        return marked(text, kind)
    return sign(kind, text or "not quoted")


def sign(kind: str, text: str) -> Rich:
    """A mark that says its words only to who points at it or listens."""
    return tag("span", "", class_=f"status status--{kind}", role="img", aria_label=text, title=text)


def marked(text: str, kind: str = "") -> Rich:
    """A status in words behind its mark, which its first word chooses where it is not given."""
    kind = kind or text.partition(" ")[0]
    return tag("span", text, class_=f"status status--{kind if kind in STATUSES else 'none'}")


def bracketed(text: Rich) -> Rich:
    """A status in brackets."""
    return tag("span", fill("({})", text), class_="fact-status")


def beside(what: object, status: Rich) -> Rich:
    """Something with its status: a mark alone needs neither a space nor brackets."""
    is_sign = any(one.get("role") == "img" for one in status.elements())
    return fill("{}{}", what, status) if is_sign else fill("{} {}", what, bracketed(status))
