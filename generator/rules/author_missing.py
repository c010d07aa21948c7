"""`author-missing`: a judgement or forecast is somebody's, and says whose."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic
from generator.rules.said import said


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every judgement and forecast without `by`."""
    for part in said(dossier.briefing):
        nature = part.located.statement.nature
        if nature in {"judgement", "forecast"} and not part.content.by:
            yield Diagnostic(
                code="author-missing",
                message=f"a {nature} without an author",
                span=part.located.span("nature"),
                help="add `by:`, the party, body or person that judges: nobody can confirm it",
            )
