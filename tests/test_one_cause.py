"""One cause gives one message: at the cause, with the places that show it as its labels.

What only stands near it and is wrong for a reason of its own is told as well.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check
from generator.diagnostics import Diagnostic

Write = Callable[..., Path]
Told = list[tuple[str, str]]


def found(root: Path) -> list[Diagnostic]:
    every = check(root).diagnostics
    return [one for one in every if not one.code.startswith("unused-")]


def told(root: Path) -> Told:
    """What is found, each with the text that it points at."""
    return [(one.code, one.span.text) for one in found(root)]


def labels(one: Diagnostic) -> list[str]:
    return [label.span.text for label in one.labels]


NOTICE = """
    title: Notice 9
    issuer: norland-bridge-office
    acts:
      toll:
        does: suspend
        party: norland
        target: bridge-toll
        {day}inferred: {{{reason}: the notice is of that day}}
        witnesses: [office-0312#toll]
    """


@pytest.mark.parametrize(
    ("day", "reason", "expected"),
    [
        ("from: 2031-04-02\n        ", "from", []),
        ("", "from", [("act-without-day", "suspend")]),
        # The reason for something else is none for the day.
        ("", "until", [("act-without-day", "suspend"), ("reason-of-nothing", "until")]),
    ],
)
def test_an_act_without_its_day_is_told_with_the_reason_for_it(
    briefing: Write, day: str, reason: str, expected: Told
) -> None:
    notice = NOTICE.format(day=day, reason=reason)
    assert told(briefing({"measures/notice-9.yaml": notice})) == expected


BOATS = """
    title: Boats under the bridge
    reporter: norland-bridge-office
    unit: carts
    points:
      {key}: {{label: {label}, value: "1240", inferred: guessed, witnesses: [courier-0310#carts]}}
      2031-twice: {{compute: 2031-jan-feb * 2}}
      2031-half: {{compute: 2031-jan-feb / 2}}
      2031-03: {{label: {other}, value: "1240", inferred: guessed, witnesses: [courier-0310]}}
    """


@pytest.mark.parametrize(
    ("key", "label", "other", "expected"),
    [
        ("2031-jan-feb", "January and February 2031", "March 2031", []),
        (
            "2031-jan-to-feb",
            "January and February 2031",
            "March 2031",
            [("dangling-ref", "2031-jan-to-feb")],
        ),
        (
            "2031-jan-to-feb",
            "January and February 2031",
            "April 2031",
            [("dangling-ref", "2031-jan-to-feb"), ("label-differs", "2031-03")],
        ),
    ],
)
def test_a_key_that_nothing_names_is_not_held_against_its_label_too(
    briefing: Write, key: str, label: str, other: str, expected: Told
) -> None:
    boats = BOATS.format(key=key, label=label, other=other)
    assert told(briefing({"series/boats.yaml": boats})) == expected
