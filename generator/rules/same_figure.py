"""`same-figure`: two statements of a record take no single number from a quotation (a warning).

Refuses positions of one statement, which may agree, and values that are inferred.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from generator.derive import Dossier
from generator.derive.charts import change_of
from generator.derive.mentions import mentions
from generator.derive.numerals import Numeral, numerals
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.rules.doubts import Pair
from generator.rules.other_month import month_of, other_month, printed
from generator.rules.said import Quoted, Said, said
from generator.rules.wanted import is_inside

# A record, a quotation, and a number that the one takes from the other.
Taken = tuple[str, str, Decimal]
# What says that a number is that of several things.
EACH = re.compile(r"\b(?:each|both|respectively|alike|either|as well as|also)\b|\band on\b", re.I)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Numbers that two statements have from one place, beside one that nothing has."""
    found = takers(dossier.briefing.as_read)
    taken = {(witness, number) for _, witness, number in found}
    for (_, _, number), several in found.items():
        for (first, quoted), (second, _) in combinations(several, 2):
            is_open = is_of_two_months(first, second) or has_free(quoted, taken)
            is_again = is_shared(first, second) and is_single(quoted, number) and is_open
            # Which of the two it is not the figure of is told there.
            if is_again and not (other_month(first) or other_month(second)):
                yield again(first, second, quoted)
                break


def takers(briefing: Briefing) -> dict[Taken, list[tuple[Said, Quoted]]]:
    """What takes a number from a quotation, record by record."""
    found: dict[Taken, list[tuple[Said, Quoted]]] = defaultdict(list)
    for part in said(briefing):
        value = part.content.value
        if value and value.number is not None and "value" not in part.content.inferred:
            for quoted in part.quoted:
                number = abs(value.number)
                found[part.located.record.id, quoted.witness, number].append((part, quoted))
    return found


def is_shared(first: Said, second: Said) -> bool:
    """Whether two statements count the same, so that one number cannot be the value of both."""
    return first.located is not second.located and first.content.unit == second.content.unit


def is_of_two_months(first: Said, second: Said) -> bool:
    """Whether two figures of a series are of two months, of which no quotation names either."""
    months = [month_of(one.located) for one in (first, second)]
    keys = [one.located.key for one in (first, second)]
    is_alike = change_of(keys[0]) == change_of(keys[1])
    is_named = any(any(printed(one)) for one in (first, second))
    return all(months) and months[0] != months[1] and is_alike and not is_named


def is_single(quoted: Quoted, number: Decimal) -> bool:
    """Whether a quotation has a number once, and not of each of several things."""
    text = quoted.quotation.text
    return not EACH.search(text) and sum(one.says(number) for one in numbers(text)) == 1


def has_free(quoted: Quoted, taken: set[tuple[str, Decimal]]) -> bool:
    """Whether a quotation has a number that nothing takes from it."""
    found = (abs(one.number) for one in numbers(quoted.quotation.text))
    return any((quoted.witness, number) not in taken for number in found)


def numbers(text: str) -> list[Numeral]:
    """The numbers of a text that are no part of a date."""
    dates = mentions(text)
    return [one for one in numerals(text) if not is_inside(one, dates)]


def again(first: Said, second: Said, quoted: Quoted) -> Diagnostic:
    """A value that another statement takes from the same place."""
    shown = second.span("value")
    return Pair(
        code="same-figure",
        message=f"`{shown.text}` stands once in the quotation `{quoted.witness}`, and "
        f"`{first.located.key or first.located.id}` takes it too",
        span=shown,
        severity=Severity.WARNING,
        labels=(
            Label(first.span("value"), "taken here too"),
            Label(quoted.words_span, "the quotation"),
        ),
        help="correct the one of the two that is another number of the quotation; where both are "
        "this one, say why: `inferred: why`",
    )
