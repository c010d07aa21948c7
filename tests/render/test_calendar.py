"""The calendar of deadlines: read back as calendars read it, and byte by byte where they do not."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar, Event

from generator.derive import Dossier
from generator.derive.spells import deadlines
from generator.render.data.subscriptions import calendar
from generator.render.views.sheet import Sheet
from tests.briefings import DAYS, dossier
from tests.dossiers import dossier_of, source
from tests.sites import Settings, built, seen

ADDRESS = "https://north.example/talks/"
FILES = {
    "sources/note.yaml": source("The Wire", "2031-03-09", "It holds until 9 September 2031."),
    "measures/toll.yaml": """
        title: "Toll, for carts; and 桥上的车马行人过桥须知及收费标准与说明文件的全部内容"
        issuer: toll-office
        in-force: {value: 2031-03-01, until: 2031-09-09, inferred: so, witnesses: [note#q]}
        """,
}
UNTIL = FILES["measures/toll.yaml"]


def events(given: Dossier, url: str | None = None) -> list[Event]:
    held = calendar(Sheet(given, Settings(url=url), "index.html"))
    return list(Calendar.from_ical(held).events) if held else []


def test_a_deadline_is_a_whole_day() -> None:
    (event,) = events(dossier_of(FILES), ADDRESS)
    assert date(2031, 9, 9) == event.DTSTART
    assert datetime(2031, 6, 30, tzinfo=UTC) == event.DTSTAMP
    assert event["UID"] == "toll.in-force@north.example"
    assert event["SUMMARY"] == f"{dossier_of(FILES).briefing.name('toll')} ends"
    assert event["DESCRIPTION"].splitlines() == [
        "No extension is known.",
        f"The {dossier_of(FILES).briefing.name('toll')} is in force (reported).",
        "What was decided after 30 June 2031 is not in this calendar.",
        "https://north.example/talks/f/toll.in-force/index.html",
    ]
    assert event["URL"] == "https://north.example/talks/f/toll.in-force/index.html"


def test_where_the_site_has_no_address_it_leads_to_the_source_of_what_sets_the_day() -> None:
    (event,) = events(dossier_of(FILES))
    assert event["UID"] == "toll.in-force@briefing.invalid"
    assert event["URL"] == "https://example.org/notes"
    note = FILES["sources/note.yaml"].replace("url: https://example.org/notes\n", "")
    (event,) = events(dossier_of({**FILES, "sources/note.yaml": note}))
    assert "URL" not in event


def test_every_day_of_the_brief_is_in_it_and_no_id_twice() -> None:
    given = dossier("fixture", DAYS["fixture"][2])
    found = events(given, ADDRESS)
    assert {one.DTSTART for one in found} == {one.on for one in deadlines(given) if one.on}
    assert len({one["UID"] for one in found}) == len(found) > 0
    assert all(given.as_of < one.DTSTART for one in found)


def test_what_one_act_brings_about_on_a_day_is_one_event() -> None:
    found = events(dossier("fixture", DAYS["fixture"][2]))
    (event,) = (one for one in found if "Notice" in one["SUMMARY"])
    assert event["SUMMARY"] == "Suspension of Notice 61 and Notice 62 ends"
    told = event["DESCRIPTION"].splitlines()
    assert told[0] == "If nothing is decided, they apply."
    assert told[1].startswith("Notice 61 was to take effect on 1 December 2031, but was suspended")
    assert told[2] == "Notice 62 is suspended until 10 November 2032 (confirmed)."


@pytest.mark.parametrize("given", [dossier_of({}), dossier("fixture", DAYS["fixture"][3])])
def test_without_deadlines_there_is_no_file_and_no_link(given: Dossier) -> None:
    assert events(given, ADDRESS) == []
    pages = built(given, Settings(url=ADDRESS))
    assert not [link for link in seen("x", pages["downloads/index.md"]).links if ".ics" in link]
