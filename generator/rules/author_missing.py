"""`author-missing`: a judgement, a forecast and a claim are somebody's, and say whose."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic
from generator.rules.said import said


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every judgement and forecast without `by`, and every claim that is made one without it."""
    yield from nobodys_claims(dossier)
    for part in said(dossier.briefing.as_read):
        nature = part.located.statement.nature
        if nature in {"judgement", "forecast"} and not (part.content.by or part.may_have("by")):
            yield Diagnostic(
                code="author-missing",
                message=f"a {nature} without an author",
                span=part.located.span("nature"),
                help="add `by:`, the party, body or person that judges: nobody can confirm it",
            )


def nobodys_claims(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statements that are lowered to the word of nobody."""
    for located in dossier.briefing.statements.values():
        statement = located.statement
        by = any(content.by for _, content in statement.contents())
        if statement.lowered and statement.lowered.to == "claimed" and not by:
            yield Diagnostic(
                code="author-missing",
                message="a claim of nobody",
                span=located.span("lowered", "to"),
                help="add `by:`, the party, body or person that claims it, or lower to `reported`",
            )
