"""When two positions say the same thing; sentences and words never agree by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from decimal import Decimal
from itertools import combinations
from typing import TypeVar

from generator.derive.units import COMMON
from generator.model.dates import ONE_DAY, PartialDate
from generator.model.statement import Content, Position, Statement
from generator.model.values import Value

T = TypeVar("T")


REFERENCES = ("person", "attendance", "does", "party", "body", "for_", "renews", "title")
LISTS = ("people", "target")


def merged(statement: Statement, position: Position) -> Position:
    """A position with the keys that all positions share, which stand beside `positions`."""
    own = position.model_fields_set
    shared = {
        name: getattr(statement, name)
        for name in Content.model_fields
        if name in statement.model_fields_set and name not in own
    }
    return position.model_copy(update=shared)


def agree(statement: Statement, keys: Iterable[str]) -> bool:
    """True when no two of a statement's positions differ; what they share is the same."""
    positions = (statement.positions[key] for key in keys)
    contents = [p.model_copy(update={"exact": p.exact or statement.exact}) for p in positions]
    return all(_same(a, b) for a, b in combinations(contents, 2))


def _same(a: Content, b: Content) -> bool:
    return (
        not (a.words or b.words or a.says or b.says)
        and _both(as_written(a), as_written(b), values_agree)
        and _both(a.from_, b.from_, dates_agree)
        and _both(_end(a), _end(b), dates_agree)
        and _both(a.unit, b.unit, units_agree)
        and all(getattr(a, name) == getattr(b, name) for name in REFERENCES)
        and all(set(getattr(a, name)) == set(getattr(b, name)) for name in LISTS)
    )


def _end(content: Content) -> PartialDate | None:
    """The first day on which it no longer holds: the day after the last one, where that is told."""
    last = content.through
    if content.until or last is None:
        return content.until
    return PartialDate(last.text, last.first + ONE_DAY, last.last + ONE_DAY)


def _both(a: T | None, b: T | None, same: Callable[[T, T], bool]) -> bool:
    return a == b if a is None or b is None else same(a, b)


def as_written(content: Content) -> Value | None:
    """The value with the precision that it was written in: `exact: yes` counts every digit."""
    return content.value.exactly() if content.value and content.exact else content.value


def units_agree(a: str, b: str) -> bool:
    """Two spellings of one unit: a million tonnes are `Mt`."""
    return (COMMON.unit(a) or a) == (COMMON.unit(b) or b)


def dates_agree(a: PartialDate, b: PartialDate) -> bool:
    """Of two dates one contains the other; two moments are one."""
    if "T" in a.text and "T" in b.text:
        return datetime.fromisoformat(a.text) == datetime.fromisoformat(b.text)
    return a.contains(b) or b.contains(a)


def values_agree(a: Value, b: Value) -> bool:
    """Equal at the coarser written precision, or with bounds that overlap."""
    if a.date or b.date:
        return a.date is not None and b.date is not None and dates_agree(a.date, b.date)
    if a.number is not None and b.number is not None:
        return abs(a.number - b.number) <= max(a.step, b.step) / 2
    return _below(a, b) and _below(b, a)


def _below(a: Value, b: Value) -> bool:
    """True when the least of `a` does not lie above the most of `b`."""
    least = a.number if a.number is not None else a.low
    most = b.number if b.number is not None else b.high
    if least is None or most is None:
        return True
    return least < most if _open(a, ">") or _open(b, "<") else least <= most


def _open(value: Value, sign: str) -> bool:
    return value.text.startswith(sign) and not value.text.startswith(f"{sign}=")


def coarseness(content: Content) -> tuple[int, Decimal]:
    """How roughly a value is given: bounds after numbers, long periods after days."""
    value = as_written(content)
    if value is None:
        return 0, Decimal(0)
    if value.date:
        return 0, Decimal((value.date.last - value.date.first).days)
    return (0 if value.number is not None else 1), value.step
