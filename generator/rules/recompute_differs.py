"""`recompute-differs`: a stated figure is held against what its formula gives."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.dossier import Computed, Dossier, Fact
from generator.diagnostics import Diagnostic, Label


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every stated value outside the precision of the recomputed one."""
    for fact in dossier.facts.values():
        if fact.computed and fact.computed.agrees is False:
            yield differs(dossier, fact, fact.computed)


def differs(dossier: Dossier, fact: Fact, computed: Computed) -> Diagnostic:
    """A value that its own inputs contradict."""
    located, known = fact.located, dossier.briefing.statements
    value = fact.statement.value
    return Diagnostic(
        code="recompute-differs",
        message=f"`{value.text if value else ''}` is stated, `{computed.result}` recomputed",
        span=located.span("value"),
        labels=tuple(Label(known[id_].span("value"), "goes into it") for id_ in computed.inputs),
        help=f"check the value and `{computed.formula}`",
    )
