"""`sign-differs`: a change goes the way that its quotation says, down or up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.derive import Dossier
from generator.derive.numerals import numerals
from generator.diagnostics import Diagnostic, Label
from generator.rules.said import Quoted, Said, said

ABOUT = r"\s+(?:by\s+)?(?:about |some |nearly |around |roughly |almost |more than |as much as )?$"
DOWN = re.compile(
    r"\b(?:f[ae]ll(?:s|en|ing)?|dropp?(?:s|ed|ing)?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)"
    rf"|plung(?:es?|ed|ing)|slump(?:s|ed|ing)?|plummet(?:s|ed|ing)?|down){ABOUT}",
    re.IGNORECASE,
)
UP = re.compile(
    r"\b(?:ros[ei]n?|ris(?:es|ing)|gr[eo]w(?:s|n|ing)?|increas(?:es?|ed|ing)|jump(?:s|ed|ing)?"
    rf"|surg(?:es?|ed|ing)|soar(?:s|ed|ing)?|climb(?:s|ed|ing)?|up){ABOUT}",
    re.IGNORECASE,
)
# A change by its basis, such as `year on year`; one called a fall has no sign.
CHANGE = re.compile(r"\b(\w+) on \1\b")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Changes whose quotations say the other way, wherever they print them."""
    for part in said(dossier.briefing.as_read):
        if quoted := turned(part):
            yield differs(part, quoted)


def turned(part: Said) -> Quoted | None:
    """The first quotation of a change that says it goes the other way, if all that print it do."""
    number = part.content.value.number if part.content.value else None
    if not number or not CHANGE.search(part.content.basis or ""):
        return None
    other, places = UP if number < 0 else DOWN, list(printed(part, number))
    return places[0][0] if places and all(other.search(before) for _, before in places) else None


def printed(part: Said, number: Decimal) -> Iterator[tuple[Quoted, str]]:
    """The quotations that print a number, with what stands before it."""
    for quoted in part.quoted:
        for text in quoted.texts:
            for numeral in numerals(text):
                if numeral.says(number):
                    yield quoted, text[: numeral.start]


def differs(part: Said, quoted: Quoted) -> Diagnostic:
    """A fall that is written as a rise, or a rise that is written as a fall."""
    assert part.content.value
    written = part.content.value.text
    is_rise = not written.startswith("-")
    meant = f"-{written}" if is_rise else written.replace("-", "", 1)
    return Diagnostic(
        code="sign-differs",
        message=f"`{written}` goes the other way: the quotation says {'down' if is_rise else 'up'}",
        span=part.span("value"),
        labels=(Label(quoted.words_span, "the quotation"),),
        help=f"write `{meant}`",
    )
