"""`other-month`: a figure is of the month that its quotation sets behind the number (a warning).

Refuses figures of several months, and numbers that are followed by no month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.mentions import Mention, mentions
from generator.derive.numerals import numerals
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Located
from generator.model.dates import PartialDate
from generator.model.series import Series
from generator.rules.doubts import Pair
from generator.rules.label_differs import time_of
from generator.rules.said import Quoted, Said, said

# What stands between a number and its month: a unit of a few words.
LEADS = re.compile(r"[^\d.,;:()–—]{0,40}?\b(?:in|for|during)\s", re.IGNORECASE)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Figures that every quotation which prints them has for another month than their key."""
    for part in said(dossier.briefing.as_read):
        if found := other_month(part):
            yield differs(part, *found)


def other_month(part: Said) -> tuple[Quoted, str] | None:
    """The quotation that has a figure for another month, and the words for that."""
    month = month_of(part.located)
    found = list(printed(part)) if month else []
    if month and found and part.is_whole and not any(is_of(one, month) for _, one in found):
        quoted, one = found[0]
        return quoted, quoted.quotation.text[one.start : one.end]
    return None


def month_of(located: Located) -> PartialDate | None:
    """The month that the key of a figure names."""
    is_figure = isinstance(located.record.data, Series) and located.path[:1] == ("points",)
    time = time_of(located.key) if is_figure else None
    is_month = time and not time.is_day and time.first.replace(day=1) == time.last.replace(day=1)
    return time if is_month else None


def printed(part: Said) -> Iterator[tuple[Quoted, Mention]]:
    """The months that quotations set behind the number of a part."""
    number = part.content.value.number if part.content.value else None
    for quoted in part.quoted if number is not None else ():
        text = quoted.quotation.text
        dates = {one.start: one for one in mentions(text) if one.month}
        for numeral in numerals(text):
            led = LEADS.match(text, numeral.end)
            if number is not None and numeral.says(number) and led and led.end() in dates:
                yield quoted, dates[led.end()]


def is_of(named: Mention, month: PartialDate) -> bool:
    """Whether a month in a text can be the one of a key."""
    return named.month == month.first.month and named.year in {None, month.first.year}


def differs(part: Said, quoted: Quoted, words: str) -> Diagnostic:
    """A figure under the key of another month."""
    return Pair(
        code="other-month",
        message=f"`{part.located.key}`, and the quotation `{quoted.witness}` has the number "
        f"for {words}",
        span=part.located.key_span(),
        severity=Severity.WARNING,
        labels=(Label(quoted.words_span, "the quotation"),),
        help="mend the key, or take the number that the quotation has for its month",
    )
