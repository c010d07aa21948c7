"""When records began: the order in which they are listed.

What says nothing of its own beginning began with what it is about: terms with the talks on them.
What has no beginning at all, as a chart or a comparison, stands as its own `order` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import wraps
from typing import TypeVar

from generator.derive.dossier import Dossier
from generator.derive.lanes import BEGINNINGS
from generator.model.dates import PartialDate
from generator.model.record import Record

View = TypeVar("View")
LAST = date.max


def once(make: Callable[[Dossier], View]) -> Callable[[Dossier], View]:
    """What every page asks of the whole edition is worked out once for it."""

    @wraps(make)
    def made(dossier: Dossier) -> View:
        if made not in dossier.views:
            dossier.views[made] = make(dossier)
        view: View = dossier.views[made]
        return view

    return made


def in_time(dossier: Dossier, records: Iterable[Record]) -> list[Record]:
    """Records that say when they began, in time order; the others after them, by order and id."""
    return sorted(
        records, key=lambda one: (began(dossier, one), getattr(one.data, "order", 0), one.id)
    )


def days_of(dossier: Dossier, id_: str) -> list[PartialDate]:
    """The days that the positions of a statement give."""
    fact = dossier.facts.get(id_)
    values = [stance.content.value for stance in fact.stances] if fact else []
    return [value.date for value in values if value and value.date]


def began(dossier: Dossier, record: Record) -> date:
    """The first day of a record, or a day after all others; an exact one before a bound."""
    told = [days for key in BEGINNINGS if (days := days_of(dossier, f"{record.id}.{key}"))]
    exact = (days for days in told if not any(day.is_bound for day in days))
    if days := next(exact, told[0] if told else []):
        return min(day.last for day in days)
    rounds = (dossier.records.get(id_) for id_ in getattr(record.data, "about", ()))
    return min((began(dossier, one) for one in rounds if one and one.kind == "round"), default=LAST)
