"""`chart-day`: a step, or a figure to compare, begins on a day that a statement names."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.sure import starts
from generator.diagnostics import Diagnostic, Label
from generator.link import Located
from generator.model.chart import Chart, Line
from generator.model.comparison import Entry
from generator.model.record import Path, Record
from generator.rules.act_without_day import reasons
from generator.source import Span

# What names the day.
DAYS = ("from", "value")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Steps without a day, but for the one that a line may begin with."""
    for record, path, line in lines(dossier):
        yield from second(record, path, line)
    known = dossier.briefing.as_read.statements
    undated: dict[str, list[Span]] = {}
    for record, path, id_ in (*days_drawn(dossier), *days_compared(dossier)):
        found = known.get(id_)
        if found and is_dayless(found):
            undated.setdefault(id_, []).append(record.places.value(path))
    yield from (dayless(known[id_], spans) for id_, spans in undated.items())


def is_dayless(located: Located) -> bool:
    """Whether a statement names no day, and none that could not be read."""
    contents = located.statement.contents()
    may_have = any(located.may_have(*path, key) for path, _ in contents for key in DAYS)
    return not may_have and not any(starts(content) for _, content in contents)


def days_drawn(dossier: Dossier) -> Iterator[tuple[Record, Path, str]]:
    """What steps name for the days that they begin on."""
    for record, path, line in lines(dossier):
        named = ((key, step.since) for key, step in line.steps.items())
        yield from ((record, (*path, key, "since"), id_) for key, id_ in named if id_)


def days_compared(dossier: Dossier) -> Iterator[tuple[Record, Path, str]]:
    """What figures to compare name for the days from and until which they held."""
    for record in dossier.briefing.of_kind("comparison"):
        for path, model in record.models:
            if isinstance(model, Entry):
                named = (("since", model.since), ("until", model.until))
                yield from ((record, (*path, key), id_) for key, id_ in named if id_)


def lines(dossier: Dossier) -> Iterator[tuple[Record, Path, Line]]:
    """The lines of all charts with the place of their steps."""
    for record in dossier.briefing.of_kind("chart"):
        assert isinstance(record.data, Chart)
        for key, line in record.data.lines.items():
            yield record, ("lines", key, "steps"), line


def dayless(located: Located, spans: list[Span]) -> Diagnostic:
    """Steps or figures that nothing tells the beginning of."""
    first, *others = spans
    counted = f", and {len(spans)} places ask for it" if others else ""
    return Diagnostic(
        code="chart-day",
        message=f"`{located.id}` names no first day{counted}",
        span=first,
        labels=(
            *(Label(span, "asked for here too") for span in others),
            *(Label(span, "the reason for its day") for span in reasons(located)),
        ),
        help="name an act with `from` or a statement whose value is a date; where the first day is "
        "not held, leave `since` out",
    )


def second(record: Record, path: Path, line: Line) -> Iterator[Diagnostic]:
    """Steps beyond the first that have no beginning: nobody knows which of them came first."""
    first, *others = [key for key, step in line.steps.items() if not step.since] or [""]
    for key in others:
        yield Diagnostic(
            code="chart-day",
            message=f"`{key}` has no `since`, and neither has `{first}`",
            span=record.places.key((*path, key)),
            labels=(Label(record.places.key((*path, first)), "the first without"),),
            help="add `since:`, the act or date that begins it",
        )
