"""`chart-empty`: a chart has at least two figures to draw (a warning)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.charts import LEAST, periods
from generator.diagnostics import Diagnostic, Severity
from generator.link import Briefing
from generator.model.chart import Chart
from generator.model.record import Record


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Charts of a series or of steps in which there is next to nothing."""
    for record in dossier.briefing.of_kind("chart"):
        number = count(dossier.briefing, record)
        if number is not None and number < LEAST:
            yield empty(record, number)


def count(briefing: Briefing, record: Record) -> int | None:
    """How many figures a chart has; None where its series is missing, which is told elsewhere."""
    chart = record.data
    assert isinstance(chart, Chart)
    if chart.form == "steps":
        return sum(bool(step.rate) for line in chart.lines.values() for step in line.steps.values())
    series = briefing.records.get(chart.series or "")
    if series is None or series.kind != "series":
        return None
    keys = [str(path[-1]) for path, _ in series.statements.values()]
    return max(len(periods(keys, "")), len(periods(keys, f"-{chart.change}")))


def empty(record: Record, number: int) -> Diagnostic:
    """A chart without anything to be seen."""
    chart = record.data
    assert isinstance(chart, Chart)
    key = "series" if chart.form == "bars" else "lines"
    where = (
        f"figures by month or year to `{chart.series}`" if chart.series else "steps with a `rate`"
    )
    found = f"{number} figure" if number else "nothing"
    return Diagnostic(
        code="chart-empty",
        message=f"the chart `{record.id}` has {found} to draw",
        span=record.places.value((key,)),
        severity=Severity.WARNING,
        help=f"add {where}; until then its page shows a table",
    )
