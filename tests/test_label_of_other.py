"""Labels with the side, place or name of another record: told once, and no near miss."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]
ROUND = """\
title: Talks at {place}, March 2031
place: {{en: "{place}"}}
date: {{label: "{label}", value: 2031-03-09, witnesses: [courier-0310#met]}}
{more}
"""
PERSON = """\
name: {{en: Tom Hale}}
party: sudland
oath: {{label: "{label}", words: at the mill, witnesses: [courier-0310#met]{more}}}
"""
PACT = """\
title: Pact
parties: [norland, sudland]
terms:
  arch:
    label: "{label}"
    party: {party}
    does: undertake
    says: "{says}"
    witnesses: [office-0312]
"""
TOLD = ["label-of-other"]


def told(root: Path) -> list[tuple[str, int]]:
    found = (one for one in check(root).diagnostics if not one.code.startswith("unused-"))
    return [(one.code, one.span.line) for one in found]


def codes(root: Path) -> list[str]:
    return [code for code, _ in told(root)]


@pytest.mark.parametrize(
    ("label", "more", "expected"),
    [
        ("First day at Ford", "", []),
        ("First day in Vale", "", TOLD),
        ("What others call the Vale talks", "", TOLD),
        # Where it came from, what it is held against, a place by itself.
        ("First day in Ford after that in Vale", "", []),
        ("What Vale says of it", "", []),
        ("First day in Vale", "see: [vale-talks]", []),
        ("First day in Oxmoor", "", []),
        # Copied whole: one slip.
        (
            "First day in Vale",
            "venue: {label: Where in Vale, words: at the mill, witnesses: [courier-0310#met]}",
            TOLD,
        ),
    ],
)
def test_a_round_is_called_by_its_own_place(
    briefing: Write, label: str, more: str, expected: list[str]
) -> None:
    files = {
        "rounds/ford-talks.yaml": ROUND.format(place="Ford", label=label, more=more),
        "rounds/vale-talks.yaml": ROUND.format(place="Vale", label="First day", more=""),
    }
    assert codes(briefing(files)) == expected


def test_a_round_with_another_s_place_is_told_at_the_place_alone(briefing: Write) -> None:
    vale = ROUND.format(place="Vale", label="First day", more="")
    ford = ROUND.format(place="Ford", label="First day in Ford", more="")
    files = {
        "rounds/ford-talks.yaml": ford.replace('en: "Ford"', "en: Vale"),
        "rounds/ford-talks-2.yaml": ford.replace("Talks", "More talks"),
        "rounds/vale-talks.yaml": vale,
    }
    assert codes(briefing(files)) == ["place-differs"]


@pytest.mark.parametrize(
    ("label", "more", "expected"),
    [
        ("Who swore Tom Hale in", "", []),
        ("Who swore Ada Reed in", "", TOLD),
        ("Who swore Tom Hale in before Ada Reed", "", []),
        ("What he said of Ada Reed", ", about: ada-reed", []),
        ("What Reed said", "", []),
        ("Where he met Ada Reed", "", []),
    ],
)
def test_a_person_is_called_by_the_own_name(
    briefing: Write, label: str, more: str, expected: list[str]
) -> None:
    files = {"people/tom-hale.yaml": PERSON.format(label=label, more=more)}
    assert codes(briefing(files)) == expected


@pytest.mark.parametrize(
    ("label", "party", "says", "line"),
    [
        ("Sudland's part", "sudland", "Sudland mends the arch", 0),
        ("Sudland's part", "norland", "The arch is mended", 6),
        ("Sudland's part", "norland", "Sudland mends the arch", 6),
        ("The Sudland part", "norland", "The arch is mended", 6),
        # The label has the side that is written: the sentence was copied.
        ("Norland's part", "norland", "Sudland mends the arch", 8),
        ("Sudland's part", "sudland", "Sudland mends Norland's arch", 0),
        ("Sudland's arch", "norland", "Sudland mends Norland's arch", 6),
        # What is done to the other side's.
        ("Sudland's tolls, as Norland pays them", "norland", "Norland pays them", 0),
        ("Sudland carts", "norland", "Sudland's carts cross free", 0),
        ("The carts", "norland", "Sudland carts are freed of the toll", 0),
        ("The arch", "norland", "Sudland lets Norland mend it", 0),
        ("Sudland's part", "sudlnad", "Sudland mends the arch", 6),
    ],
)
def test_a_part_is_called_by_its_own_side(
    briefing: Write, label: str, party: str, says: str, line: int
) -> None:
    found = told(
        briefing({"agreements/pact.yaml": PACT.format(label=label, party=party, says=says)})
    )
    code = "dangling-ref" if party == "sudlnad" else "label-of-other"
    assert found == ([(code, line)] if line else [])
