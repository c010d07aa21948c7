"""Figures before and after a change: which have changed places, and which may be right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]
SOURCE = """\
publisher: The Courier
title: Tolls
url: https://courier.example/tolls
published: 2031-04-11
retrieved: 2031-07-01
kind: newspaper
origin: own
quotes:
  toll: {text: "%s"}
"""
MEASURE = """\
title: Toll at the ford
issuer: norland-bridge-office
toll-before: {label: Before, value: %s, unit: pence, witnesses: [tolls#toll]}
toll: {label: After, value: %s, unit: pence, witnesses: [tolls#toll]}
"""


@pytest.mark.parametrize(
    ("text", "before", "after", "is_told"),
    [
        ("The toll is cut from 9 pence to 7 pence", 9, 7, False),
        ("The toll is cut from 9 pence to 7 pence", 7, 9, True),
        ("The toll is cut to 7 pence from 9", 7, 9, True),
        ("The toll is cut to 7 pence from 9", 9, 7, False),
        # Nothing says which of the two came first.
        ("The toll was 9 pence and is 7 pence", 7, 9, False),
        ("From 9 to 7 pence, and from 7 to 9 again", 7, 9, False),
    ],
)
def test_what_was_from_is_what_was_before(
    briefing: Write, text: str, before: int, after: int, is_told: bool
) -> None:
    files = {
        "sources/tolls.yaml": SOURCE % text,
        "measures/ford-toll.yaml": MEASURE % (before, after),
    }
    codes = [one.code for one in check(briefing(files)).diagnostics]
    assert codes.count("before-and-after") == is_told
    assert not is_told or codes == ["before-and-after"]


def test_one_that_is_wrong_is_told_for_its_number(briefing: Write) -> None:
    files = {
        "sources/tolls.yaml": SOURCE % "The toll is cut from 9 pence to 7 pence",
        "measures/ford-toll.yaml": MEASURE % (7, 7),
    }
    assert [one.code for one in check(briefing(files)).diagnostics] == ["same-figure"]
