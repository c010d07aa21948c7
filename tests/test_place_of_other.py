"""Talks that texts call by a place: which are told, and which only say when."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]
ROUND = """\
title: Talks in {place}, March 2031
place: {place}
date: {{value: 2031-03-09, witnesses: [courier-0310#met]}}
"""
FACT = '{{ fact("elmford-talks-2031-03.date") }}'


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("The Oxmoor talks began on", True),
        ("The talks in Oxmoor began on", True),
        ("The Elmford talks began on", False),
        ("After the Oxmoor talks others began on", False),
        ("Not until the Oxmoor talks was it settled that others began on", False),
        ("Of the Oxmoor talks and the Elmford talks the latter began on", False),
        ("In Oxmoor it was told that talks began on", False),
    ],
)
def test_talks_in_a_text_are_those_of_its_facts(briefing: Write, words: str, is_told: bool) -> None:
    places = ("Oxmoor", "Elmford")
    files = {
        f"rounds/{place.lower()}-talks-2031-03.yaml": ROUND.format(place=place) for place in places
    }
    point = f"text: '{words} {FACT}.'\nrests: [elmford-talks-2031-03.date]\n"
    found = check(briefing({**files, "points/began.yaml": point})).diagnostics
    assert [one.code for one in found if one.span.file.path.endswith("began.yaml")] == (
        ["place-of-other"] * is_told
    )


@pytest.mark.parametrize(
    ("label", "is_told"),
    [
        ("Oxmoor truce", True),
        ("Elmford truce", False),
        ("after the Oxmoor talks", False),
        ("new toll", False),
    ],
)
def test_a_step_is_called_by_the_place_of_its_talks(
    briefing: Write, label: str, is_told: bool
) -> None:
    files = {
        f"rounds/{place.lower()}-talks-2031-03.yaml": ROUND.format(place=place)
        for place in ("Oxmoor", "Elmford")
    }
    chart = (
        "title: Tolls\nsubtitle: Tolls on carts\nform: steps\nlines:\n  us:\n    title: Tolls\n"
        "    steps:\n      first: {rate: bridge-toll.parts.rate}\n      last: {rate: "
        f"bridge-toll.parts.rate, since: elmford-talks-2031-03.date, label: {label}}}\n"
    )
    found = check(briefing({**files, "charts/tolls.yaml": chart})).diagnostics
    told = [one.code for one in found if one.span.file.path.endswith("tolls.yaml")]
    assert ("place-of-other" in told) == is_told
