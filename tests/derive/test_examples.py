"""The hard cases on the invented briefing, and what holds of all statements.

Every case states what the model demands; where the program gives something else, it is wrong.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from generator.derive import Fact
from generator.model import KINDS
from generator.model.dates import in_words
from tests.briefings import DAYS, briefing, dossier, fact
from tests.cases import CASES, CUT_SHORT

EDITION = DAYS["fixture"][2]
END = in_words(date.fromisoformat(EDITION))


def rows() -> Iterator[Any]:
    for case, statements in CASES.items():
        for id_, told in statements.items():
            for day, expected in zip(DAYS["fixture"], due(told), strict=True):
                yield pytest.param(day, id_, expected, id=f"{case}-{id_}-{day}")


def due(told: list[str | None]) -> list[str | None]:
    """The four days with `past` written out."""
    if told[-1] != "past":
        return told
    status, _, state = (told[2] or "").partition(", ")
    return [*told[:3], f"{status}, not known after {END} (then: {state})"]


def told(found: Fact | None) -> str | None:
    """Status, whose claim, and state of a fact as one text; None where it is not built."""
    if found is None:
        return None
    assert found.status
    by = f" by {' and '.join(found.by)}" if found.by else ""
    return found.status.value + by + (f", {found.state}" if found.state else "")


@pytest.mark.parametrize(("day", "id_", "expected"), [*rows()])
def test_case(day: str, id_: str, expected: str | None) -> None:
    assert told(dossier("fixture", day).facts.get(id_)) == expected


def test_the_invented_briefing_uses_every_kind() -> None:
    assert {record.kind for record in briefing("fixture").records.values()} == set(KINDS)


@pytest.mark.parametrize(
    ("id_", "day", "state"),
    [
        *((CUT_SHORT[0], *step) for step in CUT_SHORT[1]),
        ("notice-61.in-force", "2031-10-09", "announced"),
        ("notice-62.in-force", "2031-10-09", "in force"),
        ("notice-62.in-force", "2031-11-06", "in force"),
        ("notice-62.in-force", "2031-11-07", "suspended until 10 November 2032"),
    ],
)
def test_03_and_06_day_by_day(id_: str, day: str, state: str) -> None:
    assert fact("fixture", day, id_).state == state


def test_what_is_known_on_a_day_is_known_on_each_later_one() -> None:
    known = [set(dossier("fixture", day).facts) for day in DAYS["fixture"]]
    assert known[0]
    assert [early - late for early, late in pairwise(known)] == [set()] * 3


def test_past_the_end_of_what_is_covered_each_state_is_told_as_of_then() -> None:
    end = briefing("fixture").edition.coverage_end.last
    then, past = (dossier("fixture", day).facts for day in (end.isoformat(), DAYS["fixture"][3]))
    states = {id_: found.state for id_, found in then.items() if found.state}
    due = {id_: f"not known after {in_words(end)} (then: {it})" for id_, it in states.items()}
    assert states and {id_: past[id_].state for id_ in states} == due


def test_what_follows_is_no_better_borne_out_than_what_it_follows_from() -> None:
    facts = dossier("fixture", EDITION).facts
    bare = [one for one in facts.values() if one.computed and not one.evidence and one.status]
    assert bare
    for one in bare:
        grounds = [facts[id_].grade for id_ in one.computed.inputs if id_ in facts]
        assert one.weakest
        assert one.weakest.weakness >= max(g.weakness for g in grounds if g), one.id


def test_who_is_silent_holds_no_position() -> None:
    facts = dossier("fixture", EDITION).facts.values()
    silent = [one for one in facts if one.silent]
    assert silent
    assert [
        one.id for one in silent if {id_ for s in one.stances for id_ in s.by} & {*one.silent}
    ] == []
