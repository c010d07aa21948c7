"""`value-not-in-quotation`: a number or date stands in one of the quotations it rests on.

What is inferred or computed says so, and what has no quotation at all is shown as such.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.counting import listed
from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label
from generator.rules.said import Said, nowhere, said
from generator.rules.unprinted import Unprinted
from generator.rules.wanted import Wanted, elsewhere, found_there, missing

# So many quotations are shown of what stands in none of them.
SHOWN = 3


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Numbers and dates that none of their quotations carries."""
    for part in said(dossier.briefing.as_read):
        by_key: dict[str, list[Wanted]] = {}
        for wanted in missing(part):
            by_key.setdefault(wanted.key, []).append(wanted)
        # The numbers of one text are told together.
        yield from (unprinted(part, *several) for several in by_key.values())


def unprinted(part: Said, wanted: Wanted, *others: Wanted) -> Unprinted:
    """A number or date that rests on nothing that is quoted, and others of the same key."""
    shown = listed([f"`{one.shown}`" for one in (wanted, *others)])
    if other := elsewhere(part, wanted):
        source, key = other
        words = source.places.value(("quotes", key, "text"))
        labels = [Label(words, f"`{wanted.shown}` stands here")]
        help_ = f"correct it, or add the witness `{source.id}#{key}` if it rests on that"
    else:
        labels = [Label(one.words_span, found_there(one, wanted)) for one in part.quoted[:SHOWN]]
        help_ = f"correct it, quote the words that carry it, or say why: {_reason(wanted.key)}"
    return Unprinted(
        code="value-not-in-quotation",
        message=f"{shown} {'stand' if others else 'stands'} in {nowhere(part.quoted)}",
        span=part.span(wanted.key),
        labels=tuple(labels),
        help=help_,
        part=part,
        wanted=wanted,
    )


def _reason(key: str) -> str:
    return "`inferred: why`" if key == "value" else f"`inferred: {{{key}: why}}`"
