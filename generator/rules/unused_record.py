"""`unused-record`: a record that states nothing and that nothing names has no page (a warning)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.rules.known import Known
from generator.rules.unused_source import may_be_needed

# Kinds whose pages are made of statements; the others consist of names, or of what they show.
STATING = {"person", "round", "agreement", "measure", "licence", "event", "series", "claim"}


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Records without a statement, where nobody else speaks of them."""
    if may_be_needed(dossier):
        return
    briefing = dossier.briefing
    named = {mention.target.partition(".")[0] for mention in Known.of(briefing).mentions}
    for record in briefing.records.values():
        is_linked = record.id in named or record.data.see
        if record.kind in STATING and not record.statements and not is_linked:
            yield Diagnostic(
                code="unused-record",
                message=f"`{record.id}` states nothing, and nothing names it: no page shows it",
                span=record.file.head,
                severity=Severity.WARNING,
                help="add a statement with its witnesses, or name it where it takes part",
            )
