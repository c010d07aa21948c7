"""`chart-empty`: a chart has at least two figures to draw (a warning)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.charts import LEAST, periods
from generator.diagnostics import Diagnostic, Severity
from generator.link import Briefing
from generator.model.chart import NEEDS, Chart
from generator.model.record import Record

# A share has the hundred to be held against.
NEEDED = {"shares": 1}
THINGS = {"spans": "bar", "lanes": "record"}
MORE = {"steps": "steps with a `rate`", "spans": "another under `spans`", "lanes": "lanes"}


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Charts of a series or of steps in which there is next to nothing."""
    for record in dossier.briefing.of_kind("chart"):
        assert isinstance(record.data, Chart)
        for series, number in counts(dossier.briefing, record):
            if number < NEEDED.get(record.data.form, LEAST):
                yield empty(record, series, number)


def counts(briefing: Briefing, record: Record) -> Iterator[tuple[str, int]]:
    """How many figures there are, by series; one that is missing is told of elsewhere."""
    chart = record.data
    assert isinstance(chart, Chart)
    if chart.form == "lanes":
        yield "", sum(record.kind in chart.kinds for record in briefing.records.values())
    if chart.form == "spans":
        yield "", len(chart.spans)
    if chart.form == "steps":
        steps = (step for line in chart.lines.values() for step in line.steps.values())
        yield "", sum(bool(step.rate) for step in steps)
    for id_ in chart.series:
        series = briefing.records.get(id_)
        is_whole = id_ not in briefing.unreadable
        if series is not None and series.kind == "series" and is_whole:
            yield id_, figures(chart, series)


def figures(chart: Chart, series: Record) -> int:
    """How many figures of a series a chart can draw."""
    paths = [path for path, _ in series.statements.values()]
    if chart.form == "shares":
        return sum(path[0] == "points" for path in paths)
    keys = [str(path[-1]) for path in paths]
    return max(len(periods(keys, "")), len(periods(keys, f"-{chart.change}")))


def empty(record: Record, series: str, number: int) -> Diagnostic:
    """A chart without anything to be seen."""
    chart = record.data
    assert isinstance(chart, Chart)
    by = "" if chart.form == "shares" else " by month or year"
    where = f"figures{by} to `{series}`" if series else MORE[chart.form]
    found = f"{number} {THINGS.get(chart.form, 'figure')}" if number else "nothing"
    return Diagnostic(
        code="chart-empty",
        message=f"the chart `{record.id}` has {found} to draw",
        span=record.places.value((NEEDS[chart.form],)),
        severity=Severity.WARNING,
        help=f"add {where}; until then its page shows a table",
    )
