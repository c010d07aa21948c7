"""Our briefing, built and read as a reader reads it: from a disk, by its permalinks."""

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from generator.handbook import TASKS


def test_a_permalink_leads_to_the_card(tab: Page, site: Path) -> None:
    tab.goto(f"{site.as_uri()}/f/harbour-2031-05.cut/index.html")
    tab.wait_for_url("**/agreements/harbour-2031-05/index.html#harbour-2031-05.cut")


SHIFTS = """window.shifted = 0
new PerformanceObserver(list => { for (const one of list.getEntries()) shifted += one.value })
  .observe({ type: "layout-shift", buffered: true })"""
LOADED = """[...document.fonts].filter(one => one.display == "block")
    .filter(one => one.status == "loaded").length == 2
  && new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"""


@pytest.mark.parametrize("width", [390, 1280])
def test_the_first_page_from_a_disk_has_our_fonts_and_nothing_moves(
    browser: Browser, site: Path, width: int
) -> None:
    """Nothing is held yet: later pages would have the fonts from the first."""
    page = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True).new_page()
    page.add_init_script(SHIFTS)
    page.goto(f"{site.as_uri()}/index.html")
    page.wait_for_function(LOADED)
    assert "Briefing Serif" in shown_fonts(page, "h1")
    assert "Briefing Sans" in shown_fonts(page, "article li")
    assert page.evaluate("shifted") == 0
    page.context.close()


def shown_fonts(page: Page, selector: str) -> set[str]:
    """The fonts that the text of an element is drawn with."""
    tools = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        tools.send(f"{domain}.enable")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]
    node = tools.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    found = tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {one["familyName"] for one in found}


def test_each_page_of_the_guide_is_printed_on_one_sheet(tab: Page, site: Path) -> None:
    for task in TASKS:
        tab.goto(f"{site.as_uri()}/guide/{task}/index.html")
        for sheet in ("A4", "Letter"):
            assert len(PdfReader(BytesIO(tab.pdf(format=sheet))).pages) == 1, (task, sheet)
