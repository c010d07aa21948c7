"""`word-misspelt`: what sources or figures are sorted by is a slip away from others (a warning).

It stands once, the other more often: readers who sort by it find one where there are two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive import Dossier
from generator.derive.slips import Slips
from generator.derive.units import unit
from generator.diagnostics import Diagnostic, Fix, Label, Severity
from generator.link import Briefing
from generator.model.series import Series
from generator.model.source import Source
from generator.rules.doubts import Doubt
from generator.rules.said import said
from generator.source import Span

# What figures are sorted by.
SORTING = ("category", "flow", "basis", "unit")


@dataclass(frozen=True, slots=True)
class Use:
    """A text that sorts, the key that holds it, and its place."""

    key: str
    text: str
    span: Span


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Texts that stand once, and are all but one that stands more often behind the same key."""
    by_key: dict[str, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    # What positions share stands once.
    for use in dict.fromkeys(uses(dossier.briefing.as_read)):
        by_key[use.key][use.text].append(use)
    for texts in by_key.values():
        shared = Slips(text for text, places in texts.items() if len(places) > 1)
        for text, places in texts.items():
            # A unit that is known is what it says, also of one figure.
            is_known = places[0].key == "unit" and unit(text) is not None
            if len(places) == 1 and not is_known and (near := shared.of(text)):
                yield misspelt(places[0], texts[near[0]][0])


def uses(briefing: Briefing) -> Iterator[Use]:
    """The texts that sort sources, series and figures."""
    for record in briefing.records.values():
        keys = {Source: ("kind",), Series: SORTING}.get(type(record.data), ())
        for key in keys:
            if text := getattr(record.data, key, None):
                yield Use(key, text, record.places.value((key,)))
    for part in said(briefing):
        for key in SORTING:
            if text := getattr(part.content, key):
                yield Use(key, text, part.span(key))


def misspelt(use: Use, other: Use) -> Diagnostic:
    """A text that was most likely meant to be another."""
    return Doubt(
        code="word-misspelt",
        message=f"`{use.key}: {use.text}` stands here alone",
        span=use.span,
        severity=Severity.WARNING,
        labels=(Label(other.span, "here and elsewhere so"),),
        help=f"did you mean `{other.text}`?",
        fix=Fix(other.text, safe=False) if use.span.text == use.text else None,
    )
