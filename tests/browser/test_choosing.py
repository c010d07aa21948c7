"""A reader chooses days of what changed and lines of the timeline, on a disk and by keyboard."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.tables import rows_of

TABLE = Path(__file__).with_name("days.txt")
Opened = Callable[[str], Page]
DAYS = """[...document.querySelectorAll("ol.changes > li")].filter(one => one.checkVisibility())
  .map(one => one.querySelector("time").dateTime)"""
LINES = """[...document.querySelectorAll(".timeline .line")].filter(one => !one.hidden)
  .map(one => one.className)"""
CLOSED = "details.part:not([open]):not([hidden])"


@pytest.fixture
def changes(tab: Page, site: Path) -> Opened:
    """Opens what changed with a choice in the address."""

    def open_(query: str = "") -> Page:
        tab.goto(f"{site.as_uri()}/changes/index.html{query}")
        return tab

    return open_


def test_days_of_an_address_are_shown_and_others_are_not(changes: Opened) -> None:
    page = changes("?since=2031-04-05&until=2031-06-01")
    shown = page.evaluate(DAYS)
    assert shown and min(shown) > "2031-04-05" and max(shown) == "2031-06-01"
    assert page.locator(CLOSED).count() == 0
    assert page.inner_text(".chosen").endswith("after 5 April 2031 up to 1 June 2031.")


def test_what_is_typed_stands_in_the_address(changes: Opened) -> None:
    page = changes()
    page.focus("#changes-since")
    page.keyboard.type("02202032")
    expect(page).to_have_url(re.compile(r"\?since=2032-02-20$"))
    assert min(page.evaluate(DAYS)) > "2032-02-20"
    page.fill("#changes-since", "")
    assert "?" not in page.url and page.inner_text(".chosen") == ""


def test_an_edition_gives_its_day(changes: Opened) -> None:
    page = changes()
    page.select_option(".timeline-bar select", index=1)
    assert page.input_value("#changes-since") == "2031-11-15"
    page.fill("#changes-since", "2031-11-14")
    assert page.input_value(".timeline-bar select") == ""


def test_a_day_that_no_month_has_is_told_when_it_was_typed(changes: Opened) -> None:
    page = changes("?until=2031-06-01")
    page.focus("#changes-since")
    page.keyboard.type("02302031")
    page.keyboard.press("Enter")
    assert page.inner_text(".chosen").startswith("That is not a day of the calendar. All days of")
    assert "?" not in page.url


def test_what_is_no_choice_is_said(changes: Opened) -> None:
    for query, said in rows_of(TABLE, "changes", 2):
        page = changes(f"?{query}")
        assert said in page.inner_text(".chosen"), query
        assert (not page.evaluate(DAYS)) == ("No entries" in said), query


@pytest.fixture
def timeline(tab: Page, site: Path) -> Page:
    tab.goto(f"{site.as_uri()}/timeline/index.html")
    return tab


def test_lines_of_a_kind_or_of_a_side_are_left_and_no_empty_day(timeline: Page) -> None:
    timeline.select_option("#timeline-show", label="All events")
    assert timeline.locator(".timeline > li [hidden]").count() == 0
    timeline.select_option("#timeline-kind", label="Measures")
    shown = timeline.evaluate(LINES)
    assert shown and all("of-measure" in one for one in shown)
    timeline.select_option("#timeline-kind", index=0)
    assert timeline.locator(".timeline > li [hidden]").count() == 0
    side = timeline.locator("#timeline-side option").nth(1).get_attribute("label")
    timeline.select_option("#timeline-side", index=1)
    days = timeline.locator(".timeline > li:visible")
    assert days.count() == timeline.locator(".timeline > li:has(.line:visible)").count() > 0
    assert {one.strip() for one in timeline.locator(".side:visible").all_text_contents()} == {side}


def test_main_events_stand_alone_and_all_of_a_month_in_time_order(timeline: Page) -> None:
    seen = '[...document.querySelectorAll(".timeline .line")].filter(o => o.checkVisibility())'
    shown = timeline.evaluate(f"{seen}.map(one => one.className)")
    assert shown and all("main" in one for one in shown)
    # Who reads without styles reads them first, too.
    assert timeline.locator("details.part ~ ol.timeline").count() == 0
    timeline.focus("#timeline-show")
    timeline.keyboard.press("End")
    expect(timeline.locator("details.part .line")).to_have_count(0)
    assert len(shown) < timeline.evaluate(f"{seen}.length") == len(timeline.evaluate(LINES))
    days = timeline.evaluate(
        """[...document.querySelectorAll(".timeline time")].map(one => one.dateTime)"""
    )
    assert days == sorted(days)


def test_a_fold_that_an_address_names_stays_open(timeline: Page) -> None:
    year = timeline.locator(".stretch:has(details) > h2").first.get_attribute("id")
    timeline.goto(f"{timeline.url.partition('#')[0]}#{year}")
    timeline.reload()
    assert timeline.locator(f"#{year} ~ details").get_attribute("open") is not None
