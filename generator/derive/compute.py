"""Formulas worked out within the written precision: a result is an interval."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal, localcontext
from itertools import product
from typing import Any

from generator.derive.agree import dates_agree
from generator.model.dates import Duration, PartialDate, in_words, parse_duration
from generator.model.values import Formula, Operand, Term, Value, last_place

DIGITS = 3
PRECISION = 2000
# A product of products soon has more, and is no figure.
MOST_DIGITS = 500


@dataclass(frozen=True, slots=True)
class Bounded:
    """A number with the bounds that its precision allows; `step` is its last place.

    `bound` is `<` or `>` where the number itself is only the most or the least.
    """

    low: Decimal
    mid: Decimal
    high: Decimal
    step: Decimal = Decimal(0)
    bound: str = ""

    def exactly(self) -> Bounded:
        """The same where what goes into it was set and not measured: every digit counts."""
        return Bounded(self.mid, self.mid, self.mid, last_place(str(self.mid)), self.bound)


Result = Bounded | PartialDate | timedelta | bool
# Months and years are of no one length: alone they are no result.
Worked = Result | Duration
Lookup = Callable[[Operand], Value | None]
TURNED = {"": "", "<": ">", ">": "<"}
# A bound is never made closer than it is.
ROUNDING = {"": ROUND_HALF_UP, "<": ROUND_CEILING, ">": ROUND_FLOOR}
ARITHMETIC: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}


class Unknown(ValueError):
    """A formula without a result: an input is missing, of the wrong kind, or not precise."""


def evaluate(formula: Formula, lookup: Lookup) -> Result | None:
    """The result of a formula, or None."""
    try:
        found = _value(formula.term, lookup)
    except (ValueError, ArithmeticError):
        return None
    is_figure = not isinstance(found, Bounded) or abs(found.mid.adjusted()) <= MOST_DIGITS
    return found if is_figure and not isinstance(found, Duration) else None


def as_interval(value: Value) -> Bounded | None:
    """A number with its written precision, None for open bounds and dates."""
    if value.number is not None:
        half = value.step / 2
        return Bounded(value.number - half, value.number, value.number + half, value.step)
    if value.low is None or value.high is None:
        return None
    return Bounded(value.low, (value.low + value.high) / 2, value.high, value.step)


def countable(value: Value) -> Bounded | None:
    """A number or an open bound, as a formula counts with it; None for dates."""
    edge = value.high if value.low is None else value.low
    if edge is None or value.number is not None or None not in {value.low, value.high}:
        return as_interval(value)
    return Bounded(edge, edge, edge, last_place(str(edge)), "<" if value.low is None else ">")


def percent(result: Result) -> Result:
    """A ratio as a percentage."""
    if not isinstance(result, Bounded):
        return result
    low, mid, high, step = (100 * one for one in (result.low, result.mid, result.high, result.step))
    return replace(result, low=low, mid=mid, high=high, step=step)


def agrees(result: Result, value: Value) -> bool | None:
    """True when a stated value lies within the precision of the result, None if not comparable."""
    if isinstance(result, PartialDate):
        return None if value.date is None else dates_agree(result, value.date)
    stated = as_interval(value)
    if isinstance(result, timedelta):
        days = Decimal(result.days)
        result = Bounded(days, days, days, Decimal(1))
    if stated is None or not isinstance(result, Bounded):
        return None
    above, below = result.low <= stated.high, stated.low <= result.high
    return {"": above and below, "<": below, ">": above}[result.bound]


def printed(result: Result, like: Value | None, formula: Formula) -> str:
    """The result as text, to the precision that it has."""
    if isinstance(result, bool):
        return "yes" if result else "no"
    if isinstance(result, timedelta):
        return f"{result.days} days"
    if isinstance(result, PartialDate):
        return in_words(result)
    return f"{result.bound}{_rounded(result, like, formula):f}"


def number_of(result: Result) -> Decimal | None:
    """The number of a result, for data."""
    if isinstance(result, timedelta):
        return Decimal(result.days)
    return result.mid if isinstance(result, Bounded) else None


def _rounded(result: Bounded, like: Value | None, formula: Formula) -> Decimal:
    if like is not None and like.step:
        step = like.step
    elif result.step and not {"*", "/"} & set(formula.text.split()):
        step = result.step
    else:
        places = DIGITS - 1 - (result.mid.adjusted() if result.mid else 0)
        step = Decimal(1).scaleb(-max(places, 0))
    with localcontext(prec=PRECISION):
        return (result.mid / step).quantize(Decimal(1), ROUNDING[result.bound]) * step


def _value(term: Term, lookup: Lookup) -> Worked:
    if isinstance(term, Operand):
        return _operand(term, lookup)
    left, right = _value(term.left, lookup), _value(term.right, lookup)
    if term.operator in {"<", "<=", "="}:
        return _compare(term.operator, _ends(left), _ends(right))
    if isinstance(left, Bounded) and isinstance(right, Bounded):
        return _arithmetic(term.operator, left, right)
    if isinstance(left, PartialDate) and left.is_day:
        return _shift(term.operator, left, right)
    raise Unknown


def _operand(operand: Operand, lookup: Lookup) -> Worked:
    value = lookup(operand)
    if value is not None:
        found = value.date or countable(value)
        if found is None:
            raise Unknown
        return found
    if operand.number is not None:
        return Bounded(operand.number, operand.number, operand.number)
    length = parse_duration(operand.text)
    return timedelta(days=length.count) if length.unit == "day" else length


def _arithmetic(operator: str, left: Bounded, right: Bounded) -> Bounded:
    if operator == "/" and right.low <= 0 <= right.high:
        raise Unknown
    work = ARITHMETIC[operator]
    corners = [work(a, b) for a, b in product((left.low, left.high), (right.low, right.high))]
    step = max(left.step, right.step)
    bound = _bound(operator, left, right)
    return Bounded(min(corners), work(left.mid, right.mid), max(corners), step, bound)


def _bound(operator: str, left: Bounded, right: Bounded) -> str:
    """Whether the result is the most or the least; bounds that pull apart leave it open."""
    turned = TURNED[right.bound] if operator in "-/" else right.bound
    found = {left.bound, turned} - {""}
    if len(found) > 1 or (found and operator in "*/" and min(left.low, right.low) < 0):
        raise Unknown
    return "".join(found)


def _shift(operator: str, left: PartialDate, right: Worked) -> Result:
    """A day moved by a length of time, or the time between two days."""
    if isinstance(right, PartialDate) and operator == "-" and right.is_day:
        return left.first - right.first
    times = {"+": 1, "-": -1}.get(operator, 0)
    if times and isinstance(right, timedelta):
        day = left.first + times * right
    elif times and isinstance(right, Duration):
        day = right.after(left.first, times)
    else:
        raise Unknown
    return PartialDate(day.isoformat(), day, day)


def _compare(operator: str, left: tuple[Any, Any], right: tuple[Any, Any]) -> bool:
    (a, b), (c, d) = left, right
    if type(a) is not type(c):
        raise Unknown
    yes, no = {
        "<": (b < c, a >= d),
        "<=": (b <= c, a > d),
        "=": (a == b == c == d, b < c or d < a),
    }[operator]
    # Within the written precision it can be either.
    if not yes and not no:
        raise Unknown
    return bool(yes)


def _ends(result: Worked) -> tuple[Any, Any]:
    if isinstance(result, PartialDate):
        return result.first, result.last
    if isinstance(result, Bounded) and not result.bound:
        return result.low, result.high
    if isinstance(result, timedelta):
        return result, result
    raise Unknown
