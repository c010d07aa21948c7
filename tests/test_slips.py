"""Which words one slip parts, and that the near names are found without trying each."""

from __future__ import annotations

import pytest

from generator.derive.slips import Slips, is_slip


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Lutnik", "one too few"),
        ("Luttnick", "one too many"),
        ("Lutnicke", "one too many at the end"),
        ("Lutnock", "another"),
        ("Lutnikc", "two changed about"),
        ("Mutnick", "another at the start"),
    ],
)
def test_a_slip(word: str, kind: str) -> None:
    assert is_slip(word, "Lutnick"), kind
    assert Slips(["Geneva", "Lutnick"]).of(word) == ("Lutnick",)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Geneva", "GENEVA"),
        ("Genevas", "Geneva"),
        ("Genevan", "Geneva"),
        ("Geneva", "Genevan"),
        ("Gineve", "Geneva"),
        ("Enevag", "Geneva"),
        ("Gen", "Geneva"),
    ],
)
def test_no_slip(word: str, name: str) -> None:
    assert not is_slip(word, name)
    assert Slips([name]).of(word) == ()


def test_every_near_name_is_told() -> None:
    assert Slips(["Zhong", "Zhang", "Zhao"]).of("Zheng") == ("Zhang", "Zhong")
