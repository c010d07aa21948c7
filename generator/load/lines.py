"""A text by its lines: where they begin and end, how deep they stand, which of them are entries."""

from __future__ import annotations

import re

from generator.source import SourceFile, Span

# How much deeper each level stands.
STEP = 2
# What begins a map, a list or a text on the lines below.
HEAD = re.compile(r"(?::|[|>][-+]?)\s*$")
# A line of one key with its value, by the key.
ENTRY = re.compile(r" *([\w-]+): +\S.*(?<!:)")


def number_of(text: str, at: int) -> int:
    """The number of the line of an offset, from 1."""
    return text.count("\n", 0, at) + 1


def entry_at(text: str, line: int) -> re.Match[str] | None:
    """The key and value that are all of a line, if they are."""
    return ENTRY.fullmatch(text.split("\n")[line - 1].rstrip())


def outline(text: str) -> dict[int, int]:
    """How deep each line stands that says something, by its number from 1."""
    lines = enumerate(text.split("\n"), 1)
    return {at: depth(line) for at, line in lines if line.strip()}


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


def indent(text: str, start: int) -> int:
    """The number of spaces that the line at an offset begins with."""
    return depth(text[start : end_of_line(text, start)])


def is_blank(text: str, start: int) -> bool:
    """Whether a line says nothing."""
    return not text[start : end_of_line(text, start)].strip()


def below(text: str, end: int, depth: int) -> int:
    """The end of the lines from an offset on that stand deeper than a depth."""
    while end < len(text) and (is_blank(text, end) or indent(text, end) > depth):
        end = end_of_line(text, end)
    return end


def without(text: str, gap: tuple[int, int]) -> str:
    """The text with blanks in the place of a gap, so that every place stays what it is."""
    begin, end = gap
    blank = "".join(char if char == "\n" else " " for char in text[begin:end])
    return text[:begin] + blank + text[end:]


def line_of(file: SourceFile, offset: int) -> Span:
    """What is written on the line of an offset."""
    start = file.text.rfind("\n", 0, offset) + 1
    found = text_of(file, offset)
    end = start + len(found.rstrip())
    return file.span(min(start + len(found) - len(found.lstrip()), end), end)


def line_above(file: SourceFile, offset: int) -> int | None:
    """An offset on the nearest line above that is neither blank nor a comment."""
    at = file.text.rfind("\n", 0, offset)
    while at >= 0:
        if (line := text_of(file, at).strip()) and not line.startswith("#"):
            return at
        at = file.text.rfind("\n", 0, at)
    return None


def text_of(file: SourceFile, offset: int) -> str:
    """The text of the line of an offset."""
    start, end = file.text.rfind("\n", 0, offset) + 1, file.text.find("\n", offset)
    return file.text[start : end if end >= 0 else len(file.text)]
