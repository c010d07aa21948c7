"""Faults of two lines in a row that have one cause: what lost lines leave, or a text is torn.

Refuses to find either: it chooses among what is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic
from generator.load.askew import ALIGN, Deeper, Lost
from generator.load.lines import line_of
from generator.load.moving import SAYS, said


def of_one_cause(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Some faults, but for the one of two neighbours that follows from the other."""
    found = list(found)
    syntax = {one.span.start: one for one in found if one.code == "yaml-syntax"}
    pairs = ((one, syntax[at]) for one in found if is_askew(one) and (at := behind(one)) in syntax)
    effects = [effect(*pair) for pair in pairs]
    yield from (one for one in found if one not in effects)


def effect(fault: Diagnostic, other: Diagnostic) -> Diagnostic | None:
    """Which of two faults, the other right below, has no cause of its own; None for neither."""
    depth, below = fault.span.column, other.span.column
    if depth < below:
        if not any(SAYS.match(line_at(one)) for one in (fault, other)):
            # The first line of a text stands too far left, and the rest where it should.
            return other
        # The lines above were taken for the wrong ones, where those below have lost their key.
        return fault if isinstance(other, Lost) else None
    # Below lost lines the first is too deep for what is above them, and the next for nothing.
    is_of_gap = isinstance(fault, Deeper) and (isinstance(other, Lost) or is_askew(other))
    return other if depth > below and is_of_gap else None


def line_at(fault: Diagnostic) -> str:
    """The line at which a fault is told."""
    return fault.span.file.line(fault.span.line)


def is_askew(fault: Diagnostic) -> bool:
    """Whether lines stand where they cannot, for their depth alone."""
    return fault.code == "yaml-syntax" and not isinstance(fault, Lost) and ALIGN in fault.help


def behind(fault: Diagnostic) -> int:
    """Where the first line says something below those of which a fault is told."""
    file = fault.span.file
    last = max((fault.span, *(label.span for label in fault.labels)), key=lambda span: span.start)
    starts = (start for start in said(file.text) if start > last.start)
    return next((line_of(file, start).start for start in starts), len(file.text))
