"""`quotation-cut-off`: a space before `#` makes a comment of the quotation that a witness names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Fix
from generator.model.source import Source
from generator.rules.said import said
from generator.source import Span

KEY = re.compile(r"[ \t]+#([\w-]+(?:/[\w-]+)*)")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Witnesses without a quotation, with a comment behind them that is the key of one."""
    briefing = dossier.briefing.as_read
    for part in said(briefing):
        for witness, span in part.witnesses:
            found = KEY.match(span.file.text, span.end)
            source = briefing.source(witness)
            if found and source and is_lost(witness, source, found[1]) and not is_open(span):
                whole = f"{witness}#{found[1]}"
                yield Diagnostic(
                    code="quotation-cut-off",
                    message=f"`{found[0].strip()}` is a comment here, for the space before it",
                    span=span.file.span(*found.span()),
                    help=f"write `{whole}`",
                    fix=Fix(whole, safe=False, span=span.file.span(span.start, found.end())),
                )


def is_lost(witness: str, source: Source, key: str) -> bool:
    """Whether a witness names no quotation, and a comment behind it one of its source."""
    return "#" not in witness and key in source.keys


def is_open(span: Span) -> bool:
    """Whether a list is open there, which the comment leaves open, as is told of it."""
    before = span.file.line(span.line)[: span.column - 1]
    return before.count("[") > before.count("]")
