"""`status-rises`: a status that rises through a new origin is looked at by somebody."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Fact
from generator.derive.dossier import Evidence, Status
from generator.derive.origin import UNKNOWN_ORIGIN, publisher, stated_origin
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import witness_parts
from generator.model.source import Quotation, Source
from generator.rules.since.change import Change
from generator.source import Span

Rise = tuple[Fact, Fact]
# What lifts a status, by the key that is other than before.
THROUGH = {
    "origin": "through the origin",
    "text_of": "as the text of",
    "form": "as words that are",
    "publisher": "through the publisher",
    "counts": "as it counts now:",
    "retracted": "as it is not taken back:",
    "house": "through the house of",
    "lowered": "without its `lowered`:",
}
Keys = tuple[str, ...]
ORIGIN: Keys = ("origin", "publisher", "counts", "retracted", "text_of", "form")
OFFICIAL: Keys = ("text_of", "form", *ORIGIN)
OWN = {"origin", "text_of", "form"}


def check(change: Change) -> Iterator[Diagnostic]:
    """Statements that count for more than before since a witness has another origin or author.

    What is written anew may lift many, and is told once.
    """
    by_place: dict[tuple[str, Span, str], list[Rise]] = {}
    for was, fact in risen(change):
        for place in places(change, was, fact):
            by_place.setdefault(place, []).append((was, fact))
    yield from (rises(*place, found) for place, found in by_place.items())


def places(change: Change, was: Fact, fact: Fact) -> Iterator[tuple[str, Span, str]]:
    """What lifts a status, each with its place: origins, else authors, else a reason taken out."""
    found = [lifting(change, one, ORIGIN) for one in _newly(change, was, fact)] or [
        lifting(change, one, OFFICIAL) for one in _official(change, was, fact)
    ]
    yield from found
    # A dispute that ends is told as that.
    is_missed = was.lowered and not fact.lowered and was.status is not Status.DISPUTED
    if not found and is_missed:
        yield "lowered", fact.located.key_span(), was.lowered


def risen(change: Change) -> Iterator[Rise]:
    """Statements whose status is stronger than it was."""
    for id_, fact in change.after.facts.items():
        was = change.fact(id_)
        if was and was.status and fact.status and fact.status.weakness < was.status.weakness:
            yield was, fact


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


def lifting(change: Change, evidence: Evidence, keys: Keys) -> tuple[str, Span, str]:
    """The key by which a witness counts for more, with its place and what stands there.

    That of a new witness is its first. Where nothing of the source is other than before, the body
    that it rests on belongs to another house.
    """
    was = change.record(evidence.source)
    if was is None:
        return keys[0], *_written(evidence, keys[0])
    assert isinstance(was.data, Source)
    quote = was.data.quotation(witness_parts(change.witness(evidence.witness))[1])
    for key in keys:
        if quote and has(was.data, quote, key) != has(evidence.publication, evidence.quote, key):
            return key, *_written(evidence, key)
    body = change.after.briefing.records.get(house_of(change, evidence))
    if quote is None or body is None:
        return keys[0], *_written(evidence, keys[0])
    return "house", body.places.value(("house",)), body.id


def has(source: Source, quote: Quotation | None, key: str) -> object:
    """What a source says for a key, or a quotation for itself."""
    own = getattr(quote, key) if quote and key in OWN else None
    return own or getattr(source, key)


def house_of(change: Change, evidence: Evidence) -> str:
    """The body whose house a witness counts for."""
    stated = stated_origin(evidence.publication, evidence.quote)
    return publisher(change.after.briefing, evidence.publication) if stated == "own" else stated


def _written(evidence: Evidence, key: str) -> tuple[Span, str]:
    """Where a key of a witness is written: with its quotation, else with its source."""
    places, own = evidence.source.places, ("quotes", evidence.key, key)
    found = places.values.get(own) or places.values.get((key,))
    return (found, found.text) if found else (places.file.head, evidence.source.id)


def rises(key: str, span: Span, shown: str, found: list[Rise]) -> Diagnostic:
    """What an origin or author lifts, told where it is written."""
    was, fact = found[0]
    assert was.status and fact.status
    first = f"`{fact.id}` rises from {was.status.value} to {fact.status.value}"
    others = f", with {len(found) - 1} more," if len(found) > 1 else ""
    return Diagnostic(
        code="status-rises",
        message=f"{first}{others} {THROUGH[key]} `{shown}`",
        span=span,
        severity=Severity.WARNING,
        labels=tuple(
            Label(one.located.key_span(), f"now {one.status.value}")
            for _, one in found
            if one.status
        ),
        help="make sure that the words rest on knowledge of its own, and on nobody else's",
    )
