"""The feeds of what changed: as a reader of feeds reads them, and as the standard asks."""

import re
from html import unescape
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, fromstring

import feedparser
import pytest

from generator.derive.changed import entries, steps
from generator.render.data.subscriptions import ATOM, LINES, LONG, MOST, atom, cut
from generator.render.site.redirects import old_files
from generator.render.views.changes import told
from generator.render.views.sheet import Settings, Sheet
from tests.briefings import DAYS, dossier
from tests.dossiers import dossier_of, source
from tests.sites import edition

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
    shown = told(Sheet(given, PLACED, "x"), entries(steps(given)))
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
        (f"{'So it is. ' * 20}", ("So it is. " * 12).strip()),
        (f"Note. {'long ' * 30}so. It ends.", f"Note. {'long ' * 21}long…"),
        (f"He says: “{'So it is. ' * 20}”. It ends.", f"He says: “{'So it is. ' * 10}So it…”"),
        (f"The toll (Order 5) {'long ' * 20}ends.", f"The toll {'long ' * 20}ends."),
    ],
    ids=["sentences", "mark", "quotation", "aside"],
)
def test_a_title_has_whole_words_as_far_as_a_reader_of_feeds_shows_them(
    text: str, title: str
) -> None:
    assert cut(text.strip()) == title and len(title) <= LONG


def test_what_a_title_cuts_stands_in_the_content() -> None:
    given = dossier("fixture", FINAL)
    shown = list(told(Sheet(given, PLACED, "x"), entries(steps(given))))[:MOST]
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
    assert "In dispute now" in read(found["claims/changes.xml"]).entries[-2].title
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
    assert entry.content[0].value.count("<a ") == LINES
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
