"""The time in a title, an id and a label, against that of the record: told once, no near miss."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]
DAY = "{value: 2031-03-09, inferred: guessed, witnesses: [courier-0310#met]}"
MEASURE = "title: {title}\nissuer: norland-bridge-office\n{key}: {day}\n"


def told(root: Path, name: str) -> list[int]:
    found = check(root).diagnostics
    return [
        one.span.line
        for one in found
        if one.code == "label-differs" and one.span.file.path == f"content/{name}"
    ]


@pytest.mark.parametrize(
    ("id_", "title", "key", "expected"),
    [
        ("order-2031-03-09", "Order of 9 March 2031 on carts", "announced", []),
        ("order-2031-03-09", "Order of March 2031 on carts", "announced", []),
        ("order-2031-03", "Order of 9 March 2031 on carts", "announced", []),
        ("order-2031-03-09", "Order of 10 March 2031 on carts", "announced", [1]),
        ("order-2031-03", "Order of April 2031 on carts", "announced", [1]),
        # What the id is not asked, the first day is.
        ("order-on-carts", "Order of 10 March 2031 on carts", "announced", [3]),
        ("order-on-carts", "Order of 9 March 2031 on carts", "announced", []),
        # What is announced earlier is called by when it is in force, or stays another.
        ("order-2031-04", "Order of April 2031 on carts", "announced", []),
        ("order-2031-03", "Stay of Order No. 4 of February 2031", "announced", []),
        # It may come into force on another day.
        ("order-on-carts", "Order of 8 March 2031 on carts", "in-force", []),
        # Those are the days of something else.
        ("order-2031-03", "Stay of the order of February 2031", "announced", []),
        ("order-2031-03", "Order on carts from April 2031", "announced", []),
        ("order-2031-03", "Order of March 2031 on the fair of April 2031", "announced", []),
    ],
)
def test_a_title_has_the_time_of_the_id_or_the_first_day(
    briefing: Write, id_: str, title: str, key: str, expected: list[int]
) -> None:
    name = f"measures/{id_}.yaml"
    text = MEASURE.format(title=title, key=key, day=DAY)
    assert told(briefing({name: text}), name) == expected


@pytest.mark.parametrize(
    ("id_", "title", "expected"),
    [
        ("talks-2031-03", "Talks at the ford", []),
        ("talks-2031-04", "Talks at the ford", [2]),
        # The title bears the day out: it is the file that is called otherwise.
        ("talks-2031-04", "Talks at the ford, March 2031", [2]),
        ("talks-2031-99", "Talks at the ford, March 2031", []),
    ],
)
def test_a_round_is_called_by_its_day(
    briefing: Write, id_: str, title: str, expected: list[int]
) -> None:
    name = f"rounds/{id_}.yaml"
    text = f"title: {title}\ndate: {DAY}\n"
    assert told(briefing({name: text}), name) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("March 2731, month on month", [4]),
        ("March 2031, month on month", []),
        ("March 1240 carts", []),
        ("March", []),
    ],
)
def test_a_label_has_a_year_of_ours(briefing: Write, label: str, expected: list[int]) -> None:
    text = f"""\
title: Boats
unit: boats
points:
  2031-03-mom: {{label: "{label}", value: 1240, witnesses: [courier-0310#carts]}}
"""
    assert told(briefing({"series/boats.yaml": text}), "series/boats.yaml") == expected


@pytest.mark.parametrize(
    ("key", "label", "expected"),
    [
        ("norland-24", "Norland's toll of 24 %", []),
        ("norland-24", "Norland's toll of 34 %", [5]),
        ("norland-24", "Norland's toll, 42 points of it", [5]),
        ("norland-24", "Norland's toll above 10 %, the other 24 points", []),
        ("norland-24", "Norland's toll of Order 257", []),
        # The label may name the rate of something else.
        ("norland", "Norland's toll above 10 %", []),
        ("norland-12", "Norland's toll above 10 %", []),
    ],
)
def test_a_label_has_the_rate_of_its_key_and_value(
    briefing: Write, key: str, label: str, expected: list[int]
) -> None:
    toll = f"""\
title: Tolls
issuer: norland-bridge-office
parts:
  {key}:
    label: {label}
    value: 24
    unit: "%"
    inferred: by word
    witnesses: [courier-0310#carts]
"""
    chart = f"""\
title: Tolls
subtitle: What holds
form: spans
spans:
  toll: {{of: tolls.parts.{key}, label: "{label}"}}
"""
    root = briefing({"measures/tolls.yaml": toll, "charts/tolls-that-hold.yaml": chart})
    assert told(root, "measures/tolls.yaml") == expected
    assert told(root, "charts/tolls-that-hold.yaml") == expected
