"""The index as it is written: all that the day knows, nothing else, and safe in a script."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from generator.derive.dossier import Dossier
from generator.model.edition import Settings
from generator.render.site.raw import Section, sections
from generator.render.site.search import PATH, search
from generator.render.site.site import site
from tests.briefings import DAYS, dossier
from tests.conftest import PROJECT
from tests.dossiers import dossier_of, source

SCRIPTS = PROJECT / "site_config/theme/assets/search"
LATE = DAYS["fixture"][-1]
NO_FILES: Mapping[str, bytes] = {}


@cache
def of_day(day: str) -> dict[str, Any]:
    return index(dossier("fixture", day))


def index(given: Dossier, files: Mapping[str, bytes] = NO_FILES) -> dict[str, Any]:
    (text,) = (content.decode() for content in search(given, Settings(), files).values())
    found: dict[str, Any] = json.loads(text.removeprefix("globalThis.briefingIndex=")[:-2])
    return found


def statements(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The documents of statements by id."""
    own = (one for one in found["documents"] if one["kind"] == "statement")
    return {one["to"].partition("#")[2]: one for one in own}


@pytest.mark.parametrize("day", DAYS["fixture"])
def test_every_known_statement_and_no_other_nor_its_names(day: str) -> None:
    given, found = dossier("fixture", day), of_day(day)
    assert statements(found).keys() == given.facts.keys()
    used = {id_ for one in found["documents"] for id_ in one.get("names", ())}
    others = (given.briefing.records[id_].kind for id_ in used - given.records.keys())
    assert used == found["head"]["names"].keys()
    assert set(others) <= {"party", "body", "person"}


def test_a_result_shows_the_sentence_of_a_statement_behind_its_day() -> None:
    found = statements(index(dossier("fixture", LATE)))
    assert found["harbour-2031-05.in-force"]["value"].startswith("14 May 2031: The Joint statement")
    assert (
        found["court-2032-02-20.acts.ends"]["value"] == "20 February 2032: Aurelia ends Order 257"
    )


def test_line_ends_of_scripts_are_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.render.site.search.in_words", lambda day: "a\u2028b\u2029c")
    written = search(dossier("fixture", LATE), Settings(), NO_FILES)[PATH].decode()
    assert "a\\u2028b\\u2029c" in written
    assert "\u2028" not in written


def test_sections_of_the_pages_are_found() -> None:
    given = dossier("fixture", LATE)
    found = index(given, site(given, Settings())[0])["documents"]
    titles = {one["to"]: one["title"] for one in found if one["kind"] == "section"}
    told = {one["title"]: one for one in (*of_day(DAYS["fixture"][2])["documents"], *found)}
    assert "text" not in told["March 2032"] and titles["index.html#section--points"] == "Key points"
    assert told["Notice 70"]["lead"].startswith("7 November 2031: The Borealis Trade Ministry")
    assert "1 November 2032: The Hill understanding ends." in told
    assert not any(to.startswith("reference/") for to in titles)
    assert not {to.partition("#")[2] for to in titles} & {*given.records, *given.facts}


def test_other_spellings_find_a_record_and_are_not_shown() -> None:
    head = of_day(LATE)["head"]
    records = dossier("fixture", LATE).briefing.records
    with_aliases = [id_ for id_ in head["names"] if records[id_].data.aliases]
    assert with_aliases == sorted(head["aliases"])
    for id_ in with_aliases:
        assert not {*records[id_].data.aliases} & {*head["names"][id_].split("; ")}


def test_a_section_is_its_title_and_the_words_below_it() -> None:
    body = (
        '---\n---\n<h2 id="a">One<a class="headerlink" href="#a">&para;</a></h2>'
        "<p>Two <b>words</b> .</p><p>Three</p><table><tr><td>3</td></tr></table>"
        '<div id="b"><dt>Four</dt><dd>five<span id="t" hidden>unread</span></dd></div>'
        '<h3 id="c">Six</h3><nav>Page 2</nav><p class="offers">PDF</p>'
    )
    assert [*sections(body.encode())] == [
        Section("a", "One", "Two words. · Three"),
        Section("b", "Four", "five"),
    ]


def test_minisearch_is_as_it_was_published() -> None:
    held = hashlib.sha256((SCRIPTS / "minisearch-7.2.0.js").read_bytes()).hexdigest()
    assert held == "03c27931eb603af1d3358579e9885eafdb6a2f5fa9929557b3e77d7e99d06d03"
    assert "MIT" in (SCRIPTS / "README.txt").read_text(encoding="utf-8")


def test_a_series_is_of_the_years_of_its_figures() -> None:
    points = "{2030: {value: 3, witnesses: [w#q]}, 2031-02: {value: 4, witnesses: [w#q]}}"
    files = {
        "sources/w.yaml": source("The Wire", "2031-03-02", "3 tonnes, then 4 tonnes"),
        "series/carts.yaml": f"{{title: Carts, category: carts, unit: t, points: {points}}}",
    }
    found = index(dossier_of(files))["documents"]
    assert [one["years"] for one in found if one["kind"] == "series"] == [[2030, 2031]]
