"""A figure that rests on the cell of another is told once, and what only looks so is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check
from generator.diagnostics import Diagnostic

Write = Callable[..., Path]
OF = "`{}` rests on the cell of `{}`, and the figures beside it on their own"
IN = "`{}` rests on `{}`, and the figures beside it on cells such as `{}`"
HEAD = "title: Toll\nreporter: norland-bridge-office\nunit: pence\npoints:\n"
YEARS = ("2027", "2028", "2029", "2030")
TOLLS = """\
publisher: Norland Bridge Office
title: Tolls
url: https://bridge.example/tolls
published: 2031-03-12
retrieved: 2031-07-01
kind: statistics office
form: copy
text_of: norland-bridge-office
origin: own
tables:
  tolls:
    title: Tolls by year
    licence: public domain
    columns: {load: Load, 2027: "2027", 2028: "2028", 2029: "2029", 2030: "2030", all: All}
    rows:
      carts: [Carts, 2, 2, 2, 2, 2]
      geese: [Geese, 2, 2, 2, 3, 2]
      union-of-shires: [Both, 2, 2, 2, 2, 2]
      sheep: [Sheep, 2, 2, 2, 2, 2]
      pigs: [Pigs, 2, 2, 2, 2, 2]
"""


def figures(*rows: str) -> str:
    """A series: a key and its cells in each row."""
    pairs = (row.split(": ") for row in rows)
    return HEAD + "".join(
        f"  {key}: {{label: {key}, value: 2, witnesses: [{cells}]}}\n"
        for key, cells in (
            (key, ", ".join(f"tolls#tolls/{cell}" for cell in cells.split()))
            for key, cells in pairs
        )
    )


def found(root: Path) -> list[Diagnostic]:
    return [one for one in check(root).diagnostics if one.code == "cell-differs"]


def by_year(last: str, load: str = "carts") -> str:
    return figures(*(f"{year}: {load}/{year}" for year in YEARS[:3]), last)


BY_LOAD = ("carts-2030: carts/2030", "sheep-2030: sheep/2030", "pigs-2030: pigs/2030")


@pytest.mark.parametrize(
    ("series", "expected"),
    [
        pytest.param(by_year("2030: carts/2030"), [], id="own"),
        pytest.param(
            by_year("2030: carts/2029"),
            [OF.format("2030", "2029")],
            id="another-year",
        ),
        pytest.param(
            by_year("2003: carts/2030"),
            [OF.format("2003", "2030")],
            id="another-key",
        ),
        pytest.param(
            by_year("2030: sheep/2030"),
            [IN.format("2030", "sheep/2030", "carts/2027")],
            id="another-row",
        ),
        pytest.param(by_year("2030: geese/2030"), [], id="another-row-of-another-value"),
        pytest.param(by_year("2030: sheep/2029"), [], id="another-row-and-year"),
        pytest.param(by_year("all: carts/all"), [], id="a-name-among-years"),
        pytest.param(by_year("2030: carts/2030 sheep/2029"), [], id="a-sum-of-two"),
        pytest.param(
            figures("2028: carts/2028", "2029: carts/2029", "2030: carts/2029"), [], id="too-few"
        ),
        pytest.param(figures(*BY_LOAD, "union-2030: union-of-shires/2030"), [], id="other-name"),
        pytest.param(
            figures(*BY_LOAD, "geese-2029: carts/2029"),
            [OF.format("geese-2029", "carts-2029")],
            id="name-of-another",
        ),
        pytest.param(
            figures(*BY_LOAD, "geese-2029: geese/2028"),
            [OF.format("geese-2029", "geese-2028")],
            id="year-of-another",
        ),
        pytest.param(
            figures("carts: carts/all", "sheep: sheep/all", "pigs: pigs/all", "geese: geese/2029"),
            [IN.format("geese", "geese/2029", "carts/all")],
            id="another-column",
        ),
    ],
)
def test_a_figure_rests_on_its_own_cell(briefing: Write, series: str, expected: list[str]) -> None:
    root = briefing({"sources/tolls.yaml": TOLLS, "series/toll.yaml": series})
    assert [one.message for one in found(root)] == expected


def test_it_is_told_at_the_witness_and_nowhere_else(briefing: Write) -> None:
    text = by_year("2030: carts/2029")
    root = briefing({"sources/tolls.yaml": TOLLS, "series/toll.yaml": text})
    (told,) = check(root).diagnostics
    line = text.splitlines()[-1]
    at = ("content/series/toll.yaml", 8, line.index("tolls#") + 1, "cell-differs")
    assert told.place == at
    assert told.span.text == "tolls#tolls/carts/2029"
    assert told.help == "write `tolls#tolls/carts/2030`, or mend the key"


def test_a_key_without_a_cell_is_what_is_to_be_mended(briefing: Write) -> None:
    text = by_year("2003: carts/2030")
    (told,) = check(briefing({"sources/tolls.yaml": TOLLS, "series/toll.yaml": text})).diagnostics
    assert told.help == "write the key `2030`"


def test_a_value_that_the_cell_does_not_have_is_told_alone(briefing: Write) -> None:
    text = by_year("2030: geese/2030")
    (told,) = check(briefing({"sources/tolls.yaml": TOLLS, "series/toll.yaml": text})).diagnostics
    assert told.code == "value-not-in-quotation"
