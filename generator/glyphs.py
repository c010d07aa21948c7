"""Characters that no font of the PDFs has, at the place where an editor finds them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.model.briefing import Briefing
from generator.source import Span
from generator.yaml.characters import HIDDEN

LAYOUT = "site_config/pdf/briefing.typ"
SHOWN_CHARACTERS = Path("site_config") / "fonts" / "characters.txt"
# Not set, but laid out: line ends and what stands for a space.
UNSEEN = frozenset("\r\n\t")


def unprintable(root: Path, briefing: Briefing) -> Iterator[Diagnostic]:
    """The first place of each such character in each file; comments are not printed."""
    known = characters(root) if (root / LAYOUT).is_file() else frozenset()
    for file in briefing.pages if known else ():
        yield from found_in([file.span(0, len(file.text))], known)
    for record in briefing.records.values() if known else ():
        if not known.issuperset(record.file.text):
            yield from found_in(record.places.values.values(), known)


def found_in(spans: Iterable[Span], known: frozenset[str]) -> Iterator[Diagnostic]:
    """The first unknown character of each span, if no narrower one held it already."""
    reported: set[int] = set()
    for span in sorted(spans, key=lambda one: (one.end - one.start, one.start)):
        # What does not show is refused where the text is read.
        missing = (at for at, char in enumerate(span.text, span.start) if is_odd(char, known))
        if (first := next(missing, None)) is not None and first not in reported:
            yield no_glyph(span.file.text[first], span.file.span(first, first + 1))
            reported.add(first)


def is_odd(char: str, known: frozenset[str]) -> bool:
    """Whether a character shows, and no font has it."""
    return char not in known and not HIDDEN.match(char)


def characters(root: Path) -> frozenset[str]:
    """All characters that some font has, and what needs none; empty without a list of them."""
    path = root / SHOWN_CHARACTERS
    lines = path.read_text(encoding="ascii").split() if path.is_file() else []
    return frozenset(char for line in lines for char in stretch(line)) | (
        UNSEEN if lines else frozenset()
    )


def stretch(line: str) -> Iterator[str]:
    """The characters of a line: one, or a row from the first to the last."""
    first, _, last = line.partition("-")
    yield from (chr(code) for code in range(int(first, 16), int(last or first, 16) + 1))


def no_glyph(char: str, span: Span) -> Diagnostic:
    """A character that cannot be printed."""
    called = f"U+{ord(char):04X} {unicodedata.name(char, '').lower()}".rstrip()
    return Diagnostic(
        code="character-not-in-fonts",
        message=f"no font of the PDFs has `{char}` ({called})",
        span=span,
        help="write it in another way, or add a font that has it: site_config/fonts/README.md",
    )
