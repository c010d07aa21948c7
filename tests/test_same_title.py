"""Which records share a name that a reader knows them by, and which may."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]


def told(root: Path) -> list[tuple[str, str]]:
    found = check(root).diagnostics
    return [(one.code, one.message) for one in found if one.code in ("same-title", "same-name")]


@pytest.mark.parametrize(
    ("folder", "first", "second", "path"),
    [
        ("materials", "{en: Oak, fr: Bois}", "{en: Ash, fr: Bois}", "name.fr"),
        ("materials", "{en: Oak, fr: Bois, de: Holz}", "{en: Ash, fr: Bois, de: Holz}", "name.fr"),
        ("materials", "{en: Oak, zh: 木}", "{en: Ash, zh-Hant: 木}", "name.zh-Hant"),
        ("materials", "{en: Oak, fr: Bois}", "{en: Oak, fr: Bois}", "name"),
        ("materials", "{en: Oak, fr: Chêne}", "{en: Ash, fr: Frêne}", ""),
        ("bodies", "{en: Toll House}", "{en: Toll House}", "name"),
        ("bodies", "{en: Toll House, fr: Octroi}", "{en: Inn, fr: Octroi}", "name.fr"),
        ("people", "{en: Tom Hale, fr: Halle}", "{en: Jo Vale, fr: Halle}", "name.fr"),
    ],
)
def test_a_name_is_told_once(
    briefing: Write, folder: str, first: str, second: str, path: str
) -> None:
    files = {f"{folder}/a-one.yaml": f"name: {first}", f"{folder}/b-two.yaml": f"name: {second}"}
    found = [message.split("`")[1] for _, message in told(briefing(files))]
    assert found == ([path] if path else [])


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("norland", "norland", 1),
        ("norland", "sudland", 0),
        ("norland", "[]", 1),
        ("[]", "sudland", 1),
    ],
)
def test_bodies_of_two_sides_may_have_one_name(
    briefing: Write, first: str, second: str, count: int
) -> None:
    body = "name: {{en: Toll House, fr: Octroi}}\nof: {}"
    files = {"bodies/a.yaml": body.format(first), "bodies/b.yaml": body.format(second)}
    assert len(told(briefing(files))) == count


def test_persons_of_one_name_are_told_by_their_party(briefing: Write) -> None:
    person = "name: {{en: Tom Hale, fr: Halle}}\nparty: {}"
    files = {f"people/hale-{one}.yaml": person.format(one) for one in ("norland", "sudland")}
    assert told(briefing(files)) == []


@pytest.mark.parametrize(
    ("folder", "first", "second", "count"),
    [
        ("bodies", "name: Toll House\naliases: [TH]", "name: Toll Hall\naliases: [TH]", 1),
        ("bodies", "name: Toll House\naliases: [TH]", "name: TH", 1),
        ("bodies", "name: Toll House", "name: Hall\naliases: [toll house, TH]", 1),
        ("bodies", "name: Toll House\naliases: [TH]", "name: Toll Hall\naliases: [HT]", 0),
        # Of two sides, and a copy, which is told as such.
        (
            "bodies",
            "name: Toll House\naliases: [TH]\nof: norland",
            "name: Toll Hall\naliases: [TH]\nof: sudland",
            0,
        ),
        ("bodies", "name: Toll House\naliases: [TH]", "name: Toll House\naliases: [TH]", 1),
        ("people", "name: Tom Hale\naliases: [Tom Hall]", "name: Jo Vale\naliases: [Tom Hall]", 1),
        ("people", "name: Tom Hale", "name: Jo Vale\naliases: [Tom Hale]", 1),
        ("people", "name: Tom Hale\naliases: [Hale]", "name: Jo Hale\naliases: [Hale]", 0),
    ],
)
def test_an_alias_is_nobody_else_s_name(
    briefing: Write, folder: str, first: str, second: str, count: int
) -> None:
    files = {f"{folder}/a-one.yaml": first, f"{folder}/b-two.yaml": second}
    assert len(told(briefing(files))) == count
