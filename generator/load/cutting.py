"""What is set aside of a text with a fault in it that cannot be mended, and what lacks it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import takewhile

from generator.load.lines import (
    STEP,
    below,
    end_of_line,
    entry_at,
    indent,
    number_of,
    outline,
    start_of_line,
)
from generator.load.tree import Stopped

# A line that says nothing, and how far it goes.
BLANKS = re.compile(r"^ +(?=\r?$)", re.MULTILINE)


def spoilt(text: str, stop: Stopped) -> tuple[int, int]:
    """The lines from where a fault begins to where it was noticed, and those deeper than they."""
    begin = start_of_line(text, stop.fault.span.start)
    # What is noticed at the very end was closed nowhere, and has spoilt no other line.
    is_closed = text[stop.at :].strip() and not is_closed_by_another(text, stop)
    noticed = stop.at if stop.at > begin and is_closed else begin
    end = end_of_line(text, noticed)
    depth = min(outline(text[begin:end]).values(), default=len(text))
    if entry_at(text, number_of(text, begin)) and depth % STEP:
        # Half a step too far left, it has what stands beside it below it.
        depth += 1
    return begin, below(text, end, depth)


def is_closed_by_another(text: str, stop: Stopped) -> bool:
    """Whether an open quote ends where another text begins, which may be open as well."""
    if stop.fault.code != "unclosed-quote":
        return False
    opened = stop.fault.span.start
    closed = text.find(text[opened], opened + 1)
    return closed > 0 and bool(text[closed + 1 : end_of_line(text, closed)].strip())


def lines_of(text: str, gap: tuple[int, int]) -> Iterator[int]:
    """The lines of a gap, those that it hangs below, and in a map of a map those beside it."""
    first, depth = number_of(text, gap[0]), indent(text, gap[0])
    yield from range(first, first + max(text.count("\n", *gap), 1))
    lines = outline(text)
    parent, inner = 0, depth
    for at in sorted((at for at in lines if at < first), reverse=True):
        if lines[at] < inner:
            parent, inner = parent or at, lines[at]
            yield at
    below = takewhile(lambda at: lines[at] >= depth, (at for at in lines if at > parent))
    yield from (at for at in below if parent and lines[at] == depth)


def emptied(before: str, text: str, taken: Collection[tuple[int, int]]) -> list[tuple[int, int]]:
    """The blanks on lines of a text of which nothing is left, but for those of some gaps."""
    if before == text:
        return []
    blanks = [found.span() for found in BLANKS.finditer(text)]
    return [
        (start, end)
        for start, end in blanks
        if before[start:end].strip() and not any(start < last and end > at for at, last in taken)
    ]
