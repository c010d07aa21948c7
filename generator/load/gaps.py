"""What a run of lost lines leaves: lines too deep for what is above them, and others below these.

Refuses to find either: it chooses among what is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic
from generator.load.askew import ALIGN, Deeper, Lost
from generator.load.lines import line_of
from generator.load.moving import said


def of_one_gap(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Some faults, but for the one of two that a single gap leaves which is further from it.

    A gap is above the deeper one: either it began with that, or all that is above was spared.
    """
    found = list(found)
    below = {one.span.start: one for one in found if isinstance(one, Lost) or is_askew(one)}
    pairs = ((one, below[at]) for one in found if is_askew(one) and (at := behind(one)) in below)
    far = [further(*pair) for pair in pairs]
    yield from (one for one in found if one not in far)


def further(fault: Diagnostic, other: Diagnostic) -> Diagnostic | None:
    """The one of two faults, the other right below, that is told by the other; None for neither."""
    depth, below = fault.span.column, other.span.column
    if isinstance(fault, Deeper) and depth > below:
        return other
    return fault if isinstance(other, Lost) and depth < below else None


def is_askew(fault: Diagnostic) -> bool:
    """Whether lines stand where they cannot, for their depth alone."""
    return fault.code == "yaml-syntax" and not isinstance(fault, Lost) and ALIGN in fault.help


def behind(fault: Diagnostic) -> int:
    """Where the first line says something below those of which a fault is told."""
    file = fault.span.file
    last = max((fault.span, *(label.span for label in fault.labels)), key=lambda span: span.start)
    starts = (start for start in said(file.text) if start > last.start)
    return next((line_of(file, start).start for start in starts), len(file.text))
