"""`weekday-differs`: a day is the weekday that the reason for it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.model.dates import PartialDate
from generator.model.fields import yaml_key
from generator.rules.doubts import Doubt
from generator.rules.said import Said, said

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Words of the source, in quotation marks.
QUOTED = re.compile(r"[\"\u201c\u201e]([^\"\u201c\u201d]*)[\"\u201d]")
NAMED = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
# The reason counts from the weekday.
COUNTED = re.compile(
    r"\b(?:after|before|later|earlier|yesterday|tomorrow|eve|midnight|end|next|following|weekend)\b",
    re.IGNORECASE,
)
# An `until` may be the day after the one that is named.
KEYS = ("value", "from_", "through")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Days that are none of the weekdays in the reason why they are inferred."""
    for part in said(dossier.briefing.as_read):
        for name in KEYS:
            reason, day = part.content.inferred.get(yaml_key(name), ""), day_of(part, name)
            named = weekdays(reason)
            if day and named and weekday(day) not in named and not COUNTED.search(reason):
                yield differs(part, yaml_key(name), day)


def weekdays(reason: str) -> set[str]:
    """The weekdays in words of the source that a reason quotes."""
    words = " ".join(QUOTED.findall(reason))
    return {found.capitalize() for found in NAMED.findall(words)}


def day_of(part: Said, name: str) -> date | None:
    """The day that a key names, if it names one."""
    written = getattr(part.content, name)
    found = getattr(written, "date", written)
    return found.first if isinstance(found, PartialDate) and found.is_day else None


def weekday(day: date) -> str:
    """What a day is called."""
    return WEEKDAYS[day.weekday()]


def differs(part: Said, key: str, day: date) -> Diagnostic:
    """A day that is counted wrongly from a weekday."""
    return Doubt(
        code="weekday-differs",
        message=f"{day} was a {weekday(day)}, and the reason for it names another weekday",
        span=part.span(key),
        severity=Severity.WARNING,
        help="mend the date or the reason; a reason may count: `the day after Monday`",
    )
