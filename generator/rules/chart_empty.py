"""`chart-empty`: a chart has at least two figures to draw (a warning)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.derive import Dossier
from generator.derive.charts import LEAST, change_of, periods
from generator.diagnostics import Diagnostic, Severity
from generator.link import Briefing
from generator.model.chart import NEEDS, Chart
from generator.model.record import Record
from generator.rules.gone_together import bereft_records
from generator.rules.value_without_witness import unwitnessed_ids

# A share has the hundred to be held against.
NEEDED = {"shares": 1}
THINGS = {"spans": "bar", "lanes": "record"}
MORE = {"steps": "steps with a `rate`", "spans": "another under `spans`", "lanes": "lanes"}


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Charts of a series or of steps in which there is next to nothing."""
    for record in dossier.briefing.of_kind("chart"):
        assert isinstance(record.data, Chart)
        needed = NEEDED.get(record.data.form, LEAST)
        found = [(series, n) for series, n in counts(dossier.briefing, record) if n < needed]
        yield from (empty(record, series, number) for series, number in found)
        if not found and record.data.from_ and is_beyond(dossier.briefing, record.data):
            yield beyond(record)
            continue
        if not found:
            yield from unchanged(dossier.briefing, record)


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
    yield from ((series.id, figures(chart, series)) for series in whole(briefing, chart))


def whole(briefing: Briefing, chart: Chart) -> Iterator[Record]:
    """The series of a chart of which all is there that is mentioned, and could be read."""
    for id_ in chart.series:
        series = briefing.records.get(id_)
        if series is not None and series.kind == "series" and id_ not in unsure(briefing):
            yield series


@lru_cache(maxsize=2)
def unsure(briefing: Briefing) -> frozenset[str]:
    """The records of which a statement may be missing, or is told to be none yet."""
    unwitnessed = {id_.partition(".")[0] for id_ in unwitnessed_ids(briefing)}
    return briefing.unreadable | bereft_records(briefing) | unwitnessed


def figures(chart: Chart, series: Record) -> int:
    """How many figures of a series a chart can draw."""
    if chart.form == "shares":
        return sum(path[0] == "points" for path, _ in series.statements.values())
    keys = point_keys(series)
    return max(len(periods(keys, "")), len(periods(keys, f"-{chart.change}")))


def is_beyond(briefing: Briefing, chart: Chart) -> bool:
    """Whether all that a chart could draw is older than the first month that it is to have."""
    held = [key for series in whole(briefing, chart) for key in point_keys(series)]
    endings = ("", f"-{chart.change}") if chart.change else ("",)
    found = [period for ending in endings for period in periods(held, ending)]
    first = chart.from_.text if chart.from_ else ""
    is_whole = len(list(whole(briefing, chart))) == len(chart.series)
    return bool(found) and is_whole and max(found) < first


def point_keys(series: Record) -> list[str]:
    """The last keys of what a series states."""
    return [str(path[-1]) for path, _ in series.statements.values()]


def unchanged(briefing: Briefing, record: Record) -> Iterator[Diagnostic]:
    """A second panel in which there is nothing: no key ends as its changes should."""
    chart = record.data
    assert isinstance(chart, Chart)
    held = [key for series in whole(briefing, chart) for key in point_keys(series)]
    if chart.change and held and not periods(held, f"-{chart.change}"):
        yield Diagnostic(
            code="chart-empty",
            message=f"no change to draw: no key of a month or year ends in `-{chart.change}`",
            span=record.places.value(("change",)),
            severity=Severity.WARNING,
            help=f"write how they end: {endings(held)}",
        )


def endings(keys: list[str]) -> str:
    """How the keys of changes end, as a help names it."""
    found = {ending for key in keys if periods([key], f"-{(ending := change_of(key))}")}
    return " or ".join(f"`{one}`" for one in sorted(found)) or "`yoy`, as in `2031-02-yoy`"


def beyond(record: Record) -> Diagnostic:
    """A chart that begins behind the last of its figures."""
    return Diagnostic(
        code="chart-empty",
        message=f"the chart `{record.id}` has nothing to draw: all its figures are older",
        span=record.places.value(("from",)),
        severity=Severity.WARNING,
        help="mend the month, or add figures from it on",
    )


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
