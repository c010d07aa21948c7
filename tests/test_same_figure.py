"""Figures that take one number of a quotation: which are told, and which may be one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]
SOURCE = """\
publisher: The Courier
title: Carts
url: https://courier.example/2031/04/11/carts
published: 2031-04-11
retrieved: 2031-07-01
kind: newspaper
origin: own
quotes:
  carts: {text: "In March 1,310 carts crossed, in February 2031 and in January 1,240 and 1,240."}
"""
SERIES = """\
title: Carts over the ford
reporter: norland-bridge-office
unit: carts
points:
  2031-02: {%s, witnesses: [courier-0411#carts]}
  2031-03: {%s, witnesses: [courier-0411#carts]}
"""


@pytest.mark.parametrize(
    ("first", "second", "is_told"),
    [
        ("value: 1240", "value: 1310", False),
        ("value: 1310", "value: 1310", True),
        # Nothing else is left in the quotation.
        ("value: 1310", "value: 1310}\n  2031-01: {value: 1240", False),
        # It stands there twice.
        ("value: 1240", "value: 1240", False),
        ("value: 1310", "value: 1310, inferred: as in February", False),
        ("value: 1310", "value: 1310, unit: loads", False),
    ],
)
def test_one_number_is_the_value_of_one_figure(
    briefing: Write, first: str, second: str, is_told: bool
) -> None:
    files = {
        "sources/courier-0411.yaml": SOURCE,
        "series/ford.yaml": SERIES % (first, second),
    }
    codes = [one.code for one in check(briefing(files)).diagnostics]
    assert ("same-figure" in codes) == is_told


def test_positions_may_agree_on_a_number(briefing: Write) -> None:
    claim = """\
title: Carts
positions:
  office: {value: 1310, unit: carts, witnesses: [courier-0411#carts]}
  post: {value: ">1310", unit: carts, witnesses: [courier-0411#carts]}
"""
    files = {"sources/courier-0411.yaml": SOURCE, "claims/carts.yaml": claim}
    codes = [one.code for one in check(briefing(files)).diagnostics]
    assert "same-figure" not in codes


def test_a_number_may_be_that_of_each_side(briefing: Write) -> None:
    pact = """\
title: Pact
parties: [norland, sudland]
one: {label: Toll of Norland, value: 10, unit: pence, witnesses: [courier-0411#carts]}
two: {label: Toll of Sudland, value: 10, unit: pence, witnesses: [courier-0411#carts]}
"""
    text = "In March 1,310 carts crossed, in February 2031 and in January 1,240 and 1,240."
    for words, is_told in (
        ("Each side cut its toll to 10 pence from 125.", False),
        ("Norland cut its toll to 10 pence from 125.", True),
    ):
        source = SOURCE.replace(text, words)
        files = {"sources/courier-0411.yaml": source, "agreements/pact.yaml": pact}
        codes = [one.code for one in check(briefing(files)).diagnostics]
        assert ("same-figure" in codes) == is_told


@pytest.mark.parametrize(
    ("text", "key", "is_told"),
    [
        ("In all 1,310 carts crossed.", "2031-02", True),
        ("In each month 1,310 carts crossed.", "2031-02", False),
        # Of one month, or not called by a month.
        ("In all 1,310 carts crossed.", "2031-03-again", False),
        ("In all 1,310 carts crossed.", "ford", False),
        # The quotation says which month it is of, and what is of another is told for that.
        ("In all 1,310 carts in March.", "2031-02", False),
    ],
)
def test_a_number_is_of_one_month(briefing: Write, text: str, key: str, is_told: bool) -> None:
    quotes = SOURCE[: SOURCE.index("  carts:")] + f'  carts: {{text: "{text}"}}\n'
    series = (SERIES % ("value: 1310", "value: 1310")).replace("2031-02", key)
    files = {"sources/courier-0411.yaml": quotes, "series/ford.yaml": series}
    codes = [one.code for one in check(briefing(files)).diagnostics]
    assert ("same-figure" in codes) == is_told


def test_a_claim_that_is_itself_the_figure_takes_a_number_too(briefing: Write) -> None:
    claim = """\
title: Carts
value: 1310
unit: carts
witnesses: [courier-0411#carts]
fewer: {label: Fewer carts, value: 1310, unit: carts, witnesses: [courier-0411#carts]}
"""
    files = {"sources/courier-0411.yaml": SOURCE, "claims/ford.yaml": claim}
    (told,) = (one for one in check(briefing(files)).diagnostics if one.code == "same-figure")
    assert "`ford` takes it too" in told.message
