"""What a statement read from day to day: on its card, and in the data."""

from __future__ import annotations

import json
from csv import DictReader

import pytest

from generator.render.data.files import data
from tests.briefings import DAYS, dossier
from tests.dossiers import dossier_of, source
from tests.sites import Settings

TOLL = {
    "sources/first.yaml": source("The Post", "2031-03-01", "a toll of 5 pence"),
    "sources/second.yaml": source("The Courier", "2031-04-01", "a toll of 5 pence"),
    "claims/toll.yaml": """
        title: Toll
        value: 5
        unit: pence
        witnesses: [first#q, second#q]
        reading: {text: It was the toll for carts., on: 2031-05-01}
        """,
}


def test_the_history_says_from_which_day_it_read_how() -> None:
    (fact,) = json.loads(data(dossier_of(TOLL), Settings())["data/facts.json"])
    keys = ("since", "until", "value", "status", "changes", "causes")
    assert [[one[key] for key in keys] for one in fact["history"]] == [
        ["2031-03-01", "2031-04-01", "5", "reported", ["new"], ["first#q"]],
        ["2031-04-01", "2031-05-01", "5", "confirmed", ["status"], ["second#q"]],
        ["2031-05-01", None, "5", "confirmed", ["reading"], []],
    ]


def test_the_history_is_a_table_as_well() -> None:
    found = data(dossier_of(TOLL, "2031-04-30"), Settings())["data/history.csv"].decode()
    assert [
        (one["statement"], one["number"], one["since"], one["changes"])
        for one in DictReader(found.splitlines())
    ] == [
        ("toll", "1", "2031-03-01", "new"),
        ("toll", "2", "2031-04-01", "status"),
    ]


@pytest.mark.parametrize("day", DAYS["fixture"])
def test_a_history_ends_with_the_statement_as_it_is(day: str) -> None:
    for one in json.loads(data(dossier("fixture", day), Settings())["data/facts.json"]):
        last = one["history"][-1]
        assert last["until"] is None
        assert all(last[key] == one[key] for key in ("value", "status", "by", "state")), one["id"]
