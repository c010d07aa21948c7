"""What stands in the way of a PDF, led back to the file and line that it comes from.

Refuses to show what a compiler prints: one message, where it belongs, and what would be right.
"""

from __future__ import annotations

import re
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.glyphs import LAYOUT
from generator.render.pdf import Print
from generator.source import SourceFile, Span

ORIGIN = re.compile(r"// (?P<path>\S+):(?P<line>\d+)")
AT = re.compile(r"┌─ (?:.*/)?(?P<file>[^/\n]+):(?P<line>\d+):\d+")
PACKAGE = re.compile(r'"@\w+/')
EDITION = "content/briefing.yaml"
COPY = "layout.typ"


def compiler_error(root: Path, one: Print, answer: dict[str, object]) -> Diagnostic:
    """What the compiler found, at the line that the text comes from."""
    output, source = str(answer["fault"]), str(answer["source"])
    message = output.partition("\n")[0].partition(": ")[2] or output.partition("\n")[0]
    return Diagnostic(
        code="pdf-failed",
        message=f"`{one.name}.pdf` cannot be set: {message}",
        span=place(root, one, output, source),
    )


def place(root: Path, one: Print, output: str, source: str) -> Span:
    """The line of the content, else of the layout, that the compiler stumbled over."""
    places = [(found["file"], int(found["line"])) for found in AT.finditer(output)]
    for file, line in places:
        if file == source:
            text = one.sources[int(source.removeprefix("main-").removesuffix(".typ"))]
            if found := comment_above(text, line):
                return line_of(root, *found)
    for file, line in places:
        if file == COPY:
            return line_of(root, LAYOUT, line)
    return line_of(root, EDITION, 1)


def origin(root: Path, source: SourceFile, line: int) -> Span:
    """The file and line that a line of the source comes from."""
    return line_of(root, *(comment_above(source.text, line) or (EDITION, 1)))


def comment_above(text: str, line: int) -> tuple[str, int] | None:
    """The place that the last comment down to a line names."""
    for comment in reversed(text.split("\n")[:line]):
        if found := ORIGIN.match(comment):
            return found["path"], int(found["line"])
    return None


def line_of(root: Path, path: str, number: int) -> Span:
    """A line of a file, without the space that it begins with."""
    file = SourceFile(path, (root / path).read_text(encoding="utf-8", errors="replace"))
    text = file.line(number)
    start = file.line_starts[min(number, len(file.line_starts)) - 1]
    return file.span(start + len(text) - len(text.lstrip()), start + len(text))


def refused(layout: str) -> Diagnostic | None:
    """A layout that would fetch a package from afar."""
    found = PACKAGE.search(layout)
    if found is None:
        return None
    return Diagnostic(
        code="pdf-failed",
        message=f"the layout imports a package: `{found[0]}...`",
        span=SourceFile(LAYOUT, layout).span(found.start(), found.end()),
        help="a build fetches nothing: write what is needed into the layout itself",
    )


def broken_off(one: Print, memory: int | None, output: str) -> Diagnostic:
    """A process that ended without an answer: when memory ran out, else through a fault of ours."""
    bound = f" with {memory // 2**20} MB of memory" if memory and not output else ""
    end = f": {output}" if output else ""
    return Diagnostic(
        code="pdf-failed",
        message=f"`{one.name}.pdf` cannot be set{bound}: the process that sets it broke off{end}",
        span=SourceFile(EDITION, "").head,
        help="" if output else "fewer or shorter statements take less memory",
    )
