"""`same-label`: two statements that stand side by side are not called the same (a warning)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.record import Path, Record
from generator.model.statement import Statement
from generator.rules.doubts import Pair


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statements whose label another one of the record has already."""
    for record in dossier.briefing.as_read.records.values():
        first: dict[tuple[Path, str], tuple[Path, Statement]] = {}
        for path, statement in record.statements.values():
            label = (statement.label or "").casefold()
            known, other = first.setdefault((path[:-1], label), (path, statement))
            # A delegate who stands there twice is told as such.
            is_person = (
                path[:1] == ("delegations",)
                and statement.person
                and statement.person == other.person
            )
            if label and known != path and not is_person:
                yield again(record, known, path)


def again(record: Record, first: Path, path: Path) -> Diagnostic:
    """A label that readers cannot tell from another."""
    written = record.places.value((*path, "label"))
    # A claim is a statement itself.
    name = (record.id, *first)[-1]
    return Pair(
        code="same-label",
        message=f"`{name}` has the label `{written.text}` too",
        span=written,
        severity=Severity.WARNING,
        labels=(Label(record.places.value((*first, "label")), "the other"),),
        help="say what sets the two apart; without a label the key is what readers see",
    )
