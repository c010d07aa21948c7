"""`comment-in-text`: a `#` behind a space begins a comment, and ends the text before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.model.fields import WITNESS
from generator.rules.doubts import Doubt
from generator.source import Span

# A comment of ours has a space behind its sign.
CUT = re.compile(r"[ \t]+#[^\s#][^\n]*")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Texts that a number sign cuts off."""
    for record in dossier.briefing.as_read.records.values():
        for span in record.places.values.values():
            found = CUT.match(span.file.text, span.end)
            # What a witness loses is its quotation, of which another rule knows.
            if found and span.text and not WITNESS.fullmatch(span.text):
                yield cut(span, span.file.span(*found.span()))


def cut(text: Span, rest: Span) -> Diagnostic:
    """A text that ends before a number sign."""
    return Doubt(
        code="comment-in-text",
        message=f"`{rest.text.strip()}` is a comment here, for the space before the `#`",
        span=rest,
        severity=Severity.WARNING,
        help="put the whole text in quotes, or a space behind the `#` of a comment",
    )
