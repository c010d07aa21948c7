"""What each statement said, how well it was borne out and what held, on every day up to a day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from heapq import heapify, heappop, heappush
from typing import Literal

from generator.counting import grouped
from generator.derive import whole
from generator.derive.computed import computed_in, input_id
from generator.derive.dossier import Dossier, Evidence, Fact, Status
from generator.derive.facts import fact_of
from generator.derive.spells import Hindsight, changing_days, things
from generator.derive.when import Today, worked_out_once
from generator.derive.world import record_id
from generator.hashing import digest
from generator.model.beside import Because, Lowered, Reading
from generator.model.briefing import Briefing, Located
from generator.model.dates import ONE_DAY, PartialDate
from generator.model.statement import SAYING, Content

Change = Literal["new", "value", "status", "state", "reading", "lowered", "rejected", "retracted"]
# What those who publish the briefing set right or say to it, and what others take back.
OURS: tuple[Change, ...] = ("rejected", "lowered", "reading")
SET_RIGHT: tuple[Change, ...] = (*OURS, "retracted")
ASIDES: dict[Change, Status] = {"rejected": Status.REJECTED, "retracted": Status.RETRACTED}


@dataclass(frozen=True)
class Interval:
    """A statement from one day to the day before another on which it reads otherwise.

    `since` is `date.min` for background, `until` that other day, None for what goes on at the end.
    `changes` are the ways in which it differs from the day before, `causes` the witnesses (with
    `#`) and statements that bring that about; none where a day that was named has come.
    """

    since: date
    until: date | None
    fact: Fact
    changes: tuple[Change, ...]
    causes: tuple[str, ...]


@dataclass(frozen=True)
class History:
    """The intervals of each statement in order, and the days of change.

    `known` has the acts as they were known, of each group of statements that bear on each other.
    """

    intervals: Mapping[str, tuple[Interval, ...]]
    days: tuple[date, ...]
    known: tuple[tuple[Hindsight, ...], ...] = field(repr=False)


# The intervals of some statements, the days of change among them, the acts as they were known.
Group = tuple[dict[str, tuple[Interval, ...]], frozenset[date], tuple[Hindsight, ...]]


@dataclass(frozen=True)
class Known:
    """What is known of statements from one edit to the next; `keys` are what records follow from.

    It lies among the views of a dossier.
    """

    keys: Mapping[str, str]
    groups: dict[str, Group]

    def group(self, dossier: Dossier, ids: Sequence[str]) -> tuple[str, Group]:
        """A group under the hash of what it follows from: as it was, if that is the same."""
        records = {dossier.briefing.statements[id_].record.id for id_ in ids}
        key = digest(*(self.keys[id_] for id_ in sorted(records)))
        return key, self.groups.get(key) or _group(dossier, ids)


@worked_out_once
def history(dossier: Dossier) -> History:
    """What was known and what held on each day up to that of a dossier.

    The statements stand in groups, each on its own days: the work grows with the record alone.
    """
    groups = tuple(_groups(dossier))
    found = {id_: own for intervals, _, _ in groups for id_, own in intervals.items()}
    days = {day for _, own, _ in groups for day in own if day != date.min}
    acts = tuple(own for _, _, own in groups if any(True for one in own[-1:] for _ in things(one)))
    return History(dict(sorted(found.items())), tuple(sorted(days)), acts)


def among(fact: Fact, causes: Sequence[str]) -> tuple[Evidence, ...]:
    """The quotations of a statement that are among the causes of a change."""
    return tuple(one for one in fact.evidence if one.witness in causes)


def without_day(evidence: Iterable[Evidence]) -> PartialDate | None:
    """The time that sources name as that of their publication, where none names a day."""
    dates = {one.published for one in evidence}
    is_day = any(one.is_day or one.is_unknown for one in dates)
    return max(dates, key=lambda one: one.first) if dates and not is_day else None


def on_day(intervals: Iterable[Interval], day: date) -> Fact | None:
    """The statement as it stood at the end of a day; None where it was not known."""
    going = (one for one in intervals if one.since <= day and (not one.until or day < one.until))
    return next((one.fact for one in going), None)


def _groups(dossier: Dossier) -> Iterable[Group]:
    known: Known | None = dossier.views.get(Known)
    every = connected(dossier.briefing)
    if known is None:
        return (_group(dossier, ids) for ids in every)
    held = dict(known.group(dossier, ids) for ids in every)
    # What is of no use any more goes.
    known.groups.clear()
    known.groups.update(held)
    return held.values()


def _group(dossier: Dossier, ids: Sequence[str]) -> Group:
    """The history of some statements that bear on each other."""
    found: dict[str, list[Interval]] = {id_: [] for id_ in ids}
    days, own = set[date](), list[Hindsight]()
    before: Mapping[str, Fact] = {}
    for one in _each_day(dossier, ids):
        changed = [_add(found[id_], one, before.get(id_), id_) for id_ in ids]
        days |= {one.since} if any(changed) else set()
        if not own or one.grounds != own[-1].grounds:
            own.append(one)
        before = one.facts
    return {id_: tuple(held) for id_, held in found.items() if held}, frozenset(days), tuple(own)


def connected(briefing: Briefing) -> Iterator[tuple[str, ...]]:
    """The ids of statements in groups: what one acts upon or counts with is in its group."""
    near: dict[str, set[str]] = {}
    for located in briefing.statements.values():
        record, others = located.record.id, set(_named(briefing, located))
        near.setdefault(record, set()).update(others)
        for other in others:
            near.setdefault(other, set()).add(record)
    seen = set[str]()
    for record in sorted(near):
        asked, group = [record], set[str]()
        while asked:
            if (one := asked.pop()) not in seen:
                seen.add(one)
                group.add(one)
                asked += near[one]
        named = (briefing.records[one] for one in sorted(group) if one in briefing.records)
        if ids := tuple(id_ for one in named for id_ in one.statements):
            yield ids


def _named(briefing: Briefing, one: Located) -> Iterator[str]:
    statement = one.statement
    for content in (statement, *statement.positions.values()):
        yield from map(record_id, (*content.target, *content.keeps))
    for formula in filter(None, (statement.compute, statement.recompute)):
        found = (input_id(briefing, one, operand) for operand in formula.operands())
        yield from (record_id(id_) for id_ in found if id_)


def _each_day(dossier: Dossier, ids: Sequence[str]) -> Iterator[Hindsight]:
    """What was known of some statements on each day on which anything of them can change."""
    briefing, last = dossier.briefing, dossier.as_of
    formulas = computed_in(briefing, ids)
    written = {id_: briefing.statements[id_] for id_ in ids if id_ not in formulas}
    turning = ((day, id_) for id_, one in written.items() for day in turning_days(briefing, one))
    due = dict(grouped(dict.fromkeys(turning)))
    end = briefing.edition.coverage_end.last + ONE_DAY
    waiting = [day for day in {*due, end} if day <= last]
    heapify(waiting)
    stated: dict[str, Fact] = {}
    done = None
    while waiting:
        if (day := heappop(waiting)) == done:
            continue
        done, today = day, Today(briefing, day)
        for id_ in due.get(day, ()):
            if fact := fact_of(today, written[id_]):
                stated[id_] = fact
        facts, acts = whole(today, stated, formulas)
        yield Hindsight(day, facts, acts)
        for later in {later for world in acts for later in changing_days(world)}:
            if day < later <= last:
                heappush(waiting, later)


def turning_days(briefing: Briefing, located: Located) -> Iterator[date]:
    """The days on which something appears that bears on a statement; background always does."""
    statement, today = located.statement, Today(briefing, date.max)
    if statement.background:
        yield date.min
    silent = (one.witnesses for one in statement.silent.values())
    for witness in (*statement.named, *(w for witnesses in silent for w in witnesses)):
        if source := briefing.source(witness):
            yield today.known_from(source.published)
            yield from (one.on.last for one in (source.retracted,) if one)
    contents = (statement, *statement.positions.values())
    yield from (one.on.last for content in contents for one in _beside(content))


def _beside(content: Content) -> Iterator[Because | Lowered | Reading]:
    for name in ("superseded", "retracted", "rejected", "lowered", "reading"):
        if one := getattr(content, name, None):
            yield one


def _add(intervals: list[Interval], today: Hindsight, before: Fact | None, id_: str) -> bool:
    """Adds what a statement is on a day, if that differs from the day before.

    What is known once stays known: a source that is taken back leaves the statement on its card.
    """
    fact = today.facts.get(id_)
    changes = _changes(before, fact) if fact else ()
    if not fact or not changes:
        return False
    if before:
        intervals[-1] = replace(intervals[-1], until=today.since)
    intervals.append(Interval(today.since, None, fact, changes, _causes(before, fact)))
    return True


def _changes(before: Fact | None, fact: Fact) -> tuple[Change, ...]:
    if before is fact:
        return ()
    if before is None:
        return ("new",)
    old, new = as_read(before), as_read(fact)
    read = (name for name in new if old[name] != new[name])
    gone = {one.aside for one in before.stances}
    new_asides = {one.aside.status for one in fact.stances if one.aside and one.aside not in gone}
    # An answer that steps aside for another reason than before is no new rejection.
    return tuple(one for one in read if one not in ASIDES or ASIDES[one] in new_asides)


def as_read(fact: Fact) -> dict[Change, object]:
    """What readers see of a statement, each part by the word for its change."""
    asides = [(one.key, one.aside.status) for one in fact.stances if one.aside]
    result = fact.computed.result if fact.computed else None
    return {
        "value": ([[getattr(c, name) for name in SAYING] for c in fact.contents], result),
        "status": (fact.status, fact.by, fact.weakest),
        "state": (fact.held, fact.end),
        "reading": fact.reading,
        "lowered": fact.lowered,
        **{name: [one for one in asides if one[1] is status] for name, status in ASIDES.items()},
    }


def _causes(before: Fact | None, fact: Fact) -> tuple[str, ...]:
    """The witnesses that are new, what a value is computed from, and the act behind a state."""
    old = {one.witness for one in before.evidence} if before else set()
    telling = [one for one in fact.evidence if one.may_count] or fact.evidence
    causes = [one.witness for one in telling if one.witness not in old]
    asides = {one.aside for one in before.stances} if before else set()
    causes += [id_ for s in fact.stances if s.aside and s.aside not in asides for id_ in s.aside.by]
    if fact.statement.compute and fact.computed:
        causes += fact.computed.inputs
    if fact.held and fact.held != (before.held if before else None):
        causes += [fact.held.maker] if fact.held.maker != fact.id else []
    return tuple(dict.fromkeys(causes))
