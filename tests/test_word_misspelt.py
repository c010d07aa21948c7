"""A word that sorts is held against those that stand more often, each counted once for a fact."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator import rules
from generator.derive import derive
from generator.read import read

Write = Callable[..., Path]

CLAIM = """
    title: Carts over the bridge, {id}
    says: the bridge carried 1,240 carts
    category: {word}
    witnesses: [courier-0310#carts]
    """
WITH_POSITIONS = """
    asks: How many carts?
    about: mill-talks-2031-03
    category: tradf
    positions:
      many: {by: norland, says: many carts, witnesses: [courier-0310#carts]}
      few: {by: sudland, says: few carts, witnesses: [courier-0310#carts]}
    """


def told(root: Path) -> list[str]:
    contents = read(root)
    found = rules.check(derive(contents.briefing, contents.briefing.edition.as_of.first))
    return [one.span.text for one in found if one.code == "word-misspelt"]


def test_what_positions_share_counts_once(briefing: Write) -> None:
    files = {"claims/p.yaml": WITH_POSITIONS}
    files |= {f"claims/c{id}.yaml": CLAIM.format(id=id, word="trade") for id in (0, 1)}
    assert told(briefing(files)) == ["tradf"]


def test_of_two_words_that_stand_once_neither_is_told(briefing: Write) -> None:
    files = {"claims/p.yaml": WITH_POSITIONS, "claims/c.yaml": CLAIM.format(id=0, word="trade")}
    assert told(briefing(files)) == []


SOURCE = """
    publisher: The Courier
    title: Tolls
    published: 2031-03-10
    retrieved: 2031-07-01
    kind: newspaper
    origin: own
    quotes:
      tolls: {text: "Tolls of $2 billion, $3 billion and $4 billion, up 5 per cent"}
    """
SERIES = """
    title: Tolls
    reporter: courier
    unit: {unit}
    points:
      2029: {{value: 2, unit: {first}, witnesses: [tolls#tolls]}}
      2030: {{value: 3, unit: {second}, witnesses: [tolls#tolls]}}
      2031: {{value: 5, unit: "{share}", witnesses: [tolls#tolls]}}
    """


def codes(briefing: Write, **units: str) -> list[tuple[str, str]]:
    files = {"sources/tolls.yaml": SOURCE, "series/toll-income.yaml": SERIES.format(**units)}
    contents = read(briefing(files))
    found = rules.check(derive(contents.briefing, contents.briefing.edition.as_of.first))
    return [(one.code, one.span.text) for one in found]


def test_a_unit_that_is_a_slip_of_others_is_told(briefing: Write) -> None:
    found = codes(briefing, unit="USD bn", first="USD bn", second="USD bnn", share="%")
    assert found == [("word-misspelt", "USD bnn")]


def test_a_unit_that_is_known_is_no_slip(briefing: Write) -> None:
    found = codes(briefing, unit="USD bn", first="USD bn", second="USD tn", share="%")
    assert "word-misspelt" not in [code for code, _ in found]


@pytest.mark.parametrize("second", ["USD bln", "USD billion"])
def test_a_unit_is_written_as_elsewhere(briefing: Write, second: str) -> None:
    found = codes(briefing, unit="USD bn", first="USD bn", second=second, share="%")
    assert found == [("word-misspelt", second)]


def test_a_unit_that_is_told_to_be_wrong_is_not_called_misspelt(briefing: Write) -> None:
    found = codes(briefing, unit="USD bn", first="USD bn", second="USD bn", share="%%")
    assert [code for code, _ in found] == ["percent-or-points"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        *(("trades", ["trades"]), ("Trade", ["Trade"]), ("trade.", ["trade."])),
        *(("trade in carts", []), ("trade 2", [])),
    ],
)
def test_a_plural_sorts_apart_as_a_slip_does(
    briefing: Write, word: str, expected: list[str]
) -> None:
    words = ("trade", "trade", word)
    files = {f"claims/c{id}.yaml": CLAIM.format(id=id, word=each) for id, each in enumerate(words)}
    assert told(briefing(files)) == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [("carts", []), ("cartts", ["cartts"]), ("cart", ["cart"]), ("carps", ["carps"]), ("gate", [])],
)
def test_of_two_lone_families_that_a_slip_parts_one_is_told(
    briefing: Write, second: str, expected: list[str]
) -> None:
    text = "{{title: {family}, family: {family}, reporter: courier, unit: carts}}"
    files = {
        "series/a.yaml": text.format(family="carts"),
        "series/b.yaml": text.format(family=second),
    }
    assert told(briefing(files)) == expected


def test_a_unit_differs_by_a_capital_and_not_by_a_plural(briefing: Write) -> None:
    assert codes(briefing, unit="USD bn", first="USD bn", second="USD Bn", share="%") == [
        ("word-misspelt", "USD Bn")
    ]


@pytest.mark.parametrize(
    ("title", "category", "is_told"),
    [
        ("Price of cerium oxide", "cerium oxide, edition of 2031", False),
        ("Price of cerium oxide", "ceruim oxide, edition of 2031", True),
        ("Price of ceruim oxide", "cerium oxide, edition of 2031", True),
        # Other forms of a word, and words that both have.
        ("Mines of the shire", "mined loads", False),
        ("Export of loads", "exports by cart", False),
        ("Carts and carps", "carps", False),
    ],
)
def test_a_category_has_the_words_of_its_title(
    briefing: Write, title: str, category: str, is_told: bool
) -> None:
    text = f"{{title: {title}, category: '{category}', reporter: courier, unit: carts}}"
    assert told(briefing({"series/a.yaml": text})) == [f"'{category}'"] * is_told
