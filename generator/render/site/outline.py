"""A briefing without the words of its prose, and the sentences that others tell of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from markupsafe import escape

from generator.derive.dossier import Dossier
from generator.derive.prose import visible
from generator.derive.when import worked_out_once
from generator.hashing import digest
from generator.render.site.pages import led
from generator.render.views.page import titled
from generator.render.views.text import plain
from generator.source import SourceFile

# The files that tell the first sentences, each in its own writing.
TELLING: Mapping[str, Callable[[str], str]] = {
    "index.md": lambda text: str(escape(text)),
    "llms.txt": plain,
}


@worked_out_once
def outlined(dossier: Dossier) -> Dossier:
    """The same dossier with the outlines of its editors' own pages: all else reads nothing more."""
    pages = tuple(outline(dossier, file) for file in dossier.briefing.pages)
    return replace(dossier, briefing=replace(dossier.briefing, pages=pages))


def outline(dossier: Dossier, file: SourceFile) -> SourceFile:
    """The title of a page, and a sign for its first sentence if the day knows any more of it."""
    shown = visible(dossier, file)
    _, text = titled(shown.text, "")
    first = shown.text.lstrip().partition("\n")[0]
    head = f"{first}\n\n" if first.startswith("# ") else ""
    is_told = text.strip() or shown.left_out
    return SourceFile(file.path, head + (sign(file) if is_told else ""))


def sign(file: SourceFile) -> str:
    """What stands for the first sentence of a page: a plain one that nobody writes."""
    return f"Of {digest(file.path)} more."


def with_sentences(dossier: Dossier, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Those of the files that tell the first sentences of the editors' own pages, with these."""
    subject = dossier.briefing.edition.subject
    filled = {path: files[path] for path in TELLING.keys() & files.keys()}
    for file in dossier.briefing.pages:
        told, _ = led(titled(visible(dossier, file).text, "")[1], subject)
        for path, content in filled.items():
            filled[path] = content.replace(sign(file).encode(), TELLING[path](told).encode())
    return filled
