"""`quotation-cut-off`: a space before `#` makes a comment of the quotation that a witness names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Fix
from generator.rules.said import said

KEY = re.compile(r"[ \t]+#([\w-]+(?:/[\w-]+)*)")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Witnesses without a quotation, with a comment behind them that is the key of one."""
    briefing = dossier.briefing.as_read
    for part in said(briefing):
        for witness, span in part.witnesses:
            found = KEY.match(span.file.text, span.end)
            source = briefing.source(witness)
            if found and source and "#" not in witness and found[1] in source.keys:
                whole = f"{witness}#{found[1]}"
                yield Diagnostic(
                    code="quotation-cut-off",
                    message=f"`{found[0].strip()}` is a comment here, for the space before it",
                    span=span.file.span(*found.span()),
                    help=f"write `{whole}`",
                    fix=Fix(whole, safe=False, span=span.file.span(span.start, found.end())),
                )
