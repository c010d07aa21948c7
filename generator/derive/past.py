"""The briefing as of each earlier day on which it read otherwise, worked out when it is asked."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from generator.derive.dossier import Dossier, Fact
from generator.derive.history import History, history, on_day
from generator.derive.spells import Spell, spells_as_known
from generator.derive.when import worked_out_once
from generator.model.dates import ONE_DAY

T = TypeVar("T")


@dataclass(frozen=True)
class Version(Generic[T]):
    """What something was from a day of knowledge on."""

    since: date
    told: T


@dataclass(frozen=True)
class Facts(Mapping[str, Fact]):
    """The statements as of a day, looked up one by one: there may be very many, and days too."""

    history: History
    day: date

    def __getitem__(self, id_: str) -> Fact:
        fact = on_day(self.history.intervals[id_], self.day)
        if fact is None:
            raise KeyError(id_)
        return fact

    def __iter__(self) -> Iterator[str]:
        return (id_ for id_, own in self.history.intervals.items() if on_day(own, self.day))

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(frozen=True)
class Past:
    """The earlier days of a dossier."""

    dossier: Dossier
    _days: dict[date, Dossier] = field(default_factory=dict, repr=False)

    @cached_property
    def history(self) -> History:
        """What was known on each of the days."""
        return history(self.dossier)

    def on(self, day: date) -> Dossier:
        """The dossier of a day on which a statement became another."""
        if day not in self._days:
            several = ([one for one in own if one.since <= day] for own in self.history.known)
            acts = tuple(world for own in several for one in own[-1:] for world in one.acts)
            self._days[day] = Dossier(self.dossier.briefing, day, Facts(self.history, day), acts)
        return self._days[day]

    def versions(
        self, ids: Iterable[str], told: Callable[[Dossier], T | None], days: Iterable[date] = ()
    ) -> tuple[Version[T], ...]:
        """What is told of some statements, each time that it reads otherwise; on these days too."""
        found: list[Version[T]] = []
        intervals = self.history.intervals
        changed = {one.since for id_ in ids for one in intervals.get(id_, ())}
        for day in sorted(changed.union(days)):
            one = told(self.on(day)) if day <= self.dossier.day else None
            if one is not None and (not found or one != found[-1].told):
                found.append(Version(day, one))
        return tuple(found)

    @cached_property
    def held(self) -> Mapping[str, tuple[Version[tuple[Spell, ...]], ...]]:
        """What held of each thing from day to day, each time that this was known otherwise."""
        found: dict[str, list[Version[tuple[Spell, ...]]]] = {}
        last = self.dossier.day
        for known in self.history.known:
            for day, id_, own in spells_as_known([one for one in known if one.since <= last], last):
                versions = found.setdefault(id_, [])
                if own != (versions[-1].told if versions else ()):
                    versions.append(Version(day, own))
        return {id_: tuple(versions) for id_, versions in found.items() if versions}


def version_on(versions: Iterable[Version[T]], day: date) -> T | None:
    """What was known on a day; None where nothing was."""
    return next((one.told for one in reversed([*versions]) if one.since <= day), None)


@worked_out_once
def past(dossier: Dossier) -> Past:
    """The earlier days of a dossier."""
    return Past(dossier)


def rate_spells(given: Dossier, rate: Fact, whole: Iterable[Spell]) -> tuple[Spell, ...]:
    """While its measure did, from its own first day to its last, or until an act sets another."""
    content = rate.chosen
    first = content.from_.last if content.from_ else date.min
    ends = [content.until.last] if content.until else []
    ends += [content.through.last + ONE_DAY] if content.through else []
    last = min((*ends, *_amended(given, rate, first)), default=date.max)
    during = (one for one in whole if one.since < last and first < (one.until or date.max))
    is_bound = bool(content.from_ and content.from_.is_bound)
    return tuple(_cut(one, first, last, is_bound) for one in during)


def _amended(given: Dossier, rate: Fact, first: date) -> Iterator[date]:
    for world in given.worlds:
        for effect in world.upon(rate.record.id):
            day = world.begin(effect.id)
            if effect.content.does == "amend" and effect.content.value and day and day > first:
                yield day


def _cut(one: Spell, first: date, last: date, is_bound: bool) -> Spell:
    until, since = min(one.until or date.max, last), max(one.since, first)
    own = max(one.held.since, first) if one.held.since else None
    # A bound is no first day.
    held = replace(one.held, since=None if is_bound and since == first else own)
    return replace(one, since=since, until=None if until == date.max else until, held=held)
