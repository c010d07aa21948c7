"""The deadlines as a calendar (RFC 5545): what ends and falls due after the day, by what is stated.

Refuses to date what has no day, and to take a deadline that was moved for another: the id of an
event is that of its statement, so that it moves in a calendar that holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.derive.deadlines import Kind, deadlines, subject
from generator.derive.dossier import Dossier, Fact
from generator.derive.holding import word_of_state
from generator.derive.states import is_whole
from generator.model.dates import in_words
from generator.render.views.borne import UNQUOTED, worded
from generator.render.views.cite import at

if TYPE_CHECKING:
    from icalendar import Event

# What stands in brackets behind a name says nothing that a reminder needs.
BESIDE = re.compile(r" \([^)]*\)")
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
    """An event for each day and thing: what one act brings about on a day is one."""
    from icalendar import Event

    host = urlsplit(url or "").hostname or NOWHERE
    for on, kind, facts in things(dossier):
        event = Event()
        event.add("uid", f"{facts[0].id}@{host}")
        event.add("dtstamp", datetime.combine(dossier.as_of, time(tzinfo=UTC)))
        event.add("dtstart", on)
        # The thing first: a phone cuts off the end.
        name = BESIDE.sub("", subject(dossier, facts[0]))
        more = f" and {len(facts) - 1} more" if len(facts) > 1 else ""
        event.add("summary", f"{name}{more}: {kind}")
        event.add("description", "\n".join(description(dossier, facts, url)))
        event.add("transp", "TRANSPARENT")
        if url:
            event.add("url", at(url, facts[0]))
        yield event


def things(dossier: Dossier) -> Iterator[tuple[date, Kind, list[Fact]]]:
    """What a reader would note: a day, what happens, and to what, the foremost first."""
    found: dict[tuple[date, str], tuple[Kind, list[Fact]]] = {}
    for one in deadlines(dossier):
        for fact in one.facts if one.on else ():
            maker = fact.held.maker if fact.held else fact.id
            found.setdefault((one.on or date.max, maker), (one.kind, []))[1].append(fact)
    for (on, _), (kind, facts) in found.items():
        yield on, kind, sorted(facts, key=lambda fact: (not is_whole(fact), fact.id))


def description(dossier: Dossier, facts: list[Fact], url: str | None) -> Iterator[str]:
    """What is known of it on the day: its state, its status, and where it stands."""
    for fact in facts:
        state = f": {fact.state}" if fact.state else ""
        word = worded(dossier.briefing, *word_of_state(fact)) or UNQUOTED
        yield f"{subject(dossier, fact)}{state} ({word})."
    yield f"As of {in_words(dossier.as_of)}: what was decided later is not in this calendar."
    if url:
        yield at(url, facts[0])
