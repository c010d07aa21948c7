"""`words-not-in-quotation`: words in a source's own words stand in one of the quotations."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.spelling import words_in
from generator.diagnostics import Diagnostic, Label
from generator.rules.said import Said, nowhere, said
from generator.rules.value_not_in_quotation import is_misprinted

KEY = "words"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Words that none of their quotations has, where all of these are held."""
    for part in said(dossier.briefing.as_read):
        due = part.quoted and part.is_whole and KEY not in part.content.inferred
        # A number in them that is misprinted is told already.
        if due and not _stands(part) and not is_misprinted(part, KEY):
            yield unprinted(part)


def _stands(part: Said) -> bool:
    words = part.content.words
    texts = (text for quoted in part.quoted for text in quoted.texts)
    return words is None or any(words_in(words, text) for text in texts)


def unprinted(part: Said) -> Diagnostic:
    """Words that are ours, or another's than the source's."""
    return Diagnostic(
        code="words-not-in-quotation",
        message=f"`{part.content.words}` stands in {nowhere(part.quoted)}",
        span=part.span(KEY),
        labels=(Label(part.quoted[0].words_span, "the quotation"),),
        help="take the source's own words, write a sentence of yours in `says`, or say why: "
        f"`inferred: {{{KEY}: why}}`",
    )
