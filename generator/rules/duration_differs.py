"""`duration-differs`: a start and a duration give an end, which is held against a stated one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.derive.dossier import Dossier
from generator.diagnostics import Diagnostic, Label
from generator.link import Located
from generator.model.dates import in_words
from generator.model.statement import Content


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every duration that does not lead to the end beside it."""
    for located in dossier.briefing.statements.values():
        for path, content in located.statement.contents():
            yield from _differs(located, path, content)


def _differs(located: Located, path: tuple[str, ...], content: Content) -> Iterator[Diagnostic]:
    begin, length = content.from_, content.for_
    if begin is None or length is None or not begin.is_day:
        return
    follows = length.after(begin.first)
    for key, stated in _ends(content).items():
        # People count both the first and the last day, or neither: one day apart is no fault.
        if abs((follows - stated).days) > 1:
            yield Diagnostic(
                code="duration-differs",
                message=f"{length.text} from {in_words(begin)} end on {in_words(follows)}, "
                f"not on {in_words(stated)}",
                span=located.span(*path, key),
                labels=(Label(located.span(*path, "for"), "the duration"),),
                help="one of the start, the duration and the end is wrong",
            )


def _ends(content: Content) -> dict[str, date]:
    found: dict[str, date] = {}
    if content.until and content.until.is_day:
        found["until"] = content.until.first
    if content.through and content.through.is_day:
        found["through"] = content.through.first + timedelta(days=1)
    return found
