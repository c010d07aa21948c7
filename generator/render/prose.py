"""Editors' prose becomes running text in which only facts, names and links are more than text.

Refuses raw HTML, attributes, images and links that are not addresses: Markdown reads the editor's
own words, and what a reference prints is put in afterwards, so that neither can become the other.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple
from xml.etree.ElementTree import Element as MarkdownElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from generator.derive.calls import CALL
from generator.derive.dossier import Fact, Status
from generator.render.links import Address, external, from_page
from generator.render.rich import Element, Rich
from generator.render.sheet import Sheet, bracketed, marked, short, state
from generator.render.text import escape, fill, joined

# What a fact prints is long and holds markup; one private character and a number stand for it.
OPEN, CLOSE = "\ue000", "\ue001"
HELD = re.compile(f"{OPEN}(\\d+){CLOSE}")
STAND_IN = re.compile(f"{HELD.pattern}|{HTML_PLACEHOLDER_RE.pattern}")
FENCED = FencedBlockPreprocessor.FENCED_BLOCK_RE
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


def prose(sheet: Sheet, text: str) -> Rich:
    """The prose of a page, with its headings."""
    return block(sentence(sheet, text))


def sentence(sheet: Sheet, text: str) -> Rich:
    """Prose with its blocks, for a line or two and for what has no contents beside it."""
    held = references(sheet, text)
    return read(held.text, held.parts, sheet.path)


def phrase(sheet: Sheet, text: str) -> Rich:
    """Prose in which only references are more than text, for where no block may stand."""
    held = references(sheet, text)
    parts = HELD.split(held.text.strip())
    shown = (held.parts[int(part)] if at % 2 else escape(part) for at, part in enumerate(parts))
    return joined(shown, "")


def written_out(text: str) -> Rich:
    """Text that refers to no fact, in the form that the prose of a page has."""
    return block(read(PRIVATE.sub("", text)))


def block(written: Rich) -> Rich:
    """The element around the prose of a page; nothing around nothing."""
    content = Rich("\n", *written, "\n")
    return Rich(Element("div", (("class", "prose"),), content)) if written else written


class Held(NamedTuple):
    """A text with a stand-in for each reference, and what the references print."""

    text: str
    parts: Sequence[Rich]


def references(sheet: Sheet, text: str) -> Held:
    """The text with a stand-in for each reference."""
    show: dict[str, Callable[[str], Rich]] = {
        "fact": lambda id_: opened(sheet, id_, short),
        "state": lambda id_: opened(sheet, id_, state),
        "name": sheet.name,
        "link": lambda id_: linked(sheet, id_),
    }
    parts: list[Rich] = []

    def keep(call: re.Match[str]) -> str:
        parts.append(show[call["function"]](call["id"]))
        return f"{OPEN}{len(parts) - 1}{CLOSE}"

    return Held(CALL.sub(keep, PRIVATE.sub("", text)), parts)


def opened(sheet: Sheet, id_: str, show: Callable[[Sheet, Fact], Rich]) -> Rich:
    """A fact in prose; an id that nothing has is only text, for a rule tells of it."""
    known = sheet.dossier.facts.get(id_)
    return show(sheet, known) if known else escape(id_)


def linked(sheet: Sheet, id_: str) -> Rich:
    """A name with its link; the name of something disputed says so."""
    known = sheet.dossier.facts.get(id_)
    is_disputed = known is not None and known.status is Status.DISPUTED
    link = sheet.link(id_)
    return fill("{} {}", link, bracketed(marked("disputed"))) if is_disputed else link


def read(text: str, held: Sequence[Rich] = (), page: str = "") -> Rich:
    """Markdown as running text, with what is held in the place of each stand-in.

    Where its page is known, a link within the site leads to an address.
    """
    if not text.strip():
        return Rich()
    markdown = reader().reset()
    lines = text.split("\n")
    for step in markdown.preprocessors:
        lines = step.run(lines)
    root = markdown.parser.parseDocument(lines).getroot()
    assert root is not None
    for processor in markdown.treeprocessors:
        processor.run(root)
    stash = markdown.htmlStash.rawHtmlBlocks
    fences = tuple(fence(held, one) for one in stash if isinstance(one, MarkdownElement))
    return stripped(Tree(held, fences, page).content(root))


def fence(held: Sequence[Rich], code: MarkdownElement) -> Rich:
    """Fenced code, in which references print as in other text."""
    parts = (
        held[int(p)] if at % 2 else Rich(p) for at, p in enumerate(HELD.split(code.text or ""))
    )
    inner = Element("code", tuple(code.items()), joined(parts, ""))
    return Rich(Element("pre", (), Rich(inner)))


def stripped(given: Rich) -> Rich:
    """Running text without the space around it."""
    parts = list(given)
    if parts and isinstance(first := parts[0], str):
        parts[0] = first.lstrip()
    if parts and isinstance(last := parts[-1], str):
        parts[-1] = last.rstrip()
    return Rich(*parts)


@dataclass(frozen=True)
class Tree:
    """What Markdown read, as running text: with what references print, and with fenced code."""

    held: Sequence[Rich]
    fences: Sequence[Rich]
    page: str

    def content(self, element: MarkdownElement) -> Rich:
        """What stands in an element."""
        parts = [self.words(element.text or "")]
        for child in element:
            parts += (self.element(child), self.words(child.tail or ""))
        return joined(parts, "")

    def element(self, given: MarkdownElement) -> Rich:
        """An element, but no paragraph around a fence."""
        content = self.content(given)
        if given.tag == "p" and content in self.fences:
            return content
        attributes = ((key, self.value(key, text)) for key, text in sorted(given.items()))
        return Rich(Element(given.tag, tuple(attributes), content))

    def value(self, key: str, text: str) -> str | Address:
        """What an attribute says."""
        is_inner = key == "href" and self.page and not external(text)
        return from_page(self.page, text) if is_inner else text

    def words(self, text: str) -> Rich:
        """Text, in which characters may be written by their names."""
        words, *rest = STAND_IN.split(text)
        parts = [Rich(unescaped(words))]
        for reference, fence, after in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
            parts.append(self.held[int(reference)] if reference else self.fences[int(fence)])
            parts.append(Rich(unescaped(after)))
        return joined(parts, "")


def unescaped(text: str) -> str:
    """Text with each character that is written by its name or number."""
    return CHARACTER.sub(lambda found: html.unescape(found[0]), text)


class Fences(Preprocessor):
    """Puts fenced code away, of which the first line says no more than the language."""

    def run(self, lines: list[str]) -> list[str]:
        """Put every fence away."""
        bare = "\n".join(FENCE.sub(r"\1", line) for line in lines)
        return FENCED.sub(self.kept, bare).split("\n")

    def kept(self, found: re.Match[str]) -> str:
        """What stands for a fence."""
        code = MarkdownElement("code")
        code.text = found["code"]
        if found["lang"]:
            code.set("class", f"language-{found['lang']}")
        return f"\n{self.md.htmlStash.store(code)}\n"


class Safe(Treeprocessor):
    """Leaves no attribute but the address of a link, and of those only the harmless."""

    def run(self, root: MarkdownElement) -> None:
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

    It is judged as a reader would see it who unescapes it again and again.
    """
    plain = SPACES.sub("", to_the_end(PRIVATE.sub("", href), CHARACTER))
    seen = SPACES.sub("", to_the_end(plain, ANY_CHARACTER))
    if external(seen):
        return {"href": plain, "rel": "nofollow external"}
    return {"href": plain} if RELATIVE.fullmatch(seen) else {}


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
        md.preprocessors.register(Fences(md), "fences", 25)
        for name in INERT:
            if name in md.inlinePatterns:
                md.inlinePatterns.deregister(name)
        md.treeprocessors.register(Safe(md), "safe", -10)


@cache
def reader() -> Markdown:
    """The one reader of prose; it keeps nothing from one text to the next."""
    return Markdown(extensions=["tables", Harmless()])
