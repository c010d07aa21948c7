"""`point-rests`: key points and headlines rest on what stands, and pass over no dispute."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from itertools import chain

from generator.derive import Dossier, Fact
from generator.derive.blocks import Call, references
from generator.derive.dossier import Status
from generator.diagnostics import Diagnostic, Label
from generator.model.chart import Chart
from generator.model.point import KeyPoint
from generator.model.record import Record

Resting = KeyPoint | Chart
# What prints a statement, also with a brace or quote lost, which is told there.
LOOSE = re.compile(r"\b(fact|state|link)\s*\(\s*\W?([\w.-]*\w)")
FALLEN = {Status.SUPERSEDED, Status.RETRACTED, Status.REJECTED}


@dataclass(frozen=True, slots=True)
class Fallen(Diagnostic):
    """A text that rests on what has stepped aside."""

    facts: tuple[Fact, ...] = field(kw_only=True, compare=False, repr=False)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Texts without ground; those that one retracted source took it from, at that source."""
    by_source: dict[str, list[Fallen]] = {}
    for one in by_text(dossier):
        source = source_of(dossier, one) if isinstance(one, Fallen) else ""
        if isinstance(one, Fallen) and source:
            by_source.setdefault(source, []).append(one)
        else:
            yield one
    for source, several in by_source.items():
        if len({one.span.file.path for one in several}) > 1:
            yield withdrawn(dossier.briefing.records[source], several)
        else:
            yield from several


def source_of(dossier: Dossier, one: Fallen) -> str:
    """The retracted source without which all that a text rests on would stand; empty for none."""
    lost = [takers(dossier, fact) for fact in one.facts]
    return next((id_ for id_ in lost[0] if all(id_ in others for others in lost)), "")


def takers(dossier: Dossier, fact: Fact) -> tuple[str, ...]:
    """The retracted sources that a fact fell with, or one that it is computed from did."""
    is_own = any(content.retracted for _, content in fact.statement.contents())
    if fact.status is not Status.RETRACTED or is_own:
        return ()
    own = [one for stance in fact.stances for one in stance.evidence if one.publication.retracted]
    inputs = fact.computed.inputs if fact.computed else ()
    below = (takers(dossier, dossier.facts[id_]) for id_ in inputs if id_ in dossier.facts)
    return (*dict.fromkeys(one.source.id for one in own), *chain.from_iterable(below))


def withdrawn(record: Record, several: list[Fallen]) -> Diagnostic:
    """A retracted source that takes the ground from several texts."""
    number = len({one.span.file.path for one in several})
    return Diagnostic(
        code="point-rests",
        message=f"`{record.id}` is retracted, and takes the ground from {number} texts of the "
        "brief or of charts",
        span=record.places.key(("retracted",)),
        labels=tuple(Label(one.span, one.message) for one in several),
        help="rewrite the texts or take them out, or give what they rest on another witness",
    )


def by_text(dossier: Dossier) -> Iterator[Diagnostic]:
    """Key points and headlines without ground, by what they name and what they print."""
    for record in dossier.briefing.records.values():
        if not isinstance(record.data, Resting) or not record.prose:
            continue
        calls = [call for span in record.prose for call in references(span)]
        if not record.data.rests and not getattr(record.data, "latest", None):
            yield groundless(record)
        loose = [
            Call(one, id_, span) for span in record.prose for one, id_ in LOOSE.findall(span.text)
        ]
        yield from _rests(dossier, record, _meant(dossier, record.data, [*calls, *loose]))
        yield from _printed(dossier, record, [c for c in calls if c.function == "fact"])


def _meant(dossier: Dossier, point: Resting, calls: Iterable[Call]) -> set[str]:
    """What the text prints, also where its id or `fact` itself is misspelt, which is told there."""
    # A link says that its statement is disputed, which is all that one sentence has room for.
    is_state = isinstance(point, KeyPoint) and point.role == "state"
    silent = {"name"} if is_state else {"name", "link"}
    ids = {call.id for call in calls if call.function not in silent}
    unknown = ids - dossier.briefing.statements.keys()
    slips = (near for id_ in unknown for near in get_close_matches(id_, point.rests, n=1))
    return ids.union(slips)


def _rests(dossier: Dossier, record: Record, printed: set[str]) -> Iterator[Diagnostic]:
    assert isinstance(record.data, Resting)
    gone: list[Fallen] = []
    for index, id_ in enumerate(record.data.rests):
        fact = dossier.facts.get(id_)
        call = Call("fact", id_, record.places.value(("rests", index)))
        if fact and fact.status in FALLEN:
            gone.append(fallen(fact, call, record))
        elif fact and fact.status is Status.DISPUTED and id_ not in printed:
            yield passed_over(fact, call, record)
    if gone:
        yield together(gone)


def together(found: list[Fallen]) -> Fallen:
    """What one text has lost, told at the first: most often one source took all of it along."""
    first, *others = found
    if not others:
        return first
    labels = (label for one in found for label in one.labels)
    told = f"{first.message}, and on {len(others)} more that have stepped aside"
    facts = tuple(fact for one in found for fact in one.facts)
    return replace(first, message=told, labels=tuple(labels), facts=facts)


def _printed(dossier: Dossier, record: Record, calls: list[Call]) -> Iterator[Diagnostic]:
    assert isinstance(record.data, Resting)
    for call in calls:
        fact = dossier.facts.get(call.id)
        if fact and fact.status in FALLEN and call.id not in record.data.rests:
            yield fallen(fact, call, record)


def what(record: Record) -> str:
    """What a record's prose is called."""
    return "headline" if isinstance(record.data, Chart) else "key point"


def groundless(record: Record) -> Diagnostic:
    """A key point that nothing bears out."""
    return Diagnostic(
        code="point-rests",
        message=f"the {what(record)} `{record.id}` rests on nothing",
        span=record.places.key(("rests",)),
        help="name the statements without which it would not stand",
    )


def fallen(fact: Fact, call: Call, record: Record) -> Fallen:
    """A statement that has stepped aside since."""
    assert fact.status
    places, path = fact.located.record.places, (*fact.located.path, fact.status.value)
    by = [id_ for stance in fact.stances if stance.aside for id_ in stance.aside.by]
    return Fallen(
        code="point-rests",
        message=f"the {what(record)} rests on `{fact.id}`, which is {fact.status.value}",
        span=call.span,
        labels=(
            Label(places.keys.get(path, fact.located.key_span()), f"{fact.status.value} here"),
        ),
        help=f"rest it on `{by[0]}`" if by else f"rewrite the {what(record)}, or take it out",
        facts=(fact,),
    )


def passed_over(fact: Fact, call: Call, record: Record) -> Diagnostic:
    """A dispute that the reader of the point would not see."""
    return Diagnostic(
        code="point-rests",
        message=f"the {what(record)} rests on `{fact.id}`, which is disputed, "
        "and does not print it",
        span=call.span,
        labels=(Label(fact.located.key_span("positions"), "its positions"),),
        help=f'write `{{{{ fact("{fact.id}") }}}}` in the text: it prints every position',
    )
