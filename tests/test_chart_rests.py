"""A chart of something else than its headline rests on: told once, and no near miss."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]
FIGURE = '{value: "1240", inferred: as many as the carts, witnesses: [courier-0310#carts]}\n'
SERIES = (
    "title: %s\nreporter: norland-bridge-office\nunit: carts\npoints:\n"
    + ("  2031-01: " + FIGURE + "  2031-02: " + FIGURE)
    + "  2031-02-mom: {compute: 2031-02 / 2031-01 - 1}\n"
    + '  2031-02-yoy: {value: 3.5, unit: "%%", witnesses: [courier-0310#carts]}\n'
)
CHART = """\
title: By month
headline: More than a year before
rests: [{rests}]
subtitle: As counted at the bridge
form: bars
series: {series}
"""
YOY, MOM = "carts.points.2031-02-yoy", "carts.points.2031-02-mom"


def told(briefing: Write, text: str) -> list[tuple[str, int]]:
    """What is told of a chart, by code and line."""
    files = {f"series/{id_}.yaml": SERIES % id_ for id_ in ("carts", "boats", "geese")}
    found = check(briefing({**files, "charts/by-month.yaml": text})).diagnostics
    return [(one.code, one.span.line) for one in found]


@pytest.mark.parametrize(
    ("rests", "series", "expected"),
    [
        pytest.param(YOY, "carts", [], id="own"),
        pytest.param(YOY, "[boats, carts]", [], id="one-of-two"),
        pytest.param(f"{YOY}, boats.points.2031-02", "boats", [], id="on-one-of-two"),
        pytest.param(f"{YOY}, {MOM}", "[boats, geese]", [("chart-rests", 6)], id="on-none-of-two"),
        pytest.param(f"{YOY}, bridge-toll.in-force", "boats", [], id="on-something-else-as-well"),
        pytest.param(YOY, "[boats, gese]", [("dangling-ref", 6)], id="a-series-that-is-not-there"),
        pytest.param(
            "carts.points.2031-03", "boats", [("dangling-ref", 3)], id="a-figure-that-is-not-there"
        ),
    ],
)
def test_a_chart_draws_a_series_that_it_rests_on(
    briefing: Write, rests: str, series: str, expected: list[tuple[str, int]]
) -> None:
    assert told(briefing, CHART.format(rests=rests, series=series)) == expected


@pytest.mark.parametrize(
    ("rests", "change", "expected"),
    [
        pytest.param(YOY, "yoy", [], id="own"),
        pytest.param(f"{YOY}, {MOM}", "mom", [], id="one-of-two"),
        pytest.param("carts.points.2031-02", "mom", [], id="on-a-figure"),
        pytest.param(f"{YOY}, carts.points.2031-02", "mom", [], id="on-a-figure-as-well"),
        pytest.param(YOY, "mom", [("chart-rests", 7)], id="another"),
        pytest.param(YOY, "yyo", [("chart-empty", 7)], id="none-that-is-there"),
    ],
)
def test_a_chart_draws_the_changes_that_it_rests_on(
    briefing: Write, rests: str, change: str, expected: list[tuple[str, int]]
) -> None:
    text = CHART.format(rests=rests, series="carts") + f"change: {change}\n"
    assert told(briefing, text) == expected


def test_of_another_series_the_change_is_not_asked(briefing: Write) -> None:
    text = CHART.format(rests=YOY, series="boats") + "change: mom\n"
    assert told(briefing, text) == [("chart-rests", 6)]


def test_a_chart_without_a_drawn_change_may_rest_on_one(briefing: Write) -> None:
    assert told(briefing, CHART.format(rests=MOM, series="carts")) == []
