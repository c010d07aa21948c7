"""Key points, headlines and pages rest on what stands, and print what they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.calls import Call, references
from generator.derive.dossier import Fact, Status
from generator.derive.spans import subject
from generator.diagnostics import Diagnostic, Label
from generator.model.chart import Chart
from generator.model.point import KeyPoint
from generator.model.record import Record, of_model
from generator.near import SLIGHT, nearest
from generator.rules.mentions import PRINTING
from generator.rules.shared import labels
from generator.source import Span

Resting = KeyPoint | Chart
FALLEN = {Status.SUPERSEDED, Status.RETRACTED, Status.REJECTED}
HOLDS = "holds"


def resting(dossier: Dossier) -> Iterator[tuple[Record, Resting, tuple[Call, ...]]]:
    """Key points and charts with a text, and the calls in it."""
    for record in dossier.briefing.records.values():
        if isinstance(record.data, Resting) and record.prose:
            calls = tuple(call for span in record.prose for call in references(span))
            yield record, record.data, calls


def what(record: Record) -> str:
    """What a record's prose is called."""
    return "headline" if isinstance(record.data, Chart) else "key point"


def point_rests(dossier: Dossier) -> Iterator[Diagnostic]:
    """Texts that rest on nothing, on what has stepped aside, or pass over a dispute."""
    for record, data, calls in resting(dossier):
        if not data.rests and not getattr(data, "latest", None):
            yield Diagnostic(
                "point-rests",
                f"the {what(record)} `{record.id}` rests on nothing",
                record.places.key(("rests",)),
                help="name the statements without which it would not stand",
            )
        named = [(id_, record.places.value(("rests", at))) for at, id_ in enumerate(data.rests)]
        named += [(c.id, c.span) for c in calls if c.function == "fact" and c.id not in data.rests]
        # A link says that its statement is disputed, for which every sentence has room.
        shown = {call.id for call in calls if call.function in (*PRINTING, "link")}
        for id_, span in named:
            fact = dossier.facts.get(id_)
            if fact and fact.grade in FALLEN:
                yield _fallen(record, fact, span)
            elif fact and fact.status is Status.DISPUTED and id_ not in shown:
                yield _passed_over(record, fact, span)


def _fallen(record: Record, fact: Fact, span: Span) -> Diagnostic:
    status = fact.grade.value if fact.grade else ""
    by = [id_ for stance in fact.stances if stance.aside for id_ in stance.aside.by]
    places, path = fact.record.places, (*fact.located.path, status)
    return Diagnostic(
        "point-rests",
        f"the {what(record)} rests on `{fact.id}`, which is {status}",
        span,
        labels=(Label(places.keys.get(path, fact.located.key_span()), f"{status} here"),),
        help=f"rest it on `{by[0]}`" if by else f"rewrite the {what(record)}, or take it out",
    )


def _passed_over(record: Record, fact: Fact, span: Span) -> Diagnostic:
    return Diagnostic(
        "point-rests",
        f"the {what(record)} rests on `{fact.id}`, which is disputed, and does not mention it",
        span,
        labels=(Label(fact.located.key_span("positions"), "its positions"),),
        help=f'write `{{{{ fact("{fact.id}") }}}}` in the text, or `link(…)`',
    )


def ground_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Key points and headlines that print a statement which is none of their ground."""
    for record, data, calls in resting(dossier):
        shown = [call for call in calls if call.function in PRINTING]
        if holds := getattr(data, HOLDS, None):
            shown.append(Call(HOLDS, holds, record.places.value((HOLDS,))))
        missing = [
            call
            for call in shown
            if call.id in dossier.briefing.statements
            and not any(is_ground(call.id, one) for one in data.rests)
        ]
        if missing and data.rests:
            first, *others = {call.id: call for call in reversed(missing)}.values()
            unprinted = [one for one in data.rests if one not in {call.id for call in shown}]
            near = nearest(first.id, unprinted, SLIGHT)
            yield Diagnostic(
                "ground-missing",
                f"the {what(record)} prints `{first.id}`, and does not rest on it",
                first.span,
                labels=labels("nor on this", (one.span for one in others)),
                help=f"{f'print `{near}`, or ' if near else ''}add `{first.id}` to `rests`",
            )


def is_ground(id_: str, ground: str) -> bool:
    """Whether a statement is what a text rests on, or one of the two stands in the other."""
    return f"{id_}.".startswith(f"{ground}.") or ground.startswith(f"{id_}.")


def state_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """States that prose, the strip or a chart asks for of statements that have none."""
    for id_, span in _asked(dossier):
        fact = dossier.facts.get(id_)
        if fact and not fact.held:
            yield _stateless(id_, span)
    for record, chart in of_model(dossier.briefing.of_kind("chart"), Chart):
        for key, bar in chart.spans.items():
            fact = dossier.facts.get(bar.of)
            if fact and subject(fact) is None:
                yield _stateless(bar.of, record.places.value(("spans", key, "of")))


def _asked(dossier: Dossier) -> Iterator[tuple[str, Span]]:
    briefing = dossier.briefing
    spans = [page.span(0, len(page.text)) for page in briefing.pages]
    spans += [span for record in briefing.of_kind("point") for span in record.prose]
    for span in spans:
        yield from ((call.id, call.span) for call in references(span) if call.function == "state")
    for record in briefing.of_kind("point"):
        if holds := getattr(record.data, HOLDS, None):
            yield holds, record.places.value((HOLDS,))


def _stateless(id_: str, span: Span) -> Diagnostic:
    return Diagnostic(
        "state-missing",
        f"`{id_}` has no state",
        span,
        help="a state stands on the `in-force` of an agreement, measure or part, on each term, and "
        "on the `announced` of a measure of which no first day is known",
    )
