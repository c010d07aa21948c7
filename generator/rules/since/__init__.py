"""The rules about what a change does to the record: one file each, listed here and nowhere else.

They hold a briefing against an earlier revision of itself, each on the day of its own edition. What
they tell stands in the later one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic
from generator.rules.since import (
    dispute_vanished,
    elsewhere,
    id_vanished,
    page_vanished,
    quotation_altered,
    quotation_lost,
    retracted_in_use,
    same_witness,
    silence,
    status_rises,
)
from generator.rules.since.change import Change

Rule = Callable[[Change], Iterator[Diagnostic]]
RULES: tuple[Rule, ...] = (
    same_witness.check,
    elsewhere.check,
    silence.check,
    dispute_vanished.check,
    id_vanished.check,
    page_vanished.check,
    quotation_altered.check,
    quotation_lost.check,
    retracted_in_use.check,
    status_rises.check,
)

# What follows from a change, and would be told without it too: it is told with the change.
EFFECTS = {
    "dispute-vanished": ("one-position", "dangling-ref"),
    "id-vanished": ("dangling-ref", "unused-source"),
    "quotation-altered": ("value-not-in-quotation", "words-not-in-quotation", "recompute-differs"),
    "retracted-in-use": ("point-rests", "after-edition"),
    "same-witness": ("percent-or-points", "unit-not-in-quotation"),
}


def check(before: Dossier, after: Dossier) -> tuple[Diagnostic, ...]:
    """What the rules find, by place."""
    change = Change(before, after)
    found = (diagnostic for rule in RULES for diagnostic in rule(change))
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.place))
