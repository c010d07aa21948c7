"""`weekday-differs`: a day is the weekday that stands beside it, or in the reason for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.derive import Dossier
from generator.derive.mentions import mentions
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.dates import PartialDate
from generator.model.fields import yaml_key
from generator.model.statement import Content
from generator.rules.doubts import Doubt, Pair
from generator.rules.said import Said, said
from generator.rules.texts import Text, texts
from generator.source import Span

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Words of the source, in quotation marks.
QUOTED = re.compile(r"[\"\u201c\u201e]([^\"\u201c\u201d]*)[\"\u201d]")
WEEKDAY = rf"\b(?:{'|'.join(WEEKDAYS)})\b"
NAMED = re.compile(WEEKDAY, re.IGNORECASE)
# What a source says, in words of ours.
TOLD = re.compile(
    rf"\b(?:says?|said) that (?:it|they|this) (?:was|were) (?:\w+ )?on ({WEEKDAY})(?!,?\s+\d)",
    re.IGNORECASE,
)
YEAR = re.compile(r"\d{4}")
# `Sunday, 9 March 2031`, `Sunday, which was 9 March 2031`, `9 March 2031, a Sunday`.
BEFORE = re.compile(rf"({WEEKDAY}),?\s+(?:(?:which|and that) was\s+)?(?:the\s+)?\Z", re.IGNORECASE)
# `Sunday was 9 March 2031`, which `the day before Sunday` may not have been.
WAS = re.compile(
    rf"(?<!before )(?<!after )(?<!of )(?<!next )\b({WEEKDAY}) was\s+(?:the\s+)?\Z", re.IGNORECASE
)
AFTER = re.compile(
    rf"(?:,? an?|,? \(a?| (?:was|is) an?|)\s*({WEEKDAY})|,\s+({WEEKDAY})(?=[,.;:)]|\Z)",
    re.IGNORECASE,
)
# The reason counts from the weekday.
FROM_IT = re.compile(
    r"\b(?:after|before|later|earlier|yesterday|tomorrow|eve|midnight|end|next|following|weekend)\b",
    re.IGNORECASE,
)
# So many characters before a day what counts from it begins.
NEAR = 12
# An `until` may be the day after the one that is named.
KEYS = ("value", "from_", "through")
HELP = "mend the date or the weekday; a reason may count: `the day after Monday`"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Days that are none of the weekdays beside them, or in the reason why they are inferred."""
    briefing = dossier.briefing.as_read
    for part in said(briefing):
        yield from counted(part)
    for text in texts(briefing):
        # A date in prose is told for itself.
        if text.whose == "ours" and not text.is_template and is_dated(text.text):
            yield from beside(text)


def counted(part: Said) -> Iterator[Diagnostic]:
    """Days that are counted wrongly from a weekday."""
    for name in KEYS:
        key = yaml_key(name)
        reason, day = part.content.inferred.get(key, ""), day_of(part.content, name)
        named = weekdays(reason)
        if day and named and weekday(day) not in named and not FROM_IT.search(reason):
            yield miscounted(part, key, day)


def is_dated(text: str) -> bool:
    """Whether a text may have a weekday beside a day: most have neither."""
    return "day" in text and bool(NAMED.search(text)) and bool(YEAR.search(text))


def beside(text: Text) -> Iterator[Diagnostic]:
    """Days of a text that are not the weekday beside them, but for those in words of a source."""
    ours = unquoted(text.text)
    days: dict[tuple[int, int], list[date]] = {}
    for one in mentions(ours):
        if one.year and one.day:
            days.setdefault((one.start, one.end), []).append(date.fromisoformat(one.iso))
    for (start, end), several in days.items():
        ahead = BEFORE.search(ours[:start]) or WAS.search(ours[:start])
        found = ahead or AFTER.match(ours[end:])
        named = next(filter(None, found.groups())).capitalize() if found else ""
        # Of two days, `9 and 10 March 2031`, it is one.
        # `The day after 8 March 2031, Sunday` is counted from it.
        is_counted = FROM_IT.search(ours[max(start - NEAR, 0) : start])
        if named and named not in map(weekday, several) and not is_counted:
            yield differs(text.span, several[0], f"this has {named}")


def unquoted(text: str) -> str:
    """A text with blots for the words of a source."""
    return QUOTED.sub(lambda found: "_" * len(found[0]), text)


def weekdays(reason: str) -> set[str]:
    """The weekdays in words of the source that a reason quotes, or tells in words of its own."""
    ours = unquoted(reason)
    # Of several the reason may mean any.
    told = TOLD.findall(ours) if len(NAMED.findall(ours)) == 1 else ()
    words = " ".join((*QUOTED.findall(reason), *told))
    return {found.capitalize() for found in NAMED.findall(words)}


def day_of(content: Content, name: str) -> date | None:
    """The day that a key names, if it names one."""
    written = getattr(content, name)
    found = getattr(written, "date", written)
    return found.first if isinstance(found, PartialDate) and found.is_day else None


def weekday(day: date) -> str:
    """What a day is called."""
    return WEEKDAYS[day.weekday()]


def miscounted(part: Said, key: str, day: date) -> Diagnostic:
    """A day that is another weekday than that of its reason, which may be wrong as well."""
    return Pair(
        code="weekday-differs",
        message=f"{day} was a {weekday(day)}, and the reason for it names another weekday",
        span=part.span(key),
        severity=Severity.WARNING,
        labels=(Label(part.reason_span(key), "the reason"),),
        help=HELP,
    )


def differs(span: Span, day: date, but: str) -> Diagnostic:
    """A day that is another weekday by the calendar."""
    return Doubt(
        code="weekday-differs",
        message=f"{day} was a {weekday(day)}, and {but}",
        span=span,
        severity=Severity.WARNING,
        help=HELP,
    )
