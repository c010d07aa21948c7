"""`chart-units`: what stands on one scale has one unit."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.charts import periods
from generator.derive.computed import unit_of
from generator.diagnostics import Diagnostic, Label
from generator.link import Briefing, Located
from generator.model.chart import Chart
from generator.model.record import Path, Record

Drawn = list[tuple[Path, Located]]


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Panels of charts in which units differ."""
    for record in dossier.briefing.of_kind("chart"):
        for drawn in scales(dossier.briefing, record):
            odd = next((one for one in drawn if differ(drawn[0][1], one[1])), None)
            if odd:
                yield mixed(record, drawn[0][1], odd)


def scales(briefing: Briefing, record: Record) -> Iterator[Drawn]:
    """What is drawn on each scale, with the places in the chart that name it."""
    chart = record.data
    assert isinstance(chart, Chart)
    for ending in ("", f"-{chart.change}") if chart.series else ():
        keys = [str(path[-1]) for path, _ in own(briefing, chart.series or "")]
        ids = (f"{chart.series}.points.{period}{ending}" for period in periods(keys, ending))
        yield [(("series",), briefing.statements[id_]) for id_ in ids if id_ in briefing.statements]
    for key, line in chart.lines.items():
        steps = ((("lines", key, "steps", name, "rate"), s.rate) for name, s in line.steps.items())
        yield [(path, briefing.statements[r]) for path, r in steps if r in briefing.statements]


def own(briefing: Briefing, id_: str) -> list[tuple[Path, object]]:
    """The statements of a record, if there is one."""
    record = briefing.records.get(id_)
    return list(record.statements.values()) if record else []


def differ(one: Located, other: Located) -> bool:
    """True when two figures are not counted in the same."""
    return unit_of(one) != unit_of(other)


def mixed(record: Record, first: Located, odd: tuple[Path, Located]) -> Diagnostic:
    """A figure that does not belong on the scale of the others."""
    path, other = odd
    units = f"`{unit_of(first) or 'no unit'}` and `{unit_of(other) or 'no unit'}`"
    return Diagnostic(
        code="chart-units",
        message=f"one scale would hold figures in {units}",
        span=record.places.value(path),
        labels=(
            Label(first.key_span(), f"in `{unit_of(first) or 'no unit'}`"),
            Label(other.key_span(), f"in `{unit_of(other) or 'no unit'}`"),
        ),
        help="draw what is counted alike; what is not is another series, or another line",
    )
