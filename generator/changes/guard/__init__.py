"""The guard: what a change may not do to the record unseen. Each rule reads the list of changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.changes.guard import ids, standing, witnesses
from generator.changes.listing import Changes
from generator.derive import Dossier
from generator.diagnostics import Diagnostic, rules_in

Rule = Callable[[Changes], Iterator[Diagnostic]]
RULES: tuple[Rule, ...] = rules_in((ids, standing, witnesses))


def check(base: Dossier, head: Dossier) -> tuple[Diagnostic, ...]:
    """What the rules find, by place."""
    changes = Changes(base, head)
    found = (one for rule in RULES for one in rule(changes))
    return tuple(sorted(found, key=lambda one: one.place))
