"""Charts draw at least two figures, counted alike, on days that statements give."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from generator.derive import Dossier
from generator.derive.charts import periods
from generator.derive.computed import unit_of
from generator.derive.sure import starts
from generator.diagnostics import Diagnostic, Label
from generator.model.briefing import Briefing, Located
from generator.model.chart import Chart, Line
from generator.model.comparison import Entry
from generator.model.record import Path, Record
from generator.source import Span

# What a figure has to have in common with the others on one scale.
ALIKE = ("unit", "category", "reporter")
Drawn = list[tuple[Path, Located]]


def charts(dossier: Dossier) -> Iterator[tuple[Record, Chart]]:
    """Every chart with its own keys."""
    for record in dossier.briefing.of_kind("chart"):
        assert isinstance(record.data, Chart)
        yield record, record.data


def chart_day(dossier: Dossier) -> Iterator[Diagnostic]:
    """Steps, and figures to compare, that begin on no day; a line may begin with one."""
    for record, chart in charts(dossier):
        for key, line in chart.lines.items():
            yield from of_line(dossier.briefing, record, key, line)
    for record in dossier.briefing.of_kind("comparison"):
        for path, model in record.models:
            if isinstance(model, Entry):
                for key, id_ in (("since", model.since), ("until", model.until)):
                    yield from undated(dossier.briefing, record, (*path, key), id_)


def of_line(briefing: Briefing, record: Record, key: str, line: Line) -> Iterator[Diagnostic]:
    """The steps of one line without their days."""
    path = ("lines", key, "steps")
    without = [name for name, step in line.steps.items() if not step.since]
    for name in without[1:]:
        span = record.places.key((*path, name))
        yield dayless(span, f"`{name}` has no `since`, and neither has `{without[0]}`")
    for name, step in line.steps.items():
        yield from undated(briefing, record, (*path, name, "since"), step.since)


def undated(
    briefing: Briefing, record: Record, path: Path, id_: str | None
) -> Iterator[Diagnostic]:
    """A statement that is named for its day, and gives none."""
    found = briefing.statements.get(id_ or "")
    if found and not any(starts(content) for _, content in found.statement.contents()):
        yield dayless(record.places.value(path), f"`{id_}` names no first day")


def dayless(span: Span, message: str) -> Diagnostic:
    """What nothing gives the beginning of."""
    return Diagnostic(
        code="chart-day",
        message=message,
        span=span,
        help="name an act with `from` or a statement whose value is a date; where the first day is "
        "not held, leave `since` out",
    )


def keys_of(briefing: Briefing, series: str) -> list[str]:
    """The keys of the figures of a series."""
    record = briefing.records.get(series)
    paths = (path for path, _ in record.statements.values()) if record else ()
    return [str(path[-1]) for path in paths if path[:1] == ("points",)]


def chart_units(dossier: Dossier) -> Iterator[Diagnostic]:
    """Scales on which units, categories or reporters differ, and shares not in per cent."""
    for record, chart in charts(dossier):
        for at, series in enumerate(chart.series if chart.form == "shares" else ()):
            ids = (f"{series}.points.{key}" for key in keys_of(dossier.briefing, series))
            odd = [id_ for id_ in ids if unit_of(dossier.briefing.statements[id_]) != "%"]
            if odd:
                yield mixed(record, ("series", at), f"shares are in `%`, and `{odd[0]}` is not")
        for drawn in scales(dossier.briefing, chart):
            first = drawn[0][1] if drawn else None
            for path, one in drawn[1:]:
                key = next((key for key in ALIKE if first and of(first, key) != of(one, key)), "")
                if first and key:
                    message = (
                        f"one scale would hold `{first.id}` and `{one.id}`, of another `{key}`"
                    )
                    yield mixed(record, path, f"{message}: `{of(first, key)}`, `{of(one, key)}`")
                    break


def scales(briefing: Briefing, chart: Chart) -> Iterator[Drawn]:
    """What is drawn on each scale, with the places in the chart that name it."""
    known = briefing.statements
    endings = ("", f"-{chart.change}") if chart.change else ("",)
    for series, ending in product(chart.series if chart.form == "bars" else (), endings):
        months = periods(keys_of(briefing, series), ending)
        yield [(("series",), known[f"{series}.points.{month}{ending}"]) for month in months]
    for key, line in chart.lines.items():
        steps = ((("lines", key, "steps", name, "rate"), s.rate) for name, s in line.steps.items())
        yield [(path, known[rate]) for path, rate in steps if rate in known]


def of(located: Located, key: str) -> str:
    """The unit of a figure, what it is of or who counted it; its own, else its series'."""
    own = getattr(located.statement, key, None) or getattr(located.record.data, key, None)
    return str((unit_of(located) if key == "unit" else own) or "none")


def mixed(record: Record, path: Path, message: str) -> Diagnostic:
    """A figure that does not belong on the scale of the others."""
    return Diagnostic(
        code="chart-units",
        message=message,
        span=record.places.value(path),
        labels=(Label(record.places.key(("form",)), "the form"),),
        help="draw what is counted alike; what is not is another series, another line or form",
    )
