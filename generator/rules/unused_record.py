"""`unused-record`: a record that states nothing and that nothing names has no page (a warning)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.link import Briefing
from generator.model.record import Record
from generator.rules.known import Known
from generator.rules.needed import may_be_needed

# Kinds whose pages are made of statements; the others consist of names, or of what they show.
STATING = {"person", "round", "agreement", "measure", "licence", "event", "series", "claim"}


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Records without a statement, where nobody else speaks of them."""
    mute = stateless(dossier.briefing)
    for record in mute if mute and not may_be_needed(dossier) else ():
        yield Diagnostic(
            code="unused-record",
            message=f"`{record.id}` states nothing, and nothing names it: no page shows it",
            span=record.file.head,
            severity=Severity.WARNING,
            help="add a statement with its witnesses, or name it where it takes part",
        )


def stateless(briefing: Briefing) -> list[Record]:
    """The records without a statement that nothing names."""
    named = {mention.target.partition(".")[0] for mention in Known.of(briefing).mentions}
    stating = (one for one in briefing.records.values() if one.kind in STATING)
    return [one for one in stating if not (one.statements or one.id in named or one.data.see)]
