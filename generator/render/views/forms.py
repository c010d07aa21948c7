"""A value as a sentence wants it: the month of a date, a number rounded, without its unit."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from generator.counting import few
from generator.derive.computed import measured
from generator.derive.dossier import Dossier, Fact
from generator.model.dates import PartialDate, in_words
from generator.model.values import Value, parse_value
from generator.render.views.text import number, quantity

# A rounded number keeps so many digits.
DIGITS = 3


def written(dossier: Dossier, function: str, fact: Fact, form: str | None) -> str | None:
    """What a reference prints in place of the whole value; None where it prints that."""
    if function == "fact":
        value = value_of(fact)
        if form is None or value is None or fact.rivals:
            return None
        return of_date(value.date, form) if value.date else of_number(fact, value, form)
    if function == "count":
        return few(len(fact.chosen.target or fact.chosen.people))
    ends = fact.held.ends if fact.held else ()
    days = (str(max((end - dossier.day).days, 0)) for end in ends)
    return " or ".join(map(in_words, ends) if function == "until" else days) or "no end named"


def value_of(fact: Fact) -> Value | None:
    """The value that is stated, else the one that a formula gives."""
    found = fact.computed if fact.statement.compute else None
    if found and found.date:
        return Value(found.date.text, date=found.date)
    if found and found.number is not None and found.result:
        return parse_value(found.result)
    return fact.chosen.value


def of_date(given: PartialDate, form: str) -> str:
    """`8 November`, `November 2025` or `2025`; where only the month is held there is no day."""
    day, month, year = in_words(given.last).split(" ")
    if form in {"day", "short"} and given.is_day:
        return f"{day} {month}"
    if form == "month" and given.first.month == given.last.month:
        return f"{month} {year}"
    if form == "year" and given.first.year == given.last.year:
        return year
    return in_words(given)


def of_number(fact: Fact, value: Value, form: str) -> str:
    """The number with three digits at most, or without its unit."""
    unit = measured(fact, fact.chosen)
    if form == "rounded" and value.number is not None:
        return quantity(parse_value(rounded(value.number)), unit)
    return number(value.text, bool(unit)) if form == "short" else quantity(value, unit)


def rounded(given: Decimal) -> str:
    """A number with three digits at most that count, and no decimals from 1 on."""
    places = max(given.adjusted() - DIGITS + 1, 0) if abs(given) >= 1 else -1
    whole = given.quantize(Decimal(1).scaleb(places), ROUND_HALF_UP)
    return f"{whole:f}"
