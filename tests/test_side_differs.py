"""Figures of another side than their line or group: told once, at what is most likely wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]
TOLL = """\
title: Toll on {name}
issuer: {issuer}
in-force: {{value: 2031-04-01, witnesses: [office-0312#toll]}}
parts:
  rate: {{label: toll, value: 2, unit: pence, witnesses: [office-0312#toll]}}
"""
FIGURE = "{label: %s, value: 2, unit: pence, witnesses: [office-0312#toll]%s}\n"
OLDER = (
    "title: Tolls before\n"
    + ("norland: " + FIGURE % ("in the north", ", party: norland"))
    + ("sudland: " + FIGURE % ("in the south", ", party: sudland"))
    + ("south: " + FIGURE % ("in the south again", ", party: sudland"))
    + ("ferry: " + FIGURE % ("of the ferry", ""))
)
# Of Sudland, of Norland, of both and of Sudland by a body.
MEASURES = {"boats": "sudland", "geese": "norland", "sheep": "[norland, sudland]", "carts": "wharf"}
FILES = {
    **{f"measures/{name}.yaml": TOLL.format(name=name, issuer=of) for name, of in MEASURES.items()},
    "measures/bridge-toll.yaml": None,
    "series/carts.yaml": None,
    "pages/carts.md": "# Tolls\n",
    "claims/older.yaml": OLDER,
    "bodies/wharf.yaml": "{name: Wharf Office, of: sudland}",
}
BY_DAY = "title: Tolls by day\nsubtitle: As charged\nform: steps\nlines:\n"
BY_SIDE = "title: Tolls by side\nsubtitle: As charged\nform: figures\ngroups:\n"


def line(party: str, *rates: str) -> str:
    """A line of a chart, with rates one after the other."""
    since = ["", *(f", since: {one}.in-force" for one in (*MEASURES, *MEASURES))]
    steps = "".join(f"      s{at}: {{rate: {rate}{since[at]}}}\n" for at, rate in enumerate(rates))
    return f"  {party}:\n    title: Tolls of {party}\n    party: {party}\n    steps:\n{steps}"


def group(party: str, *figures: str) -> str:
    """A group of a comparison."""
    entries = "".join(f"      e{at}: {{of: {one}}}\n" for at, one in enumerate(figures))
    return f"  {party}:\n    title: Tolls of {party}\n    party: {party}\n    entries:\n{entries}"


def told(root: Path) -> list[tuple[str, int, str]]:
    """What is told of sides, by file, line and the text that is pointed at."""
    every = [one for one in check(root).diagnostics if one.code == "side-differs"]
    return [(Path(one.span.file.path).stem, one.span.line, one.span.text) for one in every]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        pytest.param(("boats.parts.rate", "older.sudland"), [], id="own"),
        pytest.param(("carts.parts.rate", "older.sudland"), [], id="of-its-body"),
        pytest.param(("sheep.parts.rate", "older.sudland"), [], id="of-both"),
        pytest.param(("older.ferry", "older.sudland"), [], id="of-nobody"),
        pytest.param(
            ("boats.parts.rate", "geese.parts.rate"), [("by", 10, "geese.parts.rate")], id="half"
        ),
        pytest.param(
            ("older.norland", "older.sudland", "boats.parts.rate"),
            [("by", 9, "older.norland")],
            id="one-of-three",
        ),
        pytest.param(
            ("older.norland", "geese.parts.rate", "boats.parts.rate"),
            [("by", 7, "sudland")],
            id="most",
        ),
        pytest.param(
            ("older.ferry", "older.norland"), [("by", 7, "sudland")], id="all-that-have-a-side"
        ),
    ],
)
@pytest.mark.parametrize(
    ("kind", "head", "row"), [("charts", BY_DAY, line), ("comparisons", BY_SIDE, group)]
)
def test_it_is_told_at_the_figure_or_where_the_side_is_named(
    briefing: Write,
    kind: str,
    head: str,
    row: Callable[..., str],
    figures: tuple[str, ...],
    expected: list[tuple[str, int, str]],
) -> None:
    given = head + row("sudland", *figures)
    assert told(briefing({**FILES, f"{kind}/by.yaml": given})) == expected


def test_a_line_without_a_side_may_hold_any(briefing: Write) -> None:
    given = BY_DAY + line("sudland", "older.norland", "boats.parts.rate")
    text = given.replace("    party: sudland\n", "")
    assert told(briefing({**FILES, "charts/by.yaml": text})) == []


def test_a_side_that_several_lines_speak_against_is_told_where_it_is_written(
    briefing: Write,
) -> None:
    rates = ("older.sudland", "older.south", "boats.parts.rate")
    files = {
        "charts/by-day.yaml": BY_DAY + line("sudland", *rates),
        "comparisons/by-side.yaml": BY_SIDE + group("sudland", *rates),
        "claims/older.yaml": OLDER.replace("party: sudland", "party: norland", 1),
    }
    assert told(briefing({**FILES, **files})) == [("older", 3, "norland")]


def test_a_misspelt_side_is_told_as_such_alone(briefing: Write) -> None:
    given = BY_SIDE + group("sudlnd", "older.norland", "older.ferry")
    (one,) = check(briefing({**FILES, "comparisons/by.yaml": given})).diagnostics
    assert (one.code, one.span.text) == ("dangling-ref", "sudlnd")
