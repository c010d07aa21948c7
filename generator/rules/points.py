"""Key points, headlines and pages rest on what stands, and print what they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.calls import REFERRING, Call, references
from generator.derive.dossier import Fact, Status
from generator.derive.lanes import subject
from generator.diagnostics import Diagnostic, Label
from generator.model.chart import Chart
from generator.model.points import KeyPoint
from generator.model.record import Record, of_model
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
        referred = [(call.id, call.span) for call in calls if call.function in REFERRING]
        named = [(id_, record.places.value(("rests", at))) for at, id_ in enumerate(data.rests)]
        named += [(id_, span) for id_, span in referred if id_ not in data.rests]
        if not (named or getattr(data, HOLDS, None) or getattr(data, "latest", None)):
            yield Diagnostic(
                "point-rests",
                f"the {what(record)} `{record.id}` rests on nothing",
                record.prose[0],
                help="print a statement with `fact`, or name what it is drawn from in `rests`",
            )
        # A link says that its statement is disputed, for which every sentence has room.
        shown = {id_ for id_, _ in referred}
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
