"""Delegates: who they are, and whether they came."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.spelling import names_in
from generator.diagnostics import Diagnostic
from generator.rules.shared import QuotedStatement, quoted_statements

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


def attendance_differs(dossier: Dossier) -> Iterator[Diagnostic]:
    """Attendances that all their quotations speak against."""
    for part in quoted_statements(dossier.briefing):
        record = part.briefing.records.get(part.content.person or "")
        texts = [" ".join(quoted.texts) for quoted in part.quoted]
        written = part.content.attendance if "attendance" not in part.content.inferred else None
        if not record or not names_in(record.data.names, " ".join(texts)):
            continue
        if written == "present" and all(is_away(record.data.names, text) for text in texts):
            yield differs(part, "`present`, and the quotation says who stayed away")
        if written == "absent" and not any(map(NONE.search, texts)):
            yield differs(part, "`absent`, and no quotation says that anybody stayed away")


def is_away(names: tuple[str, ...], text: str) -> bool:
    """Whether a clause says that the person stayed away."""
    return any(names_in(names, one) for one in CLAUSES.split(text) if AWAY.search(one))


def differs(part: QuotedStatement, message: str) -> Diagnostic:
    """An attendance that was most likely the other one."""
    return Diagnostic(
        "attendance-differs",
        message,
        part.span("attendance"),
        labels=tuple(quoted.label for quoted in part.quoted),
        help="write the other one, quote other words, or say why: `inferred: {attendance: why}`",
    )


def delegate_unsaid(dossier: Dossier) -> Iterator[Diagnostic]:
    """Delegates without a person, or without a word on whether they were there."""
    for part in quoted_statements(dossier.briefing):
        content = part.content
        is_delegate = part.located.record.kind == "round" and part.located.path[0] == "delegations"
        if not is_delegate or content.words or content.says or content.value or content.title:
            continue
        key = "" if content.attendance else "attendance"
        key = key if content.person or content.people or content.label else "person"
        if key:
            yield Diagnostic(
                "delegate-unsaid",
                f"`{part.located.key}` has no `{key}`",
                part.located.key_span(*part.path),
                help="add `person:` with the id of who it is"
                if key == "person"
                else "add `attendance: present`, `absent` or `expected`",
            )
