"""The twelve hard cases, on the invented briefing and on ours, each on four days.

Every case states what the model demands; where the program gives something else, it is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from generator.derive import Fact
from generator.derive.dossier import Status
from generator.model import KINDS
from generator.model.dates import in_words
from generator.model.series import Series
from tests.briefings import DAYS, briefing, dossier, fact
from tests.cases import CUT_SHORT, TABLES

EDITION = {name: days[2] for name, days in DAYS.items()}
END = {name: in_words(date.fromisoformat(day)) for name, day in EDITION.items()}
BOTH = pytest.mark.parametrize("name", ["fixture", "real"])


def rows() -> Iterator[Any]:
    for name, table in TABLES.items():
        for case, statements in table.items():
            for id_, told in statements.items():
                for day, expected in zip(DAYS[name], due(name, told), strict=True):
                    yield pytest.param(name, day, id_, expected, id=f"{name}-{case}-{id_}-{day}")


def due(name: str, told: list[str | None]) -> list[str | None]:
    """The four days with `past` written out."""
    if told[-1] != "past":
        return told
    status, _, state = (told[2] or "").partition(", ")
    return [*told[:3], f"{status}, not known after {END[name]} (then: {state})"]


def told(found: Fact | None) -> str | None:
    """Status, whose claim, and state of a fact as one text; None where it is not built."""
    if found is None:
        return None
    assert found.status
    by = f" by {' and '.join(found.by)}" if found.by else ""
    return found.status.value + by + (f", {found.state}" if found.state else "")


@pytest.mark.parametrize(("name", "day", "id_", "expected"), [*rows()])
def test_case(name: str, day: str, id_: str, expected: str | None) -> None:
    assert told(dossier(name, day).facts.get(id_)) == expected


def test_the_invented_briefing_uses_every_kind() -> None:
    assert {record.kind for record in briefing("fixture").records.values()} == set(KINDS)


def statement(name: str, case: str, index: int = 0) -> Fact:
    """One of a case's statements as it stands in the edition."""
    found = next(ids for title, ids in TABLES[name].items() if title.startswith(case))
    return fact(name, EDITION[name], list(found)[index])


@BOTH
def test_01_one_known_origin_confirms_nothing_and_the_figure_is_recomputed(name: str) -> None:
    found = statement(name, "01")
    known = {e.origin for s in found.stances for e in s.counted if e.prints_value} - {"unknown"}
    assert len(known) == 1
    assert found.computed and (found.computed.result, found.computed.agrees) == ("-34.5", True)
    assert set(found.computed.inputs) == {statement(name, "01", i).id for i in (1, 2)}
    assert [e.counts for e in found.evidence if not e.key] == [False] * (2 if name == "real" else 1)


@BOTH
def test_02_an_absence_is_stated_and_no_entry_says_nothing(name: str) -> None:
    assert statement(name, "02").statement.attendance == "absent"


@pytest.mark.parametrize(
    ("name", "id_", "day", "state"),
    [(name, id_, *step) for name, (id_, steps) in CUT_SHORT.items() for step in steps],
)
def test_03_day_by_day(name: str, id_: str, day: str, state: str) -> None:
    assert fact(name, day, id_).state == state


def test_03_the_end_that_follows_from_the_duration_is_held_against_the_order() -> None:
    lapse = fact("real", EDITION["real"], "eo-2025-08-11.lapse")
    assert lapse.computed and (lapse.computed.result, lapse.computed.agrees) == (
        "12 August 2025",
        True,
    )


@BOTH
def test_04_the_relation_is_computed_and_as_weak_as_its_inputs(name: str) -> None:
    found = statement(name, "04", 2)
    assert found.computed and found.computed.result == "yes"
    inputs = [fact(name, EDITION[name], id_) for id_ in found.computed.inputs]
    assert found.status == max((i.status for i in inputs if i.status), key=lambda s: s.weakness)
    assert briefing(name).records[found.record.id].data.reading


@BOTH
def test_05_silence_is_listed_and_is_no_position(name: str) -> None:
    claim, words = statement(name, "05"), statement(name, "05", 1)
    assert [len(silent) for silent in claim.silent.values()] == [1]
    assert len(claim.stances) == 1
    assert words.id in claim.statement.see and claim.id in words.statement.see


@BOTH
def test_06_one_act_suspends_each_of_its_targets(name: str) -> None:
    act = statement(name, "06")
    ids = {f"{target}.in-force" for target in act.statement.target}
    table = next(ids for title, ids in TABLES[name].items() if title.startswith("06"))
    assert ids == set(table) - {act.id}


@pytest.mark.parametrize(
    ("name", "id_", "day", "state"),
    [
        ("fixture", "notice-61.in-force", "2031-10-09", "announced"),
        ("fixture", "notice-62.in-force", "2031-10-09", "in force"),
        ("fixture", "notice-62.in-force", "2031-11-06", "in force"),
        ("fixture", "notice-62.in-force", "2031-11-07", "suspended until 10 November 2032"),
        ("real", "announcement-62.in-force", "2025-10-09", "in force"),
        ("real", "announcement-62.in-force", "2025-11-06", "in force"),
        ("real", "announcement-62.in-force", "2025-11-07", "suspended until 10 November 2026"),
    ],
)
def test_06_day_by_day(name: str, id_: str, day: str, state: str) -> None:
    assert fact(name, day, id_).state == state


@BOTH
def test_07_one_family_three_categories_and_no_two_are_positions_of_one(name: str) -> None:
    found = [statement(name, "07", index) for index in range(3)]
    series = [f.record.data for f in found]
    assert all(isinstance(one, Series) for one in series)
    assert len({one.family for one in series} - {None}) == 1  # type: ignore[attr-defined]
    assert len({one.category for one in series}) == 3  # type: ignore[attr-defined]
    assert not any(f.statement.positions for f in found)


@pytest.mark.parametrize(
    ("name", "before", "day", "predecessor"),
    [
        ("fixture", "2031-04-15", "2031-04-16", "petra-lund"),
        ("real", "2025-04-15", "2025-04-16", "wang-shouwen"),
    ],
)
def test_08_the_office_begins_and_nothing_is_said_of_the_predecessor(
    name: str, before: str, day: str, predecessor: str
) -> None:
    office = statement(name, "08")
    assert office.statement.from_ and office.statement.from_.text == day
    assert "from" in office.statement.inferred
    assert office.id in dossier(name, day).facts and office.id not in dossier(name, before).facts
    assert not briefing(name).records[predecessor].statements


@BOTH
def test_09_words_stay_words_beside_the_figures_they_are_compared_with(name: str) -> None:
    found = statement(name, "09")
    assert found.statement.words and found.statement.value is None
    values = [fact(name, EDITION[name], id_).statement.value for id_ in found.statement.compare]
    assert [(v and v.text, v and v.low, v and v.number) for v in values] == [
        (">90", 90, None),
        ("94", None, 94),
    ]


@pytest.mark.parametrize(
    ("name", "first", "holders"),
    [
        ("fixture", ("2031-06-05", "claimed by borealis"), {"mira-voss", "borealis"}),
        ("real", ("2025-06-05", "claimed by trump"), {"trump", "xi"}),
    ],
)
def test_10_each_position_is_its_holders_claim_and_one_alone_is_no_dispute(
    name: str, first: tuple[str, str], holders: set[str]
) -> None:
    found = statement(name, "10")
    assert {s.status for s in found.stances} == {Status.CLAIMED}
    assert {id_ for s in found.stances for id_ in s.by} == holders
    assert told(fact(name, first[0], found.id)) == first[1]


@BOTH
def test_11_the_slip_stays_with_its_reason_and_decides_nothing(name: str) -> None:
    found = statement(name, "11")
    assert [s.key for s in found.standing] == ["most"]
    slip = next(s for s in found.stances if s.key == "slip")
    assert slip.aside and (slip.aside.status, bool(slip.aside.why)) == (Status.REJECTED, True)
    assert slip.evidence


@pytest.mark.parametrize(
    ("name", "before", "day"),
    [("fixture", "2031-06-29", "2031-06-30"), ("real", "2025-08-30", "2025-08-31")],
)
def test_12_a_month_counts_from_its_last_day(name: str, before: str, day: str) -> None:
    id_ = statement(name, "12").id
    assert dossier(name, day).facts[id_].known_from == date.fromisoformat(day)
    assert id_ not in dossier(name, before).facts
