"""What holds on the day and what lies ahead, as pages and data print it."""

import csv
import io
import json

import pytest

from generator.render.data.files import data
from generator.render.views.ahead import days_ahead
from generator.render.views.sheet import Sheet
from tests.briefings import DAYS, dossier
from tests.dossiers import dossier_of, source
from tests.sites import Settings, edition, page_words, seen, words

EARLY, SUMMER, EDITION, _ = DAYS["fixture"]
BOUND = "before 31 May 2031; first day not known reported ; in force As of"


@pytest.mark.parametrize(
    ("day", "path", "told"),
    [
        (EDITION, "measures/order-9", BOUND),
        (EDITION, "timeline", "Order 9 is announced"),
        (EDITION, "charts/what-holds", "Notice 61 was suspended before taking effect (due"),
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


TOLL = """title: Toll on the bridge
issuer: toll-office
in-force: {value: 2031-04-01, inferred: so, witnesses: [w#q]}"""
NOTE = source("The Wire", "2031-03-02", "They said so.")
PAUSE = "does: suspend, target: [{}], from: 2031-05-01, until: 2031-08-01"
LONG = "The suspension of the toll on the bridge ends"


def act(keys: str) -> str:
    return f"a: {{party: north, {keys}, inferred: so, witnesses: [w#q]}}"


def files(acts: str, **measures: str) -> dict[str, str]:
    """The North's acts upon tolls."""
    return {
        "sources/w.yaml": NOTE,
        "measures/pause.yaml": f"title: The pause\nissuer: [north]\nacts:\n  {acts}",
        **{f"measures/{name}.yaml": text for name, text in {"toll": TOLL, **measures}.items()},
    }


def told(given: dict[str, str]) -> list[str]:
    """Day, sentence, and what follows, of all that is ahead."""
    sheet = Sheet(dossier_of(given), Settings(), "x")
    return [
        f"{when.text} | {one.text.text.removesuffix('.')} | {one.then.text}"
        for when, _, items in days_ahead(sheet)
        for one in items
    ]


SOON = TOLL.replace("2031-04-01", "2031-07-01")
ENDS = TOLL.replace("Toll", "Fee").replace("-01,", "-01, until: 2031-08-01,")
AGAIN = "{does: suspend, target: [toll], from: 2031-07-15, inferred: so, witnesses: [w#q]}"
BOTH = "The suspension of the fee on the bridge and the toll on the bridge ends"


@pytest.mark.parametrize(
    ("acts", "measures", "sentence", "then"),
    [
        ("toll", {}, LONG, "If nothing is decided, it applies again."),
        ("toll", {"toll": SOON}, LONG, "If nothing is decided, it takes effect."),
        ("toll, fee", {"fee": SOON}, LONG, "If nothing is decided, they apply."),
        (f"toll|\n  b: {AGAIN}", {}, LONG, "If nothing is decided, it stays suspended."),
        ("toll, fee", {"fee": ENDS}, BOTH, ""),
    ],
    ids=["again", "never", "mixed", "longer", "open"],
)
def test_a_suspension_ends(acts: str, measures: dict[str, str], sentence: str, then: str) -> None:
    targets, _, more = acts.partition("|")
    given = files(act(PAUSE.format(targets)) + more, **measures)
    assert f"1 August 2031 | {sentence} | {then}" in told(given)


def test_suspensions_that_end_on_a_day_are_told_as_one() -> None:
    acts = act(PAUSE.format("toll")) + f"\n  {act(PAUSE.format('fee, tax')).replace('a:', 'b:', 1)}"
    fee = TOLL.replace("Toll", "Fee").replace("04-01", "04-02")
    given = files(acts, fee=fee, tax=fee.replace("Fee", "Tax"))
    ((_, _, (item,)),) = days_ahead(Sheet(dossier_of(given), Settings(), "x"))
    ending = f"{item.text.text} {item.then.text}"
    assert ending == "Three suspensions end. If nothing is decided, these apply:"
    names = [(one.text.text, len(one.about)) for one in item.each]
    fees = "The fee on the bridge and the tax on the bridge"
    assert names == [(fees, 2), ("The toll on the bridge", 0)]


UNTIL = {"measures/toll.yaml": TOLL.replace("inferred", "until: 2031-08-01, inferred")}
LATER = {"measures/toll.yaml": TOLL.replace("2031-04-01", "2031-08-01")}
OPEN = files(act("does: suspend, target: [toll], from: 2031-05-01"))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (UNTIL, "1 August 2031 | The toll on the bridge ends | No extension is known."),
        (LATER, "1 August 2031 | The toll on the bridge takes effect | "),
        (OPEN, "no date | The suspension of the toll on the bridge has no end named | "),
    ],
    ids=["end", "beginning", "neither"],
)
def test_what_comes_last_ends_begins_or_does_neither(given: dict[str, str], expected: str) -> None:
    assert told({"sources/w.yaml": NOTE, **given})[-1] == expected


def test_what_falls_due_says_its_sentence() -> None:
    due = "{value: 2031-08-01, sentence: A report is due, inferred: so, witnesses: [w#q]}"
    given = {"sources/w.yaml": NOTE, "claims/due.yaml": due}
    assert told(given) == ["1 August 2031 | A report is due | "]
    assert page_words(dossier_of(given), "timeline").count("A report is due") == 1
