"""What is near, and the times that labels name."""

import pytest

from generator.near import nearest
from generator.rules.shared import is_slip, period_in


@pytest.mark.parametrize("word", ["Norlend", "Norlandd", "Nroland"])
def test_a_slip_is_one_letter(word: str) -> None:
    assert is_slip(word, "Norland")


@pytest.mark.parametrize("word", ["Norlands", "Norlandan", "norland", "Sudland"])
def test_a_form_or_another_word_is_none(word: str) -> None:
    assert not is_slip(word, "Norland")


def test_the_nearest_choice_is_offered_if_any_is_near() -> None:
    assert nearest("bridge-tol", ["mill", "bridge-toll"]) == "bridge-toll"
    assert nearest("ferry", ["mill", "bridge-toll"]) == ""


@pytest.mark.parametrize(
    ("label", "last"),
    [
        ("first half of 2031", "2031-06-30"),
        ("The third quarter of 2031, by value", "2031-09-30"),
        ("January to May 2031", "2031-05-31"),
        ("February 2031, by day", "2031-02-28"),
        ("the carts of 2031", None),
        ("third half of 2031", None),
        ("May to March 2031", None),
    ],
)
def test_a_label_may_name_a_time(label: str, last: str | None) -> None:
    found = period_in(label)
    assert (found.last.isoformat() if found else None) == last
