"""The rules about what follows from the facts: one file each, listed here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.derive.dossier import Dossier
from generator.diagnostics import Diagnostic
from generator.rules import (
    act_without_target,
    duration_differs,
    end_before_start,
    one_position,
    origin_missing,
    percent_or_points,
    reason_missing,
    recompute_differs,
    self_relay,
    status_typed,
    unused_source,
    witness_before_fact,
)

Rule = Callable[[Dossier], Iterable[Diagnostic]]
RULES: tuple[Rule, ...] = (
    status_typed.check,
    one_position.check,
    reason_missing.check,
    origin_missing.check,
    self_relay.check,
    act_without_target.check,
    witness_before_fact.check,
    end_before_start.check,
    duration_differs.check,
    recompute_differs.check,
    percent_or_points.check,
    unused_source.check,
)


def check(dossier: Dossier) -> tuple[Diagnostic, ...]:
    """What the rules find, by place."""
    found = (diagnostic for rule in RULES for diagnostic in rule(dossier))
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.place))
