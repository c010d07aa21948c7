"""A reader chooses a day from a disk, by keyboard or in the address, and sees what held on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests import gates

TOLD, HEADING = ".day-bar [role=status]", "[aria-live] h2"
SAID = "h3:text-is('Said and done on this day') + ul li, summary:has-text('Said and done') + ul li"


@pytest.fixture
def opened(browser: Browser, site: Path) -> Iterator[tuple[Page, str]]:
    """A page of a browser, and the address of the page of days."""
    page = browser.new_page(reduced_motion="reduce")
    yield page, f"{site.as_uri()}/on/index.html"
    page.close()


def held(page: Page, what: str) -> str:
    """What held of something, since when and until when."""
    row = page.locator(f".one-day tr:has(th a:text-is('{what}'))")
    return " ".join(row.locator("td").all_inner_texts()).strip()


def test_an_address_names_the_day_and_what_was_known_of_it(opened: tuple[Page, str]) -> None:
    page, address = opened
    page.goto(f"{address}?on=2031-11-20&known=2032-06-24")
    assert page.inner_text(HEADING) == "On 20 November 2031, as known on 24 June 2032"
    page.goto(f"{address}?on=2032-03-10&known=2031-05-20")
    assert page.inner_text(HEADING) == "On 10 March 2032, by the acts known on 20 May 2031"
    assert page.url.endswith("?on=2032-03-10&known=2031-05-20")
    page.goto(f"{address}?known=same")
    assert page.inner_text(TOLD) == "" and page.is_visible(".all-days")
    page.goto(f"{address}?known=2031-05-20")
    assert page.inner_text(HEADING) == "On 20 May 2031, as known that day"


def test_what_held_is_told_as_it_was_known(opened: tuple[Page, str]) -> None:
    page, address = opened
    page.goto(f"{address}?on=2031-04-03&known=2031-04-03")
    assert (
        held(page, "Order 257")
        == "Announced, to take effect on 5 April 2031 not later than 2 April 2031"
    )
    page.goto(f"{address}?on=2031-06-10&known=2032-06-24")
    assert held(page, "Order 257") == "In force 5 April 2031 20 February 2032"


def test_the_keyboard_steps_from_change_to_change(opened: tuple[Page, str]) -> None:
    page, address = opened
    page.goto(f"{address}?on=2031-05-12")
    page.focus("#held-on + *, .day-bar button")
    page.keyboard.press("Enter")
    # The page itself knows its address at once; whoever drives the browser hears of it later.
    before = page.evaluate("location.search").rpartition("=")[2]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert before < "2031-05-12" and page.evaluate("location.search") == "?on=2031-05-12"
    page.select_option("#known-on", "same")
    assert page.url.endswith("?on=2031-05-12&known=2031-05-12")
    page.click(".day-bar button >> nth=2")
    assert page.url == address and page.is_visible(".all-days")


def test_a_day_is_typed(opened: tuple[Page, str]) -> None:
    page, address = opened
    page.goto(address)
    page.focus("#held-on")
    page.keyboard.type("06102031")
    assert page.inner_text(HEADING) == "On 10 June 2031, as known on 24 June 2032"
    assert page.is_hidden(".all-days")


NO_DAYS = {
    "on=2031-02-30": "There is no 30 February 2031: that month has 28 days.",
    "on=2031-13-01": "There is no 2031-13-01: a year has 12 months.",
    "on=yesterday": "“yesterday” is not a day. A day is written like this: 2032-06-24.",
    "on=2031-06-10&known=soon": "“soon” is not a day.",
    "known=soon": "“soon” is not a day.",
    "on=2032-06-25": "Nothing after 24 June 2032 is covered.",
    "on=2031-06-10&known=2040-01-01": "Nothing after 24 June 2032 is covered.",
    "on=1999-01-01": "Nothing on record held before ",
    "on=2031-06-10&known=2001-01-01": "No source on record is from 1 January 2001 or before",
}


def test_bad_input_is_told_and_all_days_stay(opened: tuple[Page, str]) -> None:
    page, address = opened
    for asked, told in NO_DAYS.items():
        page.goto(f"{address}?{asked}")
        assert page.inner_text(TOLD).startswith(told), asked
        assert page.is_visible(".all-days") and page.locator(HEADING).count() == 0, asked


def test_a_day_that_no_month_has_is_told_when_it_was_typed(opened: tuple[Page, str]) -> None:
    page, address = opened
    page.goto(address)
    page.focus("#held-on")
    page.keyboard.type("02302031")
    page.keyboard.press("Enter")
    assert page.inner_text(TOLD) == "That is not a day of the calendar."


def test_what_later_sources_alone_tell_is_counted_and_shown(opened: tuple[Page, str]) -> None:
    page, address = opened
    page.goto(f"{address}?on=2031-05-31&known=2031-05-31")
    note = "By the sources held here and printed by that day; what was printed later is left out. 1"
    assert page.inner_text(".hindsight").startswith(note) and not held(page, "Order 9")
    page.click(".hindsight button")
    assert held(page, "Order 9").startswith("In force") and page.url.endswith("?on=2031-05-31")


def test_a_state_that_later_sources_tell_otherwise_is_counted(opened: tuple[Page, str]) -> None:
    page, address = opened
    page.goto(f"{address}?on=2032-03-01&known=2032-03-01")
    assert "2 states are known otherwise now." in page.inner_text(".hindsight")
    page.goto(f"{address}?on=2031-05-31&known=2031-05-31")
    assert "otherwise" not in page.inner_text(".hindsight")


def test_measures_alone_are_counted(opened: tuple[Page, str]) -> None:
    page, address = opened
    page.goto(f"{address}?on=2031-06-10&known=2031-06-10")
    told = page.inner_text(".one-day > p >> nth=0")
    number = sum(int(one) for one in told.replace(",", "").split() if one.isdigit())
    assert told.startswith("Measures: ")
    assert 0 < number < page.locator(".one-day tbody tr:has(td)").count()


def test_one_side_is_chosen(opened: tuple[Page, str]) -> None:
    page, address = opened
    page.goto(f"{address}?on=2031-06-10")
    groups = page.locator(".one-day th.group")
    assert len({*groups.all_inner_texts()}) > 1
    page.select_option("#held-side", label="Borealis")
    assert {*groups.all_inner_texts()} == {"Borealis"}
    assert page.url.endswith("&side=Borealis")
    page.reload()
    assert {*groups.all_inner_texts()} == {"Borealis"}


def test_of_one_side_only_its_acts_are_listed(opened: tuple[Page, str]) -> None:
    page, address = opened
    found = []
    for side in ("", "&side=Borealis"):
        page.goto(f"{address}?on=2031-05-14{side}")
        found.append(page.locator(SAID).count())
    assert found[0] > found[1] > 0


def test_the_choices_of_a_day_of_knowledge_keep_the_keyboard(opened: tuple[Page, str]) -> None:
    page, address = opened
    page.goto(f"{address}?on=2031-06-10")
    page.focus("#known-on")
    for chosen in ("same", "typed", "2031-"):
        page.keyboard.press("ArrowDown")
        assert page.input_value("#known-on").startswith(chosen)


def test_what_was_said_and_done_on_the_day_is_listed(opened: tuple[Page, str]) -> None:
    page, address = opened
    page.goto(f"{address}?on=2031-05-14")
    assert any("suspends" in one for one in page.locator(SAID).all_text_contents())


def test_what_was_done_shortly_before_is_listed_with_its_day(
    opened: tuple[Page, str],
) -> None:
    page, address = opened
    page.goto(f"{address}?on=2031-05-16")
    told = page.locator("h3:text-is('Done in the week before') + ul").all_inner_texts()
    assert "14 May 2031: " in " ".join(told)
    page.goto(f"{address}?on=2031-05-22")
    assert "14 May 2031: " not in page.inner_text(".one-day")


def test_an_end_is_told_as_it_was_set_by_the_day(opened: tuple[Page, str]) -> None:
    page, address = opened
    page.goto(f"{address}?on=2031-06-10")
    assert "(as then set, until 12 August 2031)" in page.inner_text(".one-day")


def test_a_day_of_knowledge_is_typed(opened: tuple[Page, str]) -> None:
    page, address = opened
    page.goto(f"{address}?on=2031-06-10")
    page.select_option("#known-on", "typed")
    page.focus("#known-typed")
    page.keyboard.type("06122031")
    assert page.inner_text(HEADING) == "On 10 June 2031, as known on 12 June 2031"


def test_axe_finds_nothing_in_a_day(opened: tuple[Page, str]) -> None:
    page, address = opened
    page.add_init_script(path=gates.AXE)
    page.goto(f"{address}?on=2031-05-31&known=2031-05-31")
    for width, scheme, rules in gates.VIEWS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(gates.RUN_AXE, ["html", rules]) == []
    page.set_viewport_size({"width": gates.NARROW, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= gates.NARROW
