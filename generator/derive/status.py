"""Status follows from who printed what on whose knowledge: the model's table, line by line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from generator.derive.actors import is_meeting, responsible, sides, speaks_for
from generator.derive.agree import agree, coarseness
from generator.derive.dossier import Aside, Evidence, Stance, Status, last_aside
from generator.derive.origin import UNKNOWN_ORIGIN, knowers, side
from generator.derive.when import Today
from generator.model.beside import Because
from generator.model.briefing import Briefing, Located
from generator.model.statement import Content, Position

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
