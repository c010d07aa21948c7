"""`flow-differs`: a series of exports by its title is none of imports by its `flow`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.record import Record
from generator.model.series import Series
from generator.rules.doubts import Pair

FLOWS = ("exports", "imports")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Series whose title names one flow, and whose `flow` is the other."""
    for record in dossier.briefing.as_read.of_kind("series"):
        assert isinstance(record.data, Series)
        titles = " ".join(record.data.names).casefold()
        named = [flow for flow in FLOWS if flow in titles]
        if record.data.flow in FLOWS and named and record.data.flow not in named:
            yield differs(record, *named)


def differs(record: Record, named: str) -> Diagnostic:
    """A series of two flows, of which one is a slip."""
    span = record.places.value(("flow",))
    return Pair(
        code="flow-differs",
        message=f"`flow: {span.text}`, and the title has {named}",
        span=span,
        severity=Severity.WARNING,
        labels=(Label(record.places.value(("title",)), "the title"),),
        help=f"write `flow: {named}`, or mend the title",
    )
