"""`state-missing`: only of what can be suspended or ended is it told what holds on the day."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.blocks import references
from generator.derive.dossier import Fact
from generator.derive.holding import whole_of
from generator.derive.spans import subject
from generator.diagnostics import Diagnostic
from generator.model.chart import Chart
from generator.model.point import KeyPoint
from generator.model.statement import Act
from generator.rules.said import is_sound
from generator.rules.says_nothing import is_mute
from generator.source import Span


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """States that prose, the strip or a chart asks for of statements that have none."""
    for id_, span in asked(dossier):
        fact = dossier.facts.get(id_)
        # Of what says nothing it is told that it does.
        is_due = fact and is_sound(dossier.briefing, fact.record.id) and not is_silent(fact)
        if fact and is_due and not fact.held and not is_deedless(fact):
            yield stateless(id_, span, whole_of(dossier, fact.record.id))
    for record in dossier.briefing.of_kind("chart"):
        assert isinstance(record.data, Chart)
        for key, bar in record.data.spans.items():
            fact = dossier.facts.get(bar.of)
            is_whole = fact is not None and is_sound(dossier.briefing, fact.record.id)
            if fact and is_whole and subject(fact) is None and not is_deedless(fact):
                yield stateless(bar.of, record.places.value(("spans", key, "of")))


def is_silent(fact: Fact) -> bool:
    """Whether a statement says nothing of which a state could follow."""
    located = fact.located
    return any(is_mute(located, path, one) for path, one in located.statement.contents())


def is_deedless(fact: Fact) -> bool:
    """Whether an act does not say what it does, which is told of it."""
    is_act = isinstance(fact.statement, Act)
    return is_act and any(not one.does for _, one in fact.statement.contents())


def asked(dossier: Dossier) -> Iterator[tuple[str, Span]]:
    """Every statement whose state is to be printed."""
    for page in dossier.briefing.pages:
        yield from states_in(page.span(0, len(page.text)))
    for record in dossier.briefing.of_kind("point"):
        assert isinstance(record.data, KeyPoint)
        for key in record.data.prose:
            yield from states_in(record.places.value((key,)))
        if record.data.holds:
            yield record.data.holds, record.places.value(("holds",))


def states_in(span: Span) -> Iterator[tuple[str, Span]]:
    """The states that a template prints."""
    return ((call.id, call.span) for call in references(span) if call.function == "state")


def stateless(id_: str, span: Span, whole: Fact | None = None) -> Diagnostic:
    """A statement of which nothing can be said to hold; `whole` has the state of its record."""
    general = (
        "a state stands on the `in-force` of an agreement, measure or part, on each term, and on "
        "the `announced` of a measure of which no first day is known"
    )
    return Diagnostic(
        code="state-missing",
        message=f"`{id_}` has no state",
        span=span,
        help=f"what holds of the whole stands on `{whole.id}`; {general}" if whole else general,
    )
