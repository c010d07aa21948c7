"""What readers subscribe to: deadlines as a calendar (RFC 5545), changes as Atom feeds (RFC 4287).

The id of an event is that of its statement, so that a deadline that was moved moves in a calendar
that holds it. What has no day has no event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.derive.changed import Entry, Step, entries
from generator.derive.dossier import Dossier, Fact
from generator.derive.spells import Deadline, by_maker
from generator.derive.state import word_of_state
from generator.model.dates import in_words
from generator.render.templates import html
from generator.render.views.acts import capitalised, so_many_or_named
from generator.render.views.ahead import deadline_sentence, follows
from generator.render.views.borne import NO_WORD, source_name, worded
from generator.render.views.changes import Told, told
from generator.render.views.links import Address, find, page, permalink, url
from generator.render.views.listing import glosses
from generator.render.views.sheet import Settings, Sheet
from generator.render.views.text import LONGEST_SENTENCE, Rich, joined, tag
from generator.render.views.what_changed import NAME, TITLE, feed_in, feeds
from generator.render.views.witnesses import at

if TYPE_CHECKING:
    from icalendar import Event

MAKER = "-//briefing//deadlines//EN"
# A host that never exists stands where the address of the site is not known.
NOWHERE = "briefing.invalid"
# Of more a reader of feeds shows nothing that the page does not tell better.
MOST, LINES = 50, 12
# A title of fewer letters is but a mark.
MARK = 40
# A sentence ends behind a small letter, a number or a mark; behind a capital a name goes on.
SENTENCES = re.compile(r"(?<=[a-z0-9)%”][.?!]) (?=[A-Z“])|(?<=[.”]) (?=This |With |Our |We )")
ATOM = "http://www.w3.org/2005/Atom"
NAMESPACE = UUID("1b035c72-779a-4af9-9473-3b942a671b08")


def calendar(sheet: Sheet) -> bytes | None:
    """The calendar, with an event for each thing that has a deadline; None where none has."""
    found = list(events(sheet))
    if not found:
        return None
    # The library takes a tenth of a second, and most commands make no calendar.
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", MAKER)
    made.add("version", "2.0")
    made.add("x-wr-calname", f"{sheet.dossier.briefing.edition.title}: deadlines")
    for event in found:
        made.add_component(event)
    return bytes(made.to_ical())


def events(sheet: Sheet) -> Iterator[Event]:
    """An event for each day and thing: what one act brings about on a day is one."""
    from icalendar import Event

    as_of = sheet.dossier.as_of
    host = urlsplit(sheet.settings.url or "").hostname or NOWHERE
    for one in by_maker(sheet.dossier):
        if one.on is None:
            continue
        event = Event()
        event.add("uid", f"{one.facts[0].id}@{host}")
        event.add("dtstamp", datetime.combine(as_of, time(tzinfo=UTC)))
        event.add("dtstart", one.on)
        event.add("summary", deadline_sentence(sheet, one).text)
        event.add("description", "\n".join(description(sheet, one)))
        event.add("transp", "TRANSPARENT")
        if page := more(sheet, one)[1]:
            event.add("url", page)
        yield event


def more(sheet: Sheet, one: Deadline) -> tuple[str, str]:
    """Where more is told: on the card, else by a source of the act that sets the day.

    A calendar knows no address that is relative to a site.
    """
    fact = one.facts[0]
    if sheet.settings.url:
        return "", at(sheet.settings.url, fact)
    setting = sheet.dossier.maker_of(fact)
    found = (e.publication for e in setting.evidence if e.counts and e.publication.url)
    first = next(found, None)
    if not first:
        return "", ""
    return f"Source: {source_name(sheet.dossier.briefing, first)}, ", first.url or ""


def description(sheet: Sheet, one: Deadline) -> Iterator[str]:
    """What follows, what is known of it on the day with its status, and where it stands."""
    dossier = sheet.dossier
    then = follows(sheet, one).text
    yield from filter(None, [then])
    terms = glosses(dossier, sheet.settings)
    yield from terms.told(f"{deadline_sentence(sheet, one).text} {then}")
    yield from (stands(sheet, fact) for fact in one.facts)
    yield f"What was decided after {in_words(dossier.as_of)} is not in this calendar."
    yield from filter(None, ["".join(more(sheet, one))])


def stands(sheet: Sheet, fact: Fact) -> str:
    """What holds of a thing, in a sentence with its status; of a day that falls due only that."""
    what = so_many_or_named(sheet, fact)
    status = worded(sheet.dossier.briefing, *word_of_state(fact)) or NO_WORD
    if not fact.held:
        return f"Status of this date: {status}."
    return f"{capitalised(what.text).text} {fact.held.told(what.is_plural)} ({status})."


def atom(dossier: Dossier, settings: Settings) -> dict[str, bytes]:
    """The feeds by their path from the site's root."""
    found = {}
    for folder, steps in feeds(dossier).items():
        path = feed_in(folder).page
        found[path] = Feed(Sheet(dossier, settings, path), folder).written(entries(steps)[:MOST])
    return found


@dataclass(frozen=True)
class Feed:
    """A feed being written: its folder says what it is of."""

    sheet: Sheet
    folder: str

    def written(self, found: Sequence[Entry]) -> bytes:
        """The file with these entries, the latest first."""
        edition = self.sheet.dossier.briefing.edition
        feed = Element("feed", {"xmlns": ATOM, "xml:lang": edition.language})
        _add(feed, id=self.id(), title=self.title, updated=_noon(found[0].day))
        _add(SubElement(feed, "author"), name=edition.title)
        self.link(feed, Address(self.sheet.path), "self", "application/atom+xml")
        record = self.folder.rpartition("/")[2]
        self.link(feed, find(self.sheet.dossier, record) or page(self.folder or NAME))
        if self.sheet.settings.licence:
            _add(feed, rights=self.sheet.settings.licence)
        for one in told(self.sheet, found):
            self.entry(SubElement(feed, "entry"), one)
        indent(feed)
        return bytes(tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"

    @property
    def title(self) -> str:
        """What it is of, behind the name of the briefing."""
        briefing, (section, _, record) = self.sheet.dossier.briefing, self.folder.partition("/")
        what = briefing.name(record) if record else section.replace("-", " ") or TITLE.lower()
        return f"{briefing.edition.title}: {what}"

    def entry(self, element: Element, one: Told) -> None:
        """What changed, in the words of its day; where that is more, a link for each statement."""
        steps, when, title = one.entry.steps, _noon(one.entry.day), cut(one.title)
        _add(element, id=self.id(one.entry), title=title, published=when, updated=when)
        self.link(element, permalink(steps[0].fact))
        for kind in dict.fromkeys(kind for step in steps for kind in step.kinds):
            SubElement(element, "category", term=kind)
        if content := self.content(one, title):
            SubElement(element, "content", type="html").text = str(html(content))

    def content(self, one: Told, title: str) -> Rich:
        """The whole of what the title begins, and a line for each further statement."""
        lines = [self.line(*each) for each in one.rest[:LINES]]
        if (more := len(one.rest) - LINES) > 0:
            lines.append(tag("li", tag("a", f"and {more} more", href=self.address(page(NAME)))))
        whole = tag("p", one.text.text) if not title.startswith(one.text.text) else Rich()
        return joined(filter(None, (whole, tag("ul", joined(lines, "")) if lines else Rich())), "")

    def line(self, step: Step, text: Rich) -> Rich:
        """A statement as a line that leads to its card."""
        return tag("li", tag("a", text.text, href=self.address(permalink(step.fact))))

    def link(self, element: Element, to: Address, rel: str = "alternate", kind: str = "") -> None:
        """A link to a page of the site, or to a file of another kind."""
        SubElement(element, "link", rel=rel, type=kind or "text/html", href=self.address(to))

    def address(self, to: Address) -> str:
        """The whole address; relative to the feed where nobody knows that of the site."""
        base = self.sheet.settings.url
        return f"{base.rstrip('/')}/{url('', to)}" if base else url(self.sheet.path, to)

    def id(self, entry: Entry | None = None) -> str:
        """The id of an entry, else of the feed: the same in every edition."""
        settings = self.sheet.settings
        own = settings.repository or settings.url or self.sheet.dossier.briefing.edition.title
        parts = [own, self.folder]
        if entry:
            sort = "new" if entry.sort == "state" else entry.sort
            parts += [entry.day.isoformat(), sort, entry.about]
        return uuid5(NAMESPACE, " ".join(parts)).urn


def cut(text: str) -> str:
    """The first sentences of a text that are short enough for a title; always one that tells."""
    title, *rest = SENTENCES.split(text)
    for one in rest:
        is_whole = len(title) >= MARK and title.count("“") == title.count("”")
        if is_whole and len(f"{title} {one}".split()) > LONGEST_SENTENCE:
            break
        title = f"{title} {one}"
    return title


def _add(element: Element, **texts: str) -> None:
    for name, text in texts.items():
        SubElement(element, name).text = text


def _noon(day: date) -> str:
    return f"{day.isoformat()}T12:00:00Z"
