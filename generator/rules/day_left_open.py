"""`day-left-open`: words such as `yesterday` come with the day that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.rules.said import Said, said

WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
RELATIVE = re.compile(
    rf"\b(?:yesterday|tomorrow|(?:last|next) (?:week|month|{WEEKDAY})|on {WEEKDAY}"
    r"|(?:earlier|later) this (?:week|month))\b",
    re.IGNORECASE,
)

PLACING = ("period", "from", "value", "inferred", "reading")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Words that count from the day of their page, where nothing says from which."""
    for part in said(dossier.briefing.as_read):
        found = RELATIVE.search(part.content.words or "")
        if found and not is_placed(part):
            yield left_open(part, found[0])


def is_placed(part: Said) -> bool:
    """Whether something beside the words says which day they mean, or may say it."""
    statement, data = part.located.statement, part.located.record.data
    dated = part.content.period or part.content.from_ or part.content.value
    is_read = statement.reading or data.reading or part.located.record.may_have(("reading",))
    return bool(dated or part.content.inferred or is_read) or any(map(part.may_have, PLACING))


def left_open(part: Said, found: str) -> Diagnostic:
    """A day that a reader of another day would take for another."""
    return Diagnostic(
        code="day-left-open",
        message=f"`{found}` counts from the day of its page, and nothing says which",
        span=part.span("words"),
        severity=Severity.WARNING,
        help="say which day it means: `period:`, or a `reading` of the words",
    )
