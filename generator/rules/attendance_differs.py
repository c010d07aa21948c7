"""`attendance-differs`: who stayed away is not told to have come, nor the other way (a warning)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.rules.doubts import Doubt
from generator.rules.said import Said, said

# Words without which nobody is said to have stayed away.
NONE = re.compile(
    r"\b(?:not?|never|nor|without|absen\w+|skip\w*|miss\w*|exclud\w+|instead|alone|stay\w*)\b|n't\b"
    r"|[未没沒不缺无無]",
    re.IGNORECASE,
)
# Words by which somebody is.
AWAY = re.compile(
    r"\b(?:not|never)\s+(?:\w+\s+)?(?:present|attend\w*|join\w*|participat\w+|tak\w+ part|come)\b"
    r"|\babsent\b|缺席|未出席|没有出席",
    re.IGNORECASE,
)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Attendances that all their quotations speak against."""
    for part in said(dossier.briefing.as_read):
        written = part.content.attendance
        texts = [" ".join(quoted.texts) for quoted in part.quoted]
        if not texts or not part.is_whole or "attendance" in part.content.inferred:
            continue
        if written == "present" and all(map(AWAY.search, texts)):
            yield differs(part, "`present`, and the quotation tells who stayed away")
        if written == "absent" and not any(map(NONE.search, texts)):
            yield differs(part, "`absent`, and no quotation tells of anybody who stayed away")


def differs(part: Said, message: str) -> Diagnostic:
    """An attendance that was most likely the other one."""
    return Doubt(
        code="attendance-differs",
        message=message,
        span=part.span("attendance"),
        severity=Severity.WARNING,
        labels=tuple(Label(quoted.words_span, "the words") for quoted in part.quoted),
        help="write the other one, quote other words, or say why: `inferred: {attendance: why}`",
    )
