"""Formulas over statements: `2025-05 / 2024-05 - 1`, `granted < second-call.date`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.model.dates import DURATION, parse_duration

LEVELS = (("<", "<=", "="), ("+", "-"), ("*", "/"))
NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?", re.ASCII)
LONGEST = 100  # parts: more than anybody reads
NAME = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
DURATION_UNITS = {"day", "days", "month", "months", "year", "years"}


@dataclass(frozen=True, slots=True)
class Operand:
    """A key beside the statement, a statement's id, a number, or a duration such as `90 days`."""

    text: str

    @property
    def number(self) -> Decimal | None:
        """The number that it is when no statement has this name."""
        return Decimal(self.text) if NUMBER.fullmatch(self.text) else None

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
    if len(tokens) > LONGEST:
        raise ValueError(f"the formula has more than {LONGEST} parts")
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
        raise ValueError("the formula ends where a statement or number is due")
    token = tokens.pop()
    if token == "(":
        term = _level(tokens, 0)
        if not tokens or tokens.pop() != ")":
            raise ValueError("`(` is never closed")
        return term
    if token == ")" or any(token in level for level in LEVELS):
        raise ValueError(f"`{token}` stands where a statement or number is due")
    if tokens and tokens[-1] in DURATION_UNITS:
        return Operand(parse_duration(f"{token} {tokens.pop()}").text)
    operand = Operand(token)
    if not NAME.fullmatch(token) and operand.number is None:
        raise ValueError(f"`{token}` is neither an id nor a number")
    return operand
