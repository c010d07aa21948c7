"""Terms of the glossary in the words of a page: a link to the entry, with a note beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.derive.dossier import Dossier
from generator.model.record import Record
from generator.render.html import attribute, html
from generator.render.views.links import Address, own_page
from generator.render.views.sheet import Settings, Sheet
from generator.render.views.summary_lines import meaning
from generator.render.views.text import Element, Rich, capital, escape, fill, tag

# By class: what we say ourselves. By element: what is another's, or leads elsewhere already.
READ = {
    *("prose", "points", "lead", "in-dispute", "news", "chart-subtitle"),
    *("fact-says", "fact-reading", "fact-rows", "fact-check"),
}
LEFT = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "th", "dt"),
    "a",
    "blockquote",
    "q",
    "bdi",
    "code",
    "pre",
    "summary",
    "svg",
    "script",
    "style",
    "template",
}
VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)([^<>]*)>")
CLASS = re.compile(r'\bclass="([^"]*)"')
QUOTED = "\u201c[^\u201d]*\u201d"
ENTITY = r"&#?\w+;"


@dataclass(frozen=True)
class Term:
    """A term of the glossary: its entry, and the note that a reader sees."""

    id: str
    to: Address
    note: Rich


@dataclass(frozen=True)
class Glosses:
    """The terms by their spelling, as a page has it, and the pattern that finds any of them."""

    terms: Mapping[str, Term] = field(default_factory=dict)
    pattern: re.Pattern[str] = re.compile("(?!)")


def glosses(dossier: Dossier, settings: Settings) -> Glosses:
    """The terms that have a page on the day; the longer spelling is found before the shorter."""
    terms: dict[str, Term] = {}
    for record in dossier.of_kind("glossary"):
        to = own_page(record)
        found = Term(record.id, to, note(Sheet(dossier, settings, to.page), record))
        terms |= {spelling: found for spelling in spellings(dossier, record)}
    if not terms:
        return Glosses()
    longest_first = sorted(terms, key=lambda spelling: (-len(spelling), spelling))
    any_term = "|".join(map(re.escape, longest_first))
    return Glosses(terms, re.compile(rf"{QUOTED}|{ENTITY}|(?<!\w)(?:{any_term})(?!\w)"))


def spellings(dossier: Dossier, record: Record) -> Iterator[str]:
    """The term and its aliases as a page has them, and as a sentence begins with them."""
    for text in (dossier.briefing.name(record.id), *record.data.aliases):
        yield html(escape(text))
        yield html(escape(capital(text)))


def note(sheet: Sheet, record: Record) -> Rich:
    """The term, its foreign forms, and what it means with the word for how sure that is."""
    called = record.data.called
    own = tag("strong", sheet.called(called) if called else record.id)
    means = unlinked(meaning(sheet, record))
    return fill("{}: {}", own, means) if means else own


def unlinked(text: Rich) -> Rich:
    """Running text without its links: the term is the only link of a note."""
    parts: list[str | Element] = []
    for one in text:
        if isinstance(one, str):
            parts.append(one)
        else:
            inside = unlinked(one.content)
            parts += inside if one.name == "a" else [one._replace(content=inside)]
    return Rich(*parts)


def glossed(sheet: Sheet, text: str, known: Glosses) -> str:
    """The page with the first mention of each term leading to its entry."""
    page, done, end = Walk(sheet, known), 0, 0
    written: list[str] = []
    for found in TAG.finditer(text):
        if page.reads and end < found.start():
            written += (text[done:end], page.words(text[end : found.start()]))
            done = found.start()
        page.step(found)
        end = found.end()
    return "".join((*written, text[done:]))


@dataclass
class Walk:
    """The way through a page: which elements are open, and which terms have been met."""

    sheet: Sheet
    known: Glosses
    open: list[tuple[str, bool, bool]] = field(default_factory=list)
    met: set[str] = field(default_factory=set)

    def step(self, found: re.Match[str]) -> None:
        """Enter or leave an element."""
        closes, name, attributes = found[1], found[2].lower(), found[3]
        if closes:
            while self.open and self.open.pop()[0] != name:
                pass
        elif name not in VOID and not attributes.endswith("/"):
            _, is_read, is_left = self.open[-1] if self.open else ("", False, False)
            if not is_read:
                classes = CLASS.search(attributes)
                is_read = bool(classes and READ & {*classes[1].split()})
            self.open.append((name, is_read, is_left or name in LEFT))

    @property
    def reads(self) -> bool:
        """Whether the innermost element or one around it is read, and none is left alone."""
        return bool(self.open) and self.open[-1][1:] == (True, False)

    def words(self, text: str) -> str:
        """Text between two tags that is read."""
        return self.known.pattern.sub(self.link, text)

    def link(self, found: re.Match[str]) -> str:
        """A term that is met for the first time, with its note; anything else as it stands."""
        term = self.known.terms.get(found[0])
        if term is None or term.id in self.met or term.to.page == self.sheet.path:
            return found[0]
        self.met.add(term.id)
        id_ = f"gloss--{term.id}"
        to, note = attribute(term.to, self.sheet.path), html(term.note)
        link = f'<a class="gloss" href="{to}" aria-describedby="{id_}">{found[0]}</a>'
        return f'{link}<span class="gloss-note" id="{id_}" role="tooltip" hidden>{note}</span>'
