"""What formulas count with and is no number: told once, at itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

SERIES = """\
title: Boats under the bridge
reporter: norland-bridge-office
unit: carts
points:
  2031-01: {value: "3.5", witnesses: [courier-0310#carts]}
  2031-02: {%s, witnesses: [courier-0310#carts]}
  half: {compute: 2031-02 / 2}
  more: {compute: 2031-02 - 2031-01}
  most: {compute: more * 2}
"""


@pytest.mark.parametrize(
    ("says", "message"),
    [
        ('value: ">1240"', "is a bound, and 2 formulas count with it"),
        ("words: carts, unit: carts", "is words, and 2 formulas count with it"),
        ('value: "1240"', ""),
        ('value: "1200..1240"', ""),
    ],
)
def test_what_is_no_number_is_told_with_the_formulas_that_count_with_it(
    briefing: Callable[..., Path], says: str, message: str
) -> None:
    every = check(briefing({"series/boats.yaml": SERIES % says})).diagnostics
    codes = ("formula-without-result", "says-nothing")
    found = [one for one in every if one.code in codes]
    assert [one.message for one in found] == ([f"`boats.points.2031-02` {message}"] * bool(message))
    for one in found:
        formulas = [label.span.line for label in one.labels if "counts" in label.message]
        assert (one.span.line, formulas) == (6, [7, 8])
