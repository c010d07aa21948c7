"""`duration-differs`: a start and a duration give an end, which is held against a stated one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label
from generator.model.dates import PartialDate, in_words
from generator.rules.said import Said, said
from generator.rules.wanted import is_misprinted

ONE_DAY = timedelta(days=1)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every duration that does not lead to the end beside it."""
    for part in said(dossier.briefing.as_read):
        if not is_misprinted(part, "from", "for", "until", "through"):
            yield from _differs(part)


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
