"""`status-typed`: a status follows from the witnesses and is never written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier, Fact
from generator.derive.dossier import Status
from generator.diagnostics import Diagnostic, Fix
from generator.link import Located
from generator.rules.said import all_statements, is_whole
from generator.source import Span
from generator.yaml.lines import end_of_line, start_of_line

LINE = re.compile(r"\s*status:\s*[\w ]*")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statuses that were written, and lowered ones that lower nothing."""
    for located in all_statements(dossier.briefing.as_read):
        if located.statement.status is not None:
            yield typed(located, dossier.facts.get(located.id))
    for fact in dossier.facts.values():
        wish = fact.statement.lowered
        raised = wish and not fact.lowered and wish.on.last <= dossier.day
        if raised and fact.status and is_whole(dossier.briefing, fact.located):
            yield not_lowered(fact, fact.status)


def typed(located: Located, fact: Fact | None) -> Diagnostic:
    """A word where none is due."""
    follows = f"here it is `{fact.status.value}`; " if fact and fact.status else ""
    return Diagnostic(
        code="status-typed",
        message=f"`status: {located.statement.status}` is written, and a status always follows",
        span=located.key_span("status"),
        help=f"take the line out; {follows}`lowered: {{to, why, on}}` weakens it",
        fix=without_line(located.key_span("status")),
    )


def without_line(key: Span) -> Fix | None:
    """The line taken out, where nothing else stands on it: no fact and no comment."""
    if not LINE.fullmatch(key.file.line(key.line)):
        return None
    text = key.file.text
    line = key.file.span(start_of_line(text, key.start), end_of_line(text, key.end))
    return Fix("", safe=True, span=line)


def not_lowered(fact: Fact, follows: Status) -> Diagnostic:
    """A wish for a status as strong as the one that follows, or stronger."""
    assert fact.statement.lowered
    wish = fact.statement.lowered.to
    return Diagnostic(
        code="status-typed",
        message=f"`{wish}` is not weaker than `{follows.value}`, the status that follows",
        span=fact.located.span("lowered", "to"),
        help="`lowered` only weakens: take it out, or correct the witnesses",
    )
