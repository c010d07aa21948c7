"""`one-position`: positions are several answers, never one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic
from generator.link import Located


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statements with a single position."""
    for located in dossier.briefing.as_read.statements.values():
        if len(located.statement.positions) == 1 and not has_gap(located):
            yield alone(located)


def has_gap(located: Located) -> bool:
    """Whether another position may be written, which cannot be read."""
    path = (*located.path, "positions")
    unread = located.record.unread
    return located.path in unread or any(gap[: len(path)] == path for gap in unread)


def alone(located: Located) -> Diagnostic:
    """A position without another to differ from."""
    (key,) = located.statement.positions
    return Diagnostic(
        code="one-position",
        message=f"`{key}` is the only position",
        span=located.key_span("positions", key),
        help="write its keys beside each other without `positions`, or add what another holds; "
        "silence is no position: `silent: {party: {witnesses}}`",
    )
