"""How the briefing works, in words: what each status means, and what is promised of the pages.

Refuses to promise what no test holds: what was not tried is said to be so.
"""

from __future__ import annotations

from generator.derive.dossier import Dossier
from generator.model.dates import in_words
from generator.render.corrections import MISSING, WRONG, form
from generator.render.links import page
from generator.render.page import Page
from generator.render.rich import Rich
from generator.render.sheet import NO_WORD, Settings, Sheet, outward
from generator.render.text import joined

WORDS = (
    ("confirmed", "Two known origins say so, or the one whose act or figure it is says so itself."),
    ("reported", "It is printed, but not by two known origins."),
    ("claimed by NAME", "It rests on the word of the one who is named."),
    ("disputed", "Positions that do not agree stand side by side."),
    ("superseded", "It held, and something newer has taken its place."),
    ("retracted", "Its source has withdrawn it."),
    ("rejected", "A slip or mistranslation, kept readable with the reason."),
    (NO_WORD, "A source is listed, but none of its words are: it counts for nothing."),
)

LEADS = ("disputed", "unknowns", "guide", "messages", "reference")


def about(dossier: Dossier, settings: Settings) -> Page:
    """How the briefing works."""
    title, sheet = dossier.briefing.edition.title, Sheet(dossier, settings, page("about").page)
    context = {
        "words": WORDS,
        "repository": outward(settings.repository, settings.repository),
        "forms": forms(settings),
        "licence": outward(settings.licence, settings.licence_url),
        "citation": citation(dossier, settings),
        "href": {name: page(name) for name in LEADS},
    }
    what = f"How “{title}” works, and what its words mean."
    return Page(sheet.path, "about.md.j2", "About", what, context)


def forms(settings: Settings) -> Rich:
    """The forms for who has no wish to edit files; none without a repository."""
    named = (("report a wrong fact", WRONG), ("say what is missing", MISSING))
    found = ((label, form(settings, name)) for label, name in named)
    return joined((outward(label, address) for label, address in found if address), " or ")


def citation(dossier: Dossier, settings: Settings) -> str:
    """How the briefing as a whole is cited."""
    label = f"“{dossier.briefing.edition.title}”, as of {in_words(dossier.as_of)}"
    return f"{label}, {settings.url}" if settings.url else label
