"""Short addresses that outlive every other: a plain page for each statement and each old id."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.derive.dossier import Dossier, Fact
from generator.model import FOLDER_OF
from generator.model.edition import Moved
from generator.render.links import Address, address, find, permalink, url
from generator.render.pages import Page
from generator.render.sheet import Settings, Sheet, short
from generator.render.text import attribute, escape

GONE = "This statement is no longer part of the briefing."
UNKNOWN = "What took its place is not known on this day."


def redirects(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """A redirect for every statement, and a redirect or tombstone for every id that moved."""
    for fact in dossier.facts.values():
        yield to_card(dossier, settings, fact)
    for id_, moved in dossier.briefing.moved.items():
        if isinstance(moved, Moved) and id_ not in dossier.facts:
            yield from_old(Sheet(dossier, settings, f"f/{id_}/index.html"), id_, moved)
            yield from with_record(dossier, settings, id_, moved.to or "")


def with_record(dossier: Dossier, settings: Settings, id_: str, to: str) -> Iterator[Page]:
    """The addresses that a record which moved had besides: its page, and its statements."""
    record = dossier.briefing.records.get(to)
    if record is None or "." in id_:
        return
    old = Sheet(dossier, settings, f"{FOLDER_OF[record.kind]}/{id_}/index.html")
    yield from_old(old, id_, Moved(to=to))
    for fact in dossier.facts.values():
        then = f"{id_}{fact.id.removeprefix(to)}"
        if fact.record.id == to and then != id_ and then not in dossier.briefing.moved:
            yield from_old(
                Sheet(dossier, settings, f"f/{then}/index.html"), then, Moved(to=fact.id)
            )


def to_card(dossier: Dossier, settings: Settings, fact: Fact) -> Page:
    """The short address of a statement."""
    sheet = Sheet(dossier, settings, permalink(fact).page)
    told = Markup("{}: {}").format(escape(fact.label), short(sheet, fact))
    return leading(sheet, fact.label, told, address(fact))


def from_old(sheet: Sheet, id_: str, moved: Moved) -> Page:
    """The address of an id that was published once."""
    to = find(sheet.dossier, moved.to) if moved.to else None
    if to:
        told = Markup("{} is now {}.").format(escape(id_), sheet.link(moved.to or ""))
        return leading(sheet, id_, told, to)
    why = moved.gone or UNKNOWN
    return leading(sheet, id_, escape(f"{GONE} {why}"), None)


def leading(sheet: Sheet, title: str, told: Markup, to: Address | None) -> Page:
    """A page that leads on, or says why it does not."""
    context = {
        "title": title,
        "told": told,
        "language": sheet.dossier.language,
        "href": sheet.url(to) if to else "",
        "canonical": canonical(sheet, to) if to else "",
    }
    return Page(sheet.path, "redirect.html.j2", title, "", context)


def canonical(sheet: Sheet, to: Address) -> Markup:
    """The address in full where the site's own is known."""
    if not sheet.settings.url:
        return sheet.url(to)
    return attribute(sheet.settings.url.rstrip("/") + "/" + url("", to))
