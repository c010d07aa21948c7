"""The hard cases on the invented briefing, and what holds of all statements.

Every case states what the model demands; where the program gives something else, it is wrong.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from generator.derive import Fact
from generator.derive.dossier import Status
from generator.model import KINDS
from generator.model.chart import Series
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


def statement(case: str, index: int = 0) -> Fact:
    """One of a case's statements as it stands in the edition."""
    found = next(ids for title, ids in CASES.items() if title.startswith(case))
    return fact("fixture", EDITION, list(found)[index])


def test_01_one_known_origin_confirms_nothing_and_the_figure_is_recomputed() -> None:
    found = statement("01")
    known = {e.origin for s in found.stances for e in s.counted if e.prints_value} - {"unknown"}
    assert len(known) == 1
    assert found.computed and (found.computed.result, found.computed.agrees) == ("-34.5", True)
    assert set(found.computed.inputs) == {statement("01", i).id for i in (1, 2)}
    assert [e.counts for e in found.evidence if not e.key] == [False]


def test_02_an_absence_is_stated_and_no_entry_says_nothing() -> None:
    assert statement("02").statement.attendance == "absent"


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


def test_04_the_relation_is_computed_and_as_weak_as_its_inputs() -> None:
    found = statement("04", 2)
    assert found.computed and found.computed.result == "yes"
    inputs = [fact("fixture", EDITION, id_) for id_ in found.computed.inputs]
    assert found.weakest == max((i.status for i in inputs if i.status), key=lambda s: s.weakness)
    assert briefing("fixture").records[found.record.id].data.reading


def test_05_silence_is_listed_and_is_no_position() -> None:
    claim, words = statement("05"), statement("05", 1)
    assert [len(silent) for silent in claim.silent.values()] == [1]
    assert len(claim.stances) == 1
    assert words.id in claim.statement.see and claim.id in words.statement.see


def test_06_one_act_suspends_each_of_its_targets() -> None:
    act = statement("06")
    ids = {f"{target}.in-force" for target in act.statement.target}
    table = next(ids for title, ids in CASES.items() if title.startswith("06"))
    assert ids == set(table) - {act.id}


def test_07_one_family_three_categories_and_no_two_are_positions_of_one() -> None:
    found = [statement("07", index) for index in range(3)]
    series = [f.record.data for f in found]
    assert all(isinstance(one, Series) for one in series)
    assert len({one.family for one in series} - {None}) == 1  # type: ignore[attr-defined]
    assert len({one.category for one in series}) == 3  # type: ignore[attr-defined]
    assert not any(f.statement.positions for f in found)


def test_08_the_office_begins_and_nothing_is_said_of_the_predecessor() -> None:
    before, day, predecessor = "2031-04-15", "2031-04-16", "petra-lund"
    office = statement("08")
    assert office.statement.from_ and office.statement.from_.text == day
    assert "from" in office.statement.inferred
    assert (
        office.id in dossier("fixture", day).facts
        and office.id not in dossier("fixture", before).facts
    )
    assert not briefing("fixture").records[predecessor].statements


def test_09_words_stay_words_beside_the_figures_they_are_compared_with() -> None:
    found = statement("09")
    assert found.statement.words and found.statement.value is None
    values = [fact("fixture", EDITION, id_).statement.value for id_ in found.statement.compare]
    assert [(v and v.text, v and v.low, v and v.number) for v in values] == [
        (">90", 90, None),
        ("94", None, 94),
    ]


def test_10_each_position_is_its_holders_claim_and_one_alone_is_no_dispute() -> None:
    found = statement("10")
    assert {s.status for s in found.stances} == {Status.CLAIMED}
    assert {id_ for s in found.stances for id_ in s.by} == {"mira-voss", "borealis"}
    assert told(fact("fixture", "2031-06-05", found.id)) == "claimed by borealis"


def test_11_the_slip_stays_with_its_reason_and_decides_nothing() -> None:
    found = statement("11")
    assert [s.key for s in found.standing] == ["most"]
    slip = next(s for s in found.stances if s.key == "slip")
    assert slip.aside and (slip.aside.status, bool(slip.aside.why)) == (Status.REJECTED, True)
    assert slip.evidence


def test_12_a_month_counts_from_its_last_day() -> None:
    before, day = "2031-06-29", "2031-06-30"
    id_ = statement("12").id
    assert dossier("fixture", day).facts[id_].known_from == date.fromisoformat(day)
    assert id_ not in dossier("fixture", before).facts


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
