"""Status follows from who printed what on whose knowledge: the model's table, line by line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.derive.actors import actors, is_meeting, side, sides, speaks_for
from generator.derive.agree import agree, coarseness
from generator.derive.dossier import Aside, Evidence, Stance, Status, last_aside
from generator.derive.origin import UNKNOWN_ORIGIN, knowers
from generator.derive.when import Today
from generator.model.beside import Because
from generator.model.briefing import Briefing, Located
from generator.model.statement import Content, Position

Verdict = tuple[Status | None, tuple[str, ...]]


def judge(today: Today, located: Located, stances: tuple[Stance, ...]) -> Verdict:
    """The status of a statement with its stances, and whose claim it is."""
    left = tuple(s for s in stances if not s.aside)
    standing = tuple(s for s in left if s.counted)
    if not standing:
        # What is left without a quotation has no word, and least of all that of what is not.
        return None if left else _gone(stances), ()
    if len(standing) > 1 and not agree(located.statement, [s.key for s in standing]):
        return Status.DISPUTED, ()
    precise = _most_precise(standing)
    return verdict(today.briefing, located, precise)


def with_status(today: Today, located: Located, stance: Stance) -> Stance:
    """A stance with its own word; none where no witness counts."""
    if stance.aside and any(e.may_count for e in stance.evidence):
        return replace(stance, status=stance.aside.status)
    if not stance.counted:
        return stance
    status, by = verdict(today.briefing, located, (stance,))
    return replace(stance, status=status, by=by or stance.by)


def verdict(briefing: Briefing, located: Located, stances: tuple[Stance, ...]) -> Verdict:
    """Lines 4 to 8 of the table, on stances that agree."""
    evidence = _bearing(stances)
    is_told = is_meeting(located)
    doing = () if is_told else actors(briefing, located, stances[0].content)
    if not any(_is_opinion(located, s.content, doing) for s in stances):
        spoken, by = _authority(briefing, evidence, doing)
        if spoken:
            return spoken, by
    if not is_told and all(s.content.by for s in stances):
        return Status.CLAIMED, tuple(dict.fromkeys(id_ for s in stances for id_ in s.content.by))
    known = [e for e in evidence if e.origin != UNKNOWN_ORIGIN]
    if len({e.origin for e in known}) > 1:
        return Status.CONFIRMED, ()
    return (Status.RELAYED if _is_relayed(briefing, known, doing) else Status.REPORTED), ()


def aside(today: Today, content: Content, evidence: Iterable[Evidence]) -> Aside | None:
    """Why a content has stepped aside by the day, the latest reason if there are several."""
    reasons = [
        _aside(word, because)
        for word, because in (
            (Status.REJECTED, content.rejected if isinstance(content, Position) else None),
            (Status.SUPERSEDED, content.superseded),
            (Status.RETRACTED, content.retracted),
            (Status.RETRACTED, _withdrawn(evidence)),
        )
        if because and because.on.last <= today.day
    ]
    return max(reasons, key=lambda reason: reason.on, default=None)


def _aside(word: Status, because: Because) -> Aside:
    return Aside(word, because.why or "", because.by, because.on.last)


def _withdrawn(evidence: Iterable[Evidence]) -> Because | None:
    # A statement falls with its sources only when none is left that counts.
    quoted = [e for e in evidence if e.may_count]
    withdrawn = [e.publication.retracted for e in quoted if e.publication.retracted]
    if quoted and len(withdrawn) == len(quoted):
        return max(withdrawn, key=lambda because: because.on.last)
    return None


def _gone(stances: Iterable[Stance]) -> Status | None:
    return next((s.aside.status for s in last_aside(stances) if s.aside), None)


def _most_precise(stances: tuple[Stance, ...]) -> tuple[Stance, ...]:
    """The stances that print the value as precisely as any: coarser ones only agree."""
    finest = min(coarseness(s.content) for s in stances)
    return tuple(s for s in stances if coarseness(s.content) == finest)


def _is_opinion(located: Located, content: Content, doing: tuple[str, ...]) -> bool:
    """True for a judgement, a forecast, and what somebody says of what others do."""
    said = bool(content.by) and not set(content.by) <= set(doing)
    return said or located.statement.nature in {"judgement", "forecast"}


def _bearing(stances: tuple[Stance, ...]) -> tuple[Evidence, ...]:
    """The counted witnesses that print the value itself; all where it follows from them only."""
    counted = tuple(e for s in stances for e in s.counted)
    return tuple(e for e in counted if e.prints_value) or counted


def _authority(
    briefing: Briefing, evidence: tuple[Evidence, ...], doing: tuple[str, ...]
) -> Verdict:
    needed = sides(briefing, doing)
    authors = {author for e in evidence for author in e.official}
    if needed and all(_speaks(briefing, authors, of) for of in needed.values()):
        return Status.CONFIRMED, ()
    # Of what several did together, the text of one is what that one says of it.
    told = {side(briefing, author) for e in evidence for author in e.authors}
    is_one = len(needed) > 1 and len(told) == 1 and told <= set(needed)
    is_all = is_one and all(e.authors for e in evidence)
    return (Status.CLAIMED, tuple(told)) if is_all else (None, ())


def _is_relayed(briefing: Briefing, known: list[Evidence], doing: tuple[str, ...]) -> bool:
    told = {id_ for e in known for id_ in knowers(briefing, e.publication, e.quote)}
    needed = sides(briefing, doing)
    return bool(needed) and all(_speaks(briefing, told, of) for of in needed.values())


def _speaks(briefing: Briefing, authors: Iterable[str], side_actors: set[str]) -> bool:
    return any(speaks_for(briefing, a, actor) for a in authors for actor in side_actors)
