"""`retracted-in-use`: whoever retracts a source sees what rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.counting import counted
from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Located, witness_parts
from generator.model.record import Record
from generator.model.source import Source


def check(before: Dossier, after: Dossier) -> Iterator[Diagnostic]:
    """Sources that are retracted now and were not, with statements that still name them."""
    for record in after.briefing.of_kind("source"):
        was = before.briefing.records.get(record.id)
        stood = was is not None and isinstance(was.data, Source) and not was.data.retracted
        if stood and isinstance(record.data, Source) and record.data.retracted:
            resting = tuple(_resting(after, record.id))
            if resting:
                yield in_use(record, resting)


def _resting(after: Dossier, source: str) -> Iterator[Located]:
    for located in after.briefing.statements.values():
        quoted = (
            parts[0] for witness in located.statement.named if (parts := witness_parts(witness))[1]
        )
        if source in quoted:
            yield located


def in_use(record: Record, resting: tuple[Located, ...]) -> Diagnostic:
    """A source that falls, and what falls or weakens with it."""
    count = f"{counted(len(resting), 'statement')} rest{'s' if len(resting) == 1 else ''}"
    return Diagnostic(
        code="retracted-in-use",
        message=f"`{record.id}` is retracted, and {count} on it",
        span=record.places.key(("retracted",)),
        severity=Severity.WARNING,
        labels=tuple(Label(one.key_span(), "rests on it") for one in resting),
        help="give each another witness, or let it stand as retracted",
    )
