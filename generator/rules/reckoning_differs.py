"""`reckoning-differs`: a day that its reason counts from another one comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.derive import Dossier
from generator.derive.mentions import mentions
from generator.derive.numerals import SMALL
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.dates import in_words
from generator.model.fields import yaml_key
from generator.rules.doubts import Pair
from generator.rules.said import Said, said
from generator.rules.weekday_differs import KEYS, day_of
from generator.source import Span

# What counts from the day of the page, such as `yesterday` or `two days ago`.
COUNTED = re.compile(
    rf"\b(?:(yesterday)|(tomorrow)|(\d+|{'|'.join(SMALL)}) days? ago)\b", re.IGNORECASE
)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Days whose reasons name one day and one count of days, and that are not the one counted."""
    for part in said(dossier.briefing.as_read):
        for name in KEYS:
            key = yaml_key(name)
            day, meant = day_of(part.content, name), reckoned(part, key)
            if day and meant and day != meant:
                yield differs(part.span(key), meant, part.reason_span(key))


def reckoned(part: Said, key: str) -> date | None:
    """The day that a reason counts; None where it names several days or counts, or none."""
    reason = part.content.inferred.get(key, "")
    counts = [days(found) for found in COUNTED.finditer(reason)]
    named = mentions(reason) if len(counts) == 1 else ()
    if len(named) != 1 or not (named[0].year and named[0].month and named[0].day):
        return None
    try:
        return date(named[0].year, named[0].month, named[0].day) + timedelta(counts[0])
    except (ValueError, OverflowError):
        # No such day: the reason has another slip.
        return None


def days(found: re.Match[str]) -> int:
    """How many days a count goes on, or back where it is less than zero."""
    yesterday, tomorrow, ago = found.groups()
    if yesterday or tomorrow:
        return 1 if tomorrow else -1
    return -(int(ago) if ago.isdigit() else SMALL[ago.casefold()])


def differs(span: Span, meant: date, reason: Span) -> Diagnostic:
    """A day that is another one by its own reason."""
    return Pair(
        code="reckoning-differs",
        message=f"counted as its reason says it is {in_words(meant)}",
        span=span,
        severity=Severity.WARNING,
        labels=(Label(reason, "the reason"),),
        help="mend the day or its reason",
    )
