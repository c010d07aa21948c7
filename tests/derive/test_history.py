"""What was known on every day is what a build of that day gives."""

from datetime import timedelta

import pytest

from generator.derive import derive
from generator.derive.history import as_read, history, on_day
from tests.briefings import DAYS, dossier
from tests.dossiers import dossier_of, source

TOLL = """
    title: Toll
    parts:
      carts:
        label: carts
        value: 5
        unit: pence
        witnesses: [first#q, second#q]
        reading: {text: It was the toll for carts., on: %s}
    """
NEW = ("2031-03-01", ("new",), ("first#q",))
CONFIRMED = ("2031-04-01", ("status",), ("second#q",))


def test_a_day_of_the_history_equals_the_briefing_as_of_that_day() -> None:
    whole = dossier("fixture", DAYS["fixture"][2])
    told = history(whole)
    near = {day + timedelta(step) for day in told.days for step in (-1, 0, 1)}
    assert len(near) > 50
    for day in sorted(one for one in near if one <= whole.as_of):
        found = {id_: on_day(one, day) for id_, one in told.intervals.items()}
        assert {id_: as_read(fact) for id_, fact in found.items() if fact} == {
            id_: as_read(fact) for id_, fact in derive(whole.briefing, day).facts.items()
        }, day


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ("2031-05-01", [NEW, CONFIRMED, ("2031-05-01", ("reading",), ())]),
        # What is older than every source waits for the first.
        ("2031-01-01", [NEW, CONFIRMED]),
    ],
)
def test_an_interval_says_what_changed_and_what_brought_it_about(
    read: str, expected: list[tuple[str, tuple[str, ...], tuple[str, ...]]]
) -> None:
    files = {
        "sources/first.yaml": source("The Post", "2031-03-01", "a toll of 5 pence"),
        "sources/second.yaml": source("The Courier", "2031-04-01", "a toll of 5 pence"),
        "measures/toll.yaml": TOLL % read,
    }
    found = history(dossier_of(files)).intervals["toll.parts.carts"]
    assert [(str(one.since), one.changes, one.causes) for one in found] == expected
