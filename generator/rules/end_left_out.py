"""`end-left-out`: an act has the end that its quotation names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.mentions import mentions
from generator.derive.numerals import SMALL
from generator.diagnostics import Diagnostic, Label, Severity
from generator.rules.said import Quoted, Said, said

COUNT = rf"(?:an?|{'|'.join(SMALL)}|\d{{1,4}})"
UNIT = r"(?:day|month|year)s?"
LASTING = re.compile(
    rf"\b(?:for|period of) (?:a period of |an initial |another |an additional )?{COUNT}"
    rf"[ -]?(?:calendar )?{UNIT}\b|\b{COUNT}[- ]{UNIT} (?:suspension|pause|truce|extension)\b",
    re.IGNORECASE,
)
UNTIL = re.compile(r"\b(?:until|till|through)\s*$", re.IGNORECASE)
# What began once and for all lasts for no time that could be named.
FINAL = {"end", "replace", "undertake"}
ENDS = ("until", "through", "for", "inferred")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts for which a quotation names a length of time, or a last day, that is written nowhere."""
    for part in said(dossier.briefing.as_read):
        # With its target an act may have lost its end, which is told of the two.
        is_whole = part.content.target or part.may_have("target")
        if is_whole and (found := unwritten(part)):
            yield left_out(part, *found)


def unwritten(part: Said) -> tuple[Quoted, str] | None:
    """The end that a quotation of an act names and the act does not; None where there is none."""
    if part.content.does in {None, *FINAL} or is_ended(part):
        return None
    return next(ends(part), None)


def is_ended(part: Said) -> bool:
    """Whether an end is written, in whatever way, or may be."""
    content = part.content
    is_said = content.until or content.through or content.for_ or "for" in content.inferred
    return bool(is_said) or any(map(part.may_have, ENDS))


def ends(part: Said) -> Iterator[tuple[Quoted, str]]:
    """The lengths of time and the last days that the quotations name."""
    for quoted in part.quoted:
        for text in quoted.texts:
            yield from ((quoted, found) for found in named_in(text))


def named_in(text: str) -> Iterator[str]:
    """The ends that a text names, in its words."""
    if lasting := LASTING.search(text):
        yield lasting[0]
    for mention in mentions(text):
        if until := UNTIL.search(text[: mention.start]):
            yield text[until.start() : mention.end]


def left_out(part: Said, quoted: Quoted, named: str) -> Diagnostic:
    """An act that would seem to last for ever."""
    return Diagnostic(
        code="end-left-out",
        message=f"the quotation says `{named}`, and the act names no end",
        span=part.span("does"),
        severity=Severity.WARNING,
        labels=(Label(quoted.words_span, "the quotation"),),
        help="add `for:`, `until:` or `through:`; where it is of something else, say so: "
        "`inferred: {for: why}`",
    )
