"""`author-missing`: a judgement, a forecast and a claim are somebody's, and say whose."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic
from generator.rules.said import Said, said
from generator.rules.says_nothing import is_mute

# What nobody can confirm.
NATURES = {"judgement", "forecast"}


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every judgement and forecast without `by`, and every claim that is made one without it."""
    yield from nobodys_claims(dossier)
    for part in said(dossier.briefing.as_read):
        nature = part.located.statement.nature
        is_known = part.content.by or part.may_have("by")
        # Of what says nothing it is told that it does not.
        if nature in NATURES and not is_known and not is_silent(part):
            yield Diagnostic(
                code="author-missing",
                message=f"a {nature} without an author",
                span=part.located.span("nature"),
                help="add `by:`, the party, body or person that judges: nobody can confirm it",
            )


def is_silent(part: Said) -> bool:
    """Whether a statement or position says nothing, which is told of it."""
    contents = dict(part.located.statement.contents())
    return is_mute(part.located, part.path, contents[part.path])


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
