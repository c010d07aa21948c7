"""The note of a term or value, in a browser: by pointer, focus and finger; without it a link."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import CHINESE
from tests.gates import AXE, LEVELS, RUN_AXE

TERM, VALUE = "a.gloss >> nth=0", "a.fact-value >> nth=0"
BOTH = pytest.mark.parametrize("link", [TERM, VALUE], ids=["term", "value"])
NOTE = ".gloss-note:visible"
WRITE = """(text) => [document, document.getElementById("value-notes").content].forEach((part) =>
  part.querySelectorAll(".gloss-note, [data-name]").forEach((note) => note.append(text)))"""


@pytest.fixture
def page(tab: Page, site: Path) -> Page:
    """A page with terms and values, read from a disk."""
    tab.goto(f"{site.as_uri()}/overview/index.html")
    return tab


@BOTH
def test_the_pointer_shows_it_may_enter_it_and_escape_closes(page: Page, link: str) -> None:
    page.evaluate(WRITE, CHINESE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.hover(link)
    note = page.locator(NOTE)
    note.wait_for()
    assert not [url for url in asked if not url.endswith("logo.svg")]
    assert page.get_attribute(link, "aria-describedby") == note.get_attribute("id")
    note.hover()
    page.wait_for_timeout(600)
    assert note.is_visible()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(RUN_AXE, ["article", LEVELS]) == []
    page.keyboard.press("Escape")
    assert not note.is_visible()


@BOTH
def test_focus_shows_it_and_the_pointer_does_not_take_it_away(page: Page, link: str) -> None:
    page.focus(link)
    page.locator(NOTE).wait_for()
    page.hover(link)
    page.mouse.move(5, 5)
    page.wait_for_timeout(600)
    assert page.locator(NOTE).is_visible()
    page.evaluate("document.activeElement.blur()")
    assert not page.locator(NOTE).is_visible()
    page.hover(link)
    page.locator(NOTE).wait_for()
    page.mouse.move(5, 5)
    page.locator(NOTE).wait_for(state="hidden")


def test_another_value_has_its_own(page: Page) -> None:
    page.focus(VALUE)
    first = page.locator(NOTE).inner_text()
    page.focus("a.fact-value >> nth=1")
    assert page.locator(NOTE).inner_text() != first


def test_low_on_the_screen_it_stands_above(page: Page) -> None:
    page.evaluate("document.querySelector('a.fact-value').scrollIntoView({block: 'end'})")
    page.hover(VALUE)
    box = page.locator(NOTE).bounding_box()
    assert box and box["y"] + box["height"] <= 900


@BOTH
@pytest.mark.parametrize("lost", ["", "script"])
def test_a_finger_sees_it_first_and_a_link_without_it_leads_on(
    browser: Browser, served: str, link: str, lost: str
) -> None:
    context = browser.new_context(
        viewport={"width": 320, "height": 800}, has_touch=True, java_script_enabled=lost != "script"
    )
    page = context.new_page()
    page.goto(f"{served}/overview/index.html")
    page.tap(link)
    if not lost:
        page.locator(NOTE).wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        page.tap(link)
    page.wait_for_url("**/index.html#*" if link == VALUE else "**/glossary/**")
    context.close()
