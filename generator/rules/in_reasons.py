"""What is wrong with a reason since something else is, or the reverse: told once for both.

Refuses to find any: rules find what is wrong with each reason, and what no quotation has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.diagnostics import Diagnostic, Fix, Label, Severity
from generator.rules.doubts import place
from generator.rules.reason_misquotes import Misquoting
from generator.rules.reason_of_nothing import Astray
from generator.rules.unprinted import Unprinted

Reasons = list[Misquoting]
# The id of a statement, and the path of a position or of none.
Part = tuple[str, tuple[str, ...]]


def with_reasons(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """All that is found; what reasons misquote with what is told of their quotation, or once.

    And what no quotation has with the reason beside it that is for nothing.
    """
    found = [*without_reason(list(found))]
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


def without_reason(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """All that is found; what a part alone lacks with the one reason that may be for it."""
    lacking: dict[Part, list[Unprinted]] = {}
    astray: dict[Part, list[Astray]] = {}
    for one in found:
        # What is told at a quotation or witness lies there.
        if isinstance(one, Unprinted) and one.span == one.part.span(one.wanted.key):
            lacking.setdefault((one.statement, one.part.path), []).append(one)
        elif isinstance(one, Astray):
            astray.setdefault((one.statement, one.path), []).append(one)
    pairs = [(lacking[key], astray[key]) for key in lacking.keys() & astray.keys()]
    alone = [(one[0], other[0]) for one, other in pairs if len(one) == len(other) == 1]
    reason_of = {id(one): other for one, other in alone}
    gone = {id(other) for _, other in alone}
    for one in found:
        if isinstance(one, Unprinted) and id(one) in reason_of:
            yield meant(one, reason_of[id(one)])
        elif id(one) not in gone:
            yield one


def meant(one: Unprinted, reason: Astray) -> Unprinted:
    """What no quotation has, with a reason that is for nothing, and most likely for it."""
    key = one.wanted.key
    return replace(
        one,
        labels=(*one.labels, Label(reason.span, reason.message)),
        help=f"is that reason meant for `{key}`? otherwise {one.help}",
        fix=Fix(key, safe=False, span=reason.span) if reason.is_key else None,
    )


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
