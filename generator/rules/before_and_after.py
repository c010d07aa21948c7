"""`before-and-after`: what a quotation has `from 9 to 7` is not 7 before and 9 after (a warning).

Refuses to tell where only one of the two is wrong, which its number shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.numerals import numerals
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing, Located
from generator.rules.doubts import Pair
from generator.rules.said import Quoted, Said, parts, said

# What stands right before the figure that was, and before the one that is.
ROLE = re.compile(r"\b(from|to) (?:US)?[$€£¥]?$", re.IGNORECASE)
BEFORE = "before"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Figures called `before` that have changed places with those beside them."""
    briefing = dossier.briefing.as_read
    for part in said(briefing):
        beside = sister(briefing, part.located)
        after = parts(briefing, beside) if beside else ()
        if len(after) == 1 and not part.path:
            first = next((one for one, role in roles(part) if role == "to"), None)
            is_exchanged = only(part) == "to" and only(after[0]) == "from"
            if first and is_exchanged and part.is_whole:
                yield exchanged(part, after[0], first)


def sister(briefing: Briefing, located: Located) -> Located | None:
    """What has the key of a figure from before without that word, or the claim that it is of."""
    *above, key = (located.record.id, *map(str, located.path))
    if key == BEFORE:
        return briefing.statements.get(".".join(above))
    if not key.endswith(f"-{BEFORE}"):
        return None
    return briefing.statements.get(".".join((*above, key.removesuffix(f"-{BEFORE}"))))


def only(part: Said) -> str:
    """Whether a figure stands behind `from` or `to` alone; empty for both, or neither."""
    found = {role for _, role in roles(part)}
    return found.pop() if len(found) == 1 else ""


def roles(part: Said) -> Iterator[tuple[Quoted, str]]:
    """What stands before the number wherever a quotation has it; empty where it is neither."""
    number = part.content.value.number if part.content.value else None
    for quoted in part.quoted if number is not None else ():
        text = quoted.quotation.text
        for numeral in numerals(text):
            if number is not None and numeral.says(number):
                found = ROLE.search(text[: numeral.start])
                yield quoted, found[1].lower() if found else ""


def exchanged(part: Said, after: Said, quoted: Quoted) -> Diagnostic:
    """Two figures that have changed places."""
    one, other = part.span("value"), after.span("value")
    return Pair(
        code="before-and-after",
        message=f"`{one.text}` is the figure from before, and the quotation `{quoted.witness}` "
        f"has `from {other.text} to {one.text}`",
        span=one,
        severity=Severity.WARNING,
        labels=(Label(other, "the one after"), Label(quoted.words_span, "the quotation")),
        help="let the two change places",
    )
