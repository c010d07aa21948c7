"""`same-witness`: a side that did not speak of something speaks of it by words, and not by silence.

Refuses to judge what was looked through for it: its witnesses are the editor's choice.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Located
from generator.rules.said import parts
from generator.rules.since.borne import is_borne_anew, said_before
from generator.rules.since.change import Change


def check(change: Change) -> Iterator[Diagnostic]:
    """Statements of which a side is silent no more, though nobody is quoted anew."""
    for id_, now in change.after.briefing.as_read.statements.items():
        was = change.statement(id_)
        kept = now.statement.silent
        gone = [one for one in (was.statement.silent if was else ()) if change.led(one) not in kept]
        if gone and not now.may_have("silent") and not is_spoken(change, now):
            yield Diagnostic(
                code="same-witness",
                message=f"by `{id_}` `{gone[0]}` was silent, and no witness has new words",
                span=now.key_span("silent"),
                severity=Severity.WARNING,
                labels=(Label(now.key_span("witnesses"), "these have not changed"),),
                help="quote what it said, or leave it under `silent`",
            )


def is_spoken(change: Change, now: Located) -> bool:
    """Whether somebody is quoted who was not."""
    said = parts(change.after.briefing.as_read, now)
    return any(is_borne_anew(change, said_before(change, part), part) for part in said)
