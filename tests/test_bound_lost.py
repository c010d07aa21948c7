"""A number that its quotations call more, less or about that; told once, and no near miss."""

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
  2031-03: {{value: {value}, witnesses: [{witnesses}]{extra}}}
"""


def told(write: Write, value: str, *texts: str, extra: str = "") -> list[tuple[str, str]]:
    sources = {
        f"sources/carts-{at}.yaml": SOURCE.format(name=at, text=text)
        for at, text in enumerate(texts)
    }
    witnesses = ", ".join(f"carts-{at}#carts" for at in range(len(texts)))
    series = SERIES.format(value=value, witnesses=witnesses, extra=extra)
    found = check(write({**sources, "series/all.yaml": series})).diagnostics
    return [(one.code, one.help.partition(",")[0]) for one in found]


def bound(value: str) -> list[tuple[str, str]]:
    return [("bound-lost", f'write `"{value}"`')]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It counted 90 carts.", []),
        ("It counted more than 90 carts.", bound(">90")),
        ("Over 90 carts came.", bound(">90")),
        ("It counted no more than 90 carts.", bound("<=90")),
        ("It counted no less than 90 carts.", bound(">=90")),
        ("It counted at least 90 carts, at most 95.", bound(">=90")),
        ("It counted up to 90 carts.", bound("<=90")),
        ("It counted nearly 90 carts.", bound("~90")),
        ("They were about ninety carts.", bound("~90")),
        ("It counted ~90 carts.", bound("~90")),
        # How it was found, and words that are not of this number.
        ("An estimated 90 carts came.", []),
        ("More than half of the 90 carts came.", []),
        ("It was more than the 90 carts of March.", []),
        ("It counted about 85 to 90 carts.", []),
        ("Some 90 carts came.", []),
        ("It counted roundabout 90 carts.", []),
        # Another place of the same words has it plain.
        ("It counted over 80, and then 90; about 90 in all.", []),
    ],
)
def test_words_before_a_number_make_it_a_bound(
    briefing: Write, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(briefing, "90", text) == expected


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        ('">90"', "It counted more than 90 carts.", []),
        ('"~90"', "It counted about 90 carts.", []),
        # What is at least 90 may be 90.
        ('">90"', "It counted at least 90 carts.", bound(">=90")),
        ('">90"', "It counted 90 or more.", bound(">=90")),
        ('"<90"', "It counted at most 90 carts.", bound("<=90")),
        ('"<-25"', "The carts fell by at least 25.", bound("<=-25")),
        ('">=90"', "It counted at least 90 carts.", []),
        ('">=90"', "It counted more than 90 carts.", []),
        ('"<=90"', "It counted 90 or more.", bound(">=90")),
        ('"<=90"', "It counted more than 90 carts.", bound(">=90")),
        ("85..90", "It counted over 85 and under 90 carts.", []),
        ("-25", "The carts fell by over 25.", bound("<-25")),
        ("-25", "The carts fell by at most 25.", bound(">=-25")),
        ("-25", "The carts fell by about 25.", bound("~-25")),
    ],
)
def test_the_sign_says_so(
    briefing: Write, value: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(briefing, value, text) == expected


@pytest.mark.parametrize(
    ("unit", "text", "expected"),
    [
        ("USD", "Carts paid more than $90 in all.", bound(">90")),
        ("USD", "Carts paid a toll of over US$90 in all.", bound(">90")),
        ('"%"', "Over 90% of all carts came.", bound(">90")),
        ("days", "The bridge is shut for more than 90 days.", bound(">90")),
        ("kg", "A cart uses around 90 kg of oats.", bound("~90")),
        ("oxen", "A book about 90 oxen.", []),
        # As long as that, or longer.
        ("days", "The carts came over 90 days.", []),
    ],
)
def test_a_unit_changes_nothing_but_a_length_of_time(
    briefing: Write, unit: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(briefing, "90", text, extra=f", unit: {unit}") == expected


def test_one_quotation_that_has_it_plain_is_enough(briefing: Write) -> None:
    over, plain = "Over 90 carts came.", "In all 90 carts came."
    assert told(briefing, "90", over, plain) == []
    assert told(briefing, "90", over, over.replace("Over", "About")) == bound(">90")


def test_a_number_that_stands_nowhere_is_told_as_that_alone(briefing: Write) -> None:
    assert [code for code, _ in told(briefing, "91", "Over 90 came.")] == ["value-not-in-quotation"]


def test_the_number_of_an_annex_counts_nothing(briefing: Write) -> None:
    text = "It counted 40 or more of the carts in Annex 1."
    assert [code for code, _ in told(briefing, '">=1"', text)] == ["value-not-in-quotation"]
    assert told(briefing, '">=40"', text) == []


def test_a_reason_for_the_value_is_believed(briefing: Write) -> None:
    assert told(briefing, "90", "Over 90 carts came.", extra=", inferred: the book has it") == []


def test_it_is_told_at_the_value(briefing: Write) -> None:
    source = SOURCE.format(name="a", text="Over 90 thousand carts came.")
    series = SERIES.format(value="90000", witnesses="carts-a#carts", extra="")
    root = briefing({"sources/carts-a.yaml": source, "series/all.yaml": series})
    (found,) = check(root).diagnostics
    assert found.place == ("content/series/all.yaml", 5, 20, "bound-lost")
    assert found.span.text == "90000"
    assert found.message == "`90000`, and the quotation `carts-a#carts` has `Over 90 thousand`"
