"""What is new: what became known since the last round, by day and record; else what came last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.counting import grouped
from generator.derive.dossier import Dossier, Fact

ENOUGH = 6
# Since a round there is more to tell than one more day.
MOST = 12


@dataclass(frozen=True)
class News:
    """What became known of one record on one day."""

    on: date
    facts: tuple[Fact, ...]


def last_round(dossier: Dossier) -> tuple[date, str] | None:
    """The day on which the last round began by the day of the briefing, and its id."""
    begun = (dossier.facts.get(f"{one.id}.date") for one in dossier.of_kind("round"))
    found = [
        (fact.chosen.value.date.last, fact.record.id)
        for fact in begun
        if fact and fact.status and fact.chosen.value and fact.chosen.value.date
    ]
    return max((one for one in found if one[0] <= dossier.day), default=None)


def news(dossier: Dossier) -> tuple[News, ...]:
    """The latest news, whole days of it, until there are enough lines."""
    found = grouped(
        ((fact.known_from, fact.record.id), fact)
        for fact in dossier.facts.values()
        if fact.known_from and fact.known_from <= dossier.day and _is_dated(fact)
    )
    since = last_round(dossier)
    recent = [key for key in found if since and key[0] > since[0]]
    days = set(_last_days(recent, MOST) if recent else _last_days(list(found), ENOUGH))
    ordered = sorted((key for key in found if key[0] in days), key=lambda k: (-k[0].toordinal(), k))
    return tuple(News(key[0], found[key]) for key in ordered)


def _last_days(found: list[tuple[date, str]], enough: int) -> Iterator[date]:
    """The last days that have news, the latest first, until they have enough."""
    lines = 0
    for day in sorted({on for on, _ in found}, reverse=True):
        if lines >= enough:
            return
        lines += sum(on == day for on, _ in found)
        yield day


def _is_dated(fact: Fact) -> bool:
    """True when a day is printed for it: a source without a date says nothing of when."""
    witnesses = (e for stance in fact.stances for e in stance.evidence)
    return any(e.may_count and not e.published.is_unknown for e in witnesses)
