"""`address-differs`: a source was published on the day that its address names, or near it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.derive import Dossier
from generator.derive.address import date_in
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.dates import PartialDate, parse_date
from generator.model.record import Record
from generator.model.source import Source
from generator.rules.doubts import Doubt

# A page may go online some days before it is dated, or after.
NEAR = timedelta(days=3)
KEY = ("published",)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sources of another day than that in their address; a month there may be that of a copy."""
    for record in dossier.briefing.as_read.of_kind("source"):
        assert isinstance(record.data, Source)
        written, named = record.data.published, date_in(record.data.url or "")
        day = parse_date(named) if named else None
        if day and day.is_day and not record.may_have(KEY) and not is_near(written, day):
            yield differs(record, named)


def is_near(written: PartialDate, named: PartialDate) -> bool:
    """Whether two dates can mean the same day, or some days apart."""
    if written.is_unknown:
        return True
    return written.first - NEAR <= named.last and named.first <= written.last + NEAR


def differs(record: Record, named: str) -> Diagnostic:
    """A day of publication, or an address, that is another page's."""
    written = record.places.value(KEY)
    return Doubt(
        code="address-differs",
        message=f"published `{written.text}`, and the address says `{named}`",
        span=written,
        severity=Severity.WARNING,
        labels=(Label(record.places.value(("url",)), "the address"),),
        help=f"write `published: {named}`, or the address of the page that was read",
    )
