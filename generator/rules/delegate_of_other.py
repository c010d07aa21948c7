"""`delegate-of-other`: who acts for one side stands in no delegation of another (a warning)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.person import Person
from generator.model.record import Record
from generator.model.round import Round
from generator.rules.delegate_missing import persons
from generator.source import Span


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """The persons of one side among the delegates of another, told once for a delegation."""
    briefing = dossier.briefing.as_read
    for record in briefing.of_kind("round"):
        assert isinstance(record.data, Round)
        for party in record.data.delegations:
            found = list(others(briefing, record, party)) if party in briefing.records else []
            if found:
                yield misplaced(party, found)


def others(briefing: Briefing, record: Record, party: str) -> Iterator[tuple[str, str, Span]]:
    """Who in a delegation acts for another side, with that side and the place."""
    assert isinstance(record.data, Round)
    for key, statement in record.data.delegations[party].items():
        for id_ in persons([statement]):
            person = briefing.records.get(id_)
            side = person.data.party if person and isinstance(person.data, Person) else None
            if side not in {None, party}:
                yield briefing.name(id_), str(side), record.places.key(("delegations", party, key))


def misplaced(party: str, found: list[tuple[str, str, Span]]) -> Diagnostic:
    """Delegates who act for another side."""
    (name, side, span), *more = found
    return Diagnostic(
        code="delegate-of-other",
        message=f"{name} acts for `{side}`, and stands in the delegation of `{party}`",
        span=span,
        severity=Severity.WARNING,
        labels=tuple(Label(place, "who does so too") for _, _, place in more),
        help=f"put it below `{side}:`, a line that may be lost above, or mend the person's `party`",
    )
