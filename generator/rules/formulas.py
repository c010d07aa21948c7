"""Formulas give a result, and that of the figure they stand at."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.computed import counts, input_id
from generator.derive.dossier import Fact, Status
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
                code="recompute-differs",
                message=f"{stated} is stated, and `{computed.formula}` gives `{computed.result}`",
                span=fact.located.span("value"),
                labels=(Label(fact.located.span("recompute"), "by this"), *inputs),
                help="one of the figures or the formula is wrong; figures that do not go together, "
                "such as revised ones, are not recomputed",
            )


def formula_without_result(dossier: Dossier) -> Iterator[Diagnostic]:
    """Formulas that need themselves, divide by nothing, or count with what is no number.

    What rests on an input that has stepped aside or is disputed falls with it, which is no fault.
    """
    for located, key, formula in formulas(dossier):
        ids = [input_id(dossier.briefing, located, one) for one in formula.operands()]
        facts = [fact for id_ in ids if (fact := dossier.facts.get(id_ or ""))]
        is_known = all(one is None or is_open(dossier, one, {located.id}) for one in ids)
        is_whole = is_known and are_named(located, formula, ids)
        if has_result(dossier, located) or not is_whole:
            continue
        bare = next(
            (fact for fact in facts if not fact.status and not fact.statement.compute), None
        )
        is_ours = all(fact.grade in STANDING for fact in facts)
        if not bare and not is_ours:
            continue
        vague = next((one for one in facts if not (one.statement.compute or counts(one))), None)
        odd, why = (bare, "no quotation bears it out") if bare else (vague, "it is no number")
        yield Diagnostic(
            code="formula-without-result",
            message=f"`{formula.text}` gives no result"
            + (f": `{odd.id}` counts for nothing, since {why}" if odd else ""),
            span=located.span(key),
            labels=(Label(odd.located.key_span(), why),) if odd else (),
            help="its parts have to be numbers, or dates, that fit together, and may not need this "
            "statement in turn",
        )


def formulas(dossier: Dossier) -> Iterator[tuple[Located, str, Formula]]:
    """Every formula with its statement and key."""
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
    ids = [input_id(dossier.briefing, located, one) for one in formula.operands()]
    return all(one is None or is_open(dossier, one, seen | {id_}) for one in ids)


def are_named(located: Located, formula: Formula, ids: list[str | None]) -> bool:
    """Whether everything in a formula is a statement, or a number."""
    missing = [one for one, id_ in zip(formula.operands(), ids, strict=True) if id_ is None]
    return all(one.is_constant for one in missing)


def inputs(dossier: Dossier, fact: Fact) -> set[str]:
    """What a fact is computed from, also where that is computed itself."""
    found: set[str] = set()
    left = [fact]
    while left:
        computed = left.pop().computed
        fresh = set(computed.inputs) - found if computed else set()
        found |= fresh
        left += [dossier.facts[id_] for id_ in fresh if id_ in dossier.facts]
    return found
