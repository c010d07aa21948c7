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
from generator.derive.mentions import mentions
from generator.derive.numerals import numerals
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.rules.doubts import Pair
from generator.rules.other_month import other_month
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
            is_again = is_shared(first, second) and is_single(quoted, number, taken)
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


def is_single(quoted: Quoted, number: Decimal, taken: set[tuple[str, Decimal]]) -> bool:
    """Whether a quotation has a number once, and another one that nothing takes from it."""
    text = quoted.quotation.text
    if EACH.search(text):
        return False
    dates = mentions(text)
    others = [one for one in numerals(text) if not is_inside(one, dates)]
    free = [one for one in others if (quoted.witness, abs(one.number)) not in taken]
    return sum(one.says(number) for one in others) == 1 and bool(free)


def again(first: Said, second: Said, quoted: Quoted) -> Diagnostic:
    """A value that another statement takes from the same place."""
    shown = second.span("value")
    return Pair(
        code="same-figure",
        message=f"`{shown.text}` stands once in the quotation `{quoted.witness}`, and "
        f"`{first.located.path[-1] if first.located.path else first.located.id}` takes it too",
        span=shown,
        severity=Severity.WARNING,
        labels=(
            Label(first.span("value"), "taken here too"),
            Label(quoted.words_span, "the quotation"),
        ),
        help="correct the one of the two that is another number of the quotation; where both are "
        "this one, say why: `inferred: why`",
    )
