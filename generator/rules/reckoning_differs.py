"""`reckoning-differs`: a day or a length is what its reason comes to.

Refuses reasons with several days or counts: nobody knows which of them is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.derive import Dossier
from generator.derive.mentions import mentions
from generator.derive.numerals import SMALL
from generator.derive.spelling import duration_in
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.dates import in_words
from generator.model.fields import yaml_key
from generator.rules.doubts import Pair
from generator.rules.said import Said, said
from generator.rules.weekday_differs import COUNTED as FROM_IT
from generator.rules.weekday_differs import KEYS, day_of, unquoted

# What counts from the day of the page, such as `yesterday` or `two days ago`.
COUNTED = re.compile(
    rf"\b(?:(yesterday)|(tomorrow)|(\d+|{'|'.join(SMALL)}) days? ago)\b", re.IGNORECASE
)
# A length of time.
LENGTH = re.compile(rf"\b(?:\d+|{'|'.join(SMALL)})[ -](?:day|month|year)s?\b", re.IGNORECASE)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Days that are not the one that their reason counts or quotes, and lengths of another one."""
    for part in said(dossier.briefing.as_read):
        for name in KEYS if part.content.inferred else ():
            key = yaml_key(name)
            day = day_of(part.content, name)
            meant = reckoned(part.content.inferred.get(key, ""), day) if day else None
            if meant and day != meant:
                what = f"by its reason this is {in_words(meant)}"
                yield differs(part, key, what)
        length, reason = part.content.for_, part.content.inferred.get("for", "")
        if length and LENGTH.search(reason) and not duration_in(length, reason):
            yield differs(part, "for", f"`{length.text}`, and the reason has another length")


def reckoned(reason: str, day: date) -> date | None:
    """The day that a reason counts or quotes; None where it has several days or counts, or none.

    Words such as `by May 14` are of the year of the day that they are the reason for.
    """
    named = mentions(reason)
    if len(named) != 1 or not (named[0].month and named[0].day):
        return None
    counts = [days(found) for found in COUNTED.finditer(reason)]
    is_quoted = named[0].start not in {one.start for one in mentions(unquoted(reason))}
    try:
        if len(counts) == 1 and named[0].year:
            return date(named[0].year, named[0].month, named[0].day) + timedelta(counts[0])
        if is_quoted and not (counts or FROM_IT.search(reason)):
            return date(named[0].year or day.year, named[0].month, named[0].day)
    except (ValueError, OverflowError):
        # No such day: the reason has another slip.
        return None
    return None


def days(found: re.Match[str]) -> int:
    """How many days a count goes on, or back where it is less than zero."""
    yesterday, tomorrow, ago = found.groups()
    if yesterday or tomorrow:
        return 1 if tomorrow else -1
    return -(int(ago) if ago.isdigit() else SMALL[ago.casefold()])


def differs(part: Said, key: str, message: str) -> Diagnostic:
    """What is another day or length by its own reason."""
    return Pair(
        code="reckoning-differs",
        message=message,
        span=part.span(key),
        severity=Severity.WARNING,
        labels=(Label(part.reason_span(key), "the reason"),),
        help=f"mend the {'length' if key == 'for' else 'day'} or its reason",
    )
