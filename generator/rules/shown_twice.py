"""`shown-twice`: a chart or comparison shows each thing once (a warning)."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.chart import Lane, Span, Step
from generator.model.comparison import Comparison, Entry
from generator.model.record import Path, Record
from generator.rules.doubts import Pair
from generator.source import Span as Place

Shown = tuple[Path, tuple[str, ...]]
# The keys that tell what is shown; nothing is without the first.
SHOWN: dict[type[BaseModel], tuple[str, ...]] = {
    Span: ("of",),
    Lane: ("kind", "party"),
    Entry: ("of", "since", "until"),
    # Of two without a day it is told that they need one.
    Step: ("since", "rate"),
}
# What is there twice, by the key that is pointed at.
TOLD = {
    "of": "`{}` is shown a second time",
    "kind": "a second lane for the kind `{}`",
    "party": "a second lane for one kind and `{}`",
    "since": "a second step to the same from `{}`",
}


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Bars, lanes, steps and figures to compare that are there a second time."""
    briefing = dossier.briefing.as_read
    for record in (*briefing.of_kind("chart"), *briefing.of_kind("comparison")):
        first: dict[Shown, Path] = {}
        for path, shown in shown_in(record):
            if first.setdefault(shown, path) != path:
                yield again(record, path, first[shown])
    yield from of_one_form(briefing)


def of_one_form(briefing: Briefing) -> Iterator[Diagnostic]:
    """Comparisons that set the same things side by side: but for figures the form says all."""
    first: dict[str, Record] = {}
    for record in briefing.of_kind("comparison"):
        assert isinstance(record.data, Comparison)
        form = record.data.form
        is_known = not record.data.groups and not record.may_have(("form",))
        other = first.setdefault(form, record) if is_known else record
        if other is not record:
            spans = (one.places.value(("form",)) for one in (record, other))
            yield twice(f"a second comparison of the form `{form}`", *spans)


def shown_in(record: Record) -> Iterator[tuple[Path, Shown]]:
    """What is shown and known whole, with its line, group or list, and its place."""
    for path, model in record.models:
        keys = SHOWN.get(type(model), ())
        told = tuple(getattr(model, key) or "" for key in keys)
        if any(told[:1]) and not any(record.may_have((*path, key)) for key in keys):
            key = "party" if getattr(model, "party", None) else keys[0]
            yield (*path, key), (path[:-1], told)


def again(record: Record, path: Path, first: Path) -> Diagnostic:
    """What is shown where it has been shown before."""
    span = record.places.value(path)
    return twice(TOLD[str(path[-1])].format(span.text), span, record.places.value(first))


def twice(message: str, span: Place, first: Place) -> Diagnostic:
    """Something at its second place."""
    return Pair(
        code="shown-twice",
        message=message,
        span=span,
        severity=Severity.WARNING,
        labels=(Label(first, "first here"),),
        help="take one out, or write what was meant",
    )
