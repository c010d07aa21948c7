"""`formula-without-result`: a formula whose inputs are all known gives a result."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.computed import input_id
from generator.derive.dossier import Status
from generator.diagnostics import Diagnostic, Label
from generator.link import Located
from generator.model.formula import Formula
from generator.rules.said import is_whole

STANDING = {Status.CONFIRMED, Status.REPORTED, Status.CLAIMED}


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Formulas that need themselves, divide by nothing, or join what does not fit."""
    for located in dossier.briefing.statements.values():
        for key in ("compute", "recompute"):
            formula: Formula | None = getattr(located.statement, key)
            if formula and _is_stuck(dossier, located, formula):
                yield stuck(dossier, located, key)


def _is_stuck(dossier: Dossier, located: Located, formula: Formula) -> bool:
    names = list(formula.operands())
    inputs = [input_id(dossier.today, located, operand) for operand in names]
    if any(id_ is None and not op.is_constant for id_, op in zip(inputs, names, strict=True)):
        return False
    if any(_is_bereft(dossier, id_) for id_ in inputs):
        return False
    fact = dossier.facts.get(located.id)
    if fact and fact.computed:
        return fact.computed.result is None and not fact.computed.missing
    if located.statement.recompute:
        return False
    return all(id_ is None or _is_open(dossier, id_) for id_ in inputs)


def _is_open(dossier: Dossier, id_: str) -> bool:
    """True when an input is known, or is itself a formula (which then is told of as well)."""
    return id_ in dossier.facts or bool(dossier.briefing.statements[id_].statement.compute)


def weak(dossier: Dossier, located: Located, formula: Formula) -> Iterator[Label]:
    """The parts that are known and do not stand, each in its place."""
    for operand in formula.operands():
        id_ = input_id(dossier.today, located, operand)
        fact = dossier.facts.get(id_ or "")
        if fact and fact.status not in STANDING:
            word = fact.status.value if fact.status else "not quoted"
            yield Label(fact.located.key_span(), f"`{fact.id}` is {word}")


def _is_bereft(dossier: Dossier, id_: str | None) -> bool:
    """True when a quotation that an input rests on is missing, which is told where it is named."""
    return id_ is not None and not is_whole(dossier.briefing, dossier.briefing.statements[id_])


def stuck(dossier: Dossier, located: Located, key: str) -> Diagnostic:
    """A formula that leads nowhere, with the parts that cannot be counted with."""
    formula: Formula = getattr(located.statement, key)
    return Diagnostic(
        code="formula-without-result",
        message=f"`{formula.text}` gives no result",
        span=located.span(key),
        labels=tuple(weak(dossier, located, formula)),
        help="its parts have to be numbers, or dates, that rest on a quotation and are not "
        "disputed, and may not need this statement in turn",
    )
