"""What formulas count with and is no number: a bound, or words.

Refuses to find the formulas, which `formula-without-result` does.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.counting import counted
from generator.derive.computed import counts
from generator.derive.dossier import Fact
from generator.diagnostics import Diagnostic, Label
from generator.link import Located
from generator.source import Span

# What a statement says in the place of a number, the first of which is pointed at.
SAYING = ("value", "words", "says")


def is_vague(fact: Fact) -> bool:
    """Whether a statement that is no formula itself gives none a number or date."""
    return not (fact.statement.compute or counts(fact))


def no_number(part: Located, formulas: Sequence[Span]) -> Diagnostic:
    """A part that no formula can count with, with all that do."""
    keys = [key for key in SAYING if getattr(part.statement, key)]
    what = "words" if keys and keys[0] != "value" else "a bound" if is_bound(part) else "no number"
    unit = [Label(part.span("unit"), "of no number")] if "value" not in keys else []
    return Diagnostic(
        code="formula-without-result",
        message=f"`{part.id}` is {what}, and {counted(len(formulas), 'formula')} "
        f"{'count' if formulas[1:] else 'counts'} with it",
        span=part.span(keys[0]) if keys else part.key_span(),
        labels=(
            *(unit if part.statement.unit else ()),
            *(Label(one, "counts with it") for one in formulas),
        ),
        help="give it a number, or take it out of what counts with it",
    )


def is_bound(part: Located) -> bool:
    """Whether a value is open at one end."""
    value = part.statement.value
    return value is not None and (value.low is None) != (value.high is None)
