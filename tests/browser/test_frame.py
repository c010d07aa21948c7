"""The frame of the pages: what moves is ours and small, and nothing of it needs a script."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

PHONE = ViewportSize(width=390, height=800)
INNER = "rounds/call-2031-06-05/index.html"
FOLDS = """<details class="fold"><summary>a</summary><details class="fold"><summary>b</summary>
<p id="deep">c</p></details></details>"""


@pytest.mark.parametrize("has_script", [True, False])
def test_a_phone_has_a_menu_contents_and_the_dark_with_and_without_a_script(
    browser: Browser, site: Path, has_script: bool
) -> None:
    context = browser.new_context(
        viewport=PHONE, has_touch=True, java_script_enabled=has_script, color_scheme="dark"
    )
    phone = context.new_page()
    phone.goto(f"{site.as_uri()}/{INNER}")
    ground = phone.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
    assert ground == "rgb(30, 33, 41)"
    link = phone.locator(".contents a").first
    assert not link.is_visible()
    phone.tap(".contents summary")
    assert link.is_visible()
    phone.reload()
    phone.set_viewport_size({"width": 1280, "height": 900})
    assert link.is_visible()
    phone.set_viewport_size(PHONE)
    assert not phone.is_visible("header nav a")
    phone.tap("header summary")
    assert phone.locator("header nav [aria-current=true]").inner_text() == "Rounds"
    phone.tap("header nav >> text=People")
    phone.wait_for_url("**/people/index.html")
    assert not phone.is_visible("header nav a")
    context.close()


def test_the_menu_opens_and_closes_by_keyboard(tab: Page, site: Path) -> None:
    tab.set_viewport_size(PHONE)
    tab.goto(f"{site.as_uri()}/{INNER}")
    tab.focus("header summary")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Brief"
    tab.keyboard.press("Escape")
    assert not tab.is_visible("header nav a")
    assert tab.evaluate("document.activeElement.textContent") == "Menu"
    tab.keyboard.press("Enter")
    tab.mouse.click(200, 795)
    assert not tab.is_visible("header nav a")


def test_nothing_of_the_themes_scripts_is_left(site: Path) -> None:
    assert not (site / "assets" / "javascripts").exists()
    assert not list(site.rglob("search_index.json"))
    texts = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    assert not [text for text in texts if "bundle" in text or "__md_" in text or "__config" in text]


def test_the_sections_of_the_open_group_stand_below_the_groups(tab: Page, site: Path) -> None:
    tab.goto(f"{site.as_uri()}/{INNER}")
    assert tab.locator(".md-tabs [aria-current]").all_inner_texts() == ["Talks", "Rounds"]
    tab.click(".tabs-open >> text=People")
    tab.wait_for_url("**/people/index.html")


def test_a_link_opens_every_fold_around_its_target(tab: Page, site: Path) -> None:
    tab.goto(f"{site.as_uri()}/index.html")
    tab.evaluate(f"document.querySelector('article').innerHTML = `{FOLDS}`")
    tab.evaluate("location.hash = '#deep'")
    tab.wait_for_selector("#deep", state="visible")
