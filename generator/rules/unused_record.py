"""`unused-record`: a record that states nothing and that nothing names has no page (a warning)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.rules.unnamed import mute, unused_by_record


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Records without a statement, where nobody else speaks of them."""
    # What one stated may have named the sources that nothing rests on.
    sources = unused_by_record(dossier)
    for record in mute(dossier):
        beside = sources.get(record.id, ())
        yield Diagnostic(
            code="unused-record",
            message=f"`{record.id}` states nothing, and nothing names it: no page shows it",
            span=record.file.head,
            severity=Severity.WARNING,
            labels=tuple(
                Label(one.file.head, "nothing rests on this source either") for one in beside
            ),
            help="add a statement with its witnesses, or name it where it takes part",
        )
