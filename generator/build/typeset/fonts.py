"""Whether the fonts are those that were put there, and have all that is set.

Refuses to let a character or a font go missing in print without a word: both would be silent.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from generator.build.typeset.errors import origin
from generator.diagnostics import Diagnostic
from generator.glyphs import characters, no_glyph
from generator.render.pdf import Print
from generator.source import SourceFile, Span

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


def missing(root: Path, one: Print) -> tuple[Diagnostic, ...]:
    """The characters of a PDF that no font has, each at its first place."""
    known, source = characters(root), SourceFile("", one.sources[0])
    absent = sorted(set(source.text) - known) if known else ()
    return tuple(no_glyph(char, where(root, source, char)) for char in absent)


def where(root: Path, source: SourceFile, char: str) -> Span:
    """Where an editor finds a character of the source, else the line that it comes from."""
    span = origin(root, source, source.position(source.text.index(char))[0])
    whole = span.file.text
    at = whole.find(char, span.start)
    at = whole.find(char) if at < 0 else at
    return span.file.span(at, at + 1) if at >= 0 else span
