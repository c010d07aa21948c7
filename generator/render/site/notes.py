"""Notes over a page: beside terms of the glossary, and at its end on the values that it shows.

The note of a term stands beside a link to its entry; that of a value says its status in words, its
quotation, who printed it and when.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import chain

from generator.derive.dossier import Evidence, Fact, Stance, Status
from generator.derive.expected import Witness, expected_of, in_sentence
from generator.model.fields import yaml_key
from generator.render.templates import attribute, html
from generator.render.views.borne import full_word, marked, relayed, source_name
from generator.render.views.cards import in_full
from generator.render.views.grids import own_label
from generator.render.views.listing import Glosses
from generator.render.views.sheet import Sheet, holder, value_markup, with_its_end
from generator.render.views.text import Rich, day, escape, fill, joined, listed, quoted, tag

# By class: what we say ourselves. By element: what is another's, or leads elsewhere already.
READ = {
    *("prose", "points", "lead", "in-dispute", "news", "chart-subtitle", "ahead", "later"),
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
# A link to a card holds no other: the note of the card tells what its terms mean.
CARD = "fact-value"
VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)([^<>]*)>")
CLASS = re.compile(r'\bclass="([^"]*)"')
Keys = tuple[str, ...]
# The keys that tell until when an act holds; where none does, how long, and from when.
ENDS: Keys = ("until", "through")
LASTS: tuple[Keys, ...] = (("for_", "renews"), ("from_",))
SHOWN = re.compile(r'class="fact-value" href="[^"#]*#([^"]+)"')


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
    # By name: whether it is read, whether it is left alone, whether it leads to a card.
    open: list[tuple[str, bool, bool, bool]] = field(default_factory=list)
    met: set[tuple[str, bool]] = field(default_factory=set)

    def step(self, found: re.Match[str]) -> None:
        """Enter or leave an element."""
        closes, name, attributes = found[1], found[2].lower(), found[3]
        if closes:
            while self.open and self.open.pop()[0] != name:
                pass
        elif name not in VOID and not attributes.endswith("/"):
            is_read, is_left, is_card = self.open[-1][1:] if self.open else (False, False, False)
            given = CLASS.search(attributes)
            classes = {*given[1].split()} if given else set[str]()
            to_card = name == "a" and CARD in classes
            left = is_left or (name in LEFT and not to_card)
            self.open.append((name, is_read or bool(READ & classes), left, is_card or to_card))

    @property
    def reads(self) -> bool:
        """Whether the innermost element or one around it is read, and none is left alone."""
        return bool(self.open) and self.open[-1][1:3] == (True, False)

    def words(self, text: str) -> str:
        """Text between two tags that is read."""
        return self.known.pattern.sub(self.link, text)

    def link(self, found: re.Match[str]) -> str:
        """A term where it is first met, with its note; in links to cards, each spelling of it."""
        term, is_card = self.known.terms.get(found[0]), self.open[-1][3]
        met = (found[0] if is_card or not term else term.id, is_card)
        if term is None or met in self.met or term.to.page == self.sheet.path:
            return found[0]
        self.met.add(met)
        if is_card:
            return f'<abbr title="{attribute(term.note)}">{found[0]}</abbr>'
        id_, to, note = f"gloss--{term.id}", attribute(term.to, self.sheet.path), html(term.note)
        link = f'<a class="gloss" href="{to}" aria-describedby="{id_}">{found[0]}</a>'
        return f'{link}<span class="gloss-note" id="{id_}" role="tooltip" hidden>{note}</span>'


@dataclass(frozen=True)
class ValueNotes:
    """The notes of values, each made when a page first shows the value."""

    sheet: Sheet
    made: dict[str, Rich] = field(default_factory=dict)

    def of(self, page: str) -> Rich:
        """Those of the values that a page shows, in an element that a browser does not show."""
        facts = self.sheet.dossier.facts
        shown = sorted({*map(unescape, SHOWN.findall(page))} & facts.keys())
        for id_ in shown:
            if id_ not in self.made:
                self.made[id_] = note(self.sheet, facts[id_])
        notes = (tag("div", self.made[id_], data_name=id_) for id_ in shown)
        return tag("template", joined(notes, "\n"), id="value-notes") if shown else Rich()


def note(sheet: Sheet, fact: Fact) -> Rich:
    """What it says itself, then what another act makes of it, if one does."""
    maker = sheet.dossier.maker_of(fact)
    days = (ENDS,) if any(getattr(maker.chosen, key) for key in ENDS) else LASTS
    if maker is fact:
        rest = days if fact.chosen.does else ()
        return borne_out(sheet, status(sheet, fact), fact, ("value", "target"), *rest)
    own = fill("{} ({})", value_markup(sheet, fact), status(sheet, fact))
    holds = borne_out(sheet, with_its_end(sheet, fact, full_word), maker, *days)
    return fill("{}{}", borne_out(sheet, own, fact, ("value",)), holds)


def borne_out(sheet: Sheet, what: Rich, fact: Fact, *groups: Keys) -> Rich:
    """Something in words, then a quotation for each group of keys: of each answer if none wins."""
    return fill("{}{}", tag("strong", what), joined(parts(sheet, fact, groups), ""))


def status(sheet: Sheet, fact: Fact) -> Rich:
    """The status in words; elsewhere the mark alone says of something that it is relayed."""
    if fact.status is not Status.RELAYED:
        return in_full(sheet, fact)
    return marked(relayed(sheet.dossier, fact), fact.status.value)


def parts(sheet: Sheet, fact: Fact, groups: tuple[Keys, ...]) -> Iterator[Rich]:
    """What stands below the status: quotations, how we read them, what a value is computed from."""
    for stance in fact.rivals or (fact.standing or fact.left)[:1]:
        for one in quotations(sheet, stance, groups):
            if one.quote:
                own = quoted(one.quote.text)
                text = fill("{}: {}", holder(sheet, stance), own) if fact.rivals else own
                yield tag("span", text, class_="note-words")
            at = one.quote.at if one.quote else None
            name = source_name(sheet.dossier.briefing, one.publication)
            printed = (name, at, day(one.published))
            yield tag("span", joined(escape(part) for part in printed if part), class_="note-from")
        for why in dict.fromkeys(chain.from_iterable(readings(stance, keys) for keys in groups)):
            yield tag("span", f"How we read it: {why}", class_="note-from")
    if fact.status is Status.COMPUTED and fact.computed:
        known = filter(None, map(sheet.dossier.facts.get, fact.computed.inputs))
        values = listed(told(sheet, fact, one) for one in known)
        yield tag("span", fill("from {}", values), class_="note-words")


def quotations(sheet: Sheet, stance: Stance, groups: tuple[Keys, ...]) -> Iterator[Evidence]:
    """The best quotation for each group of keys that says something, each quotation once."""
    said = [one for one in groups if any(getattr(stance.content, key) for key in one)]
    found: list[Evidence] = []
    for keys in said or groups[:1]:
        new = [one for one in best(sheet, stance, keys) if one not in found]
        found += new
        yield from new


def readings(stance: Stance, keys: Keys) -> Iterator[str]:
    """How we read what no quotation prints in so many words, of these keys."""
    for key, reason in stance.content.inferred.items():
        if key.rstrip("_") in map(yaml_key, keys):
            yield reason.why


def best(sheet: Sheet, stance: Stance, keys: Keys) -> Iterable[Evidence]:
    """The quotation that carries most of what these keys say; else, or if we read it, the first."""
    evidence = stance.counted or stance.evidence
    quoting = [one for one in evidence if one.quote]
    if not quoting:
        # A source without a quotation is named where there is no other.
        return evidence[:1]
    if any(readings(stance, keys)):
        return quoting[:1]
    dossier, content = sheet.dossier, stance.content
    # A text counts what is more than two.
    counts = content.target if len(content.target) > 2 else ()
    targets = in_sentence("target", " and ".join(map(dossier.briefing.name, counts)))
    every = (*expected_of(content, dossier.language), *targets)
    asked = {*map(yaml_key, keys)}
    said = [one for one in every if one.key in asked]

    def carried(one: Evidence) -> int:
        assert one.quote
        witness = Witness(one.quote.texts, one.published)
        return sum(expected.stands_in(witness) for expected in said)

    return [max(quoting, key=carried)]


def told(sheet: Sheet, fact: Fact, given: Fact) -> Rich:
    """A value that goes into another, with what it is of; its record is named if it is another."""
    heading = sheet.dossier.briefing.name(given.record.id)
    label = own_label(given, heading) if given.record is fact.record else given.label
    return fill("{} ({})", value_markup(sheet, given), label)
