"""The deadlines as a calendar (RFC 5545): what ends and falls due after the day, by what is stated.

Refuses to date what has no day, and to take a deadline that was moved for another: the id of an
event is that of its statement, so that it moves in a calendar that holds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.derive.deadlines import deadlines, subject
from generator.derive.dossier import Dossier, Fact
from generator.derive.holding import word_of_state
from generator.model.dates import in_words
from generator.render.borne import UNQUOTED, worded
from generator.render.cite import at

if TYPE_CHECKING:
    from icalendar import Event

MAKER = "-//briefing//deadlines//EN"
# A host that never exists stands where the address of the site is not known.
NOWHERE = "briefing.invalid"


def calendar(dossier: Dossier, url: str | None) -> bytes | None:
    """The file with an event for each statement that has a deadline; None where none has."""
    found = list(events(dossier, url))
    if not found:
        return None
    # The library takes a tenth of a second, and most commands make no calendar.
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", MAKER)
    made.add("version", "2.0")
    made.add("x-wr-calname", f"{dossier.briefing.edition.title}: deadlines")
    for event in found:
        made.add_component(event)
    return bytes(made.to_ical())


def events(dossier: Dossier, url: str | None) -> Iterator[Event]:
    """The events, by day."""
    from icalendar import Event

    host = urlsplit(url or "").hostname or NOWHERE
    for one in deadlines(dossier):
        for fact in one.facts if one.on else ():
            event = Event()
            event.add("uid", f"{fact.id}@{host}")
            event.add("dtstamp", datetime.combine(dossier.as_of, time(tzinfo=UTC)))
            event.add("dtstart", one.on)
            event.add("summary", f"{one.kind.capitalize()}: {subject(dossier, fact)}")
            event.add("description", "\n".join(description(dossier, fact, url)))
            event.add("transp", "TRANSPARENT")
            if url:
                event.add("url", at(url, fact))
            yield event


def description(dossier: Dossier, fact: Fact, url: str | None) -> Iterator[str]:
    """What is known of it on the day: its status, its state, and where it stands."""
    day = in_words(dossier.as_of)
    yield f"Status: {word(dossier, fact)}."
    if fact.state:
        yield f"State: {fact.state}."
    yield f"As of {day}: what was decided later is not in this calendar."
    if url:
        yield at(url, fact)


def word(dossier: Dossier, fact: Fact) -> str:
    """The status of what holds, else of the statement, with whose claim it is."""
    status, by = word_of_state(dossier, fact) if fact.held else (fact.status, fact.by)
    return worded(dossier.briefing, status, by) or UNQUOTED
