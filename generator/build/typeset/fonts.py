"""Whether the fonts are those that were put there: a damaged one is replaced in silence."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.source import SourceFile

FOLDER = Path("site_config") / "fonts"
SUMS = FOLDER / "sha256.txt"


def damaged(root: Path) -> Iterator[Diagnostic]:
    """The fonts whose sum is not the one that is written down; none where none is."""
    path = root / SUMS
    written = path.read_text(encoding="ascii") if path.is_file() else ""
    file = SourceFile(SUMS.as_posix(), written)
    for number, line in enumerate(written.splitlines(), 1):
        wanted, _, name = line.partition("  ")
        font = root / FOLDER / name
        if not font.is_file() or sha256(font.read_bytes()).hexdigest() != wanted:
            yield changed(file, number, name)


def changed(file: SourceFile, number: int, name: str) -> Diagnostic:
    """A font that would set other letters, or none."""
    start = file.line_starts[number - 1]
    return Diagnostic(
        code="pdf-failed",
        message=f"the font `{FOLDER.as_posix()}/{name}` is not the one with this sum",
        span=file.span(start, start + len(file.line(number))),
        help="put the file back; a new font gets its line here from `cut.py`",
    )
