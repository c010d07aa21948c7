"""What a statement read from day to day: on its card, and in the data."""

import json
from csv import DictReader
from functools import cache

import pytest

from generator.render.data.files import data
from tests.briefings import DAYS, dossier
from tests.dossiers import dossier_of, source
from tests.sites import Built, Settings, built, seen, words

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


FURTHER = {
    **TOLL,
    "sources/gazette.yaml": source(
        "Gazette", "2031-02-01", "the order of 4 pence from 1 March 2031"
    ),
    "sources/end.yaml": source("Gazette", "2031-05-01", "the order ends on 1 May 2031"),
    "sources/third.yaml": source("The Mail", "2031-04-02", "a toll of 7 pence"),
    "measures/order.yaml": """
        title: The order
        issuer: toll-office
        in-force: {value: 2031-03-01, witnesses: [gazette#q, mail#q]}
        """,
    "measures/repeal.yaml": """
        title: The repeal
        issuer: toll-office
        acts:
          ends: {does: end, target: [order], from: 2031-05-01, witnesses: [end#q]}
        """,
    "claims/gone.yaml": """
        title: Gone
        positions:
          five: {value: 5, unit: pence, witnesses: [first#q]}
          seven:
            value: 7
            unit: pence
            witnesses: [third#q]
            rejected: {why: a misprint, on: 2031-05-02}
        """,
    "claims/fork.yaml": """
        title: Fork
        positions:
          five: {value: 5, unit: pence, witnesses: [first#q, second#q]}
          seven: {value: 7, unit: pence, witnesses: [third#q]}
        """,
    "claims/less.yaml": """
        title: Less
        value: 5
        unit: pence
        witnesses: [first#q, second#q]
        lowered: {to: reported, why: both have one reporter, on: 2031-05-03}
        """,
    "claims/back.yaml": """
        title: Back
        value: 5
        unit: pence
        witnesses: [first#q]
        retracted: {why: it was another toll, on: 2031-05-04}
        """,
    "sources/withdrawn.yaml": source(
        "The Echo", "2031-03-05", "a toll of 9 pence", retracted="{why: a hoax, on: 2031-05-05}"
    ),
    "claims/hoax.yaml": "{title: Hoax, value: 9, unit: pence, witnesses: [withdrawn#q]}",
    "claims/old.yaml": """
        title: Old
        value: 5
        unit: pence
        background: yes
        witnesses: [first#q]
        reading: {text: It was the first toll., on: 2031-05-01}
        """,
    "measures/ban.yaml": """
        title: The ban
        issuer: toll-office
        in-force: {value: 2031-03-01, witnesses: [gazette#q]}
        """,
    "measures/amnesty.yaml": """
        title: The amnesty
        issuer: toll-office
        acts:
          ends:
            does: end
            target: [ban]
            positions:
              april:
                from: 2031-04-01
                witnesses: [first#q]
                superseded: {by: toll, on: 2031-04-10}
              may: {from: 2031-05-09, witnesses: [third#q]}
        """,
    "measures/road.yaml": """
        title: The road order
        issuer: toll-office
        in-force: {value: 2031-02-01, witnesses: [gazette#q]}
        """,
    "measures/pause.yaml": """
        title: The pause
        issuer: toll-office
        acts:
          halts: {does: suspend, target: road, from: 2031-04-05, %s, witnesses: [first#q]}
          keeps: {does: extend, target: pause.acts.halts, %s, witnesses: [end#q]}
        """.replace("%s", "until: 2031-09-01"),
    "series/tolls.yaml": """
        title: Tolls
        reporter: toll-office
        unit: pence
        points:
          2031-01: {value: 5, witnesses: [first#q, second#q]}
          2031-02: {value: 7, recompute: 2031-01 + other, witnesses: [third#q]}
          2031-03: {compute: 2031-01 * 2}
        """,
    "claims/other.yaml": "{title: Other, value: 2, unit: pence, witnesses: [later#q]}",
    "sources/later.yaml": source("The Mail", "2031-05-07", "2 pence from 4 May 2031"),
    "sources/mail.yaml": source("The Mail", "2031-02-10", "the order from 1 March 2031"),
    "claims/replaced.yaml": """
        title: Replaced
        value: 5
        unit: pence
        witnesses: [first#q]
        superseded: {by: toll, on: 2031-05-06}
        """,
}


@cache
def further() -> Built:
    return built(dossier_of(FURTHER))


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("claims/toll", "1 March 2031 reported Source: The Post"),
        ("claims/toll", "1 April 2031 confirmed Source: The Courier"),
        ("claims/toll", "1 May 2031 confirmed Our note"),
        ("measures/order", "1 February 2031 reported announced Source: Gazette"),
        ("measures/order", "10 February 2031 confirmed announced Source: The Mail"),
        ("measures/order", "1 March 2031 confirmed in force Its day came"),
        (
            "measures/order",
            "1 May 2031 confirmed ended on 1 May 2031 The Toll Office ends The order",
        ),
        ("claims/gone", "5 pence (The Post); 7 pence (The Mail) disputed Source: The Mail"),
        ("claims/gone", "2 May 2031 5 pence reported Answer rejected (a misprint)"),
        ("claims/less", "3 May 2031 reported Status lowered: both have one reporter"),
        ("claims/back", "4 May 2031 retracted Retraction: who said it took it back"),
        ("claims/hoax", "5 May 2031 retracted Retraction: The Echo took its report back"),
        ("claims/old", "the beginning Source: The Post 1 May 2031 Our note"),
        ("measures/ban", "10 April 2031 in force Now with another day: The amnesty, ends"),
        (
            "measures/road",
            "5 April 2031 suspended until 1 September 2031 Its day came: The Toll Office suspends "
            "The road order until 1 September 2031 ; from 1 May 2031 on: The Toll Office extends",
        ),
        ("series/tolls", "1 March 2031 computed from reported figures Worked out from"),
        ("series/tolls", "1 April 2031 computed from confirmed figures Worked out from"),
        ("series/tolls", "7 May 2031 What it is checked against became known"),
        ("claims/replaced", "6 May 2031 superseded Superseded by Toll"),
    ],
)
def test_a_card_says_from_which_day_it_read_how_and_why(page: str, told: str) -> None:
    assert told in words(seen(page, further()[f"{page}/index.md"]))


def test_a_value_stands_once_in_a_history_until_it_changes() -> None:
    told = words(seen("x", further()["claims/fork/index.md"]))
    assert (
        "1 March 2031 5 pence reported Source: The Post "
        "1 April 2031 unchanged confirmed Source: The Courier "
        "2 April 2031 5 pence (The Post and The Courier); 7 pence (The Mail) disputed" in told
    )


def test_what_reads_as_on_its_first_day_has_no_table() -> None:
    page = built(dossier_of(TOLL, "2031-03-31"))["claims/toll/index.md"]
    assert "toll--history" not in page
