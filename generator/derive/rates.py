"""When a rate held that a measure states beside its own state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.derive.dossier import Dossier, Fact
from generator.derive.spells import Spell
from generator.model.dates import ONE_DAY


def rate_spells(given: Dossier, rate: Fact, whole: Iterable[Spell]) -> tuple[Spell, ...]:
    """While its measure did, from its own first day to its last, or until an act sets another."""
    content = rate.chosen
    first = content.from_.last if content.from_ else date.min
    ends = [content.until.last] if content.until else []
    ends += [content.through.last + ONE_DAY] if content.through else []
    last = min((*ends, *_amended(given, rate, first)), default=date.max)
    return tuple(_cut(one, first, last) for one in whole if _meets(one, first, last))


def _amended(given: Dossier, rate: Fact, first: date) -> Iterator[date]:
    for world in given.worlds:
        for effect in world.upon(rate.record.id):
            day = world.begin(effect.id)
            if effect.content.does == "amend" and effect.content.value and day and day > first:
                yield day


def _meets(one: Spell, first: date, last: date) -> bool:
    return one.since < last and first < (one.until or date.max)


def _cut(one: Spell, first: date, last: date) -> Spell:
    until = min(one.until or date.max, last)
    own = max(one.held.since, first) if one.held.since else None
    held = replace(one.held, since=own)
    last_day = None if until == date.max else until
    return replace(one, since=max(one.since, first), until=last_day, held=held)
