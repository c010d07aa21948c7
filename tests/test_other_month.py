"""Figures and the month that their quotations set behind the number."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]
SOURCE = """\
publisher: The Courier
title: Carts
url: https://courier.example/2031/05/02/carts
published: 2031-05-02
retrieved: 2031-07-01
kind: newspaper
origin: own
quotes:
  carts: {{text: "{text}"}}
"""
SERIES = """\
title: Carts over the ford
reporter: norland-bridge-office
unit: carts
points:
  {key}: {{value: 1310, witnesses: [courier-0502#carts]}}
"""
CHANGE = """\
  2031-04: {value: 1400, witnesses: [courier-0502#carts]}
  2031-04-mom:
    value: 6.9
    unit: "%"
    witnesses: [courier-0502#carts]
"""
FALL = "    recompute: 2031-04 / 2031-03 - 1\n"


@pytest.mark.parametrize(
    ("key", "text", "is_told"),
    [
        ("2031-03", "1,310 carts crossed the bridge in March.", False),
        ("2031-03", "1,310 carts crossed the bridge in April.", True),
        ("2031-03", "1,310 carts in March 2031.", False),
        ("2031-03", "1,310 carts in March 2030.", True),
        # A month that the number is compared with, or that stands before it.
        ("2031-03", "1,310 carts, up from fewer in February.", False),
        ("2031-03", "After April the count was 1,310 carts.", False),
        ("2031-03", "1,310 carts (most of them in February).", False),
        # It is printed for both.
        ("2031-03", "1,310 carts in April and 1,310 carts in March.", False),
        ("2031-q1", "1,310 carts in April.", False),
    ],
)
def test_a_figure_is_of_the_month_behind_its_number(
    briefing: Write, key: str, text: str, is_told: bool
) -> None:
    files = {
        "sources/courier-0502.yaml": SOURCE.format(text=text),
        "series/ford.yaml": SERIES.format(key=key),
    }
    codes = [one.code for one in check(briefing(files)).diagnostics]
    assert ("other-month" in codes) == is_told


@pytest.mark.parametrize(("formula", "code"), [(FALL, "dangling-ref"), ("", "other-month")])
def test_a_key_that_nothing_finds_is_told_with_the_month_that_it_now_says(
    briefing: Write, formula: str, code: str
) -> None:
    text = "1,310 carts in March 2031, and in April 1,400, up 6.9%."
    files = {
        "sources/courier-0502.yaml": SOURCE.format(text=text),
        "series/ford.yaml": SERIES.format(key="2013-03") + CHANGE + formula,
    }
    (told,) = check(briefing(files)).diagnostics
    assert told.code == code
    assert "2013-03" in {span.text for span in (told.span, *(one.span for one in told.labels))}
