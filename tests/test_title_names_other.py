"""Which titles name another than the keys of their record, and which may."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]

ROUND = """
    title: Talks {at}
    place: {{en: "{place}"}}
    date: {{value: 2031-03-09, witnesses: [courier-0310#met]}}
    """
BEFORE = {
    "people/tom-hale.yaml": "name: {en: Tom Hale, fr: Thomas Halle}\naliases: [the ferryman Hale]",
    "people/ivo-oxmoor.yaml": "name: {en: Ivo Oxmoor}",
    "bodies/ford-bank.yaml": "name: {en: Ford Bank of Carts}\nhouse: mill-bank",
    "bodies/mill-bank.yaml": "name: {en: Mill Bank}",
    "rounds/ford-talks.yaml": ROUND.format(at="at Ford", place="The Inn, Ford"),
    "rounds/vale-talks.yaml": ROUND.format(at="in Vale", place="Vale"),
    "rounds/oxmoor-talks.yaml": ROUND.format(at="in Oxmoor", place="Oxmoor"),
    "agreements/vale.yaml": "title: Vale pact\nabout: vale-talks\nparties: [norland, sudland]",
}
CLAIM = "title: {title}\n{keys}\nsays: the shires met at the mill\nwitnesses: [courier-0310#met]\n"


def told(root: Path) -> list[str]:
    found = check(root).diagnostics
    return [one.message for one in found if one.code == "title-names-other"]


def claimed(briefing: Write, title: str, keys: str) -> list[str]:
    return told(briefing({**BEFORE, "claims/met.yaml": CLAIM.format(title=title, keys=keys)}))


@pytest.mark.parametrize(
    ("title", "keys", "named"),
    [
        ("Reed on the mill", "by: tom-hale", "`Reed`, and `by` names `tom-hale`"),
        ("Hale on the mill", "by: ada-reed", "`Hale`, and `by` names `ada-reed`"),
        ("Halle on the mill", "by: ada-reed", "`Halle`, and `by` names `ada-reed`"),
        ("Reed, by Hale's account", "by: ivo-oxmoor", "`Reed` and `Hale`, and `by` names"),
        ("Ford Bank on carts", "by: courier", "`Ford Bank`, and `by` names `courier`"),
        ("The crowd in Vale", "about: ford-talks", "`Vale`, and `about` names `ford-talks`"),
        ("Aim of the Ford talks", "about: vale-talks", "`Ford`, and `about` names `vale-talks`"),
        ("Reed in Vale", "about: [ada-reed, ford-talks]", "`Vale`, and `about` names `ford-talks`"),
    ],
)
def test_a_title_with_another_is_told(briefing: Write, title: str, keys: str, named: str) -> None:
    (message,) = claimed(briefing, title, keys)
    assert named in message


@pytest.mark.parametrize(
    ("title", "keys"),
    [
        ("Hale on the mill", "by: tom-hale"),
        ("Reed, by Hale's account", "by: tom-hale"),
        ("Reed's visit", "by: tom-hale\nabout: ada-reed"),
        ("Reed's visit", "by: norland"),
        ("Reeds on the mill", "by: tom-hale"),
        ("The mill", "by: tom-hale"),
        ("What Vale thinks", "about: ford-talks"),
        ("Hopes after the Vale talks", "about: ford-talks"),
        ("The crowd in Vale", "about: [ford-talks, vale]"),
        ("The crowd in Vale", "about: vale"),
        ("Ford Bank on carts", "by: mill-bank"),
        ("The crowd in Oxmoor", "about: ford-talks"),
        ("Reed on the mill", "by: tom-hail"),
    ],
    ids=lambda text: text.replace("\n", ", "),
)
def test_a_title_that_may_be_right_is_silent(briefing: Write, title: str, keys: str) -> None:
    assert claimed(briefing, title, keys) == []


def test_who_has_a_position_may_be_named(briefing: Write) -> None:
    claim = """
        title: The visit, by Hale's account
        about: ada-reed
        positions:
          one: {by: tom-hale, says: it was short, witnesses: [courier-0310#met]}
          two: {by: sudland, says: it was long, witnesses: [office-0312#met]}
        """
    assert told(briefing({**BEFORE, "claims/visit.yaml": claim})) == []


@pytest.mark.parametrize(("holder", "count"), [("ford-bank", 0), ("courier", 1)])
def test_who_issues_a_licence_is_not_its_holder(briefing: Write, holder: str, count: int) -> None:
    licence = f"""
        title: Licences of Ford Bank
        issuer: norland-bridge-office
        holders: {holder}
        by-hand: {{label: By hand, by: ford-bank, says: so, witnesses: [courier-0310#met]}}
        """
    assert len(told(briefing({**BEFORE, "licences/cart-licence.yaml": licence}))) == count


@pytest.mark.parametrize(
    ("category", "is_told"),
    [
        ("terbium oxide", False),
        ("Cerium oxide", True),
        ("cerium and terbium oxides", False),
        ("oxides", False),
    ],
)
def test_a_series_is_of_the_material_in_its_title(
    briefing: Write, category: str, is_told: bool
) -> None:
    files = {
        "materials/terbium-metal.yaml": "{name: terbium, symbol: Tb}",
        "materials/cerium-metal.yaml": "{name: cerium, symbol: Ce}",
        "series/oxide.yaml": f"{{title: Price of terbium oxide, category: {category}}}",
    }
    message = "the title names `terbium-metal`, and `category` names `cerium-metal`"
    assert told(briefing(files)) == [message] * is_told
