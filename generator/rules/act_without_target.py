"""`act-without-target`: an act says what it acts upon."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic
from generator.rules.said import Said, said


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts, other than promises, without a target."""
    for part in said(dossier.briefing):
        if part.content.does not in {None, "undertake"} and not part.content.target:
            yield targetless(part)


def targetless(part: Said) -> Diagnostic:
    """An act that changes the state of nothing."""
    return Diagnostic(
        code="act-without-target",
        message=f"`{part.content.does}` names no `target`",
        span=part.span("does"),
        help="add `target:` with the id of an agreement, measure, part or term; "
        "a promise is `does: undertake` with `says`",
    )
