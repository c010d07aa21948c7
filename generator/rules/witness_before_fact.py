"""`witness-before-fact`: nobody reports what has not happened yet; plans and forecasts may."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.dossier import Dossier
from generator.diagnostics import Diagnostic, Label
from generator.link import Briefing, Located, witness_parts
from generator.model.dates import PartialDate, in_words
from generator.model.measure import Measure
from generator.model.person import Office
from generator.model.record import Path
from generator.model.round import Round
from generator.model.source import Source
from generator.model.statement import Attending, Content, Position
from generator.source import Span

# What an order or agreement sets for a later day is a plan, however certain.
PLANNED = {"in-force", "expires", "announced"}


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every counted witness published wholly before the day that its statement tells of."""
    briefing = dossier.briefing
    for located in briefing.statements.values():
        for path, content in located.statement.contents():
            happened = _happened(briefing, located, content)
            if happened:
                yield from _early(briefing, (located, path), content, happened)


def _early(
    briefing: Briefing,
    place: tuple[Located, tuple[str, ...]],
    content: Content,
    happened: tuple[PartialDate, Path],
) -> Iterator[Diagnostic]:
    located, path = place
    witnesses = content.witnesses if isinstance(content, Position) else located.statement.witnesses
    for index, witness in enumerate(witnesses):
        source = briefing.source(witness)
        quoted = briefing.quotation(witness) is not None
        if source and quoted and source.published.last < happened[0].first:
            span = located.span(*path, "witnesses", index)
            yield early(briefing, (span, witness), located, happened)


def _happened(
    briefing: Briefing, located: Located, content: Content
) -> tuple[PartialDate, Path] | None:
    """The first day on which it can have happened, with its place; None for plans."""
    if content.does or located.statement.nature == "forecast":
        return None
    if isinstance(located.statement, Attending):
        return _round_date(briefing, located, content)
    if isinstance(located.statement, Office) and content.from_:
        return content.from_, (*located.path, "from")
    if content.period and content.value and not isinstance(located.record.data, Measure):
        return content.period, (*located.path, "period")
    dated = content.value.date if content.value else None
    if dated and located.path and located.path[-1] not in PLANNED:
        return dated, (*located.path, "value")
    return None


def _round_date(
    briefing: Briefing, located: Located, content: Content
) -> tuple[PartialDate, Path] | None:
    held = briefing.statements.get(f"{located.record.id}.date")
    value = held.statement.value if held else None
    if content.attendance != "present" or not isinstance(located.record.data, Round):
        return None
    return (value.date, ("date", "value")) if value and value.date else None


def early(
    briefing: Briefing,
    found: tuple[Span, str],
    located: Located,
    happened: tuple[PartialDate, Path],
) -> Diagnostic:
    """A witness that came too soon."""
    span, witness = found
    source = briefing.records[witness_parts(witness)[0]]
    assert isinstance(source.data, Source)
    return Diagnostic(
        code="witness-before-fact",
        message=f"`{witness}` was published on {in_words(source.data.published)}, "
        f"before what it reports, {in_words(happened[0])}",
        span=span,
        labels=(
            Label(located.record.places.value(happened[1]), "what it reports"),
            Label(source.places.value(("published",)), "published"),
        ),
        help="one of the dates is wrong, or the witness told of a plan",
    )
