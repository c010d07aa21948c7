"""Statements with their stances, evidence and status on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.derive.agree import merged
from generator.derive.borne import borne, first_borne
from generator.derive.dossier import Evidence, Fact, Stance, Status
from generator.derive.evidence import ever, gather
from generator.derive.labels import label
from generator.derive.status import aside, judge, with_status
from generator.derive.when import Today
from generator.model.beside import Reading
from generator.model.briefing import Located
from generator.model.statement import Position, Statement


def stated(today: Today) -> dict[str, Fact]:
    """Every statement with witnesses that is known by the day; computed ones come later."""
    found = (
        _fact(today, located)
        for located in today.briefing.statements.values()
        if not located.statement.compute
    )
    return {fact.id: fact for fact in found if fact}


def _fact(today: Today, given: Located) -> Fact | None:
    located = borne(today, given)
    if located is None:
        return None
    stances = tuple(with_status(today, located, s) for s in _stances(today, located.statement))
    stances = tuple(s for s in stances if s.evidence)
    known = known_from(today, located, stances)
    if known is None and not located.statement.background:
        return None
    status, by = judge(today, located, stances)
    status, why = lowered(today, located.statement, status)
    return Fact(
        located=located,
        label=label(today.briefing, located),
        stances=stances,
        status=status,
        by=holders(stances, status, by),
        known_from=known,
        silent=_silent(today, located.statement),
        reading=_reading(today, located),
        lowered=why,
    )


def _stances(today: Today, statement: Statement) -> Iterable[Stance]:
    if not statement.positions:
        yield _stance(today, statement, ("only", statement))
    for key, position in statement.positions.items():
        yield _stance(today, statement, (key, merged(statement, position)))


def _stance(today: Today, statement: Statement, entry: tuple[str, Statement | Position]) -> Stance:
    key, content = entry
    # Witnesses beside `positions` bear out what all of them share.
    shared = statement.witnesses if statement.positions else ()
    evidence = gather(today, content, (*content.witnesses, *shared), always=statement.background)
    reason = aside(today, content, evidence)
    return Stance(key, content, content.by, evidence, None, reason)


def known_from(today: Today, located: Located, stances: Iterable[Stance]) -> date | None:
    """The first day on which a counted witness was out; of any, where none ever counts."""
    evidence = [e for stance in stances for e in stance.evidence]
    # What was withdrawn later was known all the same.
    counted = [e for e in evidence if e.may_count]
    if not counted and ever(today, located.statement, located.statement.named):
        return None
    days = sorted({today.known_from(e.published) for e in counted or evidence})
    return first_borne(today, located, days) if days else None


def holders(
    stances: Iterable[Stance], status: Status | None, by: tuple[str, ...]
) -> tuple[str, ...]:
    """Whose claim it is; where nothing counts, whose word by what was written."""
    if status is Status.CLAIMED:
        return by or authors(stances)
    left = [stance for stance in stances if not stance.aside]
    return authors(left) if status is None and all(stance.by for stance in left) else ()


def authors(stances: Iterable[Stance]) -> tuple[str, ...]:
    """Everybody whose word a statement is by what was written."""
    return tuple(dict.fromkeys(id_ for stance in stances for id_ in stance.by))


def _silent(today: Today, statement: Statement) -> dict[str, tuple[Evidence, ...]]:
    found = {
        party: gather(today, statement, silent.witnesses)
        for party, silent in statement.silent.items()
    }
    return {party: evidence for party, evidence in found.items() if evidence}


def _reading(today: Today, located: Located) -> Reading | None:
    reading = located.statement.reading
    return reading if reading and reading.on.last <= today.day else None


def lowered(today: Today, statement: Statement, status: Status | None) -> tuple[Status | None, str]:
    """The status after `lowered`, which can only weaken it, and the reason."""
    wish = statement.lowered
    if status is None or wish is None or wish.on.last > today.day:
        return status, ""
    to = Status(wish.to)
    return (to, wish.why) if to.weakness > status.weakness else (status, "")
