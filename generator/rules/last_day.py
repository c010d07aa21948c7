"""`last-day`: `through` is the last day on which something holds, `until` the first it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.mentions import Mention, mentions
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.dates import PartialDate
from generator.rules.said import Quoted, Said, said

THROUGH = re.compile(r"\b(?:through|up to and including)\s*$", re.IGNORECASE)
UNTIL = re.compile(r"\b(?:until|till)\s*$", re.IGNORECASE)
# Each key with the words of a quotation that ask for the other.
OTHERS = {"until": THROUGH, "through": UNTIL}
# The other, how far it is off, and what it is.
MEANT = {
    "until": ("through", "short", "the last day"),
    "through": ("until", "long", "the first day on which it no longer holds"),
}


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Ends that their quotations name with the word of the other key."""
    for part in said(dossier.briefing.as_read):
        for key, word in OTHERS.items():
            day = getattr(part.content, key)
            if day and (found := next(named(part, day, word), None)):
                yield differs(part, key, *found)


def named(part: Said, day: PartialDate, word: re.Pattern[str]) -> Iterator[tuple[Quoted, str]]:
    """Where the quotations have a day behind a word, in their words."""
    for quoted in part.quoted:
        for text in quoted.texts:
            for mention in mentions(text):
                found = word.search(text[: mention.start])
                if found and is_day(mention, day):
                    yield quoted, text[found.start() : mention.end]


def is_day(mention: Mention, day: PartialDate) -> bool:
    """Whether a text names a day."""
    return (mention.month, mention.day) == (day.first.month, day.first.day)


def differs(part: Said, key: str, quoted: Quoted, words: str) -> Diagnostic:
    """An end that would be a day early or late."""
    other, how, meant = MEANT[key]
    return Diagnostic(
        code="last-day",
        message=f"the quotation says `{words}`, and `{key}` makes it a day too {how}",
        span=part.span(key),
        severity=Severity.WARNING,
        labels=(Label(quoted.words_span, "the quotation"),),
        help=f"write `{other}:`, which is {meant}",
    )
