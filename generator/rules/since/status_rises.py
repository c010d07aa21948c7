"""`status-rises`: a status that rises through a new origin is looked at by somebody."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier, Fact
from generator.derive.dossier import Evidence
from generator.derive.origin import UNKNOWN_ORIGIN
from generator.diagnostics import Diagnostic, Label, Severity


def check(before: Dossier, after: Dossier) -> Iterator[Diagnostic]:
    """Statements that count for more than before since a witness has another origin."""
    for id_, fact in after.facts.items():
        was = before.facts.get(id_)
        if was and was.status and fact.status and fact.status.weakness < was.status.weakness:
            origins = {e.origin for e in was.evidence if e.counts}
            for evidence in _newly(fact, origins):
                yield rises(was, fact, evidence)


def _newly(fact: Fact, origins: set[str]) -> Iterator[Evidence]:
    """The first witness of each origin that none had before."""
    told = {*origins, UNKNOWN_ORIGIN}
    for evidence in fact.evidence:
        if evidence.counts and evidence.origin not in told:
            told.add(evidence.origin)
            yield evidence


def rises(was: Fact, fact: Fact, evidence: Evidence) -> Diagnostic:
    """A statement, told where the origin is written."""
    assert was.status and fact.status
    places, own = evidence.source.places, ("quotes", evidence.key, "origin")
    path = own if own in places.values else ("origin",)
    return Diagnostic(
        code="status-rises",
        message=f"`{fact.id}` rises from {was.status.value} to {fact.status.value} through the "
        f"origin `{evidence.origin}`",
        span=places.value(path),
        severity=Severity.WARNING,
        labels=(Label(fact.located.key_span(), f"now {fact.status.value}"),),
        help="make sure that the words rest on knowledge of its own, and on nobody else's",
    )
