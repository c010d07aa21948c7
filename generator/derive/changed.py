"""What changed from day to day: the history of all statements in one list, by day of knowledge."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from typing import Literal, get_args

from generator.counting import grouped
from generator.derive.brief import happened, led
from generator.derive.dossier import Dossier, Fact, Status
from generator.derive.history import OURS, SET_RIGHT, Interval, among, history, without_day
from generator.derive.states import is_whole
from generator.derive.when import worked_out_once
from generator.model.dates import PartialDate
from generator.model.parties import Office

SetRight = Literal["reading", "lowered", "rejected", "retracted"]
Kind = Literal["new", "value", "status", "disputed", "settled", "state", SetRight]
KINDS: tuple[Kind, ...] = get_args(Kind)
# The order in which a day is told: what is new of a record or done by its act, what comes about as
# its day has come, how well things are borne out, what is set right.
Became = Literal["new", "state", "disputed", "settled", "status"]
Sort = Literal[Became, "retracted", "rejected", "lowered", "reading", "undated"]
SORTS: tuple[Sort, ...] = get_args(Sort)
Place = tuple[Sort, str]
DISPUTE = ("disputed", "settled")
ALONE = (*DISPUTE, *SET_RIGHT)


@dataclass(frozen=True)
class Step:
    """What became of one statement on a day; `before` is how it stood until then, if it did.

    `causes` are the witnesses (with `#`) and statements that bring it about.
    """

    day: date
    fact: Fact
    before: Fact | None = field(repr=False)
    kinds: tuple[Kind, ...]
    causes: tuple[str, ...]

    @property
    def mark(self) -> Kind | None:
        """What sort of setting right it is, ours first; None for what sets nothing right."""
        return next((one for one in SET_RIGHT if one in self.kinds), None)

    @property
    def is_news(self) -> bool:
        """False where an office or who took part is only better borne out: nothing happened."""
        is_of_person = isinstance(self.fact.statement, Office) or self.fact.chosen.attendance
        return not (is_of_person and self.kinds == ("status",) and self.is_rise)

    @property
    def is_rise(self) -> bool:
        """True where it is better borne out than before."""
        was, now = self.before.status if self.before else None, self.fact.status
        return was is not None and now is not None and now.weakness < was.weakness

    @property
    def is_undated(self) -> bool:
        """True for what only sources without a date say: it is new in the edition itself."""
        days = [one.published for one in self.fact.evidence if one.may_count]
        return "new" in self.kinds and bool(days) and all(day.is_unknown for day in days)


@dataclass(frozen=True)
class Entry:
    """The steps of a day that are one to a reader, the first of which speaks for them.

    `about` is the record whose act or news it is, or the statement that is disputed or settled.
    """

    day: date
    sort: Sort
    about: str
    steps: tuple[Step, ...]

    @property
    def mark(self) -> Kind | None:
        """What sort of setting right its steps are, ours first; None where none is."""
        return next((one for one in SET_RIGHT if one in {step.mark for step in self.steps}), None)

    @property
    def is_ours(self) -> bool:
        """True for what we set right or noted, and for what we added from undated sources."""
        return self.mark in OURS or self.sort == "undated"

    @property
    def published(self) -> PartialDate | None:
        """When its sources were published, where none of them names a day."""
        return without_day(one for step in self.steps for one in among(step.fact, step.causes))


@worked_out_once
def steps(dossier: Dossier) -> tuple[Step, ...]:
    """Every step up to the day of a dossier, the first first."""
    every = history(dossier).intervals.values()
    found = (one for intervals in every for one in _steps(dossier, intervals))
    return tuple(sorted(found, key=lambda one: (one.day, one.fact.id)))


def news_steps(dossier: Dossier) -> tuple[Step, ...]:
    """The steps that the page of changes and the feeds tell of; the data hold every one."""
    return tuple(one for one in steps(dossier) if one.is_news)


def _steps(dossier: Dossier, intervals: Iterable[Interval]) -> Iterator[Step]:
    before = None
    for one in intervals:
        kinds = tuple(_kinds(dossier, before, one))
        is_told = one.fact.status is not None or any(each in SET_RIGHT for each in one.changes)
        if kinds and is_told and one.since != date.min:
            yield Step(one.since, one.fact, before, kinds, one.causes)
        before = one.fact


def _kinds(dossier: Dossier, before: Fact | None, one: Interval) -> Iterator[Kind]:
    if before is None or (before.status is None and one.fact.status):
        yield "new"
        return
    was, now = (each.status is Status.DISPUTED for each in (before, one.fact))
    for name in one.changes:
        if name == "status" and was != now:
            yield "disputed" if now else "settled"
        elif name != "state" or _is_told(dossier, before, one):
            yield name


def _is_told(dossier: Dossier, before: Fact, one: Interval) -> bool:
    """Whether a state is told of: past the coverage end nothing holds, as each page says.

    Where the statement itself is borne out otherwise, a state that reads the same goes with it;
    a state that is told of another statement from then on has not become another.
    """
    held = [(each.end, each.held) for each in (before, one.fact)]
    was, now = [(end, state and (state.code, state.text, state.ends)) for end, state in held]
    is_here = one.since <= dossier.day and not (was[1] and now[1] is None)
    return is_here and ("status" not in one.changes or was != now)


def dossiers_by_day(dossier: Dossier) -> Iterator[tuple[Dossier, tuple[Step, ...]]]:
    """For each day on which something changed: the dossier of that day, and its steps."""
    every = history(dossier).intervals.values()
    begun = grouped((one.since, one.fact) for intervals in every for one in intervals)
    found = grouped((one.day, one) for one in steps(dossier))
    facts: dict[str, Fact] = {}
    for day in sorted(begun):
        facts |= {one.id: one for one in begun[day]}
        if day in found:
            yield replace(dossier, as_of=day, facts=dict(facts)), found[day]


def entries(found: Iterable[Step]) -> tuple[Entry, ...]:
    """Steps as entries, the latest day first."""
    by_day = sorted(grouped((one.day, one) for one in found).items(), reverse=True)
    return tuple(chain.from_iterable(_of_day(day, several) for day, several in by_day))


def changes_between(dossier: Dossier, after: date, until: date) -> tuple[Entry, ...]:
    """What changed after a day and up to another, the latest day first."""
    return entries(one for one in news_steps(dossier) if after < one.day <= until)


def _of_day(day: date, found: tuple[Step, ...]) -> list[Entry]:
    changed = {one.fact.id for one in found if one.kinds != ("state",)}
    actors = {one.fact.id: _actor(one, changed) for one in found if "state" in one.kinds}
    together = grouped((_place(one, actors), one) for one in found)
    made = [_entry(day, place, own, actors) for place, own in together.items()]

    def in_order(one: Entry) -> tuple[bool, int, int]:
        # What happened comes before what was only said or printed, the latest first, and what we
        # say to it last.
        on = max(happened(one.steps[0].fact, day), default=date.min)
        return one.is_ours, SORTS.index(one.sort), -on.toordinal()

    return sorted(made, key=in_order)


def _actor(step: Step, changed: set[str]) -> str:
    """The statement that changes a state: one that changed itself that day, else what makes it."""
    held = [one.held.maker for one in (step.fact, step.before) if one and one.held]
    makers = [one for one in held if one in changed] or [one for one in held if one in step.causes]
    return (makers or [step.fact.id])[0]


def _place(step: Step, actors: Mapping[str, str]) -> Place:
    """The sort of the entry that a step belongs to, and what that is about."""
    kinds, id_ = step.kinds, step.fact.id
    if step.is_undated:
        return "undated", ""
    alone = next((one for one in SORTS if one in ALONE and one in kinds), None)
    if alone:
        return alone, id_ if alone in DISPUTE else ""
    is_done = "new" in kinds or "state" in kinds or id_ in actors.values()
    return ("new" if is_done else "status"), actors.get(id_, id_).partition(".")[0]


def _entry(day: date, place: Place, found: tuple[Step, ...], actors: Mapping[str, str]) -> Entry:
    """An entry with its first step first: what happened, the act behind it, a whole, its parts."""

    def rank(one: Step) -> tuple[bool, bool, bool]:
        is_act = one.fact.id in actors.values() and one.kinds != ("state",)
        return not is_act, bool(one.fact.chosen.does), not is_whole(one.fact)

    new = {one.fact.id: one for one in found if "new" in one.kinds}
    first = [new[fact.id] for fact in led(tuple(one.fact for one in new.values()), day)]
    rest = sorted((one for one in found if one.fact.id not in new), key=rank)
    sort, about = place
    return Entry(day, sort if new or sort != "new" else "state", about, (*first, *rest))
