"""What was known on every day is what a build of that day gives."""

from datetime import date, timedelta
from functools import cache
from itertools import chain

import pytest

from generator.derive import derive
from generator.derive.dossier import Dossier
from generator.derive.history import as_read, history, on_day
from generator.derive.spells import spells
from generator.reading.read import read
from tests.conftest import PROJECT
from tests.dossiers import briefing_of, dossier_of, source

NEAR = timedelta(days=1)
FILES = {
    "sources/first.yaml": source("The Post", "2031-03-01", "a toll of 5 pence"),
    "sources/second.yaml": source("The Courier", "2031-04-01", "a toll of 5 pence"),
    "measures/toll.yaml": """
        title: Toll
        parts:
          carts:
            label: carts
            value: 5
            unit: pence
            witnesses: [first#q, second#q]
            reading: {text: It was the toll for carts., on: 2031-05-01}
        """,
}


@cache
def invented() -> Dossier:
    briefing = read(PROJECT / "tests/fixture").briefing
    return derive(briefing, briefing.edition.as_of.first)


def days() -> list[date]:
    """Each day of change in the invented briefing, and the days beside it."""
    found = {day + step for day in history(invented()).days for step in (-NEAR, 0 * NEAR, NEAR)}
    return sorted(day for day in found if day <= invented().as_of)


@pytest.mark.parametrize("day", days(), ids=str)
def test_a_day_of_the_history_equals_the_briefing_as_of_that_day(day: date) -> None:
    found = {id_: on_day(one, day) for id_, one in history(invented()).intervals.items()}
    as_of = derive(invented().briefing, day).facts
    assert {id_: as_read(fact) for id_, fact in found.items() if fact} == {
        id_: as_read(fact) for id_, fact in as_of.items()
    }


def test_what_held_by_what_was_known_that_day_is_the_state_of_that_day() -> None:
    for known in chain.from_iterable(history(invented()).known):
        found = {
            id_: one.held
            for id_, several in spells(known, invented().as_of).items()
            for one in several
            if one.since <= known.since < (one.until or date.max)
        }
        assert found == {id_: fact.held for id_, fact in known.facts.items() if fact.held}


def test_a_note_that_is_older_than_every_source_waits_for_the_first() -> None:
    note = FILES | {
        "measures/toll.yaml": FILES["measures/toll.yaml"].replace("2031-05-01", "2031-01-01")
    }
    found = history(dossier_of(note)).intervals["toll.parts.carts"]
    assert [(str(one.since), one.changes) for one in found] == [
        ("2031-03-01", ("new",)),
        ("2031-04-01", ("status",)),
    ]


def test_an_interval_says_what_changed_and_what_brought_it_about() -> None:
    briefing = briefing_of(FILES)
    found = history(derive(briefing, briefing.edition.as_of.first)).intervals["toll.parts.carts"]
    assert [(str(one.since), one.changes, one.causes) for one in found] == [
        ("2031-03-01", ("new",), ("first#q",)),
        ("2031-04-01", ("status",), ("second#q",)),
        ("2031-05-01", ("reading",), ()),
    ]
