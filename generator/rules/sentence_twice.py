"""`sentence-twice`: a text says each of its sentences once (a warning)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.rules.doubts import Doubt
from generator.rules.passages import Passage, passages
from generator.source import Span

# What ends a sentence; the dots of an id in a reference end nothing.
STOP = re.compile(r"[.!?](?=[\s'\"]|\Z)")
# How a text begins in its file: the sign of a block, or a quote.
HEAD = re.compile(r"[>|][-+\d]*\s+|['\"]")
# What is shorter may be said again for its sound.
WORDS = 4


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sentences that stand in a text a second time."""
    for passage in passages(dossier):
        first: dict[str, Span] = {}
        for words, span in sentences(passage):
            if first.setdefault(words, span) is not span:
                yield again(span, first[words])


def sentences(passage: Passage) -> Iterator[tuple[str, Span]]:
    """The sentences of a text with their places, without what parts their lines."""
    for whole in passage.spans:
        head = HEAD.match(whole.text)
        start = head.end() if head else 0
        for stop in STOP.finditer(whole.text, start):
            words = whole.text[start : stop.end()].split()
            if len(words) >= WORDS:
                # The space before it is none of it.
                begin = whole.text.index(words[0], start)
                yield (
                    " ".join(words),
                    whole.file.span(whole.start + begin, whole.start + stop.end()),
                )
            start = stop.end()


def again(span: Span, first: Span) -> Diagnostic:
    """A sentence that was pasted twice."""
    return Doubt(
        code="sentence-twice",
        message="this sentence stands in the text a second time",
        span=span,
        severity=Severity.WARNING,
        labels=(Label(first, "first here"),),
        help="take one out",
    )
