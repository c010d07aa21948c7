"""Numbers and formulas as written; never binary floats: written precision is part of a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.limits import PARTS, VALUE
from generator.model.dates import DURATION, PartialDate, parse_date, parse_duration

MINUS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
PLAIN = re.compile(rf"(?P<sign>[~<>]|[<>]=)? ?(?P<number>{NUMBER})")
RANGE = re.compile(rf"(?P<low>{NUMBER})\.\.(?P<high>{NUMBER})")
# So much of what is too long is shown.
SHOWN = 60
DATED = re.compile(r"\d{4}-\d\d.*|\.\./.*")


@dataclass(frozen=True, slots=True)
class Value:
    """A number, a bound, a range or a date, as it was written.

    `number` is the number itself where there is one (also behind `~`); `low` and `high` are the
    bounds that it can have, None where it is open; `step` is the unit of its last written place.
    """

    text: str
    number: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    step: Decimal = Decimal(0)
    date: PartialDate | None = None

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The numbers that must stand in a quotation."""
        found = (self.number,) if self.number is not None else (self.low, self.high)
        return tuple(number for number in found if number is not None)

    def exactly(self) -> Value:
        """The same value with every written digit counted as precision (`exact: yes`)."""
        return Value(self.text, self.number, self.low, self.high, last_place(self.text), self.date)


def parse_value(text: str) -> Value:
    """Read a number, `>90`, `~90`, `87..90` or a date; raises ValueError for the editor."""
    if len(text) > VALUE.most:
        raise ValueError(f"`{text[:SHOWN]}...` is longer than any number or date")
    if DATED.fullmatch(text):
        return Value(text, date=parse_date(text))
    if found := RANGE.fullmatch(text):
        low, high = Decimal(found["low"]), Decimal(found["high"])
        if low > high:
            raise ValueError(f"`{text}` ends below its start")
        return Value(text, low=low, high=high)
    if not (found := PLAIN.fullmatch(text)):
        # It looks like the one that is expected.
        plain = text.translate(MINUS)
        hint = f"write `{plain}`, with the hyphen in the place of a minus sign"
        meant = (hint,) if PLAIN.fullmatch(plain) else ()
        raise ValueError(f"`{text}` is neither a number nor a date", *meant)
    sign, number, step = found["sign"] or "", Decimal(found["number"]), _precision(found["number"])
    if sign.startswith(">"):
        return Value(text, low=number, step=step)
    if sign.startswith("<"):
        return Value(text, high=number, step=step)
    return Value(text, number=number, step=step)


def _precision(digits: str) -> Decimal:
    # The zeros that end a whole number may only fill it up: 5,000 may be five thousands.
    if "." in digits or set(digits) <= {"0", "-"}:
        return last_place(digits)
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(1).scaleb(zeros)


def last_place(digits: str) -> Decimal:
    """The unit of the last written digit: 0.1 for `34.5`."""
    return Decimal(1).scaleb(-len(digits.partition(".")[2]))


LEVELS = (("<", "<=", "="), ("+", "-"), ("*", "/"))
PLAIN_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?", re.ASCII)
NAME = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
DURATION_UNITS = {"day", "days", "month", "months", "year", "years"}


@dataclass(frozen=True, slots=True)
class Operand:
    """A key beside the statement, a statement's id, a number, or a duration such as `90 days`."""

    text: str

    @property
    def number(self) -> Decimal | None:
        """The number that it is when no statement has this name."""
        return Decimal(self.text) if PLAIN_NUMBER.fullmatch(self.text) else None

    @property
    def is_constant(self) -> bool:
        """True for a number or a duration, which needs no statement."""
        return self.number is not None or bool(DURATION.fullmatch(self.text))


@dataclass(frozen=True, slots=True)
class Operation:
    """Two formulas joined by one of `+ - * / < <= =`."""

    operator: str
    left: Term
    right: Term


Term = Operand | Operation


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as written and as understood."""

    text: str
    term: Term

    def operands(self) -> Iterator[Operand]:
        """All operands, from left to right."""
        left: list[Term] = [self.term]
        while left:
            term = left.pop()
            if isinstance(term, Operand):
                yield term
            else:
                left += (term.right, term.left)


def parse_formula(text: str) -> Formula:
    """Read tokens separated by spaces; raises ValueError with a message for the editor."""
    tokens = text.split()
    if len(tokens) > PARTS.most:
        raise ValueError(PARTS.told(len(tokens)), PARTS.help)
    tokens.reverse()
    term = _level(tokens, 0)
    if tokens:
        raise ValueError(f"`{tokens[-1]}` was not expected here")
    return Formula(text, term)


def _level(tokens: list[str], level: int) -> Term:
    if level == len(LEVELS):
        return _operand(tokens)
    term = _level(tokens, level + 1)
    while tokens and tokens[-1] in LEVELS[level]:
        operator = tokens.pop()
        term = Operation(operator, term, _level(tokens, level + 1))
    return term


def _operand(tokens: list[str]) -> Term:
    if not tokens:
        raise ValueError("the formula ends where a statement or number is expected")
    token = tokens.pop()
    if token == "(":
        term = _level(tokens, 0)
        if not tokens or tokens.pop() != ")":
            raise ValueError("`(` is never closed")
        return term
    if token == ")" or any(token in level for level in LEVELS):
        raise ValueError(f"`{token}` is written where a statement or number is expected")
    if tokens and tokens[-1] in DURATION_UNITS:
        return Operand(parse_duration(f"{token} {tokens.pop()}").text)
    operand = Operand(token)
    if not NAME.fullmatch(token) and operand.number is None:
        raise ValueError(f"`{token}` is neither an id nor a number")
    return operand
