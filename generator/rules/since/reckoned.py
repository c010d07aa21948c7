"""Values that another formula gives, of which nothing has new words.

Judges no formula: which is right is for whoever looks at the change.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier, Fact
from generator.derive.agree import dates_agree
from generator.derive.compute import as_interval
from generator.derive.computed import input_id
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.formula import Formula
from generator.model.values import Value
from generator.rules.recompute_differs import inputs
from generator.rules.said import parts
from generator.rules.since.change import Change
from generator.rules.since.printed import bare

KEY = "compute"


def reckoned_otherwise(change: Change) -> Iterator[Diagnostic]:
    """Computed values that are others by their formula, and rest on the same words as before.

    So too those that took the place of what a source gave, and differ from it.
    """
    for id_, now in change.after.facts.items():
        was = change.fact(id_)
        stated = was.statement.value if was else None
        if stated and is_replaced(stated, now):
            yield told(now, f"`value` of `{id_}` was `{stated.text}`, which a source gave")
        elif was and is_other(change, was, now) and not is_borne_anew(change, was, now):
            yield told(now, of_formula(was, id_))


def is_other(change: Change, was: Fact, now: Fact) -> bool:
    """Whether two formulas that give two results say two things of the same statements."""
    then, here = was.statement.compute, now.statement.compute
    if not then or not here or not was.computed or not now.computed:
        return False
    if now.computed.result in (None, was.computed.result) or then.term == here.term:
        return False
    named = [change.led(part) for part in resolved(change.before, was, then)]
    return named != resolved(change.after, now, here)


def is_replaced(stated: Value, now: Fact) -> bool:
    """Whether a value that a source gave is another now, by a formula of ours."""
    computed = now.computed if now.statement.compute else None
    if computed is None:
        return False
    if computed.date and stated.date:
        return not dates_agree(computed.date, stated.date)
    found = as_interval(stated)
    if found is None or computed.number is None:
        return False
    return not found.low <= computed.number <= found.high


def resolved(dossier: Dossier, fact: Fact, formula: Formula) -> list[str]:
    """The parts of a formula, with statements by their ids."""
    names = {
        operand.text: input_id(dossier.today, fact.located, operand)
        for operand in formula.operands()
    }
    return [names.get(part) or part for part in formula.text.split()]


def is_borne_anew(change: Change, was: Fact, now: Fact) -> bool:
    """Whether something that a value comes from has words that nothing had before."""
    return not words(change.after, now) <= words(change.before, was)


def words(dossier: Dossier, fact: Fact) -> frozenset[str]:
    """The words of all quotations that a computed value comes from, step by step."""
    known = dossier.briefing.statements
    found = (known[id_] for id_ in (fact.id, *inputs(dossier, fact)))
    return frozenset(
        bare(one.quotation.text)
        for located in found
        for part in parts(dossier.briefing, located)
        for one in part.quoted
    )


def of_formula(was: Fact, id_: str) -> str:
    """What a formula was, with its result."""
    assert was.statement.compute and was.computed
    written, gave = was.statement.compute.text, was.computed.result
    return f"`{KEY}` of `{id_}` was `{written}`, which gave {gave}, and nothing in it has new words"


def told(now: Fact, message: str) -> Diagnostic:
    """A formula that gives another value than there was, with what it gives."""
    assert now.computed
    return Diagnostic(
        code="same-witness",
        message=message,
        span=now.located.span(KEY),
        severity=Severity.WARNING,
        labels=(Label(now.located.key_span(KEY), f"gives {now.computed.result}"),),
        help="name what carries it as it is now, or say in the commit what was wrong with it",
    )
