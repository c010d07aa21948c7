"""`term-twice`: a sum does not count one figure twice (a warning)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.link import Located
from generator.rules.doubts import Doubt
from generator.rules.formulas import formulas, summed


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Formulas in which something is added or taken away a second time."""
    for located in dossier.briefing.as_read.statements.values():
        for key, term in formulas(located):
            for name in (name for name, count in Counter(summed(term)).items() if count > 1):
                yield again(located, key, name)


def again(located: Located, key: str, name: str) -> Diagnostic:
    """A figure that counts twice, most likely in the place of its neighbour."""
    return Doubt(
        code="term-twice",
        message=f"`{name}` stands twice in the sum",
        span=located.span(key),
        severity=Severity.WARNING,
        help=f"name another figure in one of the two places, or write `2 * {name}`",
    )
