"""What stands on a card or in a comparison besides the value is told where it changes."""

from __future__ import annotations

import pytest

from generator.diff.changes import Kind
from tests.dossiers import source
from tests.test_diff import FILES, Files, only

CARTS = """
title: Carts
unit: carts
points:
  2031-02: {value: "1240", basis: by day, period: 2031-02, witnesses: [office#q]}
"""
COUNTED = source("Office", "2031-04-02", "1240 carts in February")
VISIT = """
title: The visit
says: They will meet
nature: forecast
about: north
by: north
reading: {text: Both are meant., on: 2031-03-12}
witnesses: [courier#q]
"""
SLIP = """
title: Talks
date:
  positions:
    north: {value: 2031-03-09, by: north, witnesses: [courier#q]}
    south:
      value: 2031-03-08
      by: south
      witnesses: [courier#q]
      rejected: {why: a slip, on: 2031-05-01}
"""
COMPARED = """
title: Figures
subtitle: The carts
form: figures
groups:
  north:
    title: Of North
    entries: {one: {of: carts.points.2031-02}, two: {of: talks.date}}
"""
ALL: Files = {
    **FILES,
    "sources/office.yaml": COUNTED,
    "series/carts.yaml": CARTS,
    "claims/visit.yaml": VISIT,
    "rounds/talks.yaml": SLIP,
    "comparisons/figures.yaml": COMPARED,
}


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        ("series/carts.yaml", "by day", "by week", "basis: by week (was by day)"),
        ("series/carts.yaml", "period: 2031-02", "period: 2031-03", "period: March 2031 (was"),
        ("claims/visit.yaml", "forecast", "judgement", "nature: judgement (was forecast)"),
        ("claims/visit.yaml", "about: north", "about: south", "about: South (was North)"),
        ("claims/visit.yaml", "03-12", "03-13", "read since: 13 March 2031 (was 12 March 2031)"),
        (
            "rounds/talks.yaml",
            "05-01",
            "05-02",
            "position of South (south): rejected since: 2 May 2031 (was 1 May 2031)",
        ),
        (
            "comparisons/figures.yaml",
            ", two: {of: talks.date}",
            "",
            "row two in north: no more (was Talks: date)",
        ),
    ],
    ids=["basis", "period", "nature", "about", "reading", "rejection", "row"],
)
def test_what_stands_besides_a_value_is_told(path: str, old: str, new: str, expected: str) -> None:
    assert old in ALL[path]
    kind, line = only({**ALL, path: ALL[path].replace(old, new)}, ALL)
    assert kind is Kind.CHANGED
    assert expected in line
