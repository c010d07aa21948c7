"""`same-name`: persons of one name and one party are told apart only by their ids (a warning)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.record import Record


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Persons whose namesake nothing tells apart for a reader, told at the last of a name."""
    briefing = dossier.briefing
    alike: dict[str, list[Record]] = {}
    for id_, apart in briefing.namesakes.items():
        if apart == id_:
            record = briefing.records[id_]
            alike.setdefault(record.data.heading(dossier.language), []).append(record)
    yield from (namesakes(name, records) for name, records in alike.items())


def namesakes(name: str, records: list[Record]) -> Diagnostic:
    """Persons whom a reader would take for one."""
    *others, last = records
    return Diagnostic(
        code="same-name",
        message=f"another person of the same party is called `{name}` too",
        span=last.places.value(("name",)),
        severity=Severity.WARNING,
        labels=tuple(Label(one.places.value(("name",)), "of the same name") for one in others),
        help="write in `name` what tells them apart: pages add the id, which no reader knows",
    )
