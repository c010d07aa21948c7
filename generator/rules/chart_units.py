"""`chart-units`: what stands on one scale has one unit, is of one thing, and counted by one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from generator.derive import Dossier
from generator.derive.charts import periods
from generator.derive.computed import unit_of
from generator.diagnostics import Diagnostic, Label
from generator.link import Briefing, Located
from generator.model.chart import Chart
from generator.model.record import Path, Record
from generator.model.series import Series
from generator.rules.percent_or_points import other_units, spelled
from generator.rules.said import parts
from generator.rules.unit_not_in_quotation import has_other_unit
from generator.source import Span

Drawn = list[tuple[Path, Located]]
# The key that holds what a figure has to have in common with the others.
WORDS = {"in": "unit", "of": "category", "by": "reporter"}


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Panels of charts in which units differ, and shares that are not in per cent."""
    for record in dossier.briefing.of_kind("chart"):
        yield from no_shares(dossier.briefing, record)
        for drawn in scales(dossier.briefing, record):
            if is_mixed(drawn):
                # A wrong unit is told where it stands.
                drawn = [one for one in drawn if not is_told(dossier.briefing, one[1])]
            if is_mixed(drawn):
                first = drawn[0][1]
                yield mixed(record, first, next(one for one in drawn if differ(first, one[1])))


def is_mixed(drawn: Drawn) -> bool:
    """Whether not all that is drawn on one scale is alike."""
    return any(differ(drawn[0][1], one) for _, one in drawn)


def is_told(briefing: Briefing, located: Located) -> bool:
    """Whether the unit of a figure is told not to be that of its quotations."""
    return any(other_units(part) or has_other_unit(part) for part in parts(briefing, located))


def scales(briefing: Briefing, record: Record) -> Iterator[Drawn]:
    """What is drawn on each scale, with the places in the chart that name it."""
    chart = record.data
    assert isinstance(chart, Chart)
    endings = ("", f"-{chart.change}") if chart.change else ("",)
    for series, ending in product(chart.series if chart.form == "bars" else (), endings):
        keys = [str(path[-1]) for path, _ in own(briefing, series) if path]
        ids = (f"{series}.points.{period}{ending}" for period in periods(keys, ending))
        yield [(("series",), briefing.statements[id_]) for id_ in ids if id_ in briefing.statements]
    for key, line in chart.lines.items():
        steps = ((("lines", key, "steps", name, "rate"), s.rate) for name, s in line.steps.items())
        yield [(path, briefing.statements[r]) for path, r in steps if r in briefing.statements]


def no_shares(briefing: Briefing, record: Record) -> Iterator[Diagnostic]:
    """The series of shares that hold something else, each told once."""
    chart = record.data
    assert isinstance(chart, Chart)
    for at, series in enumerate(chart.series if chart.form == "shares" else ()):
        points = (f"{series}.{'.'.join(map(str, path))}" for path, _ in own(briefing, series))
        held = (briefing.statements[id_] for id_ in points if id_.startswith(f"{series}.points."))
        odd = next((one for one in held if unit_of(one) != "%"), None)
        if odd and not is_told(briefing, odd):
            yield no_share(record, odd, ("series", at))


def no_share(record: Record, odd: Located, path: Path) -> Diagnostic:
    """A figure that is no part of a hundred."""
    unit = unit_of(odd) or "no unit"
    return Diagnostic(
        code="chart-units",
        message=f"shares are in `%`, and `{odd.id}` is in `{unit}`",
        span=record.places.value(path),
        labels=(Label(odd.key_span(), f"in `{unit}`"),),
        help="choose `form: bars`, or a series of shares",
    )


def own(briefing: Briefing, id_: str) -> list[tuple[Path, object]]:
    """The statements of a record, if there is one."""
    record = briefing.records.get(id_)
    return list(record.statements.values()) if record else []


def differ(one: Located, other: Located) -> str:
    """In what two figures are not alike: the word for it, empty where they are."""
    return next((word for word in WORDS if measured(one, word) != measured(other, word)), "")


def measured(located: Located, word: str) -> str:
    """The unit of a figure, what it is of or who counted it; its own, else its series'."""
    if word == "in":
        unit = unit_of(located) or "no unit"
        return spelled(unit) or unit
    given = (getattr(one, WORDS[word], None) for one in (located.statement, series_of(located)))
    return next((str(one) for one in given if one), "none named")


def series_of(located: Located) -> Series | None:
    """The series of a figure."""
    data = located.record.data
    return data if isinstance(data, Series) else None


def place(located: Located) -> Span:
    """Where a figure has its unit, or where it begins."""
    has_unit = (*located.path, "unit") in located.record.places.values
    return located.span("unit") if has_unit else located.key_span()


def mixed(record: Record, first: Located, odd: tuple[Path, Located]) -> Diagnostic:
    """A figure that does not belong on the scale of the others."""
    path, other = odd
    word = differ(first, other)
    told = [f"{word} `{measured(one, word)}`" for one in (first, other)]
    return Diagnostic(
        code="chart-units",
        message=f"one scale would hold figures {told[0]} and {told[1].removeprefix(word).lstrip()}",
        span=record.places.value(path),
        labels=(Label(place(first), told[0]), Label(place(other), told[1])),
        help="draw what is counted alike; what is not is another series, or another line",
    )
