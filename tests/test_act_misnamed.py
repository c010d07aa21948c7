"""Acts under another name than their quotations give them, and those that are left alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]
SOURCE = """\
publisher: The Courier
title: The toll
url: https://courier.example/2031/04/20/toll
published: 2031-04-20
retrieved: 2031-07-01
kind: newspaper
origin: own
quotes:
  rests: {{text: "Norland will {words} from 1 May 2031."}}
"""
PACT = """\
title: Pact
parties: [norland, sudland]
terms:
  toll:
    party: norland
    does: {does}
    target: bridge-toll
    from: 2031-05-01
    {more}
    witnesses: [courier-0420#rests]
"""


def told(root: Path) -> list[tuple[str, int]]:
    """What is told of acts, with the lines."""
    return [(one.code, one.span.line) for one in check(root).diagnostics]


@pytest.mark.parametrize(
    ("does", "words", "is_told"),
    [
        ("suspend", "suspend the bridge toll", False),
        ("suspend", "pause the bridge toll", False),
        ("suspend", "lift the bridge toll", True),
        ("suspend", "extend the bridge toll", True),
        ("suspend", "suspend or remove the bridge toll", False),
        ("suspend", "charge no bridge toll", False),
        ("lift", "remove the bridge toll", False),
        ("end", "rescind the bridge toll", False),
        ("end", "pause the bridge toll", True),
        ("lift", "lift the suspension of the bridge toll", False),
        ("extend", "continue the suspension of the bridge toll", False),
        ("extend", "cancel the bridge toll", True),
        ("lift", "scrap the previously suspended bridge toll", False),
        ("suspend", "see its exemption extend to the bridge toll", False),
        # No verb of it is known.
        ("amend", "lift the bridge toll", False),
    ],
)
def test_an_act_is_what_all_its_quotations_call_it(
    briefing: Write, does: str, words: str, is_told: bool
) -> None:
    files = {
        "sources/courier-0420.yaml": SOURCE.format(words=words),
        "agreements/pact.yaml": PACT.format(does=does, more="label: The toll"),
    }
    assert told(briefing(files)) == [("act-misnamed", 6)] * is_told


def test_a_reason_says_why_the_words_are_of_another_act(briefing: Write) -> None:
    files = {
        "sources/courier-0420.yaml": SOURCE.format(words="lift the bridge toll"),
        "agreements/pact.yaml": PACT.format(
            does="suspend", more="inferred: {does: the notice behind it suspends it}"
        ),
    }
    assert told(briefing(files)) == []


def test_what_ends_for_good_has_no_end(briefing: Write) -> None:
    files = {
        "sources/courier-0420.yaml": SOURCE.format(words="charge no bridge toll"),
        "agreements/pact.yaml": PACT.format(
            does="end", more="until: 2031-06-01\n    inferred: {until: as agreed}"
        ),
    }
    assert told(briefing(files)) == [("act-misnamed", 6)]
