"""Words that reasons have from a quotation that was changed: told with what else it lacks.

Refuses to find any: rules find the words of each reason, and what no quotation has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.diagnostics import Diagnostic, Label, Severity
from generator.rules.doubts import place
from generator.rules.reason_misquotes import Misquoting
from generator.rules.unprinted import Unprinted

Reasons = list[Misquoting]


def with_reasons(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """All that is found; what reasons misquote with what is told of their quotation, or once."""
    found = list(found)
    left = [one for one in found if isinstance(one, Misquoting)]
    for one in found:
        if isinstance(one, Unprinted):
            beside = [each for each in left if is_beside(each, one)]
            left = [each for each in left if each not in beside]
            labels = (Label(each.span, each.message) for each in beside)
            yield replace(one, labels=(*one.labels, *labels))
        elif not isinstance(one, Misquoting):
            yield one
    yield from by_words(left)


def is_beside(reason: Misquoting, one: Unprinted) -> bool:
    """Whether a reason is of the statement, or rests on the quotation, of which something is told.

    That one quotation was changed explains both.
    """
    places = {place(quoted.words_span) for quoted in reason.quoted}
    return reason.statement == one.statement or place(one.span) in places


def by_words(left: Reasons) -> Iterator[Diagnostic]:
    """Words that reasons misquote; those that several have from one quotation, once."""
    while left:
        first = left[0]
        alike = [one for one in left if is_alike(one, first)]
        left = [one for one in left if one not in alike]
        yield together(alike) if len(alike) > 1 else first


def is_alike(one: Misquoting, other: Misquoting) -> bool:
    """Whether two reasons have the same words from a quotation that both rest on."""
    witnesses = {quoted.witness for quoted in one.quoted}
    return one.words == other.words and any(each.witness in witnesses for each in other.quoted)


def together(reasons: Reasons) -> Diagnostic:
    """Several reasons with words that their quotation no longer has."""
    first, *others = reasons
    common = set.intersection(*({each.witness for each in one.quoted} for one in reasons))
    quoted = next((each for each in first.quoted if each.witness in common), first.quoted[0])
    return Diagnostic(
        code="reason-misquotes",
        message=f"{len(reasons)} reasons have “{first.words}”, which stands in none of their "
        "quotations",
        span=first.span,
        severity=Severity.WARNING,
        labels=(
            *(Label(one.span, "and this") for one in others),
            Label(quoted.words_span, "the quotation"),
        ),
        help=first.help,
    )
