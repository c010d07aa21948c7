"""`unused-source`: a source that no statement rests on is a warning."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.dossier import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.link import Briefing
from generator.model.fields import NameTexts
from generator.model.record import walk
from generator.model.statement import Position, Silent, Statement


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every source that is neither a witness nor where a name was seen."""
    used = set(_used(dossier.briefing))
    for record in dossier.briefing.of_kind("source"):
        if record.id not in used:
            yield Diagnostic(
                code="unused-source",
                message=f"no statement rests on source `{record.id}`",
                span=record.file.head,
                severity=Severity.WARNING,
                help="name it as a witness, or remove the file",
            )


def _used(briefing: Briefing) -> Iterator[str]:
    for record in briefing.records.values():
        for _, part in walk(record.data):
            if isinstance(part, Statement | Position | Silent):
                yield from (witness.partition("#")[0] for witness in part.witnesses)
            elif isinstance(part, NameTexts):
                yield from part.seen
