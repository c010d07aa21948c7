"""A text by its lines: where they begin and end, and how deep they stand."""

from __future__ import annotations

from generator.source import SourceFile, Span

# How much deeper each level stands.
STEP = 2


def depth(line: str) -> int:
    """The number of spaces that a line begins with."""
    return len(line) - len(line.lstrip(" "))


def start_of_line(text: str, at: int) -> int:
    """The start of the line of an offset."""
    return text.rfind("\n", 0, at) + 1


def end_of_line(text: str, start: int) -> int:
    """The start of the next line."""
    found = text.find("\n", start)
    return found + 1 if found >= 0 else len(text)


def line_of(file: SourceFile, offset: int) -> Span:
    """What is written on the line of an offset, without the blanks around it."""
    start = start_of_line(file.text, offset)
    found = file.text[start : end_of_line(file.text, offset)]
    end = start + len(found.rstrip())
    return file.span(min(start + len(found) - len(found.lstrip()), end), end)


def first_line(span: Span) -> Span:
    """As much of a span as stands on its first line, so that it can be shown."""
    found = span.text.partition("\n")[0].rstrip()
    return span.file.span(span.start, span.start + len(found))


def line_above(file: SourceFile, offset: int) -> Span | None:
    """The nearest line above that is neither blank nor a comment."""
    at = start_of_line(file.text, offset)
    while at > 0:
        at = start_of_line(file.text, at - 1)
        line = line_of(file, at)
        if line.text and not line.text.startswith("#"):
            return line
    return None
