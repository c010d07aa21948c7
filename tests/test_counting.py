"""Numbers of things in words."""

from __future__ import annotations

import pytest

from generator.counting import counted, counted_if_any


@pytest.mark.parametrize(
    ("number", "told", "if_any"),
    [
        (0, "0 files", ""),
        (1, "1 file", "1 file"),
        (2, "2 files", "2 files"),
        (1240, "1,240 files", "1,240 files"),
    ],
)
def test_a_number_has_its_noun_in_the_right_form(number: int, told: str, if_any: str) -> None:
    assert counted(number, "file") == told
    assert counted_if_any(number, "file") == if_any
