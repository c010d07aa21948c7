"""Formulas whose parts stand without spaces: what is offered for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

SERIES = """\
title: Boats under the bridge
reporter: norland-bridge-office
unit: boats
points:
  2030-03: {value: 1240, witnesses: [courier-0310#carts]}
  2030-h1: {value: 1240, witnesses: [courier-0310#carts]}
  2030: {value: 1240, witnesses: [courier-0310#carts]}
  rest: {compute: %s}
"""


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("2030-2030-h1", "2030 - 2030-h1"),
        ("2030 + 2030-h1-2030-03", "2030-h1 - 2030-03"),
        ("2030-2030-h1-2030-03", "2030 - 2030-h1 - 2030-03"),
        ("2030-boats.points.2030-h1", "2030 - boats.points.2030-h1"),
        ("2030 - 2030-h2", ""),
        ("2030 + 2030-04", ""),
    ],
)
def test_parts_without_spaces_are_offered_with_them(
    briefing: Callable[..., Path], formula: str, expected: str
) -> None:
    (found,) = (
        one
        for one in check(briefing({"series/boats.yaml": SERIES % formula})).diagnostics
        if one.code == "dangling-ref"
    )
    assert (f"write `{expected}`" in found.help) is bool(expected)
    if expected:
        assert found.fix and found.fix.replacement == expected
        assert found.span.text == expected.replace(" ", "")
