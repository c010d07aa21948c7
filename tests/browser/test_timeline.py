"""A reader chooses lines of the timeline, from a disk and by keyboard; at first all are there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

SHOWN = """[...document.querySelectorAll(".timeline .line")].filter(one => !one.hidden)
  .map(one => one.className)"""


@pytest.fixture
def timeline(browser: Browser, site: Path) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/timeline/index.html")
    yield page
    page.close()


def test_all_lines_are_there_at_first_below_the_bar(timeline: Page) -> None:
    count = timeline.locator(".timeline .line").count()
    assert timeline.locator(".timeline [hidden]").count() == 0
    assert count and timeline.inner_text(".chosen") == ""
    title, bar = (timeline.locator(one).bounding_box() for one in ("h1", ".timeline-bar"))
    assert title and bar and title["y"] < bar["y"]


def test_lines_of_a_kind_or_of_a_side_are_left_and_no_empty_day(timeline: Page) -> None:
    timeline.select_option("#timeline-kind", label="Measures")
    shown = timeline.evaluate(SHOWN)
    assert shown and all("of-measure" in one for one in shown)
    timeline.select_option("#timeline-kind", index=0)
    assert timeline.locator(".timeline [hidden]").count() == 0
    side = timeline.locator("#timeline-side option").nth(1).get_attribute("label")
    timeline.select_option("#timeline-side", index=1)
    days = timeline.locator(".timeline > li:visible")
    assert days.count() == timeline.locator(".timeline > li:has(.line:visible)").count() > 0
    assert {one.strip() for one in timeline.locator(".side:visible").all_text_contents()} == {side}


def test_main_events_alone_open_what_is_folded(timeline: Page) -> None:
    timeline.focus("#timeline-show")
    timeline.keyboard.press("ArrowDown")
    assert all("main" in one for one in timeline.evaluate(SHOWN))
    assert timeline.locator("details.part:not([open]):not([hidden])").count() == 0


def test_a_fold_that_an_address_names_stays_open(timeline: Page) -> None:
    year = timeline.locator("details.part h2").first.get_attribute("id")
    timeline.goto(f"{timeline.url.partition('#')[0]}#{year}")
    timeline.reload()
    assert timeline.locator(f"details.part:has(#{year})").get_attribute("open") is not None
