"""The hard cases on the invented briefing, and what holds of all statements.

Every case states what the model demands; where the program gives something else, it is wrong.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.derive import Fact
from generator.model import KINDS
from generator.model.dates import in_words
from tests.briefings import DAYS, briefing, dossier, fact

EDITION = DAYS["fixture"][2]
END = in_words(date.fromisoformat(EDITION))
# What the hard cases come to on each day.
TOLD = yaml.load(Path(__file__).with_name("cases.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
((NAME, STEPS),) = TOLD.pop("day by day").items()
CUT_SHORT: tuple[str, list[tuple[str, str]]] = (NAME, [*STEPS.items()])
CASES: dict[str, dict[str, list[str | None]]] = {
    case: {
        id_: [told] * 4 if isinstance(told, str) else [None if one == "~" else one for one in told]
        for id_, told in statements.items()
    }
    for case, statements in TOLD.items()
}


def rows() -> Iterator[Any]:
    for case, statements in CASES.items():
        for id_, told in statements.items():
            yield pytest.param(id_, due(told), id=f"{case}-{id_}")


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
    return found.status.value + by + (f", {found.held.text}" if found.held else "")


@pytest.mark.parametrize(("id_", "expected"), [*rows()])
def test_case(id_: str, expected: list[str | None]) -> None:
    assert [told(dossier("fixture", day).facts.get(id_)) for day in DAYS["fixture"]] == expected


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
    assert getattr(fact("fixture", day, id_).held, "text", None) == state


def test_what_is_known_on_a_day_is_known_on_each_later_one() -> None:
    known = [set(dossier("fixture", day).facts) for day in DAYS["fixture"]]
    assert known[0]
    assert [early - late for early, late in pairwise(known)] == [set()] * 3
