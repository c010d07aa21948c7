"""Formulas as rules compare them: a figure has one name in them, however it is written.

Refuses to find what a name stands for, which derive does.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.link import Located
from generator.model.formula import Formula, Operand, Operation, Term

KEYS = ("compute", "recompute")
SUMS = {"+", "-"}


def formulas(located: Located) -> Iterator[tuple[str, Term]]:
    """The formulas of a statement by their keys, with what stands beside it by its key alone."""
    beside = ".".join((located.record.id, *map(str, located.path[:-1]), ""))
    for key in KEYS:
        formula: Formula | None = getattr(located.statement, key)
        if formula:
            yield key, shortened(formula.term, beside)


def shortened(term: Term, beside: str) -> Term:
    """A formula without what the ids of the statements beside it begin with."""
    if isinstance(term, Operation):
        left, right = (shortened(one, beside) for one in (term.left, term.right))
        return Operation(term.operator, left, right)
    key = term.text.removeprefix(beside)
    return term if "." in key else Operand(key)


def summed(term: Term) -> Iterator[str]:
    """The names that a sum is made of; none where it is no sum, and of products within it."""
    if isinstance(term, Operand):
        if not term.is_constant:
            yield term.text
    elif term.operator in SUMS:
        yield from summed(term.left)
        yield from summed(term.right)


def names_of(term: Term) -> Iterator[str]:
    """The names in a formula; none that also is a number."""
    if isinstance(term, Operation):
        yield from names_of(term.left)
        yield from names_of(term.right)
    elif not term.is_constant:
        yield term.text
