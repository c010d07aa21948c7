"""What a reader subscribes to: feeds as readers of feeds read them, deadlines as calendars do."""

import re
from datetime import UTC, date, datetime
from html import unescape
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, fromstring

import feedparser
import pytest
from icalendar import Calendar, Event

from generator.derive import Dossier
from generator.derive.changed import entries, news_steps
from generator.derive.spells import deadlines
from generator.render.data.subscriptions import ATOM, LINES, MOST, atom, calendar, cut
from generator.render.site.redirects import old_files
from generator.render.views.changes import told
from generator.render.views.sheet import Settings, Sheet
from tests.briefings import DAYS, dossier
from tests.dossiers import dossier_of, source
from tests.sites import built, edition, seen

EARLY, _, FINAL, _ = DAYS["fixture"]
PLACED = Settings(url="https://north.example/talks/", licence="CC BY 4.0")
POST = source("The Post", "2031-03-01", "a toll of 5 pence")


def read(content: bytes) -> feedparser.FeedParserDict:
    found = feedparser.parse(content)
    assert not found.bozo
    return found


def children(element: Element, name: str) -> list[Element]:
    return element.findall(f"{{{ATOM}}}{name}")


def test_each_feed_has_what_the_standard_asks_for() -> None:
    for path, content in atom(dossier("fixture", FINAL), PLACED).items():
        feed = fromstring(content)
        for one in (feed, *children(feed, "entry")):
            assert [len(children(one, name)) for name in ("id", "title", "updated")] == [1, 1, 1]
            assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", children(one, "id")[0].text or "")
            moment = children(one, "updated")[0].text or ""
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT12:00:00Z", moment) and moment[:10] <= FINAL
        links = {link.get("rel"): link.get("href") for link in children(feed, "link")}
        assert links["self"] == f"{PLACED.url}{path}" and len(children(feed, "author")) == 1
        ids = [children(one, "id")[0].text for one in children(feed, "entry")]
        assert len(set(ids)) == len(ids) <= MOST


def test_a_reader_of_feeds_finds_the_entries_of_the_page() -> None:
    given = dossier("fixture", FINAL)
    found = read(atom(given, PLACED)["changes.xml"])
    shown = told(Sheet(given, PLACED, "x"), entries(news_steps(given)))
    assert [one.title for one in found.entries] == [cut(one.title) for one in shown][:MOST]
    assert all(one.published == one.updated for one in found.entries)
    assert found.feed.title == f"{given.briefing.edition.title}: what changed"
    assert found.entries[0].updated_parsed[:4] == (2032, 6, 24, 12)
    assert found.entries[1].link.startswith("https://north.example/talks/f/borealis-note-2032-03.")


def test_where_the_site_has_no_address_links_are_relative_to_the_feed() -> None:
    feeds = atom(dossier("fixture", FINAL), Settings())
    places = {*feeds, *(path.replace(".md", ".html") for path in edition(FINAL))}
    for path, content in feeds.items():
        for link in fromstring(content).iter(f"{{{ATOM}}}link"):
            to = urljoin(f"https://x/{path}", link.get("href", "")).removeprefix("https://x/")
            assert to.partition("#")[0] in places


def ids(day: str, settings: Settings) -> set[str]:
    return {one.id for one in read(atom(dossier("fixture", day), settings)["changes.xml"]).entries}


def test_ids_are_the_same_in_every_edition_and_on_every_host_of_a_repository() -> None:
    kept = Settings(repository="https://git.example/talks")
    assert ids(EARLY, Settings()) < ids(FINAL, Settings())
    assert ids(FINAL, kept) == ids(FINAL, kept.model_copy(update={"url": PLACED.url}))
    assert not ids(FINAL, PLACED) & ids(FINAL, Settings(url="https://south.example/"))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{'So it is. ' * 20}", ("So it is. " * 8).strip()),
        (f"Note. {'long ' * 40}US. This ends.", f"Note. {'long ' * 40}US."),
        (f"He says: “{'So it is. ' * 20}”. It ends.", f"He says: “{'So it is. ' * 20}”."),
    ],
)
def test_a_title_has_the_first_whole_sentences(text: str, title: str) -> None:
    assert cut(text.strip()) == title


def test_what_a_title_cuts_stands_in_the_content() -> None:
    given = dossier("fixture", FINAL)
    shown = list(told(Sheet(given, PLACED, "x"), entries(news_steps(given))))[:MOST]
    found = read(atom(given, PLACED)["changes.xml"]).entries
    cuts = [(one, each) for one, each in zip(shown, found, strict=True) if one.title != each.title]
    assert cuts
    for one, each in cuts:
        content = unescape(each.content[0].value)
        assert one.text.text in f"{each.title} {content}" and content.count("<li>") >= min(
            1, len(one.rest)
        )


def test_a_feed_tells_of_its_record_and_its_section_alone() -> None:
    found = atom(dossier("fixture", FINAL), PLACED)
    own = read(found["measures/order-257/changes.xml"])
    assert own.entries[0].title == "Order 257 ended on 20 February 2032. With 2 more statements."
    assert own.feed.link == "https://north.example/talks/measures/order-257/index.html"
    assert "Has Borealis kept" in read(found["claims/changes.xml"]).entries[-2].title
    disputes = read(found["disputed/changes.xml"]).entries
    assert {one.link.split("/")[-2] for one in disputes} == {
        "hill-talks-2031-09.delegations.aurelia.treasury",
        "statement-kept",
    }


def test_what_is_too_much_for_a_feed_is_counted() -> None:
    parts = ", ".join(f"p{n}: {{label: p{n}, value: 5, witnesses: [first#q]}}" for n in range(20))
    given = dossier_of(
        {"sources/first.yaml": POST, "measures/toll.yaml": f"{{title: Toll, parts: {{{parts}}}}}"}
    )
    (entry,) = read(atom(given, PLACED)["changes.xml"]).entries
    assert entry.content[0].value.count("<a ") == LINES + 1
    assert f"and {20 - 1 - LINES} more" in entry.content[0].value


@pytest.mark.parametrize(
    ("path", "feed"),
    [
        ("measures/order-257/index.md", "measures/order-257/changes.xml"),
        ("index.md", "changes.xml"),
    ],
)
def test_each_page_names_its_feed(path: str, feed: str) -> None:
    text = edition(FINAL)[path]
    assert f'feed: "{feed}"' in text
    assert ("Follow changes" in text) == (feed != "changes.xml")


def test_who_follows_a_record_by_its_old_id_goes_on_hearing_of_it() -> None:
    given = dossier("fixture", FINAL)
    old = old_files(given, atom(given, PLACED))
    assert old["series/glimmer-prices/changes.xml"].startswith(b"<?xml")


ADDRESS = "https://north.example/talks/"
FILES = {
    "sources/note.yaml": source("The Wire", "2031-03-09", "It holds until 9 September 2031."),
    "glossary/carts.yaml": "{term: carts, reading: {text: Wheels., on: 2031-03-10}}",
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
    assert event["SUMMARY"] == f"The {dossier_of(FILES).briefing.name('toll')} ends"
    assert event["DESCRIPTION"].splitlines() == [
        "No extension is known.",
        "carts: Wheels. (our definition)",
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
    assert event["SUMMARY"] == "The suspension of Notice 61 and Notice 62 ends"
    told = event["DESCRIPTION"].splitlines()
    assert told[0] == "If nothing is decided, they apply."
    assert told[1].startswith("Notice 61 was suspended before taking effect (due 1 December 2031)")
    assert told[2] == "Notice 62 is suspended until 10 November 2032 (confirmed)."


@pytest.mark.parametrize("given", [dossier_of({}), dossier("fixture", DAYS["fixture"][3])])
def test_without_deadlines_there_is_no_file_and_no_link(given: Dossier) -> None:
    assert events(given, ADDRESS) == []
    pages = built(given, Settings(url=ADDRESS))
    assert not [link for link in seen("x", pages["downloads/index.md"]).links if ".ics" in link]
