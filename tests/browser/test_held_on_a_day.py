"""A reader chooses a day from a disk, by keyboard or in the address, and sees what held on it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests import gates
from tests.tables import rows_of

TABLE = Path(__file__).with_name("days.txt")

TOLD, HEADING, DAY = ".day-bar [role=status]", "[aria-live] h2", ".one-day"
SAID = "h3:text-is('Said and done on this day') + ul li, summary:has-text('Said and done') + ul li"


class Days:
    """The page of days in a browser, and its address."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address

    def ask(self, query: str = "") -> Page:
        self.page.goto(f"{self.address}?{query}" if query else self.address)
        return self.page

    def held(self, what: str) -> str:
        """Since when, until when and how something held."""
        row = self.page.locator(f".one-day tr:has(th a:text-is('{what}'))")
        return " ".join(row.locator("td").all_inner_texts()).strip()


@pytest.fixture
def days(tab: Page, site: Path) -> Days:
    return Days(tab, f"{site.as_uri()}/on/index.html")


def test_an_address_names_the_day_and_what_was_known_of_it(days: Days) -> None:
    for query, place, told in rows_of(TABLE, "day", 3):
        assert told in " ".join(days.ask(query).locator(place).all_inner_texts()), query


def test_what_does_not_bear_on_a_day_is_not_told(days: Days) -> None:
    assert "14 May 2031: " not in days.ask("on=2031-05-22").inner_text(DAY)
    page = days.ask("on=2031-05-31&known=2031-05-31")
    assert "otherwise" not in page.inner_text(".hindsight")


def test_what_held_is_told_as_it_was_known(days: Days) -> None:
    days.ask("on=2031-04-03&known=2031-04-03")
    told = "not later than 2 April 2031  Announced, to take effect on 5 April 2031"
    assert days.held("Order 257") == told
    days.ask("on=2031-06-10&known=2032-06-24")
    assert days.held("Order 257") == "5 April 2031 20 February 2032 In force"


def test_the_keyboard_steps_from_change_to_change(days: Days) -> None:
    page = days.ask("on=2031-05-12")
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
    assert page.url == days.address and page.is_visible(".all-days")


def test_days_are_typed(days: Days) -> None:
    page = days.ask()
    page.focus("#held-on")
    page.keyboard.type("06102031")
    assert page.inner_text(HEADING) == "On 10 June 2031, as known on 24 June 2032"
    assert page.is_hidden(".all-days")
    page.select_option("#known-on", "typed")
    page.focus("#known-typed")
    page.keyboard.type("06122031")
    assert page.inner_text(HEADING) == "On 10 June 2031, as known on 12 June 2031"


def test_bad_input_is_told_and_all_days_stay(days: Days) -> None:
    for asked, told in rows_of(TABLE, "no-day", 2):
        page = days.ask(asked)
        found = page.inner_text(TOLD)
        assert found.startswith(told) and bool(found) is bool(told), asked
        assert page.is_visible(".all-days") and page.locator(HEADING).count() == 0, asked


def test_a_day_that_no_month_has_is_told_when_it_was_typed(days: Days) -> None:
    page = days.ask()
    page.focus("#held-on")
    page.keyboard.type("02302031")
    page.keyboard.press("Enter")
    assert page.inner_text(TOLD) == "That is not a day of the calendar."


def test_what_later_sources_alone_tell_is_counted_and_shown(days: Days) -> None:
    page = days.ask("on=2031-05-31&known=2031-05-31")
    note = "By sources printed up to that day; what was printed later is left out. 1"
    assert page.inner_text(".hindsight").startswith(note) and not days.held("Order 9")
    page.click(".hindsight button")
    assert days.held("Order 9").endswith("In force") and page.url.endswith("?on=2031-05-31")


def test_measures_alone_are_counted(days: Days) -> None:
    page = days.ask("on=2031-06-10&known=2031-06-10")
    told = page.inner_text(".one-day > p >> nth=0")
    number = sum(int(one) for one in told.replace(",", "").split() if one.isdigit())
    assert told.startswith("Measures: ")
    assert 0 < number < page.locator(".one-day tbody tr:has(td)").count()


def test_one_side_is_chosen(days: Days) -> None:
    page = days.ask("on=2031-05-14")
    groups, said = page.locator(".one-day th.group"), page.locator(SAID).count()
    assert len({*groups.all_inner_texts()}) > 1
    page.select_option("#held-side", label="Borealis")
    assert page.url.endswith("&side=Borealis")
    page.reload()
    assert {*groups.all_inner_texts()} == {"Borealis"}
    assert said > page.locator(SAID).count() > 0


def test_the_choices_of_a_day_of_knowledge_keep_the_keyboard(days: Days) -> None:
    page = days.ask("on=2031-06-10")
    page.focus("#known-on")
    for chosen in ("same", "typed", "2031-"):
        page.keyboard.press("ArrowDown")
        assert page.input_value("#known-on").startswith(chosen)


def test_axe_finds_nothing_in_a_day(days: Days) -> None:
    page = days.ask("on=2031-05-31&known=2031-05-31")
    page.evaluate(gates.AXE.read_text(encoding="utf-8"))
    for width, scheme, rules in gates.VIEWS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(gates.RUN_AXE, ["html", rules]) == []
    page.set_viewport_size({"width": gates.NARROW, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= gates.NARROW
