"""What changed reads in plain English, on its page and as data, the same in every edition."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.derive.brief import news
from generator.derive.changed import entries, news_steps, steps
from generator.derive.dossier import Dossier
from generator.render.data.files import data
from generator.render.views import what_changed
from generator.render.views.changes import sentences, told, whole
from generator.render.views.sheet import Settings, Sheet
from tests.briefings import DAYS, dossier
from tests.dossiers import dossier_of, source
from tests.sites import built, edition, seen, words
from tests.tables import rows_of

TABLE = Path(__file__).with_name("changes.txt")
EARLY, SUMMER, FINAL, LATE = DAYS["fixture"]
PLACED = Settings(url="https://north.example/talks/")
COURIER = source("The Courier", "2031-04-01", "a toll of 5 pence")
TOLLS = {
    "sources/first.yaml": source("The Post", "2031-03-01", "a toll of 5 pence"),
    "sources/second.yaml": COURIER,
    "sources/other.yaml": COURIER.replace("of 5", "of 6"),
    "sources/late.yaml": source("The Herald", "2031-05-01", "a toll of 7 pence"),
}
TOLL = "{title: Toll, issuer: toll-office, parts: {carts: {label: carts, unit: pence, %s}}}"
ACTS = {
    "sources/first.yaml": source("The Post", "2031-03-02", "A toll is due from 1 March 2031."),
    "sources/second.yaml": source("The Courier", "2031-04-01", "Due until 9 September 2031."),
    "sources/third.yaml": source("The Herald", "2031-03-02", "Due", retracted="{on: 2031-05-01}"),
    "sources/undated.yaml": source("The Mail", "unknown", "A toll is due from 1 March 2031."),
    "measures/toll.yaml": "{title: Toll, issuer: toll-office, "
    "in-force: {value: 2031-03-01, witnesses: [first#q]}}",
}
PAGE = "changes/index.md"
ANSWERS = "“totally broken its word”, Mira Voss says; “carried out the harbour statement earnestly”"


def titles(given: Dossier, day: str = "") -> list[str]:
    """What changed on a day, or on every day, the latest first."""
    found = told(Sheet(given, Settings(), "changes/index.html"), entries(news_steps(given)))
    return [one.title for one in found if day in str(one.entry.day)]


@pytest.mark.parametrize(
    ("printed", "since"),
    [("2030", "2030"), ("2031-03", "March 2031"), ("../2031-03-01", "1 March 2031")],
)
def test_the_page_says_since_when_as_its_first_source_does(printed: str, since: str) -> None:
    first = source("The Post", printed, "a toll of 5 pence")
    toll = TOLL % "value: 5, witnesses: [first#q]"
    given = dossier_of({"sources/first.yaml": first, "measures/toll.yaml": toll})
    [page] = what_changed.what_changed(given, Settings())
    assert f"from {since} to" in page.lead.text.replace("\xa0", " ")


@pytest.mark.parametrize(("toll", "sentence"), rows_of(TABLE, "became", 2))
def test_what_became_of_a_statement(toll: str, sentence: str) -> None:
    assert titles(dossier_of({**TOLLS, "measures/toll.yaml": TOLL % toll}))[0] == sentence


@pytest.mark.parametrize(("path", "text", "sentence"), rows_of(TABLE, "added", 3))
def test_what_a_second_witness_adds(path: str, text: str, sentence: str) -> None:
    given = dossier_of({**ACTS, f"{path}.yaml": text})
    every = sentences(given, Settings())
    found = [whole(*one).text for (day, _), one in every.items() if str(day) == "2031-04-01"]
    assert any(sentence in one for one in found)


@pytest.mark.parametrize(("path", "text", "day", "title"), rows_of(TABLE, "day", 4))
def test_what_a_day_tells_of_a_record_on_the_page_and_in_its_feed(
    path: str, text: str, day: str, title: str
) -> None:
    given = dossier_of({**ACTS, f"{path}.yaml": text})
    assert " / ".join(titles(given, day)) == title
    assert any(str(one.day) == day for one in what_changed.feeds(given)[path]) == bool(title)
    [page] = what_changed.what_changed(given, Settings())
    for one in (one for month in page.context["months"] for one in month.days):
        assert one.more.split()[0] == str(sum(len(rest) or 1 for _, _, rest in one.ours))


def test_where_sources_name_no_day_the_left_column_says_so() -> None:
    files = {"sources/first.yaml": source("The Post", "2031-03", "a toll of 5 pence")}
    toll = TOLL % "value: 5, witnesses: [first#q, second#q]"
    given = dossier_of({**files, "sources/second.yaml": COURIER, "measures/toll.yaml": toll})
    assert "Known March 2031 (day not known)" in words(seen(PAGE, built(given)[PAGE]))
    card = words(seen("x", built(given)["measures/toll/index.md"]))
    assert "March 2031 (day not known) reported Source: The Post" in card


@pytest.mark.parametrize(("day", "sentence"), rows_of(TABLE, "holds", 2))
def test_what_holds_now(day: str, sentence: str) -> None:
    every = sentences(dossier("fixture", FINAL), Settings())
    assert sentence in [whole(*one).text for (at, _), one in every.items() if str(at) == day]


@pytest.mark.parametrize("day", [EARLY, SUMMER])
def test_an_edition_says_of_its_days_what_every_later_one_says(day: str) -> None:
    own, later = (
        {key: whole(*one).text for key, one in sentences(given, Settings()).items()}
        for given in (dossier("fixture", day), dossier("fixture", FINAL))
    )
    assert own == {key: text for key, text in later.items() if str(key[0]) <= day}


def test_news_on_the_brief_is_led_as_on_the_page_of_changes() -> None:
    given = dossier("fixture", FINAL)
    found = {(one.day, one.about): one.steps[0].fact.id for one in entries(news_steps(given))}
    told_first = {(one.on, one.facts[0].record.id): one.facts[0].id for one in news(given)}
    assert told_first.items() <= found.items()


def test_the_page_tells_every_entry_and_leads_to_every_card() -> None:
    text = edition(FINAL)[PAGE]
    cards = {link.partition("#")[2] for link in seen(PAGE, text).links}
    assert {one.fact.id for one in steps(dossier("fixture", FINAL))} <= cards
    assert "This is no longer in dispute." in text


def test_a_long_list_of_changes_goes_on_over_pages_with_their_days(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(what_changed, "MOST", 60)
    fresh = replace(dossier("fixture", FINAL))
    first, second = (seen(name, built(fresh)[name]) for name in (PAGE, "changes/page.2/index.md"))
    assert "24 June 2032 back to 20 May 2031 14 May 2031 back to 2 April 2031" in words(first)
    assert "page.2/index.html" in first.links and "../index.html" in second.links


def test_earlier_editions_that_were_published_are_named() -> None:
    late, early = (words(seen(PAGE, edition(day)[PAGE])) for day in (FINAL, EARLY))
    assert "edition that was published: since Autumn 2031 (15 November 2031)" in late
    assert "since Autumn" not in early


def test_the_data_hold_every_step_with_its_sentence() -> None:
    given = dossier("fixture", FINAL)
    found = json.loads(data(given, PLACED)["data/changes.json"])
    every = [(str(one.day), one.fact.id) for one in steps(given)]
    assert [(one["day"], one["id"]) for one in found] == every
    assert next(one for one in found if one["causes"] == ["lantern-0606#violated"]) == {
        "day": "2031-06-06",
        "id": "statement-kept",
        "record": "statement-kept",
        "kinds": ["value", "disputed"],
        "correction": False,
        "sentence": "Has Borealis kept the harbour statement?",
        "more": [f"{ANSWERS}, Borealis says (disputed).", "This is in dispute now."],
        "notes": [],
        "causes": ["lantern-0606#violated"],
        "url": "f/statement-kept/index.html",
    }


def test_downloads_say_how_to_subscribe() -> None:
    given = dossier("fixture", SUMMER)
    page = seen("x", built(given, PLACED)["downloads/index.md"])
    assert "webcal://north.example/talks/data/deadlines.ics" in page.links
    assert {"../changes.xml", "../data/changes.json"} <= {*page.links}
    links = seen("x", built(given)["downloads/index.md"]).links
    assert not any("webcal" in one for one in links)
