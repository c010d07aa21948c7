"""`percent-or-points`: `%` and percentage points differ, and a quotation says which it means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive.computed import unit_of
from generator.derive.dossier import Dossier, Fact, Stance
from generator.derive.spelling import number_in
from generator.diagnostics import Diagnostic, Fix, Label
from generator.link import Located

POINTS = re.compile(r"percentage[ -]points?|\bpp\b|per ?cent(?:age)? points?|个百分点")
PER_CENT = re.compile(r"%|per ?cent\b(?! points?)")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every figure whose quotations all mean the other unit."""
    for fact in dossier.facts.values():
        for stance in fact.stances:
            unit = stance.content.unit or unit_of(fact.located)
            meant = _meant(stance)
            if unit in {"%", "pp"} and meant and unit not in meant:
                yield confused(fact.located, (fact, stance), next(iter(meant)))


def _meant(stance: Stance) -> set[str]:
    """The units with which the quotations print the number."""
    value = stance.content.value
    texts = [e.quote.text for e in stance.counted if e.quote]
    if value is None or not value.numbers:
        return set()
    found: set[str] = set()
    for text in texts:
        if all(number_in(number, text) for number in value.numbers):
            found |= {"pp"} if POINTS.search(text) else set()
            found |= {"%"} if PER_CENT.search(POINTS.sub("", text)) else set()
    return found


def confused(located: Located, saying: tuple[Fact, Stance], meant: str) -> Diagnostic:
    """A unit that no quotation carries."""
    _, stance = saying
    path = () if stance.key == "only" else ("positions", stance.key)
    shown = next(e for e in stance.counted if e.quote)
    quote = shown.source.places.value(("quotes", shown.key, "text"))
    name = "percentage points" if meant == "pp" else "per cent"
    return Diagnostic(
        code="percent-or-points",
        message=f"`{located.id}` and its quotation differ in unit: the quotation says {name}",
        span=located.span(*path, "unit"),
        labels=(Label(quote, "the quotation"),),
        help=f'write `unit: "{meant}"`' if meant == "%" else "write `unit: pp`",
        fix=Fix(f'"{meant}"' if meant == "%" else meant, safe=False),
    )
