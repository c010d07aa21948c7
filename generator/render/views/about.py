"""How the briefing works, in words: what each status means, and what is promised of the pages."""

from __future__ import annotations

from generator.derive.dossier import Dossier
from generator.model.dates import in_words
from generator.render.views.borne import MACHINE, NO_WORD
from generator.render.views.corrections import MISSING, WRONG, form
from generator.render.views.links import page
from generator.render.views.page import Page
from generator.render.views.rich import Rich
from generator.render.views.sheet import Settings, Sheet, outward
from generator.render.views.text import joined

WORDS = (
    ("confirmed", "Two independent sources say so, or whoever decided or counted it."),
    ("relayed", "An authority’s own figure or act, as others print it."),
    ("computed", "Worked out by us from figures that are shown."),
    ("reported", "It is printed, but not by two independent sources."),
    ("claimed by NAME", "Only the one who is named says so."),
    ("disputed", "Sources disagree; every answer is shown."),
    ("superseded", "Something newer has taken its place."),
    ("retracted", "Its source has withdrawn it."),
    ("rejected", "A slip or mistranslation, with the reason."),
    (NO_WORD, "A source is listed, but none of its words: it counts for nothing."),
    (MACHINE, "A machine translated it or summed it up."),
)

LEADS = ("corrections", "disputed", "unknowns", "guide", "messages", "reference", "units")


def about(dossier: Dossier, settings: Settings) -> Page:
    """How the briefing works."""
    title, sheet = dossier.briefing.edition.title, Sheet(dossier, settings, page("about").page)
    label = f"“{title}”, as of {in_words(dossier.as_of)}"
    context = {
        "words": WORDS,
        "repository": outward(settings.repository, settings.repository),
        "forms": forms(settings),
        "licence": outward(settings.licence, settings.licence_url),
        "citation": f"{label}, {settings.url}" if settings.url else label,
        "href": {name: page(name) for name in LEADS},
    }
    what = f"How “{title}” works, and what its words mean."
    return Page(sheet.path, "about.md.j2", "About", what, context)


def forms(settings: Settings) -> Rich:
    """The forms for who has no wish to edit files; none without a repository."""
    named = (("report a wrong fact", WRONG), ("say what is missing", MISSING))
    found = ((label, form(settings, name)) for label, name in named)
    return joined((outward(label, address) for label, address in found if address), " or ")
