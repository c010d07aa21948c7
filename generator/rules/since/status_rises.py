"""`status-rises`: a status that rises through a new origin is looked at by somebody."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier, Fact
from generator.derive.dossier import Evidence
from generator.derive.origin import UNKNOWN_ORIGIN
from generator.diagnostics import Diagnostic, Label, Severity
from generator.source import Span

Rise = tuple[Fact, Fact, Evidence]


def check(before: Dossier, after: Dossier) -> Iterator[Diagnostic]:
    """Statements that count for more than before since a witness has another origin.

    One origin that is written anew may lift many, and is told once.
    """
    by_place: dict[Span, list[Rise]] = {}
    for id_, fact in after.facts.items():
        was = before.facts.get(id_)
        if was and was.status and fact.status and fact.status.weakness < was.status.weakness:
            for evidence in _newly(fact, {e.origin for e in was.evidence if e.counts}):
                by_place.setdefault(_written(evidence), []).append((was, fact, evidence))
    yield from (rises(span, found) for span, found in by_place.items())


def _newly(fact: Fact, origins: set[str]) -> Iterator[Evidence]:
    """The first witness of each origin that none had before."""
    told = {*origins, UNKNOWN_ORIGIN}
    for evidence in fact.evidence:
        if evidence.counts and evidence.origin not in told:
            told.add(evidence.origin)
            yield evidence


def _written(evidence: Evidence) -> Span:
    """Where the origin of a witness is written: with its quotation, else with its source."""
    places, own = evidence.source.places, ("quotes", evidence.key, "origin")
    return places.value(own if own in places.values else ("origin",))


def rises(span: Span, found: list[Rise]) -> Diagnostic:
    """What an origin lifts, told where it is written."""
    was, fact, _ = found[0]
    assert was.status and fact.status
    first = f"`{fact.id}` rises from {was.status.value} to {fact.status.value}"
    others = f", with {len(found) - 1} more," if len(found) > 1 else ""
    return Diagnostic(
        code="status-rises",
        message=f"{first}{others} through the origin `{span.text}`",
        span=span,
        severity=Severity.WARNING,
        labels=tuple(
            Label(one.located.key_span(), f"now {one.status.value}")
            for _, one, _ in found
            if one.status
        ),
        help="make sure that the words rest on knowledge of its own, and on nobody else's",
    )
