"""A change that its quotations have the other way about, told once, and no near miss."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]
SOURCE = """\
publisher: The Courier
title: Carts
url: https://courier.example/{name}
published: 2031-04-11
retrieved: 2031-07-01
kind: newspaper
origin: own
quotes:
  carts: {{text: "{text}"}}
"""
SERIES = """\
title: Carts in all
reporter: norland-bridge-office
unit: carts
points:
  2031-03-yoy: {{value: {value}, unit: "%", basis: year on year, witnesses: [{witnesses}]}}
"""
FELL = "In March carts fell by 12.5% on the year."


@pytest.mark.parametrize(
    ("value", "texts", "is_told"),
    [
        ("12.5", [FELL], True),
        ("-12.5", [FELL], False),
        # Another quotation lists it as a fall, or says it in other words.
        ("12.5", [FELL, "Steep decreases, including 9% in May, 12.5% in March, and 7%"], True),
        ("12.5", ["Steep decreases, such as 9% in May and 12.5% in March"], True),
        ("12.5", [FELL, "Carts were 12.5% fewer, and lower than ever"], True),
        ("-12.5", ["Steep increases, including 9% in May and 12.5% in March"], True),
        ("-12.5", ["Steep decreases, including 9% in May and 12.5% in March"], False),
        # Another may say that it was a rise.
        ("12.5", [FELL, "Carts were 12.5% higher"], False),
        ("12.5", [FELL, "Carts came to 12.5%"], False),
        ("12.5", ["After decreases in May there were gains, including 12.5% in March"], False),
        ("12.5", ["Carts were 12.5% fewer, and lower than ever"], False),
    ],
)
def test_a_fall_is_no_rise(briefing: Write, value: str, texts: list[str], is_told: bool) -> None:
    sources = {
        f"sources/carts-{at}.yaml": SOURCE.format(name=at, text=text)
        for at, text in enumerate(texts)
    }
    witnesses = ", ".join(f"carts-{at}#carts" for at in range(len(texts)))
    series = SERIES.format(value=value, witnesses=witnesses)
    found = check(briefing({**sources, "series/all.yaml": series})).diagnostics
    assert [one.code for one in found] == ["sign-differs"] * is_told
