"""What is near, and the times that keys and labels name."""

from __future__ import annotations

import pytest

from generator.near import nearest
from generator.rules.shared import is_slip, period_in, period_of


@pytest.mark.parametrize(
    ("word", "name", "expected"),
    [
        ("Norlend", "Norland", True),
        ("Norlandd", "Norland", True),
        ("Nroland", "Norland", True),
        ("Norlands", "Norland", False),
        ("Genevan", "Geneva", False),
        ("Norland", "norland", False),
        ("Sudland", "Norland", False),
    ],
)
def test_a_slip_is_one_letter(word: str, name: str, expected: bool) -> None:
    assert is_slip(word, name) is expected


def test_the_nearest_choice_is_offered_if_any_is_near() -> None:
    assert nearest("bridge-tol", ["mill", "bridge-toll"]) == "bridge-toll"
    assert nearest("ferry", ["mill", "bridge-toll"]) == ""


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [
        ("2031-02-yoy", "2031-02-01", "2031-02-28"),
        ("2031-h1", "2031-01-01", "2031-06-30"),
        ("2031-q4-yoy", "2031-10-01", "2031-12-31"),
        ("2031-jan-may", "2031-01-01", "2031-05-31"),
        ("2031-edition-2030", "2031-01-01", "2031-12-31"),
    ],
)
def test_a_key_names_a_time(key: str, first: str, last: str) -> None:
    found = period_of(key)
    assert found and (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.parametrize("key", ["almanac", "2031-h3", "2031-may-jan"])
def test_other_keys_name_no_months(key: str) -> None:
    found = period_of(key)
    assert found is None or found.text == "2031"


@pytest.mark.parametrize(
    ("label", "last"),
    [
        ("first half of 2031", "2031-06-30"),
        ("The third quarter of 2031, by value", "2031-09-30"),
        ("January to May 2031", "2031-05-31"),
        ("February 2031, by day", "2031-02-28"),
    ],
)
def test_a_label_names_a_time(label: str, last: str) -> None:
    found = period_in(label)
    assert found and found.last.isoformat() == last


def test_a_label_may_name_none() -> None:
    assert period_in("the carts of 2031") is None
