"""`covers-differs`: a measure covers as many elements as it says."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.material import Material
from generator.model.measure import Measure
from generator.rules.doubts import Pair
from generator.rules.said import Said, said

UNIT = "elements"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Numbers of elements of a measure that are not that of those it covers."""
    briefing = dossier.briefing.as_read
    for part in said(briefing):
        number = part.content.value.number if part.content.value else None
        if number is None or part.content.unit != UNIT or getattr(part.content, "rejected", None):
            continue
        covered = elements(briefing, part)
        if covered and number != len(covered):
            yield differs(part, len(covered))


def elements(briefing: Briefing, part: Said) -> tuple[str, ...]:
    """The elements that the measure of a number covers; none where some may be groups of them."""
    record = part.located.record
    # Of a statement of the editor's own nobody knows what else it counts.
    if not isinstance(record.data, Measure) or part.located.path != (UNIT,):
        return ()
    found = [briefing.records.get(id_) for id_ in record.data.covers]
    is_each = all(one and isinstance(one.data, Material) and one.data.symbol for one in found)
    return record.data.covers if is_each else ()


def differs(part: Said, number: int) -> Diagnostic:
    """A number and a list, of which one lacks an element or has one too many."""
    span = part.span("value")
    return Pair(
        code="covers-differs",
        message=f"`{span.text}` elements, and `covers` has {number}",
        span=span,
        severity=Severity.WARNING,
        labels=(Label(part.located.record.places.value(("covers",)), "those that it covers"),),
        help="mend the number, or add or take out what `covers` lacks or has too many",
    )
