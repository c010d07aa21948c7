"""One page being written: names, links and values as they read there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from generator.derive.computed import measured, unit_of
from generator.derive.dossier import Dossier, Fact, Stance, Status
from generator.derive.labels import NEVER, without_record
from generator.derive.state import Held, word_of_state
from generator.model.dates import in_words
from generator.model.edition import Settings as Settings
from generator.model.fields import NameTexts
from generator.model.record import Record
from generator.model.statement import Content
from generator.model.values import parse_value
from generator.render.views import borne
from generator.render.views.acts import act
from generator.render.views.borne import beside, stands, word
from generator.render.views.links import address, external, find, record_address
from generator.render.views.naming import actors, quantity_of
from generator.render.views.text import (
    Rich,
    day,
    escape,
    fill,
    joined,
    listed,
    number,
    quantity,
    quoted,
    tag,
    with_unit,
)

One = TypeVar("One", Fact, Record)
View = TypeVar("View")
Worded = Callable[["Sheet", Status | None, tuple[str, ...]], Rich]
NO_STATE = "no state of its own"
UNSTATED = "not stated"
# So many letters of positions fit a line.
LINE = 120
# So many letters `Minister` and `Ministry` have in common.
STEM = 6


@dataclass(frozen=True)
class Sheet:
    """A page with its path: what it links to is relative to it."""

    dossier: Dossier
    settings: Settings
    path: str
    # Whose doing is being told: what is that side's own has no other name there.
    doer: str = ""
    # Whose own sentence is being told: its mark stands behind that.
    teller: str = ""

    def called(self, texts: NameTexts) -> Rich:
        """A name in the briefing's language, and its foreign forms."""
        main, forms = tag("bdi", texts.in_language(self.dossier.language)), self.foreign(texts)
        return fill("{} ({})", main, joined(forms)) if forms else main

    def foreign(self, texts: NameTexts) -> list[Rich]:
        """The forms of a name in other languages, where they differ."""
        own, forms = texts.in_language(self.dossier.language), texts.foreign(self.dossier.language)
        return [tag("bdi", text, lang=language) for language, text in forms if text != own]

    def named(self, record: Record) -> Rich:
        """The name of a record with its foreign forms, and what tells it from a namesake."""
        called, apart = record.data.called, self.dossier.briefing.namesakes.get(record.id)
        if called is None:
            return self.name(record.id)
        name = self.called(called)
        return fill("{} ({})", name, apart) if apart else name

    def headed(self, record: Record) -> Rich:
        """The same at the head of a line, leading to the record's page where it has one."""
        to = record_address(self.dossier, record)
        return tag("a", self.named(record), href=to) if to else self.named(record)

    def name(self, id_: str) -> Rich:
        """What a reader calls a record or statement."""
        if id_ in self.dossier.facts:
            return escape(self.dossier.facts[id_].label)
        record, _, rest = id_.partition(".")
        own = escape(self.dossier.briefing.name(record))
        keys = rest.rpartition(".")[2].replace("-", " ")
        return fill("{}, {}", own, keys) if rest else own

    def link(self, id_: str, words: Rich | None = None) -> Rich:
        """A name, or words, that lead to its record or card; plain text where there is none."""
        to, shown = find(self.dossier, id_), words or self.name(id_)
        return tag("a", shown, href=to) if to else shown

    def is_known(self, id_: str) -> bool:
        """True when it may be named on the day; a record without statements always may."""
        record = self.dossier.briefing.records.get(id_)
        named = record is not None and not record.statements
        return named or id_ in self.dossier.facts or id_ in self.dossier.records

    def links(self, ids: Iterable[str]) -> Rich:
        """Links to those that are known on the day: the names of others would tell of them."""
        found = [self.link(id_) for id_ in ids if self.is_known(id_)]
        return joined(found, "; " if any("," in one.text for one in found) else ", ")

    def names(self, ids: Iterable[str]) -> Rich:
        """Names as a list in a sentence."""
        return listed(self.name(id_) for id_ in ids)


def once(make: Callable[[Sheet, One], View]) -> Callable[[Sheet, One], View]:
    """A view knows no page, so it is made once for an edition: all pages and PDFs show the same."""
    name = f"{make.__module__}.{make.__qualname__}"

    def made(sheet: Sheet, one: One) -> View:
        dossier = sheet.dossier
        every = dossier.facts if isinstance(one, Fact) else dossier.briefing.records
        # What it was on another day is something else.
        if every.get(one.id) is not one:
            return make(sheet, one)
        key, views = (name, sheet.settings, sheet.doer, one.id), dossier.views
        if key not in views:
            views[key] = make(sheet, one)
        view: View = views[key]
        return view

    return made


def outward(text: object, address: str | None) -> Rich:
    """A link to another site, if its address is one; else the text alone."""
    found = external(address)
    return tag("a", text, href=found, rel="nofollow external") if found else escape(text or "")


def holder(sheet: Sheet, stance: Stance) -> Rich:
    """Whose answer a position is, as a line begins with it."""
    return escape(borne.begun(borne.holder(sheet.dossier.briefing, stance)))


def says(sheet: Sheet, fact: Fact, content: Content) -> Rich:
    """What a content says, in the words of the first key that says something."""
    if content.does:
        return act(sheet, fact, content)
    if content.value:
        return escape(quantity_of(fact, content.value, measured(fact, content)))
    if content.words:
        return quoted(content.words)
    if content.says:
        return escape(content.says)
    if content.person or content.people:
        return persons(sheet, fact, content)
    if content.attendance:
        return escape(content.attendance)
    if content.title:
        return joined((sheet.called(content.title), *beside_title(sheet, content)))
    return escape(computed_words(fact))


def persons(sheet: Sheet, fact: Fact, content: Content) -> Rich:
    """Persons, with whether they took part; a label that ends with the name has said it."""
    ids = content.people or ((content.person,) if content.person else ())
    names = listed(sheet.name(id_) for id_ in ids)
    if not content.attendance:
        return names
    own = without_record(fact.label, sheet.dossier.briefing.name(fact.record.id))
    is_named = own.endswith(names.text)
    return escape(content.attendance) if is_named else fill("{}, {}", names, content.attendance)


def beside_title(sheet: Sheet, content: Content) -> list[Rich]:
    """The body that an office belongs to, unless one names the other, and its days."""
    assert content.title
    body = sheet.name(content.body) if content.body else Rich()
    title = content.title.in_language(sheet.dossier.language)
    # `Minister of Trade` has said that it is the Ministry of Trade.
    field = title.partition(" and ")[0].rpartition(" of ")[2].removeprefix("the ").lower()
    # So has `Trade Minister`.
    is_same = all(word[:STEM] in body.text for word in title.split())
    parts = [] if is_same or field in body.text.lower() or body.text in title else [body]
    begins = "from" if content.until or content.through else "since"
    dates = ((begins, content.from_), ("until", content.until), ("through", content.through))
    parts += [escape(f"{key} {day(date)}") for key, date in dates if date]
    lasting = (("for", content.for_), ("renewed for", content.renews))
    parts += [escape(f"{key} {duration.text}") for key, duration in lasting if duration]
    return parts


def computed_words(fact: Fact) -> str:
    """What a formula gives, with the unit of the statement."""
    result = fact.computed.result if fact.computed else None
    if result is None:
        return "no result" if fact.statement.compute else UNSTATED
    numeric = fact.computed is not None and fact.computed.number is not None
    unit = unit_of(fact.located) if numeric and not result.endswith(" days") else None
    if result.startswith(("<", ">")):
        return quantity(parse_value(result), unit)
    return with_unit(number(result, bool(unit)), unit)


@once
def short(sheet: Sheet, fact: Fact) -> Rich:
    """A fact in a line: what it says, and what holds of it on the day, each with its status."""
    if fact.held is None or fact.rivals:
        return said(sheet, fact)
    return fill("{}; {}", said(sheet, fact), holds(sheet, fact.held))


def said(sheet: Sheet, fact: Fact) -> Rich:
    """What a fact says with its status, leading to its card; of several positions a line."""
    if fact.rivals:
        return in_a_line(sheet, fact)
    told = titled(sheet, fact, value_markup(sheet, fact))
    return fill("{} (as announced)", told) if fact.statement.nature == "plan" else told


def titled(sheet: Sheet, fact: Fact, text: object, before: str = "") -> Rich:
    """A text that leads to the card of a statement, with its status; what stands before it."""
    shown = to_card(fact, text)
    return beside(shown, stands(sheet, fact, before + shown.text))


def to_card(fact: Fact, text: object, of: str = "") -> Rich:
    """A text that leads to the card of a statement; `of` is the position or silence it tells."""
    whose = {"data_of": of} if of else {}
    return tag("a", text, class_="fact-value", href=address(fact), **whose)


def unsettled(sheet: Sheet, fact: Fact, told: Rich) -> Rich:
    """What is told of positions, and the word for all of them, which leads to the card."""
    status = word(sheet, fact.status, ()) if fact.status else escape("unsettled")
    return fill("{} ({})", told, to_card(fact, status))


def in_a_line(sheet: Sheet, fact: Fact) -> Rich:
    """Every position where that takes no more than a line, else only whose they are."""
    return unsettled(sheet, fact, in_short(sheet, fact))


def in_short(sheet: Sheet, fact: Fact) -> Rich:
    """What a fact says; of positions that take more than a line only whose they are."""
    told = value_markup(sheet, fact)
    if fact.rivals and len(told.text) > LINE:
        return fill("{} answer differently", listed(voices(sheet, fact)))
    return told


def voices(sheet: Sheet, fact: Fact) -> list[Rich]:
    """Whose the positions of a statement are, each once."""
    briefing = sheet.dossier.briefing
    found = (actors(briefing, one.by) or borne.holder(briefing, one) for one in fact.rivals)
    return [*map(escape, dict.fromkeys(found))]


def value_markup(sheet: Sheet, fact: Fact) -> Rich:
    """What a fact says, without its status; every position with its holder where none wins."""
    if not fact.rivals:
        return says(sheet, fact, fact.chosen)
    return joined((answer(sheet, fact, stance) for stance in fact.rivals), "; ")


def answer(sheet: Sheet, fact: Fact, stance: Stance) -> Rich:
    """What a position says, then whose it is: `two pence, Norland says`, `three (The Wire)`."""
    given = says(sheet, fact, stance.content)
    if not stance.by:
        return fill("{} ({})", given, borne.holder(sheet.dossier.briefing, stance))
    return fill("{}, {}", given, borne.voiced(sheet.dossier.briefing, stance))


def holds(sheet: Sheet, held: Held, words: object = "", status: Worded = word) -> Rich:
    """What holds on the day, or other words for it, with the status of that."""
    return beside(words or held.phrase, status(sheet, held.status, held.by))


def state(sheet: Sheet, fact: Fact, text: object = None) -> Rich:
    """What holds of a statement, or a sentence on it, with its status.

    It leads to the card of the act that makes it so: that quotes what is said here.
    """
    words = text or (fact.held.phrase if fact.held else NO_STATE)
    return beside(to_card(sheet.dossier.maker_of(fact), words), word(sheet, *word_of_state(fact)))


def with_its_end(sheet: Sheet, fact: Fact, status: Worded = word) -> Rich:
    """What holds on the day and until when, with its status; when it was due a label may say."""
    held = fact.own_state
    if held is None:
        return Rich()
    named, until = fact.end, held.until
    words = held.phrase if held.never and fact.located.key in NEVER else held.text
    if named and until and named < until:
        words = f"{words}, prolonged until {in_words(until)}"
    return holds(sheet, held, and_its_end(words, held), status)


def and_its_end(words: str, held: Held) -> str:
    """What holds, and until when."""
    until = held.until
    return f"{words}, ends {in_words(until)}" if until and in_words(until) not in words else words
