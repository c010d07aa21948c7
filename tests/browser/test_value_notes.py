"""What a value says over a page: how well it is borne out, in which words, and who printed them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.derive.dossier import Dossier
from generator.model.settings import Settings
from generator.render.site.value_notes import PATH, note, value_notes
from generator.render.views.sheet import Sheet
from tests.briefings import DAYS, dossier
from tests.dossiers import dossier_of, source
from tests.gates import AXE, LEVELS, RUN_AXE

FILES = {
    "sources/post.yaml": source("The Post", "2031-03-11", "39 carts", origin="toll-office"),
    "sources/south.yaml": source("South Office", "2031-03-12", "<b>No</b>").replace(
        "</b>", '</b>", at: "page 2'
    ),
    "sources/bare.yaml": source("The Wire", "2031-03-10", "bread"),
    "series/carts.yaml": """
        title: Carts
        unit: carts
        reporter: toll-office
        points:
          relayed: {period: 2031-01, value: "39", witnesses: [post#q]}
          both: {period: 2031-02, compute: carts.points.relayed + carts.points.relayed}
          bare: {period: 2031-03, value: "3", witnesses: [bare]}
        """,
    "measures/toll.yaml": """
        title: Toll
        issuer: toll-office
        in-force: {value: 2031-03-01, witnesses: [south#q]}
        """,
    "measures/stop.yaml": """
        title: Stop
        issuer: toll-office
        acts: {stop: {does: suspend, target: toll, from: 2031-05-02, witnesses: [post#q]}}
        """,
    "claims/kept.yaml": """
        asks: Was it kept?
        positions:
          north: {by: reed, says: It was, witnesses: [post#q]}
          south: {by: stone, says: It was not, witnesses: [south#q]}
        """,
}


def held(given: Dossier) -> dict[str, str]:
    """The notes of a day as the pages load them."""
    text = value_notes(given, Settings())[PATH].decode()
    found: dict[str, str] = json.loads(text.removeprefix("globalThis.briefingValues=")[:-2])
    return found


def shown(id_: str) -> list[str]:
    given = dossier_of(FILES)
    found = note(Sheet(given, Settings(), "index.html"), given.facts[id_])
    return [one.content.text for one in found if not isinstance(one, str)]


def test_a_value_says_how_it_came_to_us_in_which_words_and_who_printed_them() -> None:
    status = "relayed: Toll Office, via The Post"
    assert shown("carts.points.relayed") == [status, "“39 carts”", "The Post, 11 March 2031"]


def test_without_a_quotation_it_names_the_source_or_what_it_is_computed_from() -> None:
    assert shown("carts.points.bare") == ["not quoted", "The Wire, 10 March 2031"]
    assert shown("carts.points.both") == ["computed from relayed figures", "from Carts: relayed"]


def test_where_positions_stand_against_each_other_each_is_quoted() -> None:
    status, one, _, other, place = shown("kept")
    assert status == "disputed"
    assert one == "Ada Reed, according to Toll Office: “39 carts”"
    assert other == "Ben Stone, according to South Office: “<b>No</b>”"
    assert place == "South Office, page 2, 12 March 2031"


def test_what_another_act_makes_of_it_stands_first_with_the_words_of_that_act() -> None:
    state, words, _, own, *_ = shown("toll.in-force")
    assert state.startswith("suspended")
    assert words == "“39 carts”"
    assert own == "1 March 2031: reported"


def test_the_file_holds_every_statement_of_the_day() -> None:
    for day in DAYS["fixture"]:
        assert held(dossier("fixture", day)).keys() == dossier("fixture", day).facts.keys()


def test_what_others_wrote_is_no_markup() -> None:
    assert "<bdi>&#60;b&#62;No&#60;/b&#62;</bdi>" in held(dossier_of(FILES))["kept"]


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """A page of values, read from a disk."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(path=AXE)
    page.goto(f"{site.as_uri()}/overview/index.html")
    yield page
    page.close()


reading = pytest.mark.xdist_group("reading")
VALUE = "a.fact-value >> nth=0"


@reading
def test_the_pointer_shows_it_axe_finds_nothing_and_escape_closes(page: Page) -> None:
    page.hover(VALUE)
    note = page.get_by_role("tooltip")
    note.wait_for()
    assert page.get_attribute(VALUE, "aria-describedby") == note.get_attribute("id")
    assert page.evaluate(RUN_AXE, ["article", LEVELS]) == []
    page.keyboard.press("Escape")
    assert not note.is_visible()
    assert page.get_attribute(VALUE, "aria-describedby") is None


@reading
def test_focus_shows_it_and_another_value_has_its_own(page: Page) -> None:
    page.focus(VALUE)
    note = page.get_by_role("tooltip")
    note.wait_for()
    first = note.inner_text()
    page.focus("a.fact-value >> nth=1")
    assert note.inner_text() != first
    page.evaluate("document.activeElement.blur()")
    assert not note.is_visible()


@reading
def test_low_on_the_screen_it_stands_above(page: Page) -> None:
    page.evaluate("document.querySelector('a.fact-value').scrollIntoView({block: 'end'})")
    page.hover(VALUE)
    page.get_by_role("tooltip").wait_for()
    box = page.get_by_role("tooltip").bounding_box()
    assert box and box["y"] + box["height"] <= 900


@reading
@pytest.mark.parametrize("lost", ["script", "file", "nothing"])
def test_a_finger_sees_it_first_and_a_value_without_it_is_a_link(
    browser: Browser, served: str, lost: str
) -> None:
    context = browser.new_context(
        viewport={"width": 320, "height": 800}, has_touch=True, java_script_enabled=lost != "script"
    )
    page = context.new_page()
    if lost == "file":
        page.route("**/values.js", lambda route: route.abort())
    page.goto(f"{served}/overview/index.html")
    page.tap(VALUE)
    if lost == "nothing":
        page.get_by_role("tooltip").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        page.tap(VALUE)
    page.wait_for_url("**/index.html#*")
    context.close()
