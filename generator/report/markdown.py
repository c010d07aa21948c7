"""Diagnostics as Markdown, for the summary of a run: there GitHub leaves none out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import indent

from generator.counting import counted
from generator.diagnostics import Diagnostic
from generator.report import terminal

LEAD = """\
### What is wrong

GitHub shows at most ten errors and ten warnings on their lines. Here all stand.

"""
# GitHub takes a mebibyte, and shows nothing of a summary that is longer.
MOST = 1_000_000


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """All messages, up to the longest comment that is accepted; empty without messages."""
    blocks = [indent(terminal.block(one), "    ") for one in diagnostics]
    shown = list(taken(blocks))
    left = len(blocks) - len(shown)
    more = f"\n{counted(left, 'more message')} would be too long: `make check` tells all.\n"
    return "".join((LEAD, "\n".join(shown), more if left else "")) if blocks else ""


def taken(blocks: Iterable[str]) -> Iterator[str]:
    """The first of them that are not too long together."""
    size = 0
    for block in blocks:
        size += len(block.encode()) + 1
        if size > MOST:
            return
        yield block
