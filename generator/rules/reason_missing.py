"""`reason-missing`: what steps aside says why."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic
from generator.model.beside import Because
from generator.model.record import Record
from generator.model.source import Source
from generator.source import Span

# What takes its place is the reason why something is superseded.
NEEDS = {"rejected": "why", "retracted": "why", "superseded": "by"}


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Positions, statements and sources set aside without the reason."""
    for record in dossier.briefing.as_read.records.values():
        yield from _set_aside(record)
        data, may_say = record.data, record.may_have(("why",))
        if isinstance(data, Source) and not (data.counts or data.why or may_say):
            yield unexplained(record.places.key(("counts",)), "counts: no", "why")


def _set_aside(record: Record) -> Iterator[Diagnostic]:
    for path, model in record.models:
        word = str(path[-1]) if path else ""
        if isinstance(model, Because) and word in NEEDS:
            key = NEEDS[word]
            if not (getattr(model, key) or record.may_have((*path, key))):
                yield unexplained(record.places.key(path), word, key)


def unexplained(span: Span, word: str, key: str) -> Diagnostic:
    """A reader would see that something was set aside, and not why."""
    wanted = "what takes its place" if key == "by" else "the reason, which is printed"
    return Diagnostic(
        code="reason-missing",
        message=f"`{word}` without `{key}`",
        span=span,
        help=f"add `{key}:` with {wanted}",
    )
