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
        yield _dayless(span, f"`{name}` has no `since`, and neither has `{without[0]}`")
    for name, step in line.steps.items():
        yield from undated(briefing, record, (*path, name, "since"), step.since)


def undated(
    briefing: Briefing, record: Record, path: Path, id_: str | None
) -> Iterator[Diagnostic]:
    """A statement that is named for its day, and gives none."""
    found = briefing.statements.get(id_ or "")
    if found and not any(starts(content) for _, content in found.statement.contents()):
        yield _dayless(record.places.value(path), f"`{id_}` names no first day")


def _dayless(span: Span, message: str) -> Diagnostic:
    help = "name an act with `from` or a date; where the first day is not held, leave `since` out"
    return Diagnostic("chart-day", message, span, help=help)


def chart_units(dossier: Dossier) -> Iterator[Diagnostic]:
    """Scales on which units, categories or reporters differ, and shares not in per cent."""
    for record, chart in charts(dossier):
        for path, drawn in scales(dossier.briefing, chart):
            if message := unlike(chart.form, drawn):
                yield Diagnostic(
                    "chart-units",
                    message,
                    record.places.value(path),
                    labels=(Label(record.places.key(("form",)), "the form"),),
                    help="draw what is counted alike; what is not is another series, line or form",
                )


def unlike(form: str, drawn: list[Located]) -> str:
    """Why figures do not belong on one scale; empty where they do."""
    if form == "shares":
        # Each is held against the hundred, not against the others.
        odd = next((one.id for one in drawn if unit_of(one) != "%"), "")
        return f"shares are in `%`, and `{odd}` is not" if odd else ""
    for key, one in product(ALIKE, drawn):
        own, first = of(one, key), of(drawn[0], key)
        if own != first:
            both = f"`{drawn[0].id}` and `{one.id}`"
            return f"one scale would hold {both}, of another `{key}`: `{first}`, `{own}`"
    return ""


def scales(briefing: Briefing, chart: Chart) -> Iterator[tuple[Path, list[Located]]]:
    """What is drawn on each scale, with the place in the chart that names it."""
    known = briefing.statements
    endings = ("", f"-{chart.change}") if chart.change else ("",)
    for at, series in enumerate(chart.series if chart.form in {"bars", "shares"} else ()):
        points = [id_ for id_ in known if id_.startswith(f"{series}.points.")]
        keys = [id_.rpartition(".")[2] for id_ in points]
        if chart.form == "shares":
            yield ("series", at), [known[id_] for id_ in points]
        for ending in endings if chart.form == "bars" else ():
            drawn = [f"{series}.points.{month}{ending}" for month in periods(keys, ending)]
            yield ("series", at), [known[id_] for id_ in drawn]
    for key, line in chart.lines.items():
        rates = [step.rate for step in line.steps.values() if step.rate in known]
        yield ("lines", key), [known[rate] for rate in rates if rate]


def of(located: Located, key: str) -> str:
    """The unit of a figure, what it is of or who counted it; its own, else its series'."""
    own = getattr(located.statement, key, None) or getattr(located.record.data, key, None)
    return str((unit_of(located) if key == "unit" else own) or "none")
