"""`unused-record`: a record that states nothing and that nothing names has no page (a warning)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.rules.unnamed import mute, unused


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Records without a statement, where nobody else speaks of them."""
    found = mute(dossier)
    # What one stated may have named the sources that nothing rests on.
    sources = unused(dossier) if found else ()
    labels = tuple(Label(one.file.head, "nothing rests on this source either") for one in sources)
    for record in found:
        yield Diagnostic(
            code="unused-record",
            message=f"`{record.id}` states nothing, and nothing names it: no page shows it",
            span=record.file.head,
            severity=Severity.WARNING,
            labels=labels if record is found[0] else (),
            help="add a statement with its witnesses, or name it where it takes part",
        )
