"""`number-differs`: a measure has the number that stands in its title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.measure import Measure
from generator.model.record import Record
from generator.rules.doubts import Doubt

NUMBER = re.compile(r"\d+")
KEY = ("number",)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Measures whose title has numbers, and not that of the measure."""
    briefing = dossier.briefing.as_read
    for record in briefing.of_kind("measure"):
        assert isinstance(record.data, Measure)
        # A title that cannot be read has no heading.
        title = record.data.heading(briefing.edition.language) or ""
        own, printed = numbers(record.data.number or ""), numbers(title)
        if printed and not own <= printed:
            yield differs(record)


def numbers(text: str) -> set[str]:
    """The numbers of a text."""
    return set(NUMBER.findall(text))


def differs(record: Record) -> Diagnostic:
    """A number that is another measure's."""
    written = record.places.value(KEY)
    return Doubt(
        code="number-differs",
        message=f"the number is `{written.text}`, and the title has another",
        span=written,
        severity=Severity.WARNING,
        labels=(Label(record.places.value(("title",)), "the title"),),
        help="write the number as it is printed, in both",
    )
