"""Statements on a day with their stances and evidence, and the status that follows from these."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from generator.derive.actors import (
    COPIES,
    UNKNOWN_ORIGIN,
    authors_of,
    form_of,
    is_meeting,
    knowers,
    origin,
    responsible,
    side,
    sides,
    speaks_for,
)
from generator.derive.agree import agree, coarseness, merged
from generator.derive.dossier import Aside, Evidence, Fact, Stance, Status, last_aside
from generator.derive.expected import borne, first_borne
from generator.derive.labels import label
from generator.derive.spelling import prints
from generator.derive.when import Today
from generator.model.beside import Because, Reading
from generator.model.briefing import Briefing, Located, witness_parts
from generator.model.record import FACTS, Record
from generator.model.source import Quotation, Source
from generator.model.statement import Content, Position, Statement


def stated(today: Today, keys: Mapping[str, str]) -> dict[str, Fact]:
    """Every statement with witnesses that is known by the day; computed ones come later."""
    found: dict[str, Fact] = {}
    for record in today.briefing.records.values():
        found |= kept(today, record, keys[record.id]) if record.id in keys else of(today, record)
    return found


def of(today: Today, record: Record) -> dict[str, Fact]:
    """The facts of a record."""
    every = (today.briefing.statements[id_] for id_ in record.statements)
    found = (fact_of(today, located) for located in every if not located.statement.compute)
    return {fact.id: fact for fact in found if fact}


def kept(today: Today, record: Record, key: str) -> dict[str, Fact]:
    """The facts of a record, as they were kept with it under the same key."""
    made: tuple[str, dict[str, Fact]] = record.made.get(FACTS, ("", {}))
    if made[0] != key:
        made = record.made[FACTS] = key, of(today, record)
        return made[1]
    for one in (one for fact in made[1].values() for one in fact.evidence):
        source = today.briefing.records[witness_parts(one.witness)[0]]
        assert isinstance(data := source.data, Source)
        # These three stand in the source's file, and are not kept twice.
        vars(one).update(source=source, quote=data.quotation(one.key), published=data.published)
    return made[1]


def fact_of(today: Today, given: Located) -> Fact | None:
    """A statement with witnesses as it stands on the day; None where it is not known by then."""
    located = borne(today, given)
    if located is None:
        return None
    statement = located.statement
    stances = tuple(_stances(today, located))
    known = _known_from(today, located, stances)
    if known is None and not statement.background:
        return None
    status, by = judge(today, located, stances)
    status, why = lowered(today, statement, status)
    if why and status:
        stances = tuple(_no_better(one, status) for one in stances)
    silent = {
        party: evidence
        for party, one in statement.silent.items()
        if (evidence := _gather(today, statement, one.witnesses))
    }
    return Fact(
        located=located,
        label=label(today.briefing, located),
        stances=stances,
        status=status,
        by=_holders(stances, status, by),
        known_from=known,
        silent=silent,
        reading=reading(today, statement),
        lowered=why,
    )


def _stances(today: Today, located: Located) -> Iterable[Stance]:
    """The positions for which something was out by the day, else the one that there is."""
    statement = located.statement
    several = ((key, merged(statement, one)) for key, one in statement.positions.items())
    for key, content in several if statement.positions else (("only", statement),):
        # Witnesses beside `positions` bear out what all of them share.
        shared = statement.witnesses if statement.positions else ()
        witnesses = (*content.witnesses, *shared)
        if evidence := _gather(today, content, witnesses, always=statement.background):
            gone = aside(today, content, evidence)
            yield _judged(today, located, Stance(key, content, content.by, evidence, None, gone))


def _judged(today: Today, located: Located, stance: Stance) -> Stance:
    """A stance with its own word; none where no witness counts."""
    if stance.aside and any(e.may_count for e in stance.evidence):
        return replace(stance, status=stance.aside.status)
    if not stance.counted:
        return stance
    status, by = verdict(today.briefing, located, (stance,))
    return Stance(
        stance.key, stance.content, by or stance.by, stance.evidence, status, stance.aside
    )


def _no_better(stance: Stance, status: Status) -> Stance:
    """An answer that stands, no better borne out than the lowered statement that it answers."""
    if stance.status is None or stance.aside or stance.status.weakness >= status.weakness:
        return stance
    return replace(stance, status=status)


def _known_from(today: Today, located: Located, stances: Iterable[Stance]) -> date | None:
    """The first day on which a counted witness was out; of any, where none ever counts."""
    evidence = [e for stance in stances for e in stance.evidence]
    # What was withdrawn later was known all the same.
    counted = [e for e in evidence if e.may_count]
    every = (_evidence(today, located.statement, one) for one in located.statement.named)
    # What counts on a later day is known from that day.
    if not counted and any(one.counts for one in every if one):
        return None
    days = sorted({today.known_from(e.published) for e in counted or evidence})
    return first_borne(today, located, days) if days else None


def _holders(
    stances: tuple[Stance, ...], status: Status | None, by: tuple[str, ...]
) -> tuple[str, ...]:
    """Whose claim it is; where nothing counts, whose word by what was written."""
    left = stances if status else tuple(stance for stance in stances if not stance.aside)
    authors = tuple(dict.fromkeys(id_ for stance in left for id_ in stance.by))
    if status is Status.CLAIMED:
        return by or authors
    return authors if status is None and all(stance.by for stance in left) else ()


def reading(today: Today, statement: Statement) -> Reading | None:
    """How we read it, from the day on which we said so."""
    own = statement.reading
    return own if own and own.on.last <= today.day else None


def lowered(today: Today, statement: Statement, status: Status | None) -> tuple[Status | None, str]:
    """The status after `lowered`, which can only weaken it, and the reason."""
    wish = statement.lowered
    if status is None or wish is None or wish.on.last > today.day:
        return status, ""
    to = Status(wish.to)
    return (to, wish.why) if to.weakness > status.weakness else (status, "")


def _gather(
    today: Today, content: Content, witnesses: Iterable[str], always: bool = False
) -> tuple[Evidence, ...]:
    """The witnesses of a content that were published by the day; later ones do not exist yet.

    `always` is for background, which is shown on any day.
    """
    found = (_evidence(today, content, witness) for witness in witnesses)
    return tuple(e for e in found if e and (always or today.knows(e.published)))


def _evidence(today: Today, content: Content, witness: str) -> Evidence | None:
    id_, key = witness_parts(witness)
    record = today.briefing.records.get(id_)
    if record is None or not isinstance(record.data, Source):
        return None
    source, quote = record.data, record.data.quotation(key)
    is_withdrawn = source.retracted is not None and source.retracted.on.last <= today.day
    authors = frozenset(authors_of(source, quote))
    return Evidence(
        witness=witness,
        source=record,
        key=key,
        quote=quote,
        published=source.published,
        origin=origin(today.briefing, source, quote),
        authors=authors,
        official=authors if form_of(source, quote) in COPIES else frozenset(),
        counts=quote is not None and source.counts and not is_withdrawn,
        prints_value=quote is not None and _prints(content, source, quote),
    )


def _prints(content: Content, source: Source, quote: Quotation) -> bool:
    # A value that no quotation carries is borne out by all that it was inferred from.
    if content.value is None or "value" in content.inferred:
        return True
    return any(prints(content.value, text, source.published) for text in quote.texts)


Verdict = tuple[Status | None, tuple[str, ...]]
Sides = Mapping[str, Collection[str]]


def judge(today: Today, located: Located, stances: tuple[Stance, ...]) -> Verdict:
    """The status of a statement with its stances, and whose claim it is."""
    left = tuple(s for s in stances if not s.aside)
    standing = tuple(s for s in left if s.counted)
    if not standing:
        # What is left without a quotation has no word, and least of all that of what is not.
        gone = () if left else last_aside(stances)
        return next((s.aside.status for s in gone if s.aside), None), ()
    if len(standing) > 1 and not agree(located.statement, [s.key for s in standing]):
        return Status.DISPUTED, ()
    # A coarser value only agrees: it says nothing of the last place.
    finest = min(coarseness(s.content) for s in standing)
    precise = tuple(s for s in standing if coarseness(s.content) == finest)
    if len(precise) > 1:
        return verdict(today.briefing, located, precise)
    # One alone has its word already.
    return precise[0].status, precise[0].by if precise[0].status is Status.CLAIMED else ()


def verdict(briefing: Briefing, located: Located, stances: tuple[Stance, ...]) -> Verdict:
    """Lines 4 to 8 of the table, on stances that agree."""
    counted = tuple(e for s in stances for e in s.counted)
    # All bear it out where it follows from them only.
    evidence = tuple(e for e in counted if e.prints_value) or counted
    is_told = is_meeting(located)
    doing = () if is_told else responsible(briefing, located, stances[0].content)
    needed = sides(briefing, doing)
    if not any(_is_opinion(located, s.content, doing) for s in stances):
        spoken, by = _authority(briefing, evidence, needed)
        if spoken:
            return spoken, by
    if not is_told and all(s.content.by for s in stances):
        return Status.CLAIMED, tuple(dict.fromkeys(id_ for s in stances for id_ in s.content.by))
    known = [e for e in evidence if e.origin != UNKNOWN_ORIGIN]
    if len({e.origin for e in known}) > 1:
        return Status.CONFIRMED, ()
    told = {id_ for e in known for id_ in knowers(briefing, e.publication, e.quote)}
    return (Status.RELAYED if _speak(briefing, told, needed) else Status.REPORTED), ()


def aside(today: Today, content: Content, evidence: Iterable[Evidence]) -> Aside | None:
    """Why a content has stepped aside by the day, the latest reason if there are several."""
    reasons = [
        Aside(word, because.why or "", because.by, because.on.last)
        for word, because in (
            (Status.REJECTED, content.rejected if isinstance(content, Position) else None),
            (Status.SUPERSEDED, content.superseded),
            (Status.RETRACTED, content.retracted),
            (Status.RETRACTED, _withdrawn(evidence)),
        )
        if because and because.on.last <= today.day
    ]
    return max(reasons, key=lambda reason: reason.on, default=None)


def _withdrawn(evidence: Iterable[Evidence]) -> Because | None:
    # A statement falls with its sources only when none is left that counts.
    quoted = [e.publication.retracted for e in evidence if e.may_count]
    withdrawn = [because for because in quoted if because]
    is_all = len(withdrawn) == len(quoted)
    return max(withdrawn, key=lambda because: because.on.last, default=None) if is_all else None


def _is_opinion(located: Located, content: Content, doing: tuple[str, ...]) -> bool:
    """True for a judgement, a forecast, and what somebody says of what others do."""
    said = bool(content.by) and not set(content.by) <= set(doing)
    return said or located.statement.nature in {"judgement", "forecast"}


def _authority(briefing: Briefing, evidence: tuple[Evidence, ...], needed: Sides) -> Verdict:
    if _speak(briefing, {author for e in evidence for author in e.official}, needed):
        return Status.CONFIRMED, ()
    # Of what several did together, the text of one is what that one says of it.
    told = {side(briefing, author) for e in evidence for author in e.authors}
    is_one = len(needed) > 1 and len(told) == 1 and told <= set(needed)
    is_all = is_one and all(e.authors for e in evidence)
    return (Status.CLAIMED, tuple(told)) if is_all else (None, ())


def _speak(briefing: Briefing, authors: Collection[str], needed: Sides) -> bool:
    """True when there are sides that act, and an author speaks for each of them."""
    return bool(needed and authors) and all(
        any(speaks_for(briefing, author, actor) for author in authors for actor in actors)
        for actors in needed.values()
    )
