"""`one-position`: positions are several answers, never one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic
from generator.link import Located


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statements with a single position."""
    for located in dossier.briefing.statements.values():
        if len(located.statement.positions) == 1:
            yield alone(located)


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
