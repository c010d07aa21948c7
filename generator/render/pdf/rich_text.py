"""Running text in Typst: every text becomes a string literal, every element a call."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from generator.render.pdf.links import DocumentLinks
from generator.render.pdf.typ import Typ, array, content, string, text
from generator.render.views.rich import Element, Rich
from generator.render.views.witnesses import underlying

LANGUAGE = re.compile(r"([a-z]{2,3})(?:-.*)?")
BLANK = " \t\n\r\f"
SPACES = re.compile(f"[{BLANK}]+")
# Between their elements a space is only the layout of the source.
CONTAINERS = {"", "ul", "ol", "table", "thead", "tbody", "tr", "div", "blockquote", "dl"}
SIMPLE = {
    "strong": "#strong[{}];",
    "b": "#strong[{}];",
    "em": "#emph[{}];",
    "i": "#emph[{}];",
    "code": "#small[{}];",
    "blockquote": "#quote(block: true)[{}];",
    "ul": "#list({});",
    "ol": "#enum({});",
    "li": "[{}], ",
    "p": "{}#parbreak();",
    "br": "#linebreak();",
    "hr": "#parbreak();",
    **{f"h{level}": f"#heading(level: {max(level, 2)})[{{}}];" for level in range(1, 7)},
}


@dataclass(frozen=True)
class Setter:
    """Sets running text, which cites the sources of its statements or not."""

    links: DocumentLinks
    cites: bool = False
    verbatim: bool = False

    def set(self, given: Rich, inside: str = "") -> str:
        """The parts one after the other."""
        parts = (
            self.words(one, inside) if isinstance(one, str) else self.element(one) for one in given
        )
        return "".join(parts)

    def words(self, given: str, inside: str) -> str:
        """Text, with its spaces as HTML has them."""
        if self.verbatim:
            return f"#raw(block: true, {string(given)});"
        is_layout = inside in CONTAINERS and "\n" in given and not given.strip(BLANK)
        return "" if is_layout else text(SPACES.sub(" ", given))

    def element(self, one: Element) -> str:
        """An element as a call, or only what it holds."""
        if special := SPECIAL.get(one.name):
            return special(self, one)
        return SIMPLE.get(one.name, "{}").replace("{}", self.set(one.content, one.name))

    def cited(self, one: Element) -> str:
        """On what a statement rests, behind the link that prints it."""
        fact = self.links.dossier.facts.get(one.anchor) if "fact-value" in one.classes else None
        if fact is None or not self.cites:
            return ""
        found = fact.evidence or underlying(self.links.dossier, fact)
        return self.links.numbers(witness.source.id for witness in found)


def set_rich(links: DocumentLinks, given: Rich, *, cites: bool = False) -> Typ:
    """Running text as content."""
    return Typ(Setter(links, cites).set(given))


def link(setter: Setter, one: Element) -> str:
    """A link; one that prints a statement also cites its sources."""
    start = setter.links.opened(one.get("href"))
    return called(start, setter.set(one.content, "a")) + setter.cited(one)


def span(setter: Setter, one: Element) -> str:
    """A status word or mark, or text that is only marked for the screen."""
    classes = one.classes
    if one.get("role") == "img":
        return f"#mark({string(classes[-1].removeprefix('status--'))});"
    start = "#status[" if "status" in classes else "#small[" if "not-known" in classes else ""
    return called(start, setter.set(one.content, "span"))


def foreign(setter: Setter, one: Element) -> str:
    """A name in another language."""
    known = LANGUAGE.fullmatch(str(one.get("lang")))
    start = f"#foreign({string(known[1])})[" if known else ""
    return called(start, setter.set(one.content, "bdi"))


def called(start: str, inner: str) -> str:
    """What a call holds; only that where there is none."""
    return f"{start}{inner}];" if start else inner


def table(setter: Setter, one: Element) -> str:
    """A table of prose, all columns as wide as each other."""
    heads, *rows = [
        [content(setter.set(cell.content, cell.name)) for cell in named(row, "th", "td")]
        for row in named(one, "tr")
    ] or [[]]
    widths = array("1fr" for _ in heads)
    lines = array(array(row) for row in rows)
    group = array(("none", "none", lines))
    return f"#rows({widths}, {array(heads)}, {array([group])});"


def named(outer: Element, *names: str) -> Iterator[Element]:
    """The elements of some names in an element."""
    return (one for one in outer.content.elements() if one.name in names)


SPECIAL: dict[str, Callable[[Setter, Element], str]] = {
    "a": link,
    "span": span,
    "bdi": foreign,
    "table": table,
    # Text that keeps its lines.
    "pre": lambda setter, one: replace(setter, verbatim=True).set(one.content, "pre"),
}
