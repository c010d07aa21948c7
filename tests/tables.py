"""Cases as lines of text, for tests that hold one text against another."""

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

CASE = re.compile(r"^=== ([^\n]*)\n(.*?)(?=^=== |\Z)", re.MULTILINE | re.DOTALL)
STEP = re.compile(r"^(was|now|told) (\S+?)(:? .*)?\n((?:  .*\n|\n(?=  ))*)", re.MULTILINE)
Files = dict[str, str]


def files(path: Path) -> Files:
    """The files that a text holds, each below a line with its path."""
    return dict(CASE.findall(path.read_text(encoding="utf-8")))


def cases(table: str) -> list[tuple[str, ...]]:
    """Of each case what is given, and below it, set in, what is wanted of it.

    A line that is set in further goes on where the one above ends; `\\n` is a line end.
    """
    found: list[list[str]] = []
    for line in dedent(table).strip().splitlines():
        text = line.strip().replace("\\n", "\n")
        if line.startswith("    "):
            found[-1][-1] += f" {text}"
        elif line.startswith("  "):
            found[-1].append(text)
        else:
            found.append([text])
    return [tuple(one) for one in found]


def rows(table: Path, columns: int, mark: str = "|") -> list[tuple[str, ...]]:
    """The rows of a file with so many columns; the last ones may be left out."""
    lines = table.read_text(encoding="utf-8").splitlines()
    cells = [line.split(mark) for line in lines if line and not line.startswith("#")]
    return [(*(cell.strip() for cell in row), *[""] * (columns - len(row))) for row in cells]


def rows_of(table: Path, name: str, columns: int) -> list[tuple[str, ...]]:
    """The rows of a file that begin with a name, without it."""
    return [row[1:] for row in rows(table, columns + 1) if row[0] == name]


def briefings(path: Path) -> tuple[dict[str, Files], list[list[str]]]:
    """The small briefings of a file by their names, and the rows of what their pages tell."""
    found: dict[str, Files] = {}
    *files, (_, told) = CASE.findall(path.read_text(encoding="utf-8"))
    for place, text in files:
        name, _, file = place.partition("/")
        found.setdefault(name, {})[f"{file}.yaml"] = text
    return found, [line.split(" | ") for line in told.splitlines() if line]


def changes(path: Path, base: Files) -> Iterator[Any]:
    """Cases of a change: files before and after, and what is told with what is set in below it.

    A case says what `was` before and after, what is so `now`, and what is `told` of that; what was
    in the case before is `as above`. A file is edited (`: old -> new`), renamed, gone or written.
    """
    before: Files = {}
    for title, text in CASE.findall(path.read_text(encoding="utf-8")):
        steps: dict[str, list[tuple[str, ...]]] = {"was": [], "now": [], "told": []}
        for when, *step in STEP.findall(text):
            steps[when].append(tuple(step))
        before = edited(before if text.startswith("as above\n") else base, steps["was"])
        told = [(f"{name}{rest}", dedent(more)) for name, rest, more in steps["told"]]
        yield pytest.param(before, edited(before, steps["now"]), told, id=title)


def edited(files: Files, steps: list[tuple[str, ...]]) -> Files:
    """The files after one step after the other."""
    found = dict(files)
    for path, what, text in steps:
        if what.startswith(": "):
            old, _, new = what[2:].replace("\\n", "\n").partition(" ->")
            assert old in found[path], (path, old)
            found[path] = found[path].replace(old, new.removeprefix(" "))
        elif what.startswith(" to "):
            found[what[4:]] = found.pop(path)
        elif what == " is gone":
            del found[path]
        else:
            found[path] = dedent(text)
    return found
