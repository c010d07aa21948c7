"""The guard: what a change may not do to the record unseen. Each rule reads the list of changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.changes.guard import disputes, ids, standing, witnesses
from generator.changes.listing import Changes
from generator.derive import Dossier
from generator.diagnostics import Diagnostic

Rule = Callable[[Changes], Iterator[Diagnostic]]
RULES: dict[str, Rule] = {
    "dispute-vanished": disputes.check,
    "id-vanished": ids.check,
    "page-vanished": ids.check_pages,
    "quotation-altered": witnesses.check_quotations,
    "quotation-lost": disputes.check_lost,
    "retracted-in-use": standing.check_retracted,
    "same-witness": witnesses.check,
    "status-rises": standing.check,
}


def check(base: Dossier, head: Dossier) -> tuple[Diagnostic, ...]:
    """What the rules find, by place."""
    changes = Changes(base, head)
    found = (one for rule in RULES.values() for one in rule(changes))
    return tuple(sorted(found, key=lambda one: one.place))
