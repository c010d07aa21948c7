"""`attendance-differs`: who stayed away is not told to have come, nor the other way (a warning).

Whoever headed a side was there, whatever the quotations have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.spelling import names_in
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.record import Path, Record
from generator.model.round import Round
from generator.rules.doubts import Doubt, Pair
from generator.rules.said import Said, said

# Words without which nobody is said to have stayed away.
NONE = re.compile(
    r"\b(?:not?|none|nobody|cannot|never|nor|without|absen\w+|skip\w*|miss\w*|exclud\w+|instead|alone"
    r"|declin\w+|remain\w*|stay\w*|withdr\w+|pull\w* out|fail\w*|sent|sends|deput\w+|empty)\b"
    r"|n['’]t\b|[未没沒不缺无無]",
    re.IGNORECASE,
)
# Words by which somebody is.
AWAY = re.compile(
    r"\b(?:not|never)\s+(?:\w+\s+)?(?:present|attend\w*|tak\w+ part)\b|\bwas absent\b"
    r"|缺席|未出席|没有出席",
    re.IGNORECASE,
)
CLAUSES = re.compile(r"[,;:.]| but | and | while ")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Attendances that all their quotations speak against."""
    yield from absent_heads(dossier.briefing.as_read)
    for part in said(dossier.briefing.as_read):
        written = part.content.attendance
        texts = [" ".join(quoted.texts) for quoted in part.quoted]
        is_held = part.is_whole and "attendance" not in part.content.inferred
        if not written or not texts or not is_held or not names_in(names(part), " ".join(texts)):
            continue
        if written == "present" and all(is_away(part, text) for text in texts):
            yield differs(part, "`present`, and the quotation tells who stayed away")
        if written == "absent" and not any(map(NONE.search, texts)):
            yield differs(part, "`absent`, and no quotation tells of anybody who stayed away")


def absent_heads(briefing: Briefing) -> Iterator[Diagnostic]:
    """Persons who head a side of the round from which they stayed away."""
    for record in briefing.of_kind("round"):
        assert isinstance(record.data, Round)
        for party, lead in record.data.leads.items():
            for key, one in record.data.delegations.get(party, {}).items():
                at = ("delegations", party, key, "attendance")
                if one.attendance == "absent" and one.person in lead.people:
                    path = ("leads", party, "people", lead.people.index(one.person))
                    yield absent_head(record, at, path)


def absent_head(record: Record, at: Path, lead: Path) -> Diagnostic:
    """Somebody who stayed away and headed a side, of which one is wrong."""
    span = record.places.value(lead)
    return Pair(
        code="attendance-differs",
        message=f"`absent`, and `{span.text}` headed the side",
        span=record.places.value(at),
        severity=Severity.WARNING,
        labels=(Label(span, "the head"),),
        help="mend the one that is wrong: whoever heads a side takes part",
    )


def names(part: Said) -> tuple[str, ...]:
    """What the person of an attendance is called."""
    record = part.briefing.records.get(part.content.person or "")
    return record.data.names if record else ()


def is_away(part: Said, text: str) -> bool:
    """Whether a clause tells that the person stayed away."""
    clauses = (clause for clause in CLAUSES.split(text) if AWAY.search(clause))
    return any(names_in(names(part), clause) for clause in clauses)


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
