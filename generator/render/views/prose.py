"""Editors' prose becomes running text in which only facts, names and links are more than text.

Refuses raw HTML, attributes, images and links that are not addresses: Markdown reads the editor's
own words, and what a reference prints is put in afterwards, so that neither can become the other.
"""

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from xml.etree.ElementTree import Element as MarkdownElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.fenced_code import FencedBlockPreprocessor

from generator.derive.calls import CALL
from generator.derive.dossier import Dossier, Fact, Status
from generator.derive.state import PAST
from generator.render.views.borne import beside, marked
from generator.render.views.links import external, from_page
from generator.render.views.naming import said_value, written
from generator.render.views.sheet import Sheet, short, state, titled, unsettled, value_markup
from generator.render.views.text import Attributes, Element, Rich, escape, joined, tag

# Where a sentence begins, and the words that begin a name only there with a capital letter.
OPENING = re.compile(r"(?:\A|[.!?|]|\n\s*\n|(?:\A|\n)\s*[-*])\s*\Z")
ENDED = re.compile(r"[.!?|]\s|\n\s*\n")
AND = re.compile(rf"\s+(?:and|to)\s+{CALL.pattern}")
# The forms in which a day has its month.
WITH_MONTH = (None, "value", "day", "short")
# The verb before a state; what is over says itself what it did.
VERB = re.compile(r"\b(?:is|are) (?=\{\{\s*state\s*\(\s*[\"'](?P<id>[^\"']+))")
SMALL = re.compile(r"^(?:The|Whether|How|Who|What|When|Where)(?= )")
# What a fact prints is long and holds markup; one private character and a number stand for it.
OPEN, CLOSE = "\ue000", "\ue001"
HELD = re.compile(f"{OPEN}(\\d+){CLOSE}")
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
    return read(*references(sheet, text), sheet.path)


def phrase(sheet: Sheet, text: str) -> Rich:
    """Prose in which only references are more than text, for where no block may stand."""
    text, held = references(sheet, text)
    return restored(text.strip(), held, escape)


def written_out(text: str) -> Rich:
    """Text that refers to no fact, in the form that the prose of a page has."""
    return block(read(PRIVATE.sub("", text)))


def block(written: Rich) -> Rich:
    """The element around the prose of a page; nothing around nothing."""
    return tag("div", Rich("\n", *written, "\n"), class_="prose") if written else written


def references(sheet: Sheet, text: str) -> tuple[str, Sequence[Rich]]:
    """The text with a stand-in for each reference, and what the references print."""
    parts: list[Rich] = []

    def keep(call: re.Match[str]) -> str:
        function, id_ = call["function"], call["id"]
        known = sheet.dossier.facts.get(id_)
        if function == "link" and call["words"]:
            parts.append(linked(sheet, id_, escape(call["words"])))
        elif function in ("name", "link"):
            name = sheet.name(id_) if function == "name" else linked(sheet, id_)
            parts.append(name if OPENING.search(call.string[: call.start()]) else within(name))
        else:
            # An id that nothing has is only text, for a rule tells of it.
            parts.append(called(sheet, call, known) if known else escape(id_))
        return f"{OPEN}{len(parts) - 1}{CLOSE}"

    def verb(found: re.Match[str]) -> str:
        known = sheet.dossier.facts.get(found["id"])
        is_past = known and known.held and known.held.code in PAST and not known.held.done
        return "" if is_past else found[0]

    return CALL.sub(keep, VERB.sub(verb, PRIVATE.sub("", text))), parts


def form_of(dossier: Dossier, call: re.Match[str]) -> str | None:
    """The form that is asked for; a day before another of its month is a number: `2 and 3 May`."""
    after = AND.match(call.string, call.end())
    if call["form"] != "day" or after is None or after["form"] not in WITH_MONTH:
        return call["form"]
    first, second = (printed_day(dossier, one) for one in (call, after))
    is_same = first and second and (first.year, first.month) == (second.year, second.month)
    return "number" if is_same else "day"


def printed_day(dossier: Dossier, call: re.Match[str]) -> date | None:
    """The one day that a reference prints: not that of a dispute, nor that behind a name."""
    fact = dossier.facts.get(call["id"]) if call["function"] == "fact" else None
    value = said_value(fact) if fact and not fact.rivals else None
    return value.date.first if value and value.date and value.date.is_day else None


def said_before(sheet: Sheet, call: re.Match[str]) -> str:
    """The sentence up to a reference, with its names: it may say whose claim follows."""
    told = ENDED.split(call.string[: call.start()])[-1]
    return CALL.sub(
        lambda one: sheet.name(one["id"]).text if one["function"] == "name" else "", told
    )


def within(name: Rich) -> Rich:
    """A name inside a sentence, where its article has a small letter."""
    first, *rest = name or ("",)
    if isinstance(first, str):
        return Rich(SMALL.sub(lambda found: found[0].lower(), first, count=1), *rest)
    return Rich(first._replace(content=within(first.content)), *rest)


def called(sheet: Sheet, call: re.Match[str], fact: Fact) -> Rich:
    """What a reference prints of a statement."""
    function = call["function"]
    if function == "state":
        return state(sheet, fact)
    if function == "positions":
        return unsettled(sheet, fact, value_markup(sheet, fact))
    if fact.rivals:
        return short(sheet, fact)
    text = written(sheet.dossier, function, fact, form_of(sheet.dossier, call))
    shown = value_markup(sheet, fact) if text is None else escape(text)
    if function in ("fact", "count"):
        is_own = fact.id == sheet.teller
        return shown if is_own else titled(sheet, fact, shown, said_before(sheet, call))
    # A day until which something holds is that of its state.
    return state(sheet, fact, shown)


def linked(sheet: Sheet, id_: str, words: Rich | None = None) -> Rich:
    """A name, or words, with a link; what is disputed says so."""
    known = sheet.dossier.facts.get(id_)
    is_disputed = known is not None and known.status is Status.DISPUTED
    link = sheet.link(id_, words)
    return beside(link, marked("disputed")) if is_disputed else link


def read(text: str, held: Sequence[Rich] = (), page: str = "") -> Rich:
    """Markdown as running text, with what is held in the place of each stand-in.

    Where its page is known, a link within the site leads to an address.
    """
    markdown, lines = reader().reset(), text.split("\n")
    for step in markdown.preprocessors:
        lines = step.run(lines)
    source, fences = fenced(lines, held)
    root = markdown.parser.parseDocument(source.split("\n")).getroot()
    assert root is not None
    for processor in markdown.treeprocessors:
        processor.run(root)
    # Around the blocks stands only the layout that Markdown gives them.
    return Rich(*Tree((*held, *fences), fences, page).content(root)[1:-1])


def fenced(lines: Sequence[str], held: Sequence[Rich]) -> tuple[str, Sequence[Rich]]:
    """The text with a stand-in for each fence, of which the first line says only the language."""
    fences: list[Rich] = []

    def keep(found: re.Match[str]) -> str:
        language = {"class_": f"language-{found['lang']}"} if found["lang"] else {}
        fences.append(tag("pre", tag("code", restored(found["code"], held), **language)))
        return f"\n{OPEN}{len(held) + len(fences) - 1}{CLOSE}\n"

    return FENCED.sub(keep, "\n".join(FENCE.sub(r"\1", line) for line in lines)), fences


def restored(text: str, held: Sequence[Rich], shown: Callable[[str], Rich] = Rich) -> Rich:
    """Text with what is held in the place of each stand-in."""
    pieces = enumerate(HELD.split(text))
    return joined((held[int(one)] if at % 2 else shown(one) for at, one in pieces), "")


@dataclass(frozen=True)
class Tree:
    """What Markdown read, as running text: with what references print, and with fenced code."""

    held: Sequence[Rich]
    fences: Sequence[Rich]
    page: str

    def content(self, element: MarkdownElement) -> Rich:
        """What stands in an element."""
        parts = [self.words(element.text)]
        for child in element:
            parts += (self.element(child), self.words(child.tail))
        return joined(parts, "")

    def element(self, given: MarkdownElement) -> Rich:
        """An element, but no paragraph around a fence."""
        content = self.content(given)
        if given.tag == "p" and content in self.fences:
            return content
        # A page has one title of its own, so headings begin at the second level.
        name = "h2" if given.tag == "h1" else given.tag
        return Rich(Element(name, self.attributes(given), content))

    def attributes(self, given: MarkdownElement) -> Attributes:
        """Nothing but the address of a link and the side of a cell."""
        if href := given.get("href"):
            return leading(href, self.page)
        found = ALIGNED.fullmatch(given.get("style", ""))
        return (("class", found["side"]),) if found else ()

    def words(self, text: str | None) -> Rich:
        """Text, in which a character may be written by its name or number."""
        return restored(text or "", self.held, lambda part: Rich(CHARACTER.sub(_named, part)))


def _named(found: re.Match[str]) -> str:
    return html.unescape(found[0])


def leading(href: str, page: str) -> Attributes:
    """The attributes of a link; none where the address is neither http nor on this site.

    It is judged as a reader would see it who unescapes it again and again.
    """
    plain = SPACES.sub("", to_the_end(PRIVATE.sub("", href), CHARACTER))
    seen = SPACES.sub("", to_the_end(plain, ANY_CHARACTER))
    if external(seen):
        return (("href", plain), ("rel", "nofollow external"))
    to = from_page(page, plain)
    # What leads out of the site has no address on it.
    is_inner = page and not to.page.startswith("..")
    return (("href", to if is_inner else plain),) if RELATIVE.fullmatch(seen) else ()


def to_the_end(text: str, pattern: re.Pattern[str]) -> str:
    """A text without what HTML unescapes; empty where that is escaped again and again."""
    for _ in range(TIMES):
        plain, text = text, pattern.sub(_named, text)
        if plain == text:
            return text
    return ""


class Harmless(Extension):
    """Markdown without raw HTML, images and addresses of mail."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Take out what could let text become markup."""
        md.preprocessors.deregister("html_block")
        for name in INERT:
            if name in md.inlinePatterns:
                md.inlinePatterns.deregister(name)


@cache
def reader() -> Markdown:
    """The one reader of prose; it keeps nothing from one text to the next."""
    return Markdown(extensions=["tables", Harmless()])
