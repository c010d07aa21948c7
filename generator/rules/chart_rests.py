"""`chart-rests`: a chart draws some of the figures that its headline rests on (a warning).

Refuses headlines that rest on anything but figures of series, which a chart need not draw.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.charts import change_of
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing, Located
from generator.model.chart import Chart
from generator.model.record import Path, Record
from generator.model.series import Series
from generator.rules.doubts import Pair


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Charts of other series, or of other changes, than all that they rest on."""
    briefing = dossier.briefing.as_read
    for record in briefing.of_kind("chart"):
        assert isinstance(record.data, Chart)
        chart, rests = record.data, figures(briefing, record)
        if not rests or not all(is_series(briefing, id_) for id_ in chart.series):
            continue
        endings = {change_of(one.key) for one in rests}
        if chart.series and not any(one.record.id in chart.series for one in rests):
            yield of_other_series(record, rests)
        elif chart.change and endings.isdisjoint({"", chart.change}) and len(endings) == 1:
            yield of_other_change(record, *endings)


def figures(briefing: Briefing, record: Record) -> list[Located]:
    """The figures that a chart rests on; none where it rests on anything else as well."""
    assert isinstance(record.data, Chart)
    found = [briefing.statements.get(id_) for id_ in record.data.rests]
    of_series = [one for one in found if one and is_figure(one)]
    is_known = not any(map(record.may_have, [("rests",), ("series",), ("change",)]))
    return of_series if is_known and len(of_series) == len(found) else []


def is_figure(located: Located) -> bool:
    """Whether a statement is a figure of a series."""
    return isinstance(located.record.data, Series) and located.path[:1] == ("points",)


def is_series(briefing: Briefing, id_: str) -> bool:
    """Whether there is such a series: of an id of nothing another rule tells."""
    return id_ in briefing.records and isinstance(briefing.records[id_].data, Series)


def of_other_series(record: Record, rests: list[Located]) -> Diagnostic:
    """A chart that draws nothing of what its headline is about."""
    ids = list(dict.fromkeys(one.record.id for one in rests))
    named = " and ".join(f"`{id_}`" for id_ in ids)
    written = ids[0] if len(ids) == 1 else f"[{', '.join(ids)}]"
    return differs(
        record,
        ("series",),
        f"the headline rests on figures of {named}, and none of them is drawn",
        f"write `series: {written}`",
    )


def of_other_change(record: Record, ending: str) -> Diagnostic:
    """A chart that draws other changes than its headline is about."""
    drawn = record.places.value(("change",)).text
    return differs(
        record,
        ("change",),
        f"`change: {drawn}`, and all that the headline rests on ends in `-{ending}`",
        f"write `change: {ending}`",
    )


def differs(record: Record, path: Path, message: str, help_: str) -> Diagnostic:
    """A chart of something else than it rests on."""
    return Pair(
        code="chart-rests",
        message=message,
        span=record.places.value(path),
        severity=Severity.WARNING,
        labels=(Label(record.places.value(("rests", 0)), "the first that it rests on"),),
        help=f"{help_}, or rest the headline on what is drawn",
    )
