"""A reader chooses two days of what changed, on a disk and by keyboard; the address keeps them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

SHOWN = """[...document.querySelectorAll("ol.changes > li")].filter(one => one.checkVisibility())
  .map(one => one.querySelector("time").dateTime)"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def test_days_of_an_address_are_shown_and_others_are_not(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/changes/index.html?since=2031-04-05&until=2031-06-01")
    shown = page.evaluate(SHOWN)
    assert shown and min(shown) > "2031-04-05" and max(shown) == "2031-06-01"
    assert page.locator("details.part:not([open]):not([hidden])").count() == 0
    assert page.inner_text(".chosen").endswith("after 5 April 2031 up to 1 June 2031.")


def test_what_is_typed_stands_in_the_address(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/changes/index.html")
    page.focus("#changes-since")
    page.keyboard.type("02202032")
    page.wait_for_function("location.search")
    assert page.url.endswith("?since=2032-02-20")
    assert min(page.evaluate(SHOWN)) > "2032-02-20"
    page.fill("#changes-since", "")
    assert "?" not in page.url and page.inner_text(".chosen") == ""


def test_an_edition_gives_its_day(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/changes/index.html")
    page.select_option(".timeline-bar select", index=1)
    assert page.input_value("#changes-since") == "2031-11-15"
    page.fill("#changes-since", "2031-11-14")
    assert page.input_value(".timeline-bar select") == ""


def test_a_day_that_no_month_has_is_told_when_it_was_typed(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/changes/index.html?until=2031-06-01")
    page.focus("#changes-since")
    page.keyboard.type("02302031")
    page.keyboard.press("Enter")
    assert page.inner_text(".chosen").startswith("That is not a day of the calendar. All days of")
    assert "?" not in page.url


NO_CHOICES = {
    "since=2031-06-01&until=2031-05-01": "1 May 2031 comes before 1 June 2031",
    "since=2031-02-30": "There is no 30 February 2031: that month has 28 days.",
    "since=2031-13-01": "There is no 2031-13-01: a year has 12 months.",
    "until=yesterday": "“yesterday” is not a day. A day is written like this: 2032-06-24.",
    "since=2030-01-01": "No source here is surely from before 2 April 2031.",
    "until=2030-01-01": "before 2 April 2031. No entries up to 1 January 2030.",
    "until=2033-01-01": "This edition ends on 24 June 2032.",
    "since=2032-06-24": "No entries after 24 June 2032.",
}


def test_what_is_no_choice_is_said(page: Page, site: Path) -> None:
    for query, said in NO_CHOICES.items():
        page.goto(f"{site.as_uri()}/changes/index.html?{query}")
        assert said in page.inner_text(".chosen"), query
        assert (not page.evaluate(SHOWN)) == ("No entries" in said), query
