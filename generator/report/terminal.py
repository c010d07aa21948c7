"""Diagnostics for a terminal: the line concerned in a frame, what is wrong under it, and the help.

It can be read without colour. Nothing from a file reaches the terminal as a command: what does not
show is shown as a dot.
"""

import os
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from generator.diagnostics import Diagnostic, Label, Severity
from generator.source import Span

# How much of a long line is shown, and how much of that before the place concerned.
WIDTH = 100
BEFORE = 40
# How many second places are shown with their line; of the others only the address is given.
FRAMES = 3
RED, YELLOW, BLUE, CYAN = "1;31", "1;33", "1;34", "1;36"


def render(diagnostics: Iterable[Diagnostic], color: bool = False) -> str:
    """The diagnostics one below the other, a blank line between two."""
    return "\n".join(block(diagnostic, color) for diagnostic in diagnostics)


def wants_color(stream: TextIO) -> bool:
    """Whether to colour what is written to a stream: https://no-color.org."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain


def block(diagnostic: Diagnostic, color: bool = False) -> str:
    """One diagnostic: head, frame, second places, help."""
    tint = RED if diagnostic.severity is Severity.ERROR else YELLOW
    pen = Pen(color, _margin(diagnostic))
    head = pen.write(tint, f"{diagnostic.severity.value}[{diagnostic.code}]")
    lines = [f"{head}: {visible(diagnostic.message)}"]
    lines += pen.frame(Mark("-->", "^", tint), Label(diagnostic.span, diagnostic.note))
    for index, label in enumerate(diagnostic.labels):
        mark = Mark(":::", "-", BLUE)
        lines += pen.frame(mark, label) if index < FRAMES else [pen.address(mark, label)]
    if diagnostic.help:
        lines.append(f"{pen.write(CYAN, 'help')}: {visible(diagnostic.help)}")
    return "\n".join(lines) + "\n"


def _margin(diagnostic: Diagnostic) -> int:
    spans = (diagnostic.span, *(label.span for label in diagnostic.labels))
    return max(len(str(span.line)) for span in spans)


@dataclass(frozen=True)
class Mark:
    """How a place is pointed at: the arrow before its address, and the sign below its text."""

    arrow: str
    sign: str
    tint: str


@dataclass(frozen=True)
class Pen:
    """Writes frames with line numbers in a margin, in colour or not."""

    color: bool
    margin: int

    def write(self, tint: str, text: str) -> str:
        """The text in a colour."""
        return f"\x1b[{tint}m{text}\x1b[0m" if self.color else text

    def frame(self, mark: Mark, label: Label) -> list[str]:
        """A place with its line; without one where it stands for the file as a whole."""
        span, message = label.span, visible(label.message)
        if span.start == span.end == 0:
            return [self.address(mark, label)]
        before, marked, after = excerpt(span)
        run = mark.sign * max(1, cells(marked))
        under = " " * cells(before) + self.write(mark.tint, f"{run} {message}".rstrip())
        return [
            self.address(mark, Label(span, "")),
            self._row("", ""),
            self._row(str(span.line), before + marked + after),
            self._row("", under),
        ]

    def address(self, mark: Mark, label: Label) -> str:
        """The address of a place, with what is to be seen there."""
        where = f"{visible(label.span.file.path)}:{label.span.line}:{label.span.column}"
        message = f": {visible(label.message)}" if label.message else ""
        return f"{' ' * self.margin}{self.write(BLUE, mark.arrow)} {where}{message}"

    def _row(self, number: str, text: str) -> str:
        gutter = self.write(BLUE, f"{number:>{self.margin}} |")
        return f"{gutter} {text}" if text else gutter


def excerpt(span: Span) -> tuple[str, str, str]:
    """The first line of a span, cut in three by the span and kept to a width."""
    line = span.file.line(span.line)
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    first = max(0, start - BEFORE) if len(line) > WIDTH else 0
    last = first + WIDTH
    before = ("…" if first else "") + visible(line[first:start])
    after = visible(line[min(end, last) : last]) + ("…" if len(line) > last else "")
    return before, visible(line[start : min(end, last)]), after


def visible(text: str) -> str:
    """The text with a dot for whatever does not show, and a space for a tab."""
    return "".join(c if c.isprintable() else " " if c == "\t" else "·" for c in text)


def cells(text: str) -> int:
    """How many columns of a terminal the text takes: Chinese letters and emoji take two."""
    return sum(_cell(char) for char in text)


def _cell(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
