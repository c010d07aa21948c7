"""A block that somebody put amid another one: a key with lines below it, and then the other's rest.

Refuses to say that one is: what is due in a record is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from generator.counting import counted
from generator.diagnostics import Diagnostic, Label
from generator.load.characters import readable
from generator.load.draft import LARGE, Draft
from generator.load.lines import below, end_of_line, indent, line_of, number_of
from generator.load.moving import said
from generator.load.nodes import Mapping
from generator.load.reading import Reading, left
from generator.source import SourceFile, Span

# What begins a map on the lines below.
BEGINS = re.compile(r" *([\w-]+):[ \t]*(?:#.*)?\r?$", re.MULTILINE)
# So many blocks of one file are looked at, of so many lines each.
BLOCKS, LINES = 12, 24


class Block(NamedTuple):
    """Some lines from `begin` to `end`, by their offsets, and those up to `last` that go deeper.

    `holder` is the line above that these would belong below without the block, and the block
    `is_right_below` that where nothing else is between the two.
    """

    holder: int
    begin: int
    end: int
    last: int
    is_right_below: bool


def blocks(file: SourceFile, lines: Iterable[int]) -> Iterator[Block]:
    """The blocks near some lines of which each has more lines behind it that stand deeper."""
    text = file.text
    starts = said(text) if len(text) <= LARGE else []
    heads = [start for start in starts if BEGINS.match(text, start)]
    near = dict.fromkeys(head for line in lines for head in reversed(above(text, heads, line)))
    for head in [*near][:BLOCKS]:
        last = below(text, end_of_line(text, head), indent(text, head))
        for end in [start for start in starts if head < start < last][:LINES]:
            above_it = [at for at in starts if at < head]
            before = [at for at in above_it if indent(text, at) < indent(text, end)]
            for holder in before[-1:]:
                yield Block(holder, head, end, last, holder == above_it[-1])


def above(text: str, heads: Iterable[int], line: int) -> list[int]:
    """The nearest of some lines above a line, itself and the next one below with them."""
    near = [start for start in heads if number_of(text, start) <= line + 1]
    return near[-4:]


def without(file: SourceFile, keys: Collection[str], begin: int, end: int) -> Reading | None:
    """A file without some of its lines, if it can be read to its end then."""
    draft = Draft(file, readable(file.text), keys).without((begin, end))
    tree = draft.reader.tree
    if draft.reader.stopped or not isinstance(tree, Mapping):
        return None
    return Reading(None, tuple(draft.reader.told), **left(draft, tree))


def parting(file: SourceFile, block: Block) -> Diagnostic:
    """A block that parts a key from what belongs to it."""
    text = file.text
    holder, head = (BEGINS.match(text, at) for at in (block.holder, block.begin))
    name = holder[1] if holder else line_of(file, block.holder).text
    key = file.span(*head.span(1)) if head else line_of(file, block.begin)
    more = sum(block.begin < at < block.end for at in said(text))
    return between(key, more, (name, line_of(file, block.holder)), line_of(file, block.end))


def between(key: Span, more: int, holder: tuple[str, Span], rest: Span) -> Diagnostic:
    """A key with so many lines below it that parts a holder, by its name, from its rest."""
    name, span = holder
    which, stands, it = f"`{key.text}`", "stands", "it"
    if more:
        which, stands, it = f"{which} and {counted(more, 'line')} below it", "stand", "them"
    return Diagnostic(
        code="block-between",
        message=f"{which} {stands} between `{name}` and what belongs to it",
        span=key,
        labels=(Label(span, "this lacks something"), Label(rest, f"this belongs to `{name}`")),
        help=f"take {it} out, or put {it} before `{name}` or behind all that belongs to it; "
        "or each of the two lacks something of its own",
    )
