"""Characters that are lacking in what is set: what escapes and templates add.

Refuses to let a character go missing in print without a word, once more after the check of content.
"""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.glyphs import characters, no_glyph
from generator.render.pdf import Print
from generator.source import SourceFile, Span
from generator.build.typeset.errors import origin


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
