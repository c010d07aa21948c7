"""Whose doing something is: each side that acts has a lane of its own."""

import pytest

from generator.derive.lanes import parties
from tests.dossiers import dossier_of, source

DAY = "value: 2031-03-09, witnesses: [note#q]"
FILES = {
    "sources/note.yaml": source("The Wire", "2031-03-10", "on 9 March 2031"),
    "measures/toll.yaml": "{title: Toll, issuer: toll-office}",
    "glossary/word.yaml": "term: W",
}


@pytest.mark.parametrize(
    ("folder", "keys", "sides"),
    [
        ("events", "by: toll-office", "north"),
        ("events", "by: stone", "south"),
        ("events", "by: [north, south]", "north south"),
        ("events", "by: wire", "wire"),
        # Where nobody acted it is of who is concerned.
        ("events", "about: toll", "north"),
        ("events", "about: reed", "north"),
        ("events", "about: word", "it"),
        ("events", f"acts: {{it: {{does: end, party: south, target: toll, {DAY}}}}}", "south"),
        ("claims", "by: stone, words: no, witnesses: [note#q]", "south"),
        ("rounds", "see: []", "north south"),
        ("rounds", f"told: {{party: north, {DAY}}}", "north"),
    ],
)
def test_who_acted_has_the_lane(folder: str, keys: str, sides: str) -> None:
    told = keys if "told" in keys else f"{keys}, told: {{{DAY}}}"
    given = dossier_of(FILES | {f"{folder}/it.yaml": f"{{title: It, {told}}}"})
    assert parties(given, given.facts["it.told"]) == set(sides.split())
