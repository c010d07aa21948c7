"""Editors' prose becomes HTML in which only facts, names and links are more than text.

Refuses raw HTML, attributes, images and links that are not addresses: Markdown reads the editor's
own words, and what a reference prints is put in afterwards, so that neither can become the other.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from generator.derive.dossier import Fact, Status
from generator.render.links import external
from generator.render.sheet import Sheet, bracketed, marked, short, state
from generator.render.templates import fill_in
from generator.render.text import escape

# What a fact prints is long and holds markup; one private character and a number stand for it.
OPEN, CLOSE = "\ue000", "\ue001"
HELD = re.compile(f"{OPEN}(\\d+){CLOSE}")
PRIVATE = re.compile("[\ue000-\uf8ff]")
HEADING = re.compile(r'^<h([1-6]) class="top">(.*)</h\1>$', re.MULTILINE)
TAG = re.compile(r"<[^>]*>")
INERT = ("html", "entity", "image_link", "image_reference", "short_image_ref", "automail")
RELATIVE = re.compile(r"(?![/\\])[^\s:]*(?:#\S*)?|#\S*")
SPACES = re.compile(r"[\s\x00-\x20]+")


@dataclass
class Held:
    """What stands behind the private characters of a text."""

    parts: list[Markup] = field(default_factory=list)

    def keep(self, part: Markup) -> Markup:
        """Put a piece away; what is returned stands for it."""
        self.parts.append(part)
        return Markup(f"{OPEN}{len(self.parts) - 1}{CLOSE}")

    def restore(self, text: str) -> str:
        """Put every piece in its place."""
        return HELD.sub(lambda found: self.parts[int(found[1])], text)


def prose(sheet: Sheet, text: str) -> Markup:
    """The prose of a page: blocks of HTML between headings in Markdown, which the contents list."""
    held = Held()
    written = reader().reset().convert(references(sheet, text, held))
    return Markup(held.restore("\n\n".join(_sections(written))))


def sentence(sheet: Sheet, text: str) -> Markup:
    """Prose as HTML throughout, for a line or two and for what has no contents beside it."""
    held = Held()
    return Markup(held.restore(reader().reset().convert(references(sheet, text, held))))


def phrase(sheet: Sheet, text: str) -> Markup:
    """Prose in which only references are more than text, for where no block may stand."""
    held = Held()
    return Markup(held.restore(escape_but_held(references(sheet, text, held).strip())))


def written_out(text: str) -> Markup:
    """Text that refers to no fact, in the form that the prose of a page has."""
    return Markup("\n\n".join(_sections(reader().reset().convert(PRIVATE.sub("", text)))))


def references(sheet: Sheet, text: str, held: Held) -> str:
    """The text with a stand-in for each reference."""

    def keeping(show: Callable[[str], Markup]) -> Callable[[str], Markup]:
        return lambda id_: held.keep(show(id_))

    names = {
        "fact": lambda id_: opened(sheet, id_, short),
        "state": lambda id_: opened(sheet, id_, state),
        "name": sheet.name,
        "link": lambda id_: linked(sheet, id_),
    }
    plain = PRIVATE.sub("", text)
    return fill_in(plain, {key: keeping(show) for key, show in names.items()})


def opened(sheet: Sheet, id_: str, show: Callable[[Sheet, Fact], Markup]) -> Markup:
    """A fact in prose; an id that nothing has is only text, for a rule tells of it."""
    known = sheet.dossier.facts.get(id_)
    return show(sheet, known) if known else escape(id_)


def linked(sheet: Sheet, id_: str) -> Markup:
    """A name with its link; the name of something disputed says so."""
    known = sheet.dossier.facts.get(id_)
    is_disputed = known is not None and known.status is Status.DISPUTED
    link = sheet.link(id_)
    return Markup("{} {}").format(link, bracketed(marked("disputed"))) if is_disputed else link


def _sections(written: str) -> Iterator[str]:
    end = 0
    for found in HEADING.finditer(written):
        yield from _block(written[end : found.start()])
        # A page has one title of its own, so headings begin at the second level.
        level = max(int(found[1]), 2)
        yield f"{'#' * level} {escape_but_held(html.unescape(TAG.sub('', found[2])))}"
        end = found.end()
    yield from _block(written[end:])


def _block(written: str) -> Iterator[str]:
    if written.strip():
        yield f'<div class="prose">\n{written.strip()}\n</div>'


def escape_but_held(text: str) -> str:
    """Text escaped around what stands in for references."""
    parts = re.split(f"({HELD.pattern.replace('(', '(?:')})", text)
    return "".join(part if HELD.fullmatch(part) else str(escape(part)) for part in parts)


class Safe(Treeprocessor):
    """Leaves no attribute but the address of a link, and of those only the harmless."""

    def run(self, root: Element) -> None:
        """Clean every element."""
        for element in root.iter():
            # Only a heading that stands by itself can be taken out of the HTML around it.
            top = element in list(root) and re.fullmatch("h[1-6]", element.tag)
            href = element.get("href")
            align = element.get("style") if element.tag in ("td", "th") else None
            element.attrib.clear()
            if element.tag == "a" and href:
                element.attrib.update(leading(href))
            if align:
                element.set("style", align)
            if top:
                element.set("class", "top")


def leading(href: str) -> dict[str, str]:
    """The attributes of a link; none where the address is neither http nor on this site."""
    plain = SPACES.sub("", html.unescape(PRIVATE.sub("", href)))
    if external(plain):
        return {"href": plain, "rel": "nofollow external"}
    return {"href": plain} if RELATIVE.fullmatch(plain) else {}


class Harmless(Extension):
    """Markdown without raw HTML, images and addresses of mail."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Take out what could let text become markup."""
        md.preprocessors.deregister("html_block")
        for name in INERT:
            if name in md.inlinePatterns:
                md.inlinePatterns.deregister(name)
        md.treeprocessors.register(Safe(md), "safe", -10)


@cache
def reader() -> Markdown:
    """The one reader of prose; it keeps nothing from one text to the next."""
    return Markdown(extensions=["tables", "fenced_code", Harmless()], output_format="html")
