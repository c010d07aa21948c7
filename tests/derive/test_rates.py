"""A rate that a measure states holds while the measure does, until its last day or another rate."""

from __future__ import annotations

from generator.derive.past import past, rate_spells
from generator.derive.spells import Spell
from tests.dossiers import dossier_of, source

FILES = {
    "sources/first.yaml": source(
        "The Post", "2031-04-01", "a toll of 5 per cent from 2 April 2031"
    ),
    "measures/toll.yaml": """
        title: Toll
        in-force: {value: 2031-04-02, witnesses: [first#q]}
        before: {label: First rate, value: 4, unit: "%", through: 2031-04-30, witnesses: [first#q]}
        until: {label: Rate of a week, value: 4, unit: "%", until: 2031-04-09, witnesses: [first#q]}
        rate: {label: Rate, value: 5, unit: "%", from: 2031-05-01, witnesses: [first#q]}
        """,
    "events/deal.yaml": """
        title: Deal
        acts:
          cuts:
            {does: amend, target: toll, value: 3, unit: "%", from: 2031-06-01, witnesses: [first#q]}
          ends: {does: end, target: toll, from: 2031-06-20, witnesses: [first#q]}
        """,
}


def is_in_force(one: Spell) -> bool:
    return one.held.code == "in-force"


def of(key: str) -> list[tuple[str, str]]:
    given = dossier_of(FILES)
    whole = past(given).held["toll.in-force"][-1].told
    found = rate_spells(given, given.facts[f"toll.{key}"], whole)
    return [(f"{one.since}", f"{one.until}") for one in found if is_in_force(one)]


def test_a_rate_holds_to_its_last_day() -> None:
    assert of("before") == [("2031-04-02", "2031-05-01")]
    assert of("until") == [("2031-04-02", "2031-04-09")]


def test_a_rate_holds_until_an_act_sets_another() -> None:
    assert of("rate") == [("2031-05-01", "2031-06-01")]
