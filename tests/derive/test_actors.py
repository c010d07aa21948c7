"""Whose doing something is: each side that acts has a lane of its own."""

import pytest

from generator.derive.lanes import parties
from tests.dossiers import dossier_of, source

DAY = "date: {value: 2031-03-09, witnesses: [note#q]}"
FILES = {
    "sources/note.yaml": source("The Wire", "2031-03-10", "on 9 March 2031"),
    "measures/toll.yaml": "{title: Toll, issuer: toll-office}",
}


@pytest.mark.parametrize(
    ("keys", "sides"),
    [
        ("by: toll-office", {"north"}),
        ("by: stone", {"south"}),
        ("by: [north, south]", {"north", "south"}),
        ("by: wire", {"wire"}),
        ("about: toll", {"north"}),
        ("about: reed", {"north"}),
        ("acts: {it: {does: end, party: south, target: toll, witnesses: [note#q]}}", {"south"}),
        ("about: word", {"later"}),
    ],
)
def test_an_event_is_of_who_acted_else_of_who_is_concerned(keys: str, sides: set[str]) -> None:
    files = {
        "events/later.yaml": f"{{title: Later, {keys}, {DAY}}}",
        "glossary/word.yaml": "term: W",
    }
    given = dossier_of(FILES | files)
    assert parties(given, given.facts["later.date"]) == sides


@pytest.mark.parametrize(
    ("record", "sides"), [("claims/it.yaml", {"south"}), ("rounds/it.yaml", {"north", "south"})]
)
def test_what_is_told_of_a_claim_or_a_round_is_its_speakers_or_its_parties(
    record: str, sides: set[str]
) -> None:
    keys = "by: stone, words: no, witnesses: [note#q]" if "claims" in record else "title: It"
    told = "told: {value: 2031-03-09, witnesses: [note#q]}"
    given = dossier_of(FILES | {record: f"{{{keys}, {told}}}"})
    assert parties(given, given.facts["it.told"]) == sides


def test_a_statement_with_a_party_is_the_doing_of_that() -> None:
    told = "told: {party: north, value: 2031-03-09, witnesses: [note#q]}"
    given = dossier_of(FILES | {"rounds/it.yaml": f"{{title: It, {told}}}"})
    assert parties(given, given.facts["it.told"]) == {"north"}
