"""What the website's pages are made of, set in Typst: one parse, two faces.

Prose, names, links and values arrive as the safe HTML that the website prints. Every text in it
becomes a string literal, every element a call of what `site_config/pdf/briefing.typ` defines.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.render.pdf.links import DocumentLinks
from generator.render.pdf.typ import Typ, array, content, string, text

Attributes = dict[str, str]
LANGUAGE = re.compile(r"([a-z]{2,3})(?:-.*)?")
SPACES = re.compile(r"[ \t\n\r\f]+")
# Between their elements a space is only the layout of the source.
CONTAINERS = {"", "ul", "ol", "table", "thead", "tbody", "tr", "div", "blockquote", "dl"}
SIMPLE = {
    "strong": "#strong[",
    "b": "#strong[",
    "em": "#emph[",
    "i": "#emph[",
    "code": "#small[",
    "blockquote": "#quote(block: true)[",
    "ul": "#list(",
    "ol": "#enum(",
    "li": "[",
}
VOID = {"br": "#linebreak();", "hr": "#parbreak();"}
# How a statement is cited: in a note at the foot of the page, or by numbers behind it.
FOOT, NUMBERS = "foot", "numbers"


@dataclass
class Open:
    """An element that has begun: its end, and the statement that it leads to."""

    tag: str
    end: str
    fact: str = ""


@dataclass
class Table:
    """A table of prose while it is read."""

    rows: list[list[str]] = field(default_factory=list)


class Setter(HTMLParser):
    """Sets a piece of HTML that the generator made."""

    def __init__(self, links: DocumentLinks, here: str, notes: str = "") -> None:
        super().__init__(convert_charrefs=True)
        self.links, self.here, self.notes = links, here, notes
        self.out: list[str] = []
        self.open: list[Open] = []
        self.tables: list[Table] = []
        self.verbatim = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        given = {key: value or "" for key, value in attrs}
        if tag in VOID:
            self.out.append(VOID[tag])
            return
        self.open.append(STARTS.get(tag, begin_simple)(self, tag, given))

    def handle_endtag(self, tag: str) -> None:
        """End it, and with it whatever in it was not ended."""
        if tag not in (one.tag for one in self.open):
            return
        while self.open:
            ended = self.open.pop()
            self.out.append(ended.end)
            ENDS.get(ended.tag, leave)(self)
            self.cite(ended.fact)
            if ended.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        """Text, with its spaces as HTML has them."""
        if self.verbatim:
            self.out.append(f"#raw(block: true, {string(data)});")
            return
        inside = self.open[-1].tag if self.open else ""
        if data.strip(" \t\n\r\f") or (inside not in CONTAINERS) or "\n" not in data:
            self.out.append(text(SPACES.sub(" ", data)))

    def cite(self, fact: str) -> None:
        """Say behind a statement on what it rests."""
        if fact and self.notes:
            evidence = self.links.dossier.facts[fact].evidence
            show = self.links.note if self.notes == FOOT else self.links.numbers
            self.out.append(show(evidence))

    def taken(self) -> str:
        """What has been set so far, which begins anew."""
        found, self.out = "".join(self.out), []
        return found


def set_markup(links: DocumentLinks, here: str, given: str, notes: str = "") -> Typ:
    """A piece of a page as content."""
    setter = Setter(links, here, notes)
    setter.feed(given)
    setter.close()
    for left in reversed(setter.open):
        setter.out.append(left.end)
    return Typ(setter.taken())


def begin_simple(setter: Setter, tag: str, given: Attributes) -> Open:
    """An element that is one call, or only holds others."""
    start = SIMPLE.get(tag, "")
    setter.out.append(start)
    end = {"[": "], " if tag == "li" else "];", "(": ");"}.get(start[-1:], "")
    return Open(tag, end)


def begin_link(setter: Setter, tag: str, given: Attributes) -> Open:
    """A link; one that prints a statement also cites its sources."""
    href = given.get("href", "")
    start = setter.links.opened(href, setter.here)
    setter.out.append(start)
    anchor = href.partition("#")[2]
    is_value = "fact-value" in given.get("class", "").split()
    cited = anchor if is_value and anchor in setter.links.dossier.facts else ""
    return Open(tag, "];" if start else "", cited)


def begin_span(setter: Setter, tag: str, given: Attributes) -> Open:
    """A status word, or text that is only marked for the screen."""
    classes = given.get("class", "").split()
    start = "#status[" if "status" in classes else "#small[" if "not-known" in classes else ""
    setter.out.append(start)
    return Open(tag, "];" if start else "")


def begin_foreign(setter: Setter, tag: str, given: Attributes) -> Open:
    """A name in another language."""
    known = LANGUAGE.fullmatch(given.get("lang", ""))
    setter.out.append(f"#foreign({string(known[1])})[" if known else "")
    return Open(tag, "];" if known else "")


def begin_heading(setter: Setter, tag: str, given: Attributes) -> Open:
    """A heading in a chapter, which has one of its own."""
    setter.out.append(f"#heading(level: {max(int(tag[1]), 2)})[")
    return Open(tag, "];")


def begin_table(setter: Setter, tag: str, given: Attributes) -> Open:
    """A table, whose cells are kept until it ends."""
    setter.tables.append(Table())
    setter.open.append(Open("", setter.taken()))
    return Open(tag, "")


def begin_row(setter: Setter, tag: str, given: Attributes) -> Open:
    """A row."""
    setter.tables[-1].rows.append([])
    setter.taken()
    return Open(tag, "")


def begin_cell(setter: Setter, tag: str, given: Attributes) -> Open:
    """A cell."""
    setter.taken()
    return Open(tag, "")


def begin_verbatim(setter: Setter, tag: str, given: Attributes) -> Open:
    """Text whose lines stay as they are."""
    setter.verbatim = True
    return Open(tag, "")


def end_cell(setter: Setter) -> None:
    """Keep a cell."""
    setter.tables[-1].rows[-1].append(setter.taken())


def end_table(setter: Setter) -> None:
    """Set the table that was kept, behind what stood before it."""
    before = setter.open.pop().end
    heads, *rows = setter.tables.pop().rows or [[]]
    widths = array("1fr" for _ in heads)
    lines = array(array(content(cell) for cell in row) for row in rows)
    group = array(("none", "none", lines))
    setter.out = [before, f"#rows({widths}, {array(map(content, heads))}, {array([group])});"]


def end_paragraph(setter: Setter) -> None:
    """A new paragraph begins."""
    setter.out.append("#parbreak();")


def end_verbatim(setter: Setter) -> None:
    """From here on spaces are spaces again."""
    setter.verbatim = False


def leave(setter: Setter) -> None:
    """Most elements end without more."""


STARTS: dict[str, Callable[[Setter, str, Attributes], Open]] = {
    "a": begin_link,
    "span": begin_span,
    "bdi": begin_foreign,
    "table": begin_table,
    "tr": begin_row,
    "th": begin_cell,
    "td": begin_cell,
    "pre": begin_verbatim,
    **{f"h{level}": begin_heading for level in range(1, 7)},
}
ENDS: dict[str, Callable[[Setter], None]] = {
    "table": end_table,
    "th": end_cell,
    "td": end_cell,
    "p": end_paragraph,
    "pre": end_verbatim,
}
