"""Formulas give a result, and that of the figure they stand at."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.computed import counts, input_id
from generator.derive.dossier import Status
from generator.diagnostics import Diagnostic, Label
from generator.model.briefing import Located
from generator.model.formula import Formula
from generator.rules.shared import labels

KEYS = ("compute", "recompute")
STANDING = {Status.CONFIRMED, Status.RELAYED, Status.REPORTED, Status.CLAIMED}


def recompute_differs(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every stated value outside the precision of the recomputed one."""
    known = dossier.briefing.statements
    for fact in dossier.facts.values():
        computed, value = fact.computed, fact.statement.value
        if computed and computed.agrees is False:
            stated = f"`{value.text}`" if value else "the value"
            inputs = labels("goes into it", (known[id_].span("value") for id_ in computed.inputs))
            yield Diagnostic(
                "recompute-differs",
                f"{stated} is stated, and `{computed.formula}` gives `{computed.result}`",
                fact.located.span("value"),
                labels=(Label(fact.located.span("recompute"), "by this"), *inputs),
                help="one of the figures or the formula is wrong; figures that do not go together, "
                "such as revised ones, are not recomputed",
            )


def formula_without_result(dossier: Dossier) -> Iterator[Diagnostic]:
    """Formulas that need themselves, divide by nothing, or count with what is no number.

    What rests on an input that has stepped aside or is disputed falls with it, which is no fault.
    """
    for located, key, formula in _formulas(dossier):
        ids = [(one, input_id(dossier.today, located, one)) for one in formula.operands()]
        is_whole = all(
            one.is_constant if id_ is None else is_open(dossier, id_, {located.id})
            for one, id_ in ids
        )
        facts = [fact for _, id_ in ids if (fact := dossier.facts.get(id_ or ""))]
        given = [fact for fact in facts if not fact.statement.compute]
        bare = next((fact for fact in given if not fact.status), None)
        is_ours = bare or all(fact.grade in STANDING for fact in facts)
        if is_whole and is_ours and not has_result(dossier, located):
            odd = bare or next((fact for fact in given if not counts(fact)), None)
            why = "no quotation bears it out" if bare else "it is no number"
            because = f": `{odd.id}` counts for nothing, since {why}" if odd else ""
            yield Diagnostic(
                "formula-without-result",
                f"`{formula.text}` gives no result{because}",
                located.span(key),
                labels=(Label(odd.located.key_span(), why),) if odd else (),
                help="its parts have to be numbers, or dates, that fit together, and may not need "
                "this statement in turn",
            )


def _formulas(dossier: Dossier) -> Iterator[tuple[Located, str, Formula]]:
    for located in dossier.briefing.statements.values():
        for key in KEYS:
            if formula := getattr(located.statement, key):
                yield located, key, formula


def has_result(dossier: Dossier, located: Located) -> bool:
    """Whether a formula gives a result, or will when its inputs are known."""
    fact = dossier.facts.get(located.id)
    if fact and fact.computed:
        return bool(fact.computed.result or fact.computed.missing)
    return bool(located.statement.recompute)


def is_open(dossier: Dossier, id_: str, seen: set[str]) -> bool:
    """Whether an input is known on the day, or is computed from what is, if only from itself."""
    located = dossier.briefing.statements.get(id_)
    formula = located.statement.compute if located else None
    if id_ in seen or (id_ in dossier.facts and not formula):
        return True
    if not located or not formula:
        return False
    ids = [input_id(dossier.today, located, one) for one in formula.operands()]
    return all(one is None or is_open(dossier, one, seen | {id_}) for one in ids)
