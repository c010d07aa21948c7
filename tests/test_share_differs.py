"""Shares that are none, or another's, and those that may be right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]
SOURCE = """\
publisher: The Courier
title: Carts by shire
url: https://courier.example/2031/04/11/carts
published: 2031-04-11
retrieved: 2031-07-01
kind: newspaper
origin: own
quotes:
  carts: {text: "Norland has 300 carts, Sudland 100, of 400 in all."}
"""
SERIES = """\
title: Carts by shire
reporter: courier
unit: carts
points:
  norland-2031: {label: "Norland, 2031", value: %s, witnesses: [shires#carts]}
  sudland-2031: {label: "Sudland, 2031", value: 100, witnesses: [shires#carts]}
  all-2031: {label: "in all, 2031", value: 400, witnesses: [shires#carts]}
  %s: {label: %s, unit: "%%", compute: %s}
"""
SHARE = "Norland's share, 2031"


@pytest.mark.parametrize(
    ("key", "label", "formula", "is_told"),
    [
        ("norland-share-2031", SHARE, "norland-2031 / all-2031", False),
        ("norland-share-2031", SHARE, "all-2031 / norland-2031", True),
        ("norland-share-2031", SHARE, "norland-2031 / 40", True),
        ("norland-share-2031", SHARE, "sudland-2031 / all-2031", True),
        # Whatever is left of the whole.
        ("norland-share-2031", SHARE, "( all-2031 - sudland-2031 ) / all-2031", False),
        ("others-share-2031", SHARE, "( all-2031 - sudland-2031 ) / all-2031", False),
        # What was reached of a level may be more than it.
        ("reached", "Share of the level that was reached", "all-2031 / norland-2031", False),
        # No share, but what one is of the other.
        ("norland-by-sudland", "'Norland to Sudland, 2031'", "norland-2031 / sudland-2031", False),
        ("norland-more", "'Norland over Sudland'", "norland-2031 / sudland-2031 - 1", False),
    ],
)
def test_a_share_is_a_part_of_its_whole(
    briefing: Write, key: str, label: str, formula: str, is_told: bool
) -> None:
    label = label if label.startswith("'") else f'"{label}"'
    text = SERIES % ("300", key, label, formula)
    found = check(briefing({"sources/shires.yaml": SOURCE, "series/shire-carts.yaml": text}))
    codes = [one.code for one in found.diagnostics if one.code != "unused-record"]
    assert codes == ["share-differs"] * is_told


def test_a_part_that_is_misprinted_is_told_itself(briefing: Write) -> None:
    text = SERIES % ("3000", "norland-share-2031", f'"{SHARE}"', "norland-2031 / all-2031")
    found = check(briefing({"sources/shires.yaml": SOURCE, "series/shire-carts.yaml": text}))
    assert [one.code for one in found.diagnostics] == ["value-not-in-quotation"]


@pytest.mark.parametrize(
    ("formula", "is_told"),
    [
        ("by-shire.points.sudland-2031 / by-shire.points.all-2031", False),
        ("by-shire.points.all-2031 / by-shire.points.sudland-2031", True),
    ],
)
def test_a_claim_that_is_itself_a_share_has_no_key_that_names_whose(
    briefing: Write, formula: str, is_told: bool
) -> None:
    files = {
        "sources/shires.yaml": SOURCE,
        "series/by-shire.yaml": SERIES % ("300", "norland-part", "part", "norland-2031 / all-2031"),
        "claims/share.yaml": f"{{label: Share, title: Share, unit: '%', compute: {formula}}}",
    }
    codes = [one.code for one in check(briefing(files)).diagnostics]
    assert ("share-differs" in codes) == is_told
