"""Cases as lines of text, for tests that hold one text against another."""

from pathlib import Path
from textwrap import dedent


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
