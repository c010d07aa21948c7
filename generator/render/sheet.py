"""One page being written: names, links and values as they read there.

Refuses to decide anything: status, state and results are the dossier's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup

from generator.derive.computed import unit_of
from generator.derive.dossier import Dossier, Fact, Stance, Status
from generator.derive.holding import word_of_state
from generator.model.dates import in_words
from generator.model.fields import NameTexts
from generator.model.record import Record
from generator.model.statement import Content
from generator.model.values import Value
from generator.render.links import Address, external, find, url
from generator.render.text import (
    attribute,
    day,
    escape,
    joined,
    listed,
    number,
    quantity,
    tag,
    with_unit,
)

NO_WORD = "no quotation held"
NOT_HELD = "first day not held"
STATUSES = {status.value for status in Status}
# What is undertaken is a sentence of its own.
VERBS = {"undertake": "undertakes:"}


class Settings(Protocol):
    """What the pages need to know of the place where the site will stand."""

    @property
    def url(self) -> str | None: ...  # noqa: D102
    @property
    def repository(self) -> str | None: ...  # noqa: D102
    @property
    def branch(self) -> str: ...  # noqa: D102
    @property
    def licence(self) -> str | None: ...  # noqa: D102
    @property
    def licence_url(self) -> str | None: ...  # noqa: D102


@dataclass(frozen=True)
class Sheet:
    """A page with its path: what it links to is relative to it."""

    dossier: Dossier
    settings: Settings
    path: str

    def url(self, to: Address) -> Markup:
        """The link from this page, ready to stand in an attribute."""
        return attribute(url(self.path, to))

    def called(self, texts: NameTexts) -> Markup:
        """A name in the briefing's language, and its foreign forms."""
        own = texts.in_language(self.dossier.language)
        forms = [f for f in texts.foreign(self.dossier.language) if f[1] != own]
        written = [tag("bdi", text, lang=language) for language, text in forms]
        main = tag("bdi", own)
        return Markup("{} ({})").format(main, joined(written)) if written else main

    def named(self, record: Record) -> Markup:
        """The name of a record with its foreign forms, and what tells it from a namesake."""
        called, apart = record.data.called, self.dossier.briefing.namesakes.get(record.id)
        if called is None:
            return self.name(record.id)
        name = self.called(called)
        return Markup("{} ({})").format(name, escape(apart)) if apart else name

    def to(self, id_: str) -> Markup:
        """The link to the card of a known statement, or to a record's page."""
        return self.url(find(self.dossier, id_) or Address(""))

    def name(self, id_: str) -> Markup:
        """What a reader calls a record or statement."""
        if id_ in self.dossier.facts:
            return escape(self.dossier.facts[id_].label)
        record, _, rest = id_.partition(".")
        own = escape(self.dossier.briefing.name(record))
        keys = rest.rpartition(".")[2].replace("-", " ")
        return Markup("{}: {}").format(own, escape(keys)) if rest else own

    def link(self, id_: str) -> Markup:
        """A name that leads to its record or card; plain text where there is none."""
        to = find(self.dossier, id_)
        return tag("a", self.name(id_), href=self.url(to)) if to else self.name(id_)

    def is_known(self, id_: str) -> bool:
        """True when it may be named on the day; a record without statements always may."""
        record = self.dossier.briefing.records.get(id_)
        named = record is not None and not record.statements
        return named or id_ in self.dossier.facts or id_ in self.dossier.records

    def links(self, ids: Iterable[str]) -> Markup:
        """Links to those that are known on the day: the names of others would tell of them."""
        return joined(self.link(id_) for id_ in ids if self.is_known(id_))

    def names(self, ids: Iterable[str]) -> Markup:
        """Names as a list in a sentence."""
        return listed(self.name(id_) for id_ in ids)


def outward(text: object, address: str | None) -> Markup:
    """A link to another site, if its address is one; else the text alone."""
    found = external(address)
    return tag("a", text, href=found, rel="nofollow external") if found else escape(text or "")


def word(sheet: Sheet, status: Status | None, by: tuple[str, ...]) -> Markup:
    """A status in words, behind its mark, with whose claim it is or is said to be."""
    if status is Status.CLAIMED and by:
        return marked(Markup("claimed by {}").format(sheet.names(by)))
    if status is None and by:
        return marked(Markup("{}; ascribed to {}").format(NO_WORD, sheet.names(by)))
    return marked(status.value if status else NO_WORD)


def marked(text: str) -> Markup:
    """A status in words behind the mark that its first word chooses."""
    first = text.partition(" ")[0]
    kind = first if first in STATUSES else "none"
    return tag("span", text, class_=f"status status--{kind}")


def holder(sheet: Sheet, fact: Fact, stance: Stance) -> Markup:
    """Whose answer a position is: who says so, else whose key it has, else who printed it."""
    if stance.by:
        return sheet.names(stance.by)
    record = sheet.dossier.briefing.records.get(stance.key)
    if record and record.kind in ("party", "body", "person"):
        return sheet.name(stance.key)
    publishers = dict.fromkeys(e.publication.publisher for e in stance.counted or stance.evidence)
    return listed(tag("bdi", publisher) for publisher in publishers)


def says(sheet: Sheet, fact: Fact, content: Content) -> Markup:
    """What a content says, in the words of the first key that says something."""
    if content.does:
        return act(sheet, fact, content)
    if content.value:
        return escape(amount(fact, content.value, content))
    if content.words:
        return quoted(content.words)
    if content.says:
        return escape(content.says)
    if content.person or content.people:
        return persons(sheet, content)
    if content.attendance:
        return escape(content.attendance)
    if content.title:
        return office(sheet, content)
    return computed_value(fact)


def amount(fact: Fact, value: Value, content: Content) -> str:
    """A number or date; of what held by a day, that its first day is not known."""
    if value.date and value.date.is_bound and fact.located.key == "in-force":
        return f"before {in_words(value.date.last)}; {NOT_HELD}"
    return quantity(value, measured(fact, content))


def measured(fact: Fact, content: Content) -> str | None:
    """The unit of a number; a date has none, whatever its series counts in."""
    if content.value and content.value.date:
        return None
    return content.unit or unit_of(fact.located)


def quoted(words: str) -> Markup:
    """Another's words in quotation marks."""
    return Markup("\u201c{}\u201d").format(tag("bdi", words))


def persons(sheet: Sheet, content: Content) -> Markup:
    """Persons, with whether they took part."""
    ids = content.people or ((content.person,) if content.person else ())
    names = listed(sheet.name(id_) for id_ in ids)
    if not content.attendance:
        return names
    return Markup("{}: {}").format(names, escape(content.attendance))


def office(sheet: Sheet, content: Content) -> Markup:
    """An office with the body that it belongs to and its days."""
    assert content.title
    parts = [sheet.called(content.title)]
    parts += [sheet.name(content.body)] if content.body else []
    return joined([*parts, *span(content)])


def act(sheet: Sheet, fact: Fact, content: Content) -> Markup:
    """An act as a sentence: who does what to what, from when until when."""
    verb = VERBS.get(content.does or "", f"{content.does}s")
    parts = [sheet.name(content.party) if content.party else _agent(sheet, fact)]
    parts.append(escape(verb))
    what, objects = _object(fact, content), [sheet.name(target) for target in content.target]
    if what and objects:
        what = _upon(content.does or "", what, listed(objects))
    sentence = joined([*parts, what or listed(objects)], " ")
    return joined([sentence, *span(content)])


def _agent(sheet: Sheet, fact: Fact) -> Markup:
    """Who acts where the act names no party: who issued or did it, else the record itself."""
    data = fact.record.data
    doing: tuple[str, ...] = getattr(data, "issuer", ()) or getattr(data, "by", ())
    return listed(sheet.name(id_) for id_ in doing) if doing else sheet.name(fact.record.id)


def _upon(does: str, what: Markup, objects: Markup) -> Markup:
    """A figure or words with the act's target, as the verb wants it."""
    if does == "amend":
        return Markup("{} to {}").format(objects, what)
    if does in {"extend", "resume"}:
        return Markup("{} ({})").format(objects, what)
    return Markup("{} of {}").format(what, objects)


def _object(fact: Fact, content: Content) -> Markup | None:
    if content.value:
        return escape(quantity(content.value, measured(fact, content)))
    return quoted(content.words) if content.words else content.says and escape(content.says) or None


def span(content: Content) -> list[Markup]:
    """From when until when something holds, as it is stated."""
    dates = (
        ("from", content.from_),
        ("until", content.until),
        ("through", content.through),
    )
    found = [f"{key} {day(date)}" for key, date in dates if date]
    lasting = (("for", content.for_), ("renewed for", content.renews))
    found += [f"{key} {duration.text}" for key, duration in lasting if duration]
    return [escape(text) for text in found]


def computed_value(fact: Fact) -> Markup:
    """What a formula gives, with the unit of the statement."""
    result = fact.computed.result if fact.computed else None
    if result is None:
        return Markup("no result" if fact.statement.compute else "not stated")
    numeric = fact.computed is not None and fact.computed.number is not None
    unit = unit_of(fact.located) if numeric and not result.endswith(" days") else None
    return escape(with_unit(number(result, bool(unit)), unit))


def short(sheet: Sheet, fact: Fact) -> Markup:
    """A fact in a line: value and status, leading to its card; every position where none wins."""
    to = sheet.to(fact.id)
    if fact.rivals:
        return every_position(sheet, fact, to)
    value = tag("a", value_markup(sheet, fact), class_="fact-value", href=to)
    found = Markup("{} {}").format(value, bracketed(word(sheet, fact.status, fact.by)))
    if fact.held is None:
        return found
    status = bracketed(word(sheet, *word_of_state(fact)))
    return Markup("{}; {} {}").format(found, escape(fact.held.phrase), status)


def bracketed(text: Markup) -> Markup:
    """A status behind what it belongs to."""
    return tag("span", Markup("({})").format(text), class_="fact-status")


def every_position(sheet: Sheet, fact: Fact, to: Markup) -> Markup:
    """Every position with its holder, and the word for all of them."""
    link = tag("a", word(sheet, fact.status, ()), class_="fact-value", href=to)
    return Markup("{} ({})").format(value_markup(sheet, fact), link)


def value_markup(sheet: Sheet, fact: Fact) -> Markup:
    """What a fact says, without its status; every position with its holder where none wins."""
    if not fact.rivals:
        return says(sheet, fact, fact.chosen)
    positions = (
        Markup("{}: {}").format(holder(sheet, fact, stance), says(sheet, fact, stance.content))
        for stance in fact.rivals
    )
    return joined(positions, "; ")
