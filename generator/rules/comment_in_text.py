"""`comment-in-text`: a `#` behind a space begins a comment, and ends the text before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.link import Briefing
from generator.model.record import Path, Places
from generator.rules.doubts import Doubt
from generator.source import Span

# A comment of ours has a space behind its sign.
CUT = re.compile(r"[ \t]+#[^\s#][^\n]*")
# Quotes and brackets end before a comment.
CLOSED = ("'", '"', "[", "{")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Texts that a number sign cuts off."""
    for places in files(dossier.briefing):
        for path, span in places.values.items():
            found = CUT.match(span.file.text, span.end)
            is_text = span.text and not span.text.startswith(CLOSED) and not is_witness(path)
            if found and is_text and not is_open(span):
                yield cut(span.file.span(*found.span()))


def files(briefing: Briefing) -> Iterator[Places]:
    """The places of all records, of the edition and of the ids that moved."""
    yield from (record.places for record in briefing.as_read.records.values())
    yield briefing.edition_places
    if briefing.moved_places:
        yield briefing.moved_places


def is_witness(path: Path) -> bool:
    """Whether it is a witness: what it loses is its quotation, of which another rule knows."""
    return "witnesses" in path[-2:]


def is_open(span: Span) -> bool:
    """Whether the comment leaves a bracket open, as is told of it."""
    before = span.file.text[: span.end].rpartition("\n")[2]
    return any(before.count(sign) > before.count(end) for sign, end in ("[]", "{}"))


def cut(rest: Span) -> Diagnostic:
    """A text that ends before a number sign."""
    return Doubt(
        code="comment-in-text",
        message=f"`{rest.text.strip()}` is a comment here, for the space before the `#`",
        span=rest,
        severity=Severity.WARNING,
        help="put the whole text in quotes, or a space behind the `#` of a comment",
    )
