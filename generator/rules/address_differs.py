"""`address-differs`: a source was published on the day that its address names, or near it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.record import Record
from generator.model.source import Source
from generator.rules.doubts import Doubt
from generator.rules.publication import PUBLISHED, other_day


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sources of another day than that in their address."""
    for record in dossier.briefing.as_read.of_kind("source"):
        assert isinstance(record.data, Source)
        if not record.may_have(PUBLISHED) and (named := other_day(record.data)):
            yield differs(record, named)


def differs(record: Record, named: str) -> Diagnostic:
    """A day of publication, or an address, that is another page's."""
    written = record.places.value(PUBLISHED)
    return Doubt(
        code="address-differs",
        message=f"published `{written.text}`, and the address says `{named}`",
        span=written,
        severity=Severity.WARNING,
        labels=(Label(record.places.value(("url",)), "the address"),),
        help=f"see which of the two the page prints: `published: {named}`, or another address",
    )
