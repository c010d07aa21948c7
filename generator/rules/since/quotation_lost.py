"""`quotation-lost`: what was borne out by words is not left with sources alone."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.link import Located, witness_parts
from generator.model.statement import Position, Statement
from generator.rules.since.change import Change
from generator.rules.since.dispute_vanished import unquoted


def check(change: Change) -> Iterator[Diagnostic]:
    """Statements, or positions, of which every quotation was taken out and a source is left."""
    after = change.after
    for id_, located in after.briefing.as_read.statements.items():
        was = change.statement(id_)
        earlier = dict(was.statement.contents()) if was else {}
        # With the last quotation of a position a dispute is gone, which is told.
        of_dispute = unquoted(change.fact(id_), after.facts.get(id_))
        for path, content in located.statement.contents():
            if path[-1:] and path[-1] in of_dispute:
                continue
            old = earlier.get(path)
            # A witness that leads nowhere may name the quotation, and is told.
            is_known = all(map(after.briefing.as_read.source, content.witnesses))
            if old and quoted(old) and content.witnesses and is_known and not quoted(content):
                yield lost(located, path, quoted(old))


def quoted(content: Statement | Position) -> list[str]:
    """The witnesses that name a quotation."""
    return [witness for witness in content.witnesses if witness_parts(witness)[1]]


def lost(located: Located, path: tuple[str, ...], gone: list[str]) -> Diagnostic:
    """A value that nothing is held of any more."""
    what = f"the position `{path[-1]}` of `{located.id}`" if path else f"`{located.id}`"
    return Diagnostic(
        code="quotation-lost",
        message=f"{what} rests on no quotation any more, and counts for nothing",
        span=located.key_span(*path, "witnesses"),
        severity=Severity.WARNING,
        help=f"bring `{gone[0]}` back, or quote what the others print",
    )
