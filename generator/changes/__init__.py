"""The guard: what a change may not do to the record unseen."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.changes import ids, relied, standing, witnesses
from generator.changes.listing import Changes
from generator.changes.made import made_otherwise
from generator.derive import Dossier
from generator.diagnostics import CODES, Diagnostic, Severity, rules_in

Rule = Callable[[Changes], Iterator[Diagnostic]]
RULES: tuple[Rule, ...] = rules_in((ids, relied, standing, witnesses))


def check(base: Dossier, head: Dossier, files: Iterable[str] = ()) -> tuple[Diagnostic, ...]:
    """What the rules of the guard find, by place; `files` differ and are no content."""
    changes = Changes(base, head)
    found = _once([*made_otherwise(files), *(one for rule in RULES for one in rule(changes))])
    # A code that is an error may be given as a warning, and no other way about.
    weighed = (
        one if one.severity is Severity.WARNING else replace(one, severity=CODES[one.code].severity)
        for one in found
    )
    return tuple(sorted(weighed, key=lambda one: one.place))


def _once(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """What was found, without what only says that a key changed where a status rises by it."""
    rising = {start(one) for one in found if one.code == "status-rises"}
    for one in found:
        if start(one) not in rising or one.code not in ("source-changed", "statement-loosened"):
            yield one


def start(one: Diagnostic) -> tuple[str, int]:
    """Where a diagnostic begins: file and offset."""
    return one.span.file.path, one.span.start
