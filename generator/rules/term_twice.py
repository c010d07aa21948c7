"""`term-twice`: a sum does not count one figure twice (a warning)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.link import Located
from generator.model.formula import Formula, Operand, Term
from generator.rules.doubts import Doubt

SUMS = {"+", "-"}
KEYS = ("compute", "recompute")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Formulas in which something is added or taken away a second time."""
    for located in dossier.briefing.as_read.statements.values():
        for key in KEYS:
            formula: Formula | None = getattr(located.statement, key)
            counts = Counter(names_of(formula.term)) if formula else {}
            for name in (name for name, count in counts.items() if count > 1):
                yield again(located, key, name)


def names_of(term: Term) -> Iterator[str]:
    """The names that a sum is made of; none where it is no sum, and of products within it."""
    if isinstance(term, Operand):
        if not term.is_constant:
            yield term.text
    elif term.operator in SUMS:
        yield from names_of(term.left)
        yield from names_of(term.right)


def again(located: Located, key: str, name: str) -> Diagnostic:
    """A figure that counts twice, most likely in the place of its neighbour."""
    return Doubt(
        code="term-twice",
        message=f"`{name}` stands twice in the sum",
        span=located.span(key),
        severity=Severity.WARNING,
        help=f"name another figure in one of the two places, or write `2 * {name}`",
    )
