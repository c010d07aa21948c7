"""What holds on the day, as pages and data print it: with a status and a beginning of its own."""

import csv
import io
import json
from datetime import date

import pytest

from generator.render.data.files import data
from generator.render.views.records import began
from tests.briefings import DAYS, dossier
from tests.sites import Settings, edition, seen, words

EDITION = DAYS["fixture"][2]


def page(path: str) -> str:
    return words(seen(path, edition(EDITION)[path]))


@pytest.mark.parametrize(
    ("line", "is_there"),
    [
        ("Order 9 is announced", True),
        ("Order 9 takes effect", False),
        ("Notice 61 takes effect", False),
        ("Notice 62 takes effect", True),
        ("Borealis objects to the Hill understanding", True),
    ],
)
def test_no_bound_and_no_day_that_came_to_nothing_is_an_event(line: str, is_there: bool) -> None:
    assert (line in page("timeline/index.md")) is is_there


def test_a_bound_says_that_the_first_day_is_not_held() -> None:
    told = page("measures/order-9/index.md")
    assert "before 31 May 2031; first day not known reported ; in force As of" in told


def test_of_what_has_an_announcement_that_is_the_place_in_time() -> None:
    given = dossier("fixture", EDITION)
    assert began(given, given.records["order-9"]) == date(2031, 2, 20)


def test_a_chart_has_no_bar_for_what_never_took_effect_and_tells_of_it() -> None:
    told = page("charts/what-holds/index.md")
    assert "Notice 61 was to take effect on 1 December 2031" in told
    assert "Notice 61: suspended since" not in told


def test_data_has_the_state_as_an_object_and_in_columns() -> None:
    files = data(dossier("fixture", EDITION), Settings())
    facts = {one["id"]: one for one in json.loads(files["data/facts.json"])}
    state = facts["notice-62.in-force"]["state"]
    assert state == {
        "code": "suspended",
        "text": "suspended until 10 November 2032",
        "since": "2031-11-07",
        "until": "2032-11-10",
        "by": "notice-70.acts.suspends",
        "status": "confirmed",
    }
    rows = csv.DictReader(io.StringIO(files["data/facts.csv"].decode()))
    row = next(row for row in rows if row["id"] == "notice-62.in-force")
    assert [row[f"state_{key}"] for key in ("code", "since", "until", "by", "status")] == [
        state[key] for key in ("code", "since", "until", "by", "status")
    ]


def test_data_has_what_lasts_and_the_end_that_follows() -> None:
    files = data(dossier("fixture", EDITION), Settings())
    facts = {one["id"]: one["describes"] for one in json.loads(files["data/facts.json"])}
    assert facts["hill-2031-10.in-force"] == {
        "for": "1 year",
        "renews": "1 year",
        "until": "2032-11-01",
    }


def test_what_was_prolonged_says_so_beside_its_own_shorter_time() -> None:
    page = words(seen("x", edition("2031-09-20")["agreements/harbour-2031-05/index.md"]))
    assert "in force, prolonged until 10 November 2031" in page
