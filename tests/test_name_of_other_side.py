"""Which offices and bodies are named for another side, and which only deal with one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]

PARTIES = {
    "parties/norland.yaml": "name: {en: Norland, fr: Nordie}\naliases: [Shire of Norland, NL]",
}
PERSON = """
    name: {{en: Tom Hale}}
    party: sudland
    offices:
      clerk:
        title: {title}
        witnesses: [courier-0310]
    """


def told(root: Path) -> list[str]:
    found = check(root).diagnostics
    return [one.message for one in found if one.code == "name-of-other-side"]


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("NL Toll House", 1),
        ("Norland's Toll House", 1),
        ("The Norland Toll House", 0),
        ("The NL Toll House", 1),
        ("Toll House of the Shire of Norland", 1),
        ("Maison de Nordie, Bureau of Nordie", 1),
        ("Toll House of Sudland", 0),
        ("Norland-Sudland Toll House", 0),
        ("Toll House of Norland and Sudland", 0),
        ("Toll House on Norland", 0),
        ("House of Norland carts", 0),
        ("Norlanders' House", 0),
    ],
)
def test_a_body_is_not_named_for_another_side(briefing: Write, name: str, count: int) -> None:
    body = f'name: {{en: "{name}"}}\nof: sudland'
    assert len(told(briefing({**PARTIES, "bodies/toll-house.yaml": body}))) == count


def test_a_body_of_no_side_or_of_both_has_any_name(briefing: Write) -> None:
    name = "name: Toll House of Norland"
    for of in ("", "\nof: [norland, sudland]"):
        assert told(briefing({"bodies/toll-house.yaml": name + of})) == []


@pytest.mark.parametrize(
    ("title", "count"),
    [
        ("Premier of Norland", 1),
        ("Vice President of the Shire of Norland", 1),
        ("Warden of Norland", 0),
        ("Head of the Bank of Norland", 0),
        ("Norland's warden", 1),
        ("Envoy to Norland", 0),
        ("Norland director", 0),
        ("Director of Norland affairs", 0),
        ("Warden of Sudland for all of Norland", 0),
        ("Warden of Norland\n        until: 2031-01-01", 0),
    ],
    ids=lambda text: str(text).split("\n")[0],
)
def test_an_office_is_not_of_another_side(briefing: Write, title: str, count: int) -> None:
    person = PERSON.format(title=title)
    assert len(told(briefing({**PARTIES, "people/tom-hale.yaml": person}))) == count


def test_a_body_whose_own_are_of_another_side_is_told_once(briefing: Write) -> None:
    body = "name: {en: Norland Bridge Office}\nof: sudland"
    found = check(briefing({"bodies/norland-bridge-office.yaml": body})).diagnostics
    assert [one.code for one in found] == ["party-differs"]


def test_without_parties_nothing_is_named_for_one(briefing: Write) -> None:
    gone = {"parties/norland.yaml": None, "parties/sudland.yaml": None}
    assert told(briefing(gone)) == []
