"""What stands in the way of a PDF, led back to the file and line that it comes from."""

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.reading.output import LAYOUT, characters, no_glyph
from generator.render.pdf import Print
from generator.source import SourceFile, Span

ORIGIN = re.compile(r"// (?P<path>\S+):(?P<line>\d+)")
AT = re.compile(r"┌─ (?:.*/)?(?P<file>[^/\n]+):(?P<line>\d+):\d+")
PACKAGE = re.compile(r'"@\w+/')
EDITION = "content/briefing.yaml"
COPY = "layout.typ"
FONTS = Path("site_config") / "fonts"
SUMS = FONTS / "sha256.txt"


def failed(message: str, span: Span, help_: str = "") -> Diagnostic:
    """A PDF that cannot be set."""
    return Diagnostic("pdf-failed", message, span, help=help_)


def compiler_error(root: Path, one: Print, answer: dict[str, object]) -> Diagnostic:
    """What the compiler found, at the line of the content, else of the layout."""
    output, source = str(answer["fault"]), str(answer["source"])
    message = output.partition("\n")[0].partition(": ")[2] or output.partition("\n")[0]
    lines = {found["file"]: int(found["line"]) for found in reversed([*AT.finditer(output)])}
    text = one.sources[int(source.removeprefix("main-").removesuffix(".typ"))] if source else ""
    own = origin(root, text, lines[source]) if source in lines else None
    span = own or line_of(root, LAYOUT if COPY in lines else EDITION, lines.get(COPY, 1))
    return failed(f"`{one.name}.pdf` cannot be set: {message}", span)


def origin(root: Path, text: str, line: int) -> Span | None:
    """The place that the last comment down to a line of a source names."""
    for comment in reversed(text.split("\n")[:line]):
        if found := ORIGIN.match(comment):
            return line_of(root, found["path"], int(found["line"]))
    return None


def line_of(root: Path, path: str, number: int) -> Span:
    """A line of a file of the briefing."""
    text = (root / path).read_text(encoding="utf-8", errors="replace")
    return SourceFile(path, text).line_span(number)


def refused(layout: str) -> Diagnostic | None:
    """A layout that would fetch a package from afar."""
    found = PACKAGE.search(layout)
    if found is None:
        return None
    return failed(
        f"the layout imports a package: `{found[0]}...`",
        SourceFile(LAYOUT, layout).span(found.start(), found.end()),
        "a build fetches nothing: write what is needed into the layout itself",
    )


def broken_off(one: Print, memory: int | None, output: str) -> Diagnostic:
    """A process that ended without an answer: when memory ran out, else through a fault of ours."""
    bound = f" with {memory // 2**20} MB of memory" if memory and not output else ""
    end = f": {output}" if output else ""
    return failed(
        f"`{one.name}.pdf` cannot be set{bound}: the process that sets it broke off{end}",
        SourceFile(EDITION, "").head,
        "" if output else "fewer or shorter statements take less memory",
    )


def damaged(root: Path) -> Iterator[Diagnostic]:
    """The fonts that have another sum than the one that is written down; none where none is."""
    path = root / SUMS
    file = SourceFile(SUMS.as_posix(), path.read_text(encoding="ascii") if path.is_file() else "")
    for number, line in enumerate(file.text.splitlines(), 1):
        wanted, _, name = line.partition("  ")
        font = root / FONTS / name
        if not font.is_file() or sha256(font.read_bytes()).hexdigest() != wanted:
            yield failed(
                f"the font `{FONTS.as_posix()}/{name}` is not the one with this sum",
                file.line_span(number),
                "put the file back; a new font gets its line here from `cut.py`",
            )


def missing(root: Path, one: Print) -> tuple[Diagnostic, ...]:
    """What escapes and templates add that no font has, each at its first place."""
    known, text = characters(root), one.sources[0]
    absent = sorted(set(text) - known) if known else ()
    return tuple(no_glyph(char, place(root, text, char)) for char in absent)


def place(root: Path, text: str, char: str) -> Span:
    """Where an editor finds a character of a source, else the line that it comes from."""
    line = text.count("\n", 0, text.index(char)) + 1
    span = origin(root, text, line) or line_of(root, EDITION, 1)
    at = span.file.text.find(char, span.start)
    return span.file.span(at, at + 1) if at >= 0 else span
