"""The rate in a label against that of the fact that it is the label of, for `label-differs`.

Refuses labels of facts whose key has no number: they may name a rate beside their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.derive import Dossier
from generator.derive.numerals import Numeral, numerals
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Located
from generator.model.chart import Chart
from generator.rules.doubts import Pair
from generator.rules.percent_or_points import SPELLED
from generator.source import Span

# A number that a key ends in: `norland-24`.
NUMBERED = re.compile(r"[a-z]-(\d+)$")

# By these a rate is that of something else.
OF_OTHER = re.compile(r"\b(?:original|former|formerly|earlier|before|instead|from)\b", re.I)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Labels with another rate than both the key and the value of their fact have."""
    briefing = dossier.briefing.as_read
    for located in briefing.statements.values():
        label = located.statement.label
        if label:
            yield from beside(located, label, located.span("label"))
    for record in briefing.of_kind("chart"):
        assert isinstance(record.data, Chart)
        for key, span in record.data.spans.items():
            of = briefing.statements.get(span.of)
            if of and span.label:
                yield from beside(of, span.label, record.places.value(("spans", key, "label")))


def beside(located: Located, label: str, span: Span) -> Iterator[Diagnostic]:
    """A label none of whose rates is that of the fact."""
    number, found = number_of(located), () if OF_OTHER.search(label) else rates(label)
    if number is not None and found and not any(one.says(number) for one in found):
        shown = label[found[0].start : found[0].end]
        yield Pair(
            code="label-differs",
            message=f"the label has the rate `{shown}`, and `{located.key}` is "
            f"`{located.span('value').text}`",
            span=span,
            severity=Severity.WARNING,
            labels=(Label(located.span("value"), "the value"),),
            help="mend the number in the label, or leave it out",
        )


def number_of(located: Located) -> Decimal | None:
    """The number of a fact, where its key ends in it."""
    value = located.statement.value
    named = NUMBERED.search(located.key)
    is_same = value and named and value.number == Decimal(named[1])
    return value.number if value and is_same else None


def rates(label: str) -> list[Numeral]:
    """The numbers of a label that are in per cent, or in points."""
    patterns = SPELLED.values()
    return [one for one in numerals(label) if any(p.match(label, one.end) for p in patterns)]
