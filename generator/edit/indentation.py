"""Two spaces a level, the items of a list one level below their key.

Refuses to lay out anew: a line moves with its block, and a text that goes on, a list in brackets or
a comment moves with the line that it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.edit.fix import Replacement
from generator.source import SourceFile, Span
from generator.yaml.lines import STEP, depth
from generator.yaml.tokens import Token, tokens


def indentation(file: SourceFile) -> Iterator[Replacement]:
    """For each line that stands too far left or right, its start."""
    for number, shift in shifts(file).items():
        line = file.line(number)
        if shift and line:
            start = file.line_starts[number - 1]
            indent = depth(line)
            yield Replacement(start, start + indent, " " * max(0, indent + shift))


def shifts(file: SourceFile) -> dict[int, int]:
    """By how many columns each line moves."""
    signs = tuple(tokens(file))
    known, within = first_signs(signs), inner_lines(signs)
    found: dict[int, int] = {}
    waiting: list[int] = []
    shift = 0
    for number in range(1, len(file.line_starts) + 1):
        if number in known:
            shift = known[number]
            found |= dict.fromkeys(waiting, shift)
            waiting = []
        elif number not in within and file.line(number).lstrip().startswith("#"):
            # A comment belongs to what follows it.
            waiting.append(number)
        found[number] = shift
    return found


def inner_lines(signs: Iterable[Token]) -> set[int]:
    """The lines on which a text goes on, where a `#` begins no comment."""
    texts = (sign.span for sign in signs if sign.kind in {"scalar", "block"})
    return {line for span in texts for line in range(span.line + 1, span.end_line + 1)}


def first_signs(signs: Iterable[Token]) -> dict[int, int]:
    """By how many columns each line moves that begins with a key or an item of a block."""
    blocks, found = Blocks(), dict[int, int]()
    for sign in signs:
        blocks.take(sign)
        line = sign.span.line
        if sign.kind in {"key", "item"} and not blocks.depth and begins_line(sign.span):
            found.setdefault(line, blocks.open[-1].wanted - blocks.open[-1].column)
    return found


def begins_line(span: Span) -> bool:
    """Whether nothing stands before a sign on its line."""
    return not span.file.line(span.line)[: span.column - 1].strip()


@dataclass(frozen=True)
class Block:
    """Keys or items below each other: the column in which they stand, and the one that is due."""

    kind: str
    column: int
    wanted: int


@dataclass
class Blocks:
    """The blocks that a sign stands in, the innermost last; `depth` counts the open brackets.

    Items may stand in the very column of their key, and are then no block to YAML: `bare`.
    """

    open: list[Block] = field(default_factory=list)
    depth: int = 0

    def take(self, sign: Token) -> None:
        """Go past a sign."""
        self.depth += {"open": 1, "close": -1}.get(sign.kind, 0)
        if self.depth:
            return
        column = sign.span.column - 1
        if sign.kind in {"keys", "items"}:
            self.begin(sign.kind, column)
        elif sign.kind == "end":
            self.end_bare()
            self.open.pop()
        elif sign.kind == "key" and self.open[-1].column == column:
            self.end_bare()
        elif sign.kind == "item" and self.open[-1].kind == "keys":
            self.begin("bare", column)

    def begin(self, kind: str, column: int) -> None:
        """A block begins in a column."""
        wanted = self.open[-1].wanted + STEP if self.open else 0
        self.open.append(Block(kind, column, wanted))

    def end_bare(self) -> None:
        """A bare list ends where the keys around it go on or end."""
        if self.open[-1].kind == "bare":
            self.open.pop()
