"""`recompute-differs`: a stated figure is held against what its formula gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.derive import Dossier, Fact
from generator.derive.dossier import Computed
from generator.diagnostics import Diagnostic, Label
from generator.link import Located
from generator.rules.other_month import other_month
from generator.rules.percent_or_points import other_units
from generator.rules.period_differs import is_of_others
from generator.rules.said import Said, is_whole, parts, said
from generator.rules.sign_differs import turned
from generator.rules.wanted import is_misprinted

# So many figures are hardly all wrong.
SEVERAL = 2


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every stated value outside the precision of the recomputed one."""
    differing = [f for f in dossier.facts.values() if f.computed and f.computed.agrees is False]
    if not differing:
        return
    # A misprint is told where it stands, and makes all that is computed from it differ.
    misprinted = {part.located.id for part in said(dossier.briefing) if _is_told(part)}
    told: list[Fact] = []
    for fact in differing:
        assert fact.computed
        parts = {fact.id, *inputs(dossier, fact)}
        known = [dossier.briefing.statements[id_] for id_ in parts]
        is_known = all(
            is_whole(dossier.briefing, one) and not is_doubted(dossier, one) for one in known
        )
        # So is a figure that is itself computed from those of other periods.
        is_told = any(map(is_of_others, known)) or not misprinted.isdisjoint(parts)
        if is_known and not is_told:
            told.append(fact)
    yield from by_input(dossier, told)


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


def by_input(dossier: Dossier, differing: list[Fact]) -> Iterator[Diagnostic]:
    """Each value that differs; those of which one figure is an input, at that figure."""
    left = differing
    while left:
        named = [id_ for one in left if one.computed for id_ in dict.fromkeys(one.computed.inputs)]
        most = max(dict.fromkeys(named), key=named.count, default="")
        several = [one for one in left if one.computed and most in one.computed.inputs]
        if len(several) < SEVERAL:
            break
        yield shared(dossier, most, several)
        left = [one for one in left if one not in several]
    yield from (differs(dossier, one, one.computed) for one in left if one.computed)


def shared(dossier: Dossier, id_: str, several: list[Fact]) -> Diagnostic:
    """A figure from which several others are computed otherwise than they are stated."""
    located = dossier.briefing.statements[id_]
    value = located.statement.value
    return Diagnostic(
        code="recompute-differs",
        message=f"{len(several)} figures are stated otherwise than "
        f"`{value.text if value else id_}` gives them",
        span=located.span("value"),
        labels=(
            *of_other_months(dossier, [id_]),
            *(Label(one.located.span("value"), "computed from it") for one in several),
        ),
        help="this figure is wrong, or each of those; figures that do not go together, such as "
        "revised ones, are not recomputed",
    )


def of_other_months(dossier: Dossier, ids: Iterable[str]) -> Iterator[Label]:
    """The figures that their quotations have for another month, which may be why they differ."""
    for id_ in ids:
        located = dossier.briefing.statements[id_]
        for part in parts(dossier.briefing, located):
            if found := other_month(part):
                quoted, words = found
                told = f"the quotation `{quoted.witness}` has the number for {words}"
                yield Label(located.key_span(), told)


def is_doubted(dossier: Dossier, located: Located) -> bool:
    """Whether the value may be another's, since what can be read of its file is not all."""
    record = dossier.briefing.as_read.records.get(located.record.id)
    return record is not None and record.may_have((*located.path, "value"))


def _is_told(part: Said) -> bool:
    return is_misprinted(part, "value") or bool(other_units(part) or turned(part))


def differs(dossier: Dossier, fact: Fact, computed: Computed) -> Diagnostic:
    """A value that its own inputs contradict."""
    known, value = dossier.briefing.statements, fact.statement.value
    stated = f"`{value.text}`" if value else "the value"
    return Diagnostic(
        code="recompute-differs",
        message=f"{stated} is stated, and `{computed.formula}` gives `{computed.result}`",
        span=fact.located.span("value"),
        labels=(
            Label(fact.located.span("recompute"), "by this"),
            *(Label(known[id_].span("value"), "goes into it") for id_ in computed.inputs),
            *of_other_months(dossier, (fact.id, *computed.inputs)),
        ),
        help="one of the figures or the formula is wrong; figures that do not go together, such "
        "as revised ones, are not recomputed",
    )
