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
from generator.source import SourceFile

# What begins a map on the lines below.
BEGINS = re.compile(r" *([\w-]+):[ \t]*(?:#.*)?\r?$", re.MULTILINE)
# So many blocks of one file are looked at, of so many lines each.
BLOCKS, LINES = 12, 24


class Block(NamedTuple):
    """Some lines from `begin` to `end`, by their offsets, and those up to `last` that go deeper."""

    begin: int
    end: int
    last: int


def blocks(file: SourceFile, lines: Iterable[int]) -> Iterator[Block]:
    """The blocks near some lines of which each has more lines behind it that stand deeper."""
    starts = said(file.text) if len(file.text) <= LARGE else []
    lines_above = dict(zip(starts[1:], starts, strict=False))
    heads = [start for start in starts if is_head(file.text, start, lines_above.get(start))]
    near = dict.fromkeys(head for line in lines for head in reversed(above(file.text, heads, line)))
    for head in [*near][:BLOCKS]:
        last = below(file.text, end_of_line(file.text, head), indent(file.text, head))
        deeper = [start for start in starts if head < start < last]
        yield from (Block(head, end, last) for end in deeper[:LINES])


def is_head(text: str, start: int, before: int | None) -> bool:
    """Whether a line begins a map; one that stands there twice is a second key, and no block."""
    line = text[start : end_of_line(text, start)]
    is_doubled = before is not None and text[before : end_of_line(text, before)] == line
    return BEGINS.match(text, start) is not None and not is_doubled


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
    text, rest = file.text, line_of(file, block.end)
    depth = indent(text, block.end)
    holder = [at for at in said(text) if at < block.begin and indent(text, at) < depth][-1]
    key, head = (BEGINS.match(text, at) for at in (holder, block.begin))
    assert head
    name = key[1] if key else line_of(file, holder).text
    more = sum(block.begin < at < block.end for at in said(text))
    which, stands, it = f"`{head[1]}`", "stands", "it"
    if more:
        which, stands, it = f"{which} and {counted(more, 'line')} below it", "stand", "them"
    return Diagnostic(
        code="block-between",
        message=f"{which} {stands} between `{name}` and what belongs to it",
        span=file.span(head.start(1), head.end(1)),
        labels=(
            Label(line_of(file, holder), "this lacks something"),
            Label(rest, f"this belongs to `{name}`"),
        ),
        help=f"take {it} out, or put {it} before `{name}` or behind all that belongs to it",
    )
