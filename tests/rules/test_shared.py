"""What is near, and the times that labels name."""

import pytest

from generator.near import nearest
from generator.rules.shared import is_slip, period_in


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
    ("label", "last"),
    [
        ("first half of 2031", "2031-06-30"),
        ("The third quarter of 2031, by value", "2031-09-30"),
        ("January to May 2031", "2031-05-31"),
        ("first quarter of 2031", "2031-03-31"),
        ("February 2031, by day", "2031-02-28"),
    ],
)
def test_a_label_names_a_time(label: str, last: str) -> None:
    found = period_in(label)
    assert found and found.last.isoformat() == last


@pytest.mark.parametrize("label", ["the carts of 2031", "third half of 2031", "May to March 2031"])
def test_a_label_may_name_none(label: str) -> None:
    assert period_in(label) is None
