"""What only looks wrong: told where nothing is wrong for sure at the same place.

A slip that a rule can prove often looks odd to others too, and would be told again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic
from generator.source import Span


class Doubt(Diagnostic):
    """Something that looks wrong where it stands."""


def undoubted(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """All that is found, but for doubts about a place of which something is told already."""
    found = list(found)
    told = {place(span) for one in found if not isinstance(one, Doubt) for span in spans_of(one)}
    for one in found:
        if not isinstance(one, Doubt):
            yield one
        elif place(one.span) not in told:
            told.add(place(one.span))
            yield one


def spans_of(one: Diagnostic) -> Iterator[Span]:
    """Where something is told, and its second places."""
    yield one.span
    yield from (label.span for label in one.labels)


def place(span: Span) -> tuple[str, int]:
    """Where something begins: file and offset."""
    return span.file.path, span.start
