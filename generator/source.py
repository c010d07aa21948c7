"""Text with places in it. Knows nothing of YAML, Jinja or facts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple

# The characters that Chinese is written in, as a class of a pattern has them.
HAN = r"\u3400-\u9fff"


@dataclass(frozen=True)
class SourceFile:
    """One file of the briefing as text; `path` is relative to the briefing's root, with `/`."""

    path: str
    text: str

    @property
    def stem(self) -> str:
        """The name without its ending: the id of a record, the name of a page."""
        return PurePosixPath(self.path).stem

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first character of each line."""
        return (0, *(i + 1 for i, char in enumerate(self.text) if char == "\n"))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The text of each line without its end."""
        return tuple(line.rstrip("\r") for line in self.text.split("\n"))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of line `number` (from 1) without its end; empty past the end of the file."""
        return self.lines[number - 1] if number <= len(self.lines) else ""

    def line_span(self, number: int) -> Span:
        """A line without the space that it begins with."""
        text = self.line(number)
        start = self.line_starts[min(number, len(self.line_starts)) - 1]
        return self.span(start + len(text) - len(text.lstrip()), start + len(text))

    def span(self, start: int, end: int) -> Span:
        """The span from offset `start` up to, not including, `end`."""
        return Span(self, start, end)

    @property
    def head(self) -> Span:
        """The very start, for what concerns the file as a whole."""
        return Span(self, 0, 0)


class Span(NamedTuple):
    """Characters `start` up to, not including, `end` of a file."""

    file: SourceFile
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters themselves."""
        return self.file.text[self.start : self.end]

    @property
    def line(self) -> int:
        """Line of the first character, from 1."""
        return self.file.position(self.start)[0]

    @property
    def column(self) -> int:
        """Column of the first character, from 1."""
        return self.file.position(self.start)[1]

    @property
    def end_line(self) -> int:
        """Line of the end, from 1."""
        return self.file.position(self.end)[0]

    @property
    def end_column(self) -> int:
        """Column just past the last character, from 1."""
        return self.file.position(self.end)[1]


class Placed:
    """What knows how to find its place."""

    find: Callable[[], Span]

    @cached_property
    def span(self) -> Span:
        """Where it stands: looked up where it is asked for."""
        return self.find()
