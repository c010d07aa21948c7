"""What is new: the statements that became known last, by day and record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.derive.dossier import Dossier, Fact

ENOUGH = 6


@dataclass(frozen=True)
class News:
    """What became known of one record on one day."""

    on: date
    facts: tuple[Fact, ...]


def news(dossier: Dossier) -> tuple[News, ...]:
    """The latest news, whole days of it, until there are enough lines."""
    found: dict[tuple[date, str], list[Fact]] = {}
    for fact in dossier.facts.values():
        if fact.known_from and fact.known_from <= dossier.day and is_dated(fact):
            found.setdefault((fact.known_from, fact.record.id), []).append(fact)
    days = list(last_days(found))
    ordered = sorted((key for key in found if key[0] in days), key=lambda k: (-k[0].toordinal(), k))
    return tuple(News(key[0], tuple(found[key])) for key in ordered)


def last_days(found: dict[tuple[date, str], list[Fact]]) -> Iterator[date]:
    """The last days that have news, the latest first, until they have enough."""
    lines = 0
    for day in sorted({on for on, _ in found}, reverse=True):
        if lines >= ENOUGH:
            return
        lines += sum(on == day for on, _ in found)
        yield day


def is_dated(fact: Fact) -> bool:
    """True when a day is printed for it: a source without a date says nothing of when."""
    witnesses = [e for stance in fact.stances for e in stance.evidence if e.may_count]
    return any(not e.published.is_unknown for e in witnesses)
