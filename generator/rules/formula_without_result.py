"""`formula-without-result`: a formula whose inputs stand gives a result.

What rests on an input that has stepped aside or is disputed falls with it, which is no fault: its
status says so. An input without a quotation or a number is told once, with all that name it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.counting import counted
from generator.derive import Dossier
from generator.derive.computed import input_id
from generator.derive.dossier import Fact, Status
from generator.diagnostics import Diagnostic, Label
from generator.link import Located, witness_parts
from generator.model.formula import Formula
from generator.rules.numberless import is_vague, no_number
from generator.rules.period_differs import is_of_others
from generator.rules.said import is_whole
from generator.rules.says_nothing import is_mute
from generator.source import Span

STANDING = {Status.CONFIRMED, Status.REPORTED, Status.CLAIMED}


@dataclass(frozen=True)
class Stuck:
    """A formula without a result, with its inputs by id; None for a number or an unknown name."""

    located: Located
    formula: Formula
    span: Span
    inputs: tuple[str | None, ...]


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Formulas that need themselves, divide by nothing, or join what does not fit."""
    unquoted: dict[str, list[Stuck]] = {}
    numberless: dict[str, list[Stuck]] = {}
    # What counts with a figure of another period is told for that.
    stuck = [one for one in _stuck(dossier) if not is_of_others(one.located)]
    for one, others in causes(stuck):
        facts = [fact for id_ in one.inputs if (fact := dossier.facts.get(id_ or ""))]
        if any(is_mute(fact.located, (), fact.statement) for fact in facts):
            # What says nothing gives no number, which is told where it stands.
            continue
        bare = [fact.id for fact in facts if not fact.status and not fact.statement.compute]
        if bare:
            unquoted.setdefault(bare[0], []).append(one)
        elif vague := [fact.id for fact in facts if fact.status in STANDING and is_vague(fact)]:
            for id_ in vague:
                numberless.setdefault(id_, []).append(one)
        elif all(fact.status in STANDING for fact in facts):
            yield without_result(one, others)
    yield from by_source(dossier, unquoted)
    for id_, formulas in numberless.items():
        yield no_number(dossier.facts[id_].located, [one.span for one in formulas])


def by_source(dossier: Dossier, unquoted: dict[str, list[Stuck]]) -> Iterator[Diagnostic]:
    """Inputs without a quotation that counts, those of one source that counts for nothing once."""
    left: dict[str, dict[str, list[Stuck]]] = {}
    for id_, formulas in unquoted.items():
        fact = dossier.facts[id_]
        if source := mute_source(dossier, fact):
            left.setdefault(source, {})[id_] = formulas
        else:
            yield resting_on_nothing(fact, formulas)
    for source, parts in left.items():
        if len(parts) > 1:
            yield uncounted(dossier, source, parts)
        else:
            yield from (resting_on_nothing(dossier.facts[id_], parts[id_]) for id_ in parts)


def mute_source(dossier: Dossier, part: Fact) -> str:
    """The only source that an input has quotations of, where that counts for nothing."""
    found = {
        source
        for witness in part.statement.named
        for source, key in (witness_parts(witness),)
        if key
    }
    only = found.pop() if len(found) == 1 else ""
    source = dossier.briefing.source(only)
    return only if source and not source.counts else ""


def causes(stuck: list[Stuck]) -> Iterator[tuple[Stuck, list[Stuck]]]:
    """Formulas that no other keeps from a result, and those that need each other, as one."""
    by_id = {one.located.id: one for one in stuck}
    needs = {id_: reached(by_id, id_) for id_ in by_id}
    told: set[str] = set()
    for id_, one in by_id.items():
        others = needs[id_] - {id_}
        if id_ not in told and all(id_ in needs[other] for other in others):
            told |= others
            yield one, [by_id[other] for other in sorted(others)]


def reached(by_id: dict[str, Stuck], start: str) -> set[str]:
    """The formulas without a result that one needs, at first or second hand."""
    found: set[str] = set()
    left = [start]
    while left:
        inputs = {id_ for id_ in by_id[left.pop()].inputs if id_ in by_id} - found
        found |= inputs
        left += inputs
    return found


def _stuck(dossier: Dossier) -> Iterator[Stuck]:
    for located in dossier.briefing.statements.values():
        for key in ("compute", "recompute"):
            formula: Formula | None = getattr(located.statement, key)
            if formula:
                inputs = tuple(input_id(dossier.today, located, op) for op in formula.operands())
                found = Stuck(located, formula, located.span(key), inputs)
                if _is_stuck(dossier, found):
                    yield found


def _is_stuck(dossier: Dossier, one: Stuck) -> bool:
    names = zip(one.inputs, one.formula.operands(), strict=True)
    lacking = [op for id_, op in names if id_ is None]
    if not all(op.is_constant for op in lacking):
        return False
    if any(_is_bereft(dossier, id_) for id_ in one.inputs):
        return False
    fact = dossier.facts.get(one.located.id)
    if fact and fact.computed:
        # An input that is itself computed, and is not known, is told where it stands.
        has_inputs = all(id_ is None or _is_worked_out(dossier, id_) for id_ in one.inputs)
        return has_inputs and fact.computed.result is None and not fact.computed.missing
    if one.located.statement.recompute:
        return False
    return all(id_ is None or _is_open(dossier, id_) for id_ in one.inputs)


def _is_worked_out(dossier: Dossier, id_: str) -> bool:
    """True when an input is known, with its result where it is computed."""
    fact = dossier.facts.get(id_)
    is_open = fact and fact.statement.compute and not (fact.computed and fact.computed.result)
    return fact is not None and not is_open


def _is_open(dossier: Dossier, id_: str) -> bool:
    """True when an input is known, or is itself a formula (which then is told of as well)."""
    return id_ in dossier.facts or bool(dossier.briefing.statements[id_].statement.compute)


def _is_bereft(dossier: Dossier, id_: str | None) -> bool:
    """True when a quotation that an input rests on is missing, which is told where it is named."""
    return id_ is not None and not is_whole(dossier.briefing, dossier.briefing.statements[id_])


def without_result(one: Stuck, others: list[Stuck]) -> Diagnostic:
    """A formula that leads nowhere, or to others and back."""
    return Diagnostic(
        code="formula-without-result",
        message=f"`{one.formula.text}` gives no result",
        span=one.span,
        labels=tuple(Label(each.span, "needs it in turn") for each in others),
        help="its parts have to be numbers, or dates, that fit together, and may not need this "
        "statement in turn",
    )


def resting_on_nothing(part: Fact, formulas: list[Stuck]) -> Diagnostic:
    """A part that nothing bears out, with every formula that counts with it."""
    first, *others = formulas
    where = f"{counted(len(formulas), 'formula')} count" if others else "a formula counts"
    return Diagnostic(
        code="formula-without-result",
        message=f"no quotation bears out `{part.id}`, with which {where}",
        span=first.span,
        labels=(
            Label(witnesses_of(part.located), "no quotation bears it out"),
            *(Label(one.span, "counts with it") for one in others),
        ),
        help="give it a witness with a quotation, or take it out of the formula",
    )


def witnesses_of(located: Located) -> Span:
    """The place of the witnesses of a statement, else of its key."""
    path = (*located.path, "witnesses")
    return located.record.places.keys.get(path) or located.key_span()


def uncounted(dossier: Dossier, source: str, parts: dict[str, list[Stuck]]) -> Diagnostic:
    """A source that counts for nothing, with the inputs that it alone bears out."""
    formulas = {one.span: one for found in parts.values() for one in found}
    places = dossier.briefing.records[source].places
    return Diagnostic(
        code="formula-without-result",
        message=f"`{source}` counts for nothing, and no other quotation bears out "
        f"{len(parts)} figures with which {counted(len(formulas), 'formula')} count",
        span=places.value(("counts",)),
        labels=(
            *(
                Label(witnesses_of(dossier.facts[id_].located), "rests on it alone")
                for id_ in parts
            ),
            *(Label(span, "counts with one of them") for span in formulas),
        ),
        help="give them another witness with a quotation, or take them out of the formulas",
    )
