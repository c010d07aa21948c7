"""`status-rises`, `retracted-in-use`: what counts for more than before, or for nothing now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.changes.listing import Change, Changes
from generator.counting import counted
from generator.derive import Dossier, Fact, derive
from generator.derive.dossier import Evidence, Status
from generator.derive.origin import UNKNOWN_ORIGIN, publisher, stated_origin
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.briefing import Located, witness_parts
from generator.model.dates import PartialDate
from generator.model.record import Record
from generator.model.source import Quotation, Source
from generator.rules import points
from generator.rules.shared import QuotedStatement, parts
from generator.source import Span

Keys = tuple[str, ...]
Rise = tuple[Fact, Fact]
Place = tuple[str, Span, str]
# What lifts a status, by the key that differs.
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
ORIGIN: Keys = ("origin", "publisher", "counts", "retracted", "text_of", "form")
OFFICIAL: Keys = ("text_of", "form", *ORIGIN)
# What a quotation may state for itself.
OWN = ("origin", "text_of", "form")


def check(changes: Changes) -> Iterator[Diagnostic]:
    """Statements that count for more since a witness has another origin or author, place by place.

    What is written anew may lift many, and is reported once.
    """
    by_place: dict[Place, list[Rise]] = {}
    for one in changes.facts:
        if one.was and one.now and is_risen(one.was.grade, one.now.grade):
            for place in places(changes, one.was, one.now):
                by_place.setdefault(place, []).append((one.was, one.now))
    yield from (rises(*place, found) for place, found in by_place.items())


def is_risen(was: Status | None, now: Status | None) -> bool:
    """Whether a status is stronger than it was."""
    return bool(was and now and now.weakness < was.weakness)


def places(changes: Changes, was: Fact, now: Fact) -> Iterator[Place]:
    """What lifts a status, each with its place: origins, else authors, else a reason taken out."""
    found = [lifting(changes, one, ORIGIN) for one in with_new_origin(changes, was, now)] or [
        lifting(changes, one, OFFICIAL) for one in with_new_author(changes, was, now)
    ]
    yield from found
    # A dispute that ends is reported as that.
    if not found and was.lowered and not now.lowered and was.status is not Status.DISPUTED:
        yield "lowered", now.located.key_span(), was.lowered


def with_new_origin(changes: Changes, was: Fact, now: Fact) -> Iterator[Evidence]:
    """The first witness of each origin that none had before."""
    known = {
        UNKNOWN_ORIGIN,
        *(changes.pairing.led(one.origin) for one in was.evidence if one.counts),
    }
    for one in now.evidence:
        if one.counts and one.origin not in known:
            known.add(one.origin)
            yield one


def with_new_author(changes: Changes, was: Fact, now: Fact) -> Iterator[Evidence]:
    """The witnesses that are taken for an authority's own text now, and were not."""
    pairing = changes.pairing
    before = {one.witness: frozenset(map(pairing.led, one.official)) for one in was.evidence}
    for one in now.evidence:
        # Somebody looks at another witness anyway.
        known = before.get(pairing.witness(one.witness), one.official)
        if one.counts and one.official - known:
            yield one


def lifting(changes: Changes, one: Evidence, keys: Keys) -> Place:
    """The key by which a witness counts for more, with its place and what stands there.

    For a new witness that is its first key. Where nothing of the source differs, the body that it
    rests on belongs to another house.
    """
    was, head = changes.pairing.record(one.source), changes.head.briefing
    if was is None:
        return place_of(one, keys[0])
    assert isinstance(was.data, Source)
    old = was.data.quotation(witness_parts(changes.pairing.witness(one.witness))[1])
    for key in keys:
        if old and stated(was.data, old, key) != stated(one.publication, one.quote, key):
            return place_of(one, key)
    own = stated_origin(one.publication, one.quote)
    body = head.records.get(publisher(head, one.publication) if own == "own" else own)
    if old is None or body is None:
        return place_of(one, keys[0])
    return "house", body.places.value(("house",)), body.id


def stated(source: Source, quote: Quotation | None, key: str) -> object:
    """What a quotation says for a key, or else its source."""
    own = getattr(quote, key) if quote and key in OWN else None
    return own or getattr(source, key)


def place_of(one: Evidence, key: str) -> Place:
    """Where a key of a witness is written: with its quotation, else with its source."""
    values = one.source.places.values
    found = values.get(("quotes", one.key, key)) or values.get((key,))
    return (key, found, found.text) if found else (key, one.source.file.head, one.source.id)


def rises(key: str, span: Span, shown: str, found: list[Rise]) -> Diagnostic:
    """What an origin or author lifts."""
    was, now = found[0]
    assert was.grade and now.grade
    first = f"`{now.id}` rises from {was.grade.value} to {now.grade.value}"
    others = f", with {len(found) - 1} more," if len(found) > 1 else ""
    pairs = ((one.located.key_span(), one.grade) for _, one in found)
    return Diagnostic(
        code="status-rises",
        message=f"{first}{others} {THROUGH[key]} `{shown}`",
        span=span,
        severity=Severity.WARNING,
        labels=tuple(Label(at, f"now {status.value}") for at, status in pairs if status),
        help="make sure that the words rest on knowledge of its own, and on nobody else's",
    )


def check_retracted(changes: Changes) -> Iterator[Diagnostic]:
    """Sources that are retracted now and were not, with the statements that still rest on them."""
    for one in changes.records:
        source = is_retracted(one)
        if source and one.now and source.retracted:
            resting = sorted(resting_on(changes.head, one.now.id), key=place_in_file)
            day = source.retracted.on
            then = on_the_day(changes.head, day)
            if resting:
                found = in_use(changes, then, one.now, resting)
                # Until the edition is of that day, nothing has lost its ground.
                yield found if then is changes.head else to_come(found, one.now)


def is_retracted(one: Change[Record]) -> Source | None:
    """A source that is retracted now and was not."""
    old, new = (each.data if each else None for each in (one.was, one.now))
    if not isinstance(old, Source) or not isinstance(new, Source):
        return None
    return new if new.retracted and not old.retracted else None


def place_in_file(one: Located) -> tuple[str, int]:
    """Where a statement begins."""
    span = one.key_span()
    return span.file.path, span.start


def to_come(found: Diagnostic, record: Record) -> Diagnostic:
    """A retraction on a day after that of the edition."""
    day = Label(record.places.value(("retracted", "on")), "not before this day, after the edition")
    return replace(found, severity=Severity.WARNING, labels=(*found.labels, day))


def on_the_day(head: Dossier, day: PartialDate) -> Dossier:
    """The briefing as an edition of the day of a retraction, where that is later."""
    if day.is_unknown or day.first <= head.as_of:
        return head
    edition = head.briefing.edition.model_copy(update={"as_of": day, "coverage_end": day})
    return derive(replace(head.briefing, edition=edition), day.first)


def resting_on(head: Dossier, source: str) -> Iterator[Located]:
    """The statements that rest on a source."""
    for one in head.briefing.statements.values():
        if any(source in grounds(part) for part in parts(head.briefing, one)):
            yield one


def grounds(part: QuotedStatement) -> set[str]:
    """The sources of the quotations that something rests on; without any, all that it names."""
    named = [witness_parts(witness) for witness, _ in part.witnesses]
    return {source for source, key in named if key} or {source for source, _ in named}


def fallen(then: Dossier, resting: Iterable[Located]) -> set[str]:
    """The statements that are retracted with a source, and those computed from them."""
    gone = {one.id: one for one in then.facts.values() if one.grade is Status.RETRACTED}
    found = {one.id for one in resting} & gone.keys()
    while more := {id_ for id_ in gone.keys() - found if found.intersection(inputs(gone[id_]))}:
        found |= more
    return found


def inputs(fact: Fact) -> tuple[str, ...]:
    """What a statement is computed from."""
    return fact.computed.inputs if fact.computed else ()


def without_ground(then: Dossier, gone: set[str]) -> Iterator[Label]:
    """The texts of the brief and of charts that lost their ground, where they name it."""
    spans = {then.facts[id_].located.key_span() for id_ in gone}
    for one in points.point_rests(then):
        if one.labels and spans.issuperset(label.span for label in one.labels):
            yield Label(one.span, one.message)


def disputed(dossier: Dossier) -> set[str]:
    """The statements that are in dispute."""
    return {one.id for one in dossier.facts.values() if one.status is Status.DISPUTED}


def in_use(changes: Changes, then: Dossier, record: Record, resting: list[Located]) -> Diagnostic:
    """A source that is retracted while statements rest on it."""
    gone = fallen(then, resting)
    texts = tuple(without_ground(then, gone))
    ended = {*map(changes.pairing.led, disputed(changes.base))} - disputed(then)
    count = f"{counted(len(resting), 'statement')} rest{'s' if len(resting) == 1 else ''}"
    number = len({label.span.file.path for label in texts})
    also = f", with {counted(number, 'text')} of the brief or of charts" if texts else ""
    words = {
        one.id: "is disputed no more" if one.id in ended else "has others too" for one in resting
    }
    words |= dict.fromkeys(gone, "rests on it alone")
    first = sorted(resting, key=lambda one: one.id not in gone)
    return Diagnostic(
        code="retracted-in-use",
        message=f"`{record.id}` is retracted, and {count} on it{also}",
        span=record.places.key(("retracted",)),
        severity=Severity.ERROR if texts else Severity.WARNING,
        labels=(*texts, *(Label(one.key_span(), words[one.id]) for one in first)),
        help="let what rests on it alone stand as retracted, or give it another witness"
        + ("; rewrite the texts, or take them out" if texts else ""),
    )
