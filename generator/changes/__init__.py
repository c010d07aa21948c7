"""The guard: what a change may not do to the record unseen."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.changes import ids, standing, witnesses
from generator.changes.listing import Changes
from generator.derive import Dossier
from generator.diagnostics import CODES, Diagnostic, Severity, rules_in

Rule = Callable[[Changes], Iterator[Diagnostic]]
RULES: tuple[Rule, ...] = rules_in((ids, standing, witnesses))


def check(base: Dossier, head: Dossier) -> tuple[Diagnostic, ...]:
    """What the rules of the guard find, by place."""
    changes = Changes(base, head)
    found = (one for rule in RULES for one in rule(changes))
    # A code that is an error may be given as a warning, and no other way about.
    weighed = (
        one if one.severity is Severity.WARNING else replace(one, severity=CODES[one.code].severity)
        for one in found
    )
    return tuple(sorted(weighed, key=lambda one: one.place))
