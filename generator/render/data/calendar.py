"""The deadlines as a calendar (RFC 5545): what ends and falls due after the day, by what is stated.

Refuses to date what has no day, and to take a deadline that was moved for another: the id of an
event is that of its statement, so that it moves in a calendar that holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.derive.deadlines import Deadline, by_maker
from generator.derive.dossier import Dossier, Fact
from generator.derive.held import word_of_state
from generator.model.dates import in_words
from generator.render.views.acts import capitalised, within
from generator.render.views.ahead import deadline_sentence, follows
from generator.render.views.borne import UNQUOTED, source_name, worded
from generator.render.views.cite import at
from generator.render.views.sheet import Sheet

if TYPE_CHECKING:
    from icalendar import Event

# What stands in brackets behind a name says nothing that a reminder needs.
BESIDE = re.compile(r" \([^)]*\)")
MAKER = "-//briefing//deadlines//EN"
# A host that never exists stands where the address of the site is not known.
NOWHERE = "briefing.invalid"


def calendar(sheet: Sheet) -> bytes | None:
    """The file with an event for each thing that has a deadline; None where none has."""
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
        event.add("summary", summary(sheet, one))
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
    setting = sheet.dossier.facts[fact.held.maker] if fact.held else fact
    found = (e.publication for e in setting.evidence if e.counts and e.publication.url)
    first = next(found, None)
    if not first:
        return "", ""
    return f"Source: {source_name(sheet.dossier.briefing, first)}, ", first.url or ""


def summary(sheet: Sheet, one: Deadline) -> str:
    """The sentence without what only tells more: a phone cuts off the end."""
    told = BESIDE.sub("", deadline_sentence(sheet, one).text).removeprefix("The ")
    return told[:1].upper() + told[1:]


def description(sheet: Sheet, one: Deadline) -> Iterator[str]:
    """What follows, what is known of it on the day with its status, and where it stands."""
    dossier = sheet.dossier
    yield from filter(None, [follows(sheet, one)])
    yield from (stands(sheet, fact) for fact in one.facts)
    yield f"What was decided after {in_words(dossier.as_of)} is not in this calendar."
    yield from filter(None, ["".join(more(sheet, one))])


def stands(sheet: Sheet, fact: Fact) -> str:
    """What holds of a thing, in a sentence with its status; of a day that falls due only that."""
    what, status = within(sheet, fact.id), word(sheet.dossier, fact)
    if not fact.state:
        return f"Status of this date: {status}."
    verb = "" if fact.state.startswith("was ") else "are " if what.is_plural else "is "
    return f"{capitalised(what.text).text} {verb}{fact.state} ({status})."


def word(dossier: Dossier, fact: Fact) -> str:
    """The status of what holds, else of the statement, with whose claim it is."""
    return worded(dossier.briefing, *word_of_state(fact)) or UNQUOTED
