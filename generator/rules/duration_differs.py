"""`duration-differs`: a start and a duration give an end, which is held against a stated one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label
from generator.link import Briefing, Located
from generator.model.dates import Duration, PartialDate, in_words, parse_duration
from generator.model.formula import Operand, Operation
from generator.rules.doubts import Pair
from generator.rules.said import Said, said
from generator.rules.wanted import is_misprinted

# What a key or label calls an end.
ENDS = re.compile(r"\b(?:end|ends|lapse|lapses|expiry|expires|run out)\b", re.IGNORECASE)
ONE_DAY = timedelta(days=1)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every duration that does not lead to the end beside it."""
    for part in said(dossier.briefing.as_read):
        if not is_misprinted(part, "from", "for", "until", "through"):
            yield from _differs(part)
    for located in dossier.briefing.as_read.statements.values():
        yield from miscounted(dossier.briefing.as_read, located)


def miscounted(briefing: Briefing, located: Located) -> Iterator[Diagnostic]:
    """An end that is computed from a start with another duration than stands at the start."""
    formula = located.statement.compute or located.statement.recompute
    match formula.term if formula and ENDS.search(called(located)) else None:
        case Operation("+", Operand(name), Operand(text) as added) if added.is_constant:
            beside = ".".join((located.record.id, *map(str, located.path[:-1]), name))
            start = briefing.statements.get(beside) or briefing.statements.get(name)
            own = start.statement.for_ if start else None
            if start and own and not added.number and parse_duration(text) != own:
                yield otherwise(located, start, own, text)


def called(located: Located) -> str:
    """The words by which a statement may be called an end."""
    return f"{located.key} {located.statement.label or ''}"


def otherwise(located: Located, start: Located, own: Duration, text: str) -> Diagnostic:
    """Two durations from one start."""
    key = "compute" if located.statement.compute else "recompute"
    return Pair(
        code="duration-differs",
        message=f"the end is counted with {text}, and the start has `for: {own.text}`",
        span=located.span(key),
        labels=(Label(start.span("for"), "the duration"),),
        help="mend the one that is wrong",
    )


def _differs(part: Said) -> Iterator[Diagnostic]:
    content = part.content
    if content.from_ is None or content.for_ is None or not content.from_.is_day:
        return
    over = content.for_.after(content.from_.first)
    for key, end, due in (
        ("until", content.until, over),
        ("through", content.through, over - ONE_DAY),
    ):
        if end and not end.first <= due <= end.last:
            yield differs(part, (key, end), PartialDate(due.isoformat(), due, due))


def differs(part: Said, stated: tuple[str, PartialDate], due: PartialDate) -> Diagnostic:
    """Three keys of which one must be wrong."""
    key, end = stated
    content = part.content
    assert content.from_ and content.for_
    return Diagnostic(
        code="duration-differs",
        message=f"{content.for_.text} from {in_words(content.from_)} give `{key}: {due.text}`, "
        f"not `{end.text}`",
        span=part.span(key),
        labels=(Label(part.span("from"), "the start"), Label(part.span("for"), "the duration")),
        help="`until` is the first day on which it no longer holds, `through` the last on which "
        "it does",
    )
