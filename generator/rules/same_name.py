"""`same-name`: persons of one name and one party are told apart only by their ids (a warning)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.model.record import Record


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Persons whose namesake nothing tells apart for a reader."""
    briefing = dossier.briefing
    for id_, apart in briefing.namesakes.items():
        if apart == id_:
            yield namesake(briefing.records[id_], dossier.language)


def namesake(record: Record, language: str) -> Diagnostic:
    """A person that a reader would take for another."""
    name = record.data.heading(language)
    return Diagnostic(
        code="same-name",
        message=f"another person of the same party is called `{name}` too",
        span=record.places.value(("name",)),
        severity=Severity.WARNING,
        help="write in `name` what tells them apart: pages add the id, which no reader knows",
    )
