"""Figures that stand beside the points of their series: told once, and no near miss."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from generator.check import check
from tests.conftest import TINY

Write = Callable[..., Path]
CARTS = dedent(TINY["series/carts.yaml"]).lstrip()
CARTED = "witnesses: [courier-0310]"


def told(root: Path) -> list[str]:
    return [one.code for one in check(root).diagnostics if not one.code.startswith("unused-")]


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        (f"geese: {{value: 12, {CARTED}}}\n", ["point-outside"]),
        (f"2031-03: {{value: 12, {CARTED}}}\n", ["point-outside"]),
        (f'2031-03-yoy: {{value: 12, unit: "%", {CARTED}}}\n', ["point-outside"]),
        # One slip takes several along.
        (f"a: {{value: 12, {CARTED}}}\nb: {{value: 13, {CARTED}}}\n", ["point-outside"]),
        # What tells of the series in words, a date or another unit is no point of it.
        (f"geese: {{value: 12, unit: geese, {CARTED}}}\n", []),
        (f"lowest: {{label: Month of the lowest, value: 2031-01, {CARTED}}}\n", []),
        (f"place: {{label: Rank among all months, value: 2, {CARTED}}}\n", []),
        (f"rank: {{words: the second-highest, {CARTED}}}\n", []),
    ],
)
def test_a_figure_stands_among_the_points(
    briefing: Write, beside: str, expected: list[str]
) -> None:
    assert told(briefing({"series/carts.yaml": CARTS + beside})) == expected


def test_what_is_missed_as_a_point_is_told_where_it_is_named(briefing: Write) -> None:
    beside = f"2031-03: {{value: 12, {CARTED}}}\nsee: [carts.points.2031-03]\n"
    assert told(briefing({"series/carts.yaml": CARTS + beside})) == ["dangling-ref"]


def test_points_without_their_key_are_told_once(briefing: Write) -> None:
    lost = CARTS.replace("points:", "# points:")
    assert len(told(briefing({"series/carts.yaml": lost, "pages/carts.md": None}))) == 1
