"""Formulas of figures whose keys are periods: which come to them, and what is told of others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check
from generator.model.formula import parse_formula
from generator.rules.period_differs import Figures

KEYS = frozenset(
    f"2030-{end}" for end in ("q1", "h1", "jan-may", "01", "02", "03", "04", "05", "06", "12")
) | {"2030", "2029-12", "2031-01", "2030-02-mom", "2030-02-boats", "best"}

TOLD = {"period-differs", "term-twice"}
SERIES = """\
title: Boats under the bridge
reporter: norland-bridge-office
unit: boats
points:
  q2: {value: 1240, witnesses: [courier-0310#carts]}
  2030-03: {value: 1240, witnesses: [courier-0310#carts]}
  2030-05: {value: 1240, witnesses: [courier-0310#carts]}
  2030-05-mom: {value: 3.5, unit: "%%", witnesses: [courier-0310#carts]}
  2030-04: {compute: %s}
"""


@pytest.mark.parametrize(
    ("key", "formula", "expected"),
    [
        ("2030-q1", "2030-01 + 2030-02 + 2030-03", None),
        ("2030-q1", "2030-jan-may - ( 2030-04 + 2030-05 )", None),
        ("2030-q1", "2030-01 + 2030-02 + 2030-04", "has April 2030 too often and lacks March 2030"),
        ("2030-12", "2030 - 2030-h1", "has 5 months too often"),
        ("2030-06", "2030-h1 - 2030-jan-may", None),
        ("2030-06", "2030-h1 + 2030-jan-may", "has 5 months too often"),
        (
            "2030-01",
            "2030-12 - 2030-12 + 2031-01",
            "has January 2031 too often and lacks January 2030",
        ),
        (
            "2030-q1",
            "2030-01 + 2030-02-mom + 2030-03",
            "has `2030-02-mom`, a change, among figures that it adds up",
        ),
        ("2030-01", "2030-02 / ( 1 + 2030-02-mom / 100 )", None),
        ("2030-02", "2030-01 + 2030-01 * 2030-02-mom / 100", None),
        # No sum of figures of this series by their periods.
        ("2030-03", "2030-02 + 40", None),
        ("2030-03", "2030-02 * 2", None),
        ("2030-03", "2030-02-boats + 2030-01", None),
        ("2030-03", "boats.points.2030-03 - carts.points.2030-03", None),
        ("2030-03", "boats.terms.2030-02 + 40", None),
        (
            "2030-03",
            "boats.points.2030-03 - carts.points.2030-02",
            "has `carts.points.2030-02` where a figure of March 2030 is due",
        ),
        ("share-2030", "boats-2030 / carts.points.all-2030", None),
        ("share-2030", "boats-2030 / 2000", None),
        ("share", "boats-2030 / all-2029", None),
        (
            "share-2030",
            "boats-2030 / carts.points.all-2029",
            "has `carts.points.all-2029` where a figure of 2030 is due",
        ),
        ("best", "2030-02 + 2030-01", None),
        ("2030-02-mom", "2030-02 / 2030-01 - 1", None),
        ("2031-01-mom", "2031-01 / 2030-12 - 1", None),
        ("2030-12-yoy", "2030-12 / 2029-12 - 1", None),
        (
            "2030-02-mom",
            "2030-02 / 2030-03 - 1",
            "has `2030-03` where the figure of January 2030 is due",
        ),
        (
            "2030-12-yoy",
            "2029-12 / 2030-12 - 1",
            "has `2029-12` where the figure of December 2030 is due",
        ),
        ("2030-02-mom", "2030-02 / 2030-01", None),
        # No month before a year that has one less digit, and none of a day.
        (
            "0203-02-mom",
            "2030-02 / 2030-01 - 1",
            "has `2030-02` where the figure of February 203 is due",
        ),
        ("2030-02-15-mom", "2030-02 / 2030-01 - 1", None),
        ("2030-02-boats", "2030-03 / 2030-01 - 1", None),
    ],
)
def test_a_formula_comes_to_the_period_of_its_key(
    key: str, formula: str, expected: str | None
) -> None:
    assert Figures(KEYS).slip(key, parse_formula(formula).term) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("boats.points.2030-05 / ( 1 + boats.points.2030-05-mom / 100 )", []),
        ("boats.points.2030-05 - boats.points.2030-03", ["period-differs"]),
        ("2030-05 + boats.points.2030-05", ["term-twice"]),
        ("boats.points.q2 - boats.points.q2", ["term-twice"]),
    ],
)
def test_a_figure_beside_is_the_same_under_its_whole_id(
    briefing: Callable[..., Path], formula: str, expected: list[str]
) -> None:
    for one in (formula, formula.replace("boats.points.", "")):
        series = SERIES % one
        found = check(briefing({"series/boats.yaml": series})).diagnostics
        assert sorted({each.code for each in found} & TOLD) == expected
