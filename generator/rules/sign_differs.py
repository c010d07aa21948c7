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
# Numbers listed behind what they are: `decreases, including 21% in July, 33% in August`.
LISTED = (
    r"[^.;]*\b(?:including|such as)\s+"
    r"(?:[\d.]+\s?(?:%|per ?cent)\s(?:in|for)\s\w+,?\s(?:and\s)?)*$"
)
LISTED_DOWN = re.compile(rf"\b(?:falls|drops|declines|decreases|slumps){LISTED}", re.IGNORECASE)
LISTED_UP = re.compile(rf"\b(?:rises|gains|increases|jumps){LISTED}", re.IGNORECASE)
# A text with a word of one way and none of the other, wherever they stand, is of that way.
ANY_DOWN = re.compile(
    r"\b(?:f[ae]ll|drop|declin|decreas|plung|slump|plummet|contract|shr[aiu]nk|slid|lower|less\b"
    r"|down|los[est])",
    re.IGNORECASE,
)
ANY_UP = re.compile(
    r"\b(?:r[io]s|gr[eo]w|increas|jump|surg|soar|climb|up\b|higher|more\b|gain|rebound|recover"
    r"|expan|accelerat|improv|doubl|tripl)",
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
    """The first quotation of a change that says it goes the other way, if none says it does not."""
    number = part.content.value.number if part.content.value else None
    if not number or not CHANGE.search(part.content.basis or ""):
        return None
    is_fall = number < 0
    places = list(printed(part, number))
    told = [quoted for quoted, text, at in places if says_other(text[:at], is_fall)]
    return told[0] if told and all(bears(text, at, is_fall) for _, text, at in places) else None


def says_other(before: str, is_fall: bool) -> bool:
    """Whether the words before a number say that it goes the other way."""
    beside, several, own = (UP, LISTED_UP, ANY_DOWN) if is_fall else (DOWN, LISTED_DOWN, ANY_UP)
    listed = several.search(before)
    return bool(beside.search(before) or (listed and not own.search(listed[0])))


def bears(text: str, at: int, is_fall: bool) -> bool:
    """Whether a text that prints a change says that it goes the other way, or nothing else."""
    other, own = (ANY_UP, ANY_DOWN) if is_fall else (ANY_DOWN, ANY_UP)
    return says_other(text[:at], is_fall) or bool(other.search(text) and not own.search(text))


def printed(part: Said, number: Decimal) -> Iterator[tuple[Quoted, str, int]]:
    """The quotations that print a number, each with its text and where it stands there."""
    for quoted in part.quoted:
        for text in quoted.texts:
            for numeral in numerals(text):
                if numeral.says(number):
                    yield quoted, text, numeral.start


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
