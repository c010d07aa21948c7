"""What a statement read from day to day, on its card and in the data, and what was corrected."""

import json
from csv import DictReader
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.derive import derive
from generator.model.edition import Moved
from generator.render.data.files import data
from generator.render.views import corrected
from tests.briefings import DAYS, dossier
from tests.dossiers import briefing_of, dossier_of
from tests.sites import Built, Settings, built, page_words, seen, words
from tests.tables import briefings

PAGE = "corrections/index.md"
MORE, TOLD = briefings(Path(__file__).with_name("corrected.txt"))
FILES = MORE["toll"] | MORE["others"]


@cache
def site_on(day: str = "2031-06-30") -> Built:
    return built(dossier_of(FILES, day))


def page(path: str, day: str = "2031-06-30") -> str:
    return words(seen("x.md", site_on(day)[f"{path}/index.md"]))


@pytest.mark.parametrize("row", TOLD, ids=lambda row: row[0])
def test_a_page_says_from_which_day_it_read_how_and_why(row: list[str]) -> None:
    path, *is_not, line = row
    assert (line in page(path)) is not bool(is_not)


def test_the_history_says_from_which_day_it_read_how() -> None:
    (fact,) = json.loads(data(dossier_of(MORE["toll"]), Settings())["data/facts.json"])
    keys = ("since", "until", "status", "changes", "causes")
    assert [[one[key] for key in keys] for one in fact["history"]] == [
        ["2031-03-01", "2031-04-01", "reported", ["new"], ["first#q"]],
        ["2031-04-01", "2031-05-01", "confirmed", ["status"], ["second#q"]],
        ["2031-05-01", None, "confirmed", ["reading"], []],
    ]


def test_the_history_is_a_table_as_well() -> None:
    found = data(dossier_of(MORE["toll"], "2031-04-30"), Settings())["data/history.csv"].decode()
    keys = ("statement", "number", "since", "changes")
    assert [[one[key] for key in keys] for one in DictReader(found.splitlines())] == [
        ["toll", "1", "2031-03-01", "new"],
        ["toll", "2", "2031-04-01", "status"],
    ]


@pytest.mark.parametrize("day", DAYS["fixture"])
def test_a_history_ends_with_the_statement_as_it_is(day: str) -> None:
    for one in json.loads(data(dossier("fixture", day), Settings())["data/facts.json"]):
        last = one["history"][-1]
        assert last["until"] is None
        assert all(last[key] == one[key] for key in ("value", "status", "by", "state")), one["id"]


def test_before_its_day_nothing_is_told() -> None:
    assert "So far: nothing." in page("corrections", "2031-04-30")
    assert "The Echo took back" not in page("corrections", "2031-05-04")


@pytest.mark.parametrize(("most", "heading"), [(5, "May 2031"), (3, "2031")])
def test_many_lists_are_one_for_a_month_or_a_year(
    most: int, heading: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corrected, "MOST", most)
    told = page_words(dossier_of(FILES), "corrections")
    assert f" {heading}: retractions by others 5 May 2031 : The Echo took back" in told


def went(day: str) -> str:
    moved = {
        "fee": Moved(to="toll"),
        "toll.parts.x": Moved(gone="it was never levied"),
        "rumour": Moved(gone="nobody said so"),
        "levy": Moved.model_validate({"to": "toll", "on": "2031-06-02"}),
        "duty": Moved.model_validate({"gone": "never due", "on": "2031-06-09"}),
    }
    given = derive(replace(briefing_of(FILES), moved=moved), date.fromisoformat(day))
    return page_words(given, "corrections")


def test_addresses_lead_on_or_say_why_they_do_not() -> None:
    told = went("2031-06-30")
    assert "fee is now Toll rumour was withdrawn (nobody said so) toll.parts.x was" in told
    assert "withdrawn 9 June 2031 : duty was withdrawn (never due) 2 June 2031 : levy is" in told
    assert "We withdrew 1 statement and 2 records;" in told


def test_an_address_moves_on_its_day_and_is_named_while_its_thing_is_known() -> None:
    assert "levy is now" in (told := went("2031-06-02")) and "duty" not in told
    assert "withdrawn rumour was withdrawn (nobody said so)" in went("2031-02-01")
