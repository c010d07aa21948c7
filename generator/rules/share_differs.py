"""`share-differs`: a share is a part of its whole, and that of whom its key names (a warning).

Refuses what is not called a share: a quotient may come to any number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.computed import unit_of
from generator.derive.dossier import Fact
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Located
from generator.model.formula import Operand, Operation, Term
from generator.rules.doubts import Pair
from generator.rules.formulas import names_of

# What was reached of a level or plan may be more than it.
SHARE = re.compile(r"^(?!.*\b(?:level|target|plan|quota|reached)\b).*\bshare\b", re.IGNORECASE)
# Whose share it is, as a key says it: `norland-share-2031`.
WHOSE = re.compile(r"(?P<whose>[a-z0-9-]+)-share(?:-\d{4})?")
WHOLE = 100


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Computed shares of more than all, and those of another than their key names."""
    for fact in dossier.facts.values():
        if fact.statement.compute and is_share(fact.located):
            yield from too_large(dossier, fact) or of_other(fact.located)


def is_share(located: Located) -> bool:
    """Whether a statement is the share that a quotient gives."""
    formula = located.statement.compute
    is_quotient = formula and isinstance(formula.term, Operation) and formula.term.operator == "/"
    is_called = SHARE.search(located.statement.label or located.key.replace("-", " "))
    return bool(is_quotient and is_called) and unit_of(located) == "%"


def too_large(dossier: Dossier, fact: Fact) -> list[Diagnostic]:
    """A share of more than a hundred."""
    computed, known = fact.computed, dossier.briefing.statements
    if not computed or computed.number is None or computed.number <= WHOLE:
        return []
    message = f"`{computed.formula}` gives `{computed.result}`, and no share is more than all"
    inputs = (Label(known[id_].span("value"), "goes into it") for id_ in computed.inputs)
    help_ = "divide the part by the whole, and mend the figure that is wrong"
    return [differs(fact.located, message, help_, tuple(inputs))]


def of_other(located: Located) -> list[Diagnostic]:
    """A share under the key of one with the figures of others only, though its own are there."""
    found, formula = WHOSE.fullmatch(located.key), located.statement.compute
    if not found or not formula or not is_of_two(formula.term):
        return []
    names = [name.rpartition(".")[2] for name in names_of(formula.term)]
    beside = [
        str(path[-1])
        for path in located.record.places.keys
        if path[:-1] == located.path[:-1] and path != located.path
    ]
    own = [key for key in beside if is_of(key, found["whose"]) and not WHOSE.fullmatch(key)]
    if not own or any(is_of(name, found["whose"]) for name in names):
        return []
    message = f"`{formula.text}` for `{located.key}` has no figure of `{found['whose']}`"
    help_ = f"divide one of its figures, such as `{own[0]}`, or mend the key"
    return [differs(located, message, help_, (Label(located.key_span(), "its key"),))]


def is_of_two(term: Term) -> bool:
    """Whether a quotient is that of two names: what others leave of the whole is a share too."""
    sides = (term.left, term.right) if isinstance(term, Operation) else (term,)
    return all(isinstance(side, Operand) for side in sides)


def is_of(key: str, whose: str) -> bool:
    """Whether a key is that of a figure of somebody: `norland` or `norland-2031`."""
    return key == whose or key.startswith(f"{whose}-")


def differs(located: Located, message: str, help_: str, labels: tuple[Label, ...]) -> Diagnostic:
    """A share whose formula is wrong."""
    return Pair(
        code="share-differs",
        message=message,
        span=located.span("compute"),
        severity=Severity.WARNING,
        labels=labels,
        help=help_,
    )
