"""A briefing without the words of its prose, of which every other page tells but a beginning."""

from dataclasses import replace

from generator.derive.dossier import Dossier
from generator.derive.prose import visible
from generator.render.site.pages import led
from generator.render.views.page import titled
from generator.source import SourceFile

# No sentence that a page could tell of another, and no word.
WORDS = "…"


def outlined(dossier: Dossier) -> Dossier:
    """The same dossier with the outlines of its editors' own pages: all else reads nothing more."""
    if outlined not in dossier.views:
        pages = tuple(outline(dossier, file) for file in dossier.briefing.pages)
        briefing = replace(dossier.briefing, pages=pages)
        dossier.views[outlined] = replace(dossier, briefing=briefing)
    made: Dossier = dossier.views[outlined]
    return made


def outline(dossier: Dossier, file: SourceFile) -> SourceFile:
    """The title of a page and its first sentence, and whether the day knows any more of it."""
    shown = visible(dossier, file)
    _, text = titled(shown.text, "")
    first = shown.text.lstrip().partition("\n")[0]
    head = f"{first}\n\n" if first.startswith("# ") else ""
    left = WORDS if text.strip() or shown.left_out else ""
    return SourceFile(file.path, head + led(text, left)[0])
