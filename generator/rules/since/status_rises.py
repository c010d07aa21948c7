"""`status-rises`: a status that rises through a new origin is looked at by somebody."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Fact
from generator.derive.dossier import Evidence
from generator.derive.origin import UNKNOWN_ORIGIN
from generator.diagnostics import Diagnostic, Label, Severity
from generator.rules.since.change import Change
from generator.source import Span

Rise = tuple[Fact, Fact, Evidence]
# How a key of a source lifts what rests on it.
THROUGH = {"origin": "through the origin", "text_of": "as the text of"}


def check(change: Change) -> Iterator[Diagnostic]:
    """Statements that count for more than before since a witness has another origin or author.

    One that is written anew may lift many, and is told once.
    """
    by_place: dict[tuple[str, Span], list[Rise]] = {}
    for id_, fact in change.after.facts.items():
        was = change.fact(id_)
        if was and was.status and fact.status and fact.status.weakness < was.status.weakness:
            new = [("origin", evidence) for evidence in _newly(change, was, fact)]
            for key, evidence in new or [("text_of", one) for one in _official(change, was, fact)]:
                place = (key, _written(evidence, key))
                by_place.setdefault(place, []).append((was, fact, evidence))
    yield from (rises(*place, found) for place, found in by_place.items())


def _newly(change: Change, was: Fact, fact: Fact) -> Iterator[Evidence]:
    """The first witness of each origin that none had before."""
    told = {UNKNOWN_ORIGIN, *(change.led(one.origin) for one in was.evidence if one.counts)}
    for evidence in fact.evidence:
        if evidence.counts and evidence.origin not in told:
            told.add(evidence.origin)
            yield evidence


def _official(change: Change, was: Fact, fact: Fact) -> Iterator[Evidence]:
    """The witnesses that are now taken for an authority's own text, and were not."""
    before = {one.witness: frozenset(map(change.led, one.official)) for one in was.evidence}
    for evidence in fact.evidence:
        # Who names another witness has somebody look at it anyway.
        known = before.get(change.witness(evidence.witness), evidence.official)
        if evidence.counts and evidence.official - known:
            yield evidence


def _written(evidence: Evidence, key: str) -> Span:
    """Where a key of a witness is written: with its quotation, else with its source."""
    places, own = evidence.source.places, ("quotes", evidence.key, key)
    return places.value(own if own in places.values else (key,))


def rises(key: str, span: Span, found: list[Rise]) -> Diagnostic:
    """What an origin or author lifts, told where it is written."""
    was, fact, _ = found[0]
    assert was.status and fact.status
    first = f"`{fact.id}` rises from {was.status.value} to {fact.status.value}"
    others = f", with {len(found) - 1} more," if len(found) > 1 else ""
    return Diagnostic(
        code="status-rises",
        message=f"{first}{others} {THROUGH[key]} `{span.text}`",
        span=span,
        severity=Severity.WARNING,
        labels=tuple(
            Label(one.located.key_span(), f"now {one.status.value}")
            for _, one, _ in found
            if one.status
        ),
        help="make sure that the words rest on knowledge of its own, and on nobody else's",
    )
