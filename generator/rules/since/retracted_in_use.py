"""`retracted-in-use`: whoever retracts a source sees what rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.counting import counted
from generator.derive import Dossier
from generator.derive.dossier import Status
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Located, witness_parts
from generator.model.record import Record
from generator.model.source import Source
from generator.rules import point_rests


def check(before: Dossier, after: Dossier) -> Iterator[Diagnostic]:
    """Sources that are retracted now and were not, with statements that still name them."""
    for record in after.briefing.of_kind("source"):
        was = before.briefing.records.get(record.id)
        stood = was is not None and isinstance(was.data, Source) and not was.data.retracted
        if stood and isinstance(record.data, Source) and record.data.retracted:
            resting = tuple(_resting(after, record.id))
            if resting:
                yield in_use(record, resting, tuple(_without_ground(before, after)))


def _resting(after: Dossier, source: str) -> Iterator[Located]:
    for located in after.briefing.statements.values():
        quoted = (
            parts[0] for witness in located.statement.named if (parts := witness_parts(witness))[1]
        )
        if source in quoted:
            yield located


def _without_ground(before: Dossier, after: Dossier) -> Iterator[Label]:
    # What is computed from what a source has borne out falls with it too.
    gone = {
        fact.located.key_span()
        for id_, fact in after.facts.items()
        if fact.status is Status.RETRACTED and not _was_retracted(before, id_)
    }
    for one in point_rests.check(after):
        if one.labels and gone.issuperset(label.span for label in one.labels):
            yield Label(one.span, one.message)


def _was_retracted(before: Dossier, id_: str) -> bool:
    return id_ in before.facts and before.facts[id_].status is Status.RETRACTED


def in_use(record: Record, resting: tuple[Located, ...], bare: tuple[Label, ...]) -> Diagnostic:
    """A source that falls, and what weakens or falls with it; texts that do are an error."""
    count = f"{counted(len(resting), 'statement')} rest{'s' if len(resting) == 1 else ''}"
    texts = f", with {counted(len(bare), 'text')} of the brief or of charts" if bare else ""
    return Diagnostic(
        code="retracted-in-use",
        message=f"`{record.id}` is retracted, and {count} on it{texts}",
        span=record.places.key(("retracted",)),
        severity=Severity.ERROR if bare else Severity.WARNING,
        labels=(*bare, *(Label(one.key_span(), "rests on it") for one in resting)),
        help="give each another witness, or let it stand as retracted"
        + ("; rewrite the texts, or take them out" if bare else ""),
    )
