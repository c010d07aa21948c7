"""`same-title`: two series, charts or comparisons are not called the same (a warning)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.record import Record

KINDS = ("series", "chart", "comparison")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Series, charts and comparisons whose title another one of the kind has already."""
    language = dossier.briefing.edition.language
    for kind in KINDS:
        first: dict[str, Record] = {}
        for record in dossier.briefing.of_kind(kind):
            title = record.data.heading(language)
            known = first.setdefault(title.casefold(), record)
            if known is not record:
                yield again(known, record, title)


def again(first: Record, record: Record, title: str) -> Diagnostic:
    """A title that readers cannot tell from another."""
    return Diagnostic(
        code="same-title",
        message=f"another {record.kind} is called `{title}`",
        span=record.places.value(("title",)),
        severity=Severity.WARNING,
        labels=(Label(first.places.value(("title",)), f"`{first.id}`"),),
        help="say what sets them apart: who counts, what, or since when",
    )
