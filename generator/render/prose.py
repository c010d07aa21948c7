"""Editors' prose becomes HTML in which only facts, names and links are more than text.

Refuses raw HTML, attributes, images and links that are not addresses: Markdown reads the editor's
own words, and what a reference prints is put in afterwards, so that neither can become the other.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from generator.derive.calls import CALL
from generator.derive.dossier import Fact, Status
from generator.render.held import state, told
from generator.render.links import external
from generator.render.sheet import Sheet, bracketed, marked
from generator.render.text import escape

# What a fact prints is long and holds markup; one private character and a number stand for it.
OPEN, CLOSE = "\ue000", "\ue001"
HELD = re.compile(f"{OPEN}(\\d+){CLOSE}")
PRIVATE = re.compile("[\ue000-\uf8ff]")
INERT = ("html", "entity", "image_link", "image_reference", "short_image_ref", "automail")
RELATIVE = re.compile(r"(?![/\\])[^\s:]*(?:#\S*)?|#\S*")
# A character by its name or number, and whatever a browser may take for one.
CHARACTER = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")
ANY_CHARACTER = re.compile(r"&#?\w+;?")
TIMES = 10
FENCE = re.compile(r"^(\s*(?:`{3,}|~{3,}))\s*\{.*$")
ALIGNED = re.compile(r"text-align: (?P<side>left|center|right);?")
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
    """The prose of a page, with its headings."""
    return block(sentence(sheet, text))


def sentence(sheet: Sheet, text: str) -> Markup:
    """Prose as HTML, for a line or two and for what has no contents beside it."""
    held = Held()
    return Markup(held.restore(reader().reset().convert(references(sheet, text, held))))


def phrase(sheet: Sheet, text: str) -> Markup:
    """Prose in which only references are more than text, for where no block may stand."""
    held = Held()
    return Markup(held.restore(escape_but_held(references(sheet, text, held).strip())))


def written_out(text: str) -> Markup:
    """Text that refers to no fact, in the form that the prose of a page has."""
    return block(reader().reset().convert(PRIVATE.sub("", text)))


def block(written: str) -> Markup:
    """The element around the prose of a page; nothing around nothing."""
    return Markup(f'<div class="prose">\n{written.strip()}\n</div>' if written.strip() else "")


def references(sheet: Sheet, text: str, held: Held) -> str:
    """The text with a stand-in for each reference."""
    show: dict[str, Callable[[str], Markup]] = {
        "fact": lambda id_: opened(sheet, id_, told),
        "state": lambda id_: opened(sheet, id_, state),
        "name": sheet.name,
        "link": lambda id_: linked(sheet, id_),
    }
    plain = PRIVATE.sub("", text)
    return CALL.sub(lambda call: held.keep(show[call["function"]](call["id"])), plain)


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


def escape_but_held(text: str) -> str:
    """Text escaped around what stands in for references."""
    parts = re.split(f"({HELD.pattern.replace('(', '(?:')})", text)
    return "".join(part if HELD.fullmatch(part) else str(escape(part)) for part in parts)


class BareFences(Preprocessor):
    """Leaves a fence its language, and no attributes, before fences are read."""

    def run(self, lines: list[str]) -> list[str]:
        """Clean the first line of every fence."""
        return [FENCE.sub(r"\1", line) for line in lines]


class Safe(Treeprocessor):
    """Leaves no attribute but the address of a link, and of those only the harmless."""

    def run(self, root: Element) -> None:
        """Clean every element."""
        for element in root.iter():
            href, align = element.get("href"), element.get("style", "")
            element.attrib.clear()
            if element.tag == "a" and href:
                element.attrib.update(leading(href))
            if found := ALIGNED.fullmatch(align):
                element.set("class", found["side"])
            # A page has one title of its own, so headings begin at the second level.
            if element.tag == "h1":
                element.tag = "h2"


def leading(href: str) -> dict[str, str]:
    """The attributes of a link; none where the address is neither http nor on this site.

    It is judged as a reader would see it who unescapes it again and again, and written so that
    the browser, which unescapes once, sees what is judged here.
    """
    plain = SPACES.sub("", to_the_end(PRIVATE.sub("", href), CHARACTER))
    seen = SPACES.sub("", to_the_end(plain, ANY_CHARACTER))
    if external(seen):
        return {"href": plain.replace("&", "&amp;"), "rel": "nofollow external"}
    return {"href": plain.replace("&", "&amp;")} if RELATIVE.fullmatch(seen) else {}


def to_the_end(text: str, pattern: re.Pattern[str]) -> str:
    """A text without what HTML unescapes; empty where that is escaped again and again."""
    for _ in range(TIMES):
        plain, text = text, pattern.sub(lambda found: html.unescape(found[0]), text)
        if plain == text:
            return text
    return ""


class Harmless(Extension):
    """Markdown without raw HTML, images and addresses of mail."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Take out what could let text become markup."""
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(BareFences(md), "bare_fences", 26)
        for name in INERT:
            if name in md.inlinePatterns:
                md.inlinePatterns.deregister(name)
        md.treeprocessors.register(Safe(md), "safe", -10)


@cache
def reader() -> Markdown:
    """The one reader of prose; it keeps nothing from one text to the next."""
    return Markdown(extensions=["tables", "fenced_code", Harmless()], output_format="html")
