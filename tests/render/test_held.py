"""What holds on the day, as pages and data print it: with a status and a beginning of its own."""

import csv
import io
import json

import pytest

from generator.render.data.files import data
from tests.briefings import DAYS, dossier
from tests.sites import Settings, edition, seen, words

EARLY, SUMMER, EDITION, _ = DAYS["fixture"]
BOUND = "before 31 May 2031; first day not known reported ; in force As of"


@pytest.mark.parametrize(
    ("day", "path", "told"),
    [
        (EDITION, "measures/order-9", BOUND),
        (EDITION, "timeline", "Order 9 is announced"),
        (EDITION, "charts/what-holds", "Notice 61 was to take effect on 1 December 2031"),
        (SUMMER, "agreements/harbour-2031-05", "in force, prolonged until 10 November 2031"),
    ],
)
def test_a_page_tells_what_holds(day: str, path: str, told: str) -> None:
    assert told in words(seen("x.md", edition(day)[f"{path}/index.md"]))


def test_no_bound_and_no_day_that_came_to_nothing_is_an_event() -> None:
    told = words(seen("x.md", edition(EDITION)["timeline/index.md"]))
    assert "Order 9 takes effect" not in told and "Notice 61 takes effect" not in told


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
    assert {key: row[f"state_{key}"] for key in state if key != "text"} == {
        key: value for key, value in state.items() if key != "text"
    }
    lasts = {"for": "1 year", "renews": "1 year", "until": "2032-11-01"}
    assert facts["hill-2031-10.in-force"]["describes"] == lasts
