"""`words-not-in-quotation`: words in a source's own words stand in one of the quotations."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Label
from generator.rules.said import Said, nowhere, said
from generator.rules.unprinted import Unprinted
from generator.rules.wanted import WORDS, Wanted, elsewhere, is_misprinted, words


def check(dossier: Dossier) -> Iterator[Unprinted]:
    """Words that none of their quotations has, where all of these are held."""
    for part in said(dossier.briefing.as_read):
        one = words(part) if part.quoted and part.is_whole else None
        # A number in them that is misprinted is told already.
        if one and not any(map(one.stands_in, part.quoted)) and not is_misprinted(part, WORDS):
            yield unprinted(part, one)


def unprinted(part: Said, one: Wanted) -> Unprinted:
    """Words that are ours, or another's than the source's."""
    label = Label(part.quoted[0].words_span, "the quotation")
    hint = (
        "take the source's own words, write a sentence of yours in `says`, or say why: "
        f"`inferred: {{{WORDS}: why}}`"
    )
    if other := elsewhere(part, one):
        label = Label(other[0].places.value(("quotes", other[1], "text")), "they stand here")
        hint = f"name the witness `{other[0].id}#{other[1]}`"
    return Unprinted(
        code="words-not-in-quotation",
        message=f"`{one.shown}` stands in {nowhere(part.quoted)}",
        span=part.span(WORDS),
        labels=(label,),
        help=hint,
        part=part,
        wanted=one,
    )
