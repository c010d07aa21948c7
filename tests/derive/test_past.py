"""What held by what was known on any day is told once, each time that it was known otherwise."""

from __future__ import annotations

from datetime import date
from itertools import chain

import pytest

from generator.derive import derive
from generator.derive.dossier import Dossier
from generator.derive.history import history
from generator.derive.past import past
from generator.derive.spells import spells
from tests.briefings import DAYS, dossier
from tests.dossiers import dossier_of, source

FILES = {
    "sources/first.yaml": source("The Post", "2031-04-01", "in force by May 2031"),
    "sources/second.yaml": source("The Post", "2031-06-02", "lifted on 1 June 2031"),
    "measures/toll.yaml": """
        title: Toll
        in-force: {value: ../2031-03-31, inferred: charged by then, witnesses: [first#q]}
        """,
    "events/end.yaml": """
        title: End of the toll
        acts:
          ends: {does: end, target: toll, from: 2031-06-01, witnesses: [second#q]}
        """,
}


def invented() -> Dossier:
    return dossier("fixture", DAYS["fixture"][2])


KNOWN = [*chain.from_iterable(history(invented()).known)]


@pytest.mark.parametrize("known", KNOWN, ids=lambda one: str(one.since))
def test_each_version_is_what_all_that_was_known_gives(known) -> None:  # type: ignore[no-untyped-def]
    found = {
        id_: [one.told for one in versions if one.since <= known.since][-1:]
        for id_, versions in past(invented()).held.items()
        if id_ in known.facts
    }
    held = spells(known, invented().day)
    assert {id_: one[0] for id_, one in found.items() if one and one[0]} == held


def test_what_is_told_has_a_version_for_each_day_on_which_it_read_otherwise() -> None:
    found = past(dossier_of(FILES)).versions(["end.acts.ends"], lambda one: len(one.facts))
    assert [(str(one.since), one.told) for one in found] == [("2031-06-02", 2)]


def test_what_began_at_the_latest_on_a_day_holds_from_it() -> None:
    first, second = past(dossier_of(FILES)).held["toll.in-force"]
    assert [(str(one.since), one.held.text) for one in first.told] == [("2031-03-31", "in force")]
    assert [(str(one.since), str(one.until)) for one in second.told] == [
        ("2031-03-31", "2031-06-01"),
        ("2031-06-01", "None"),
    ]


def test_an_end_counts_from_the_day_by_which_it_was_set() -> None:
    acts = """
        title: Pause of the toll
        acts:
          pause: {does: suspend, target: toll, from: 2031-04-02, witnesses: [first#q]}
          until: {does: amend, target: pause.acts.pause, from: 2031-05-20, until: 2031-06-20,
            witnesses: [second#q]}
        """
    paused = past(dossier_of({**FILES, "events/pause.yaml": acts})).held["toll.in-force"][-1].told
    [spell] = [one for one in paused if one.held.code == "suspended"]
    assert [(f"{day}", f"{end}") for day, end in spell.ends] == [
        ("2031-04-02", "None"),
        ("2031-05-20", "2031-06-20"),
    ]


def test_what_began_in_a_month_may_hold_from_its_first_day() -> None:
    toll = FILES["measures/toll.yaml"].replace("../2031-03-31", "2031-03")
    _, known = past(dossier_of({**FILES, "measures/toll.yaml": toll})).held["toll.in-force"]
    month, ended = known.told
    assert (str(month.since), str(month.until)) == ("2031-03-01", "2031-06-01")
    assert month.held.text == "in force, since March 2031 (day not known)" and not ended.held.within


def test_a_day_has_its_own_statements() -> None:
    given = past(dossier_of(FILES))
    facts = given.on(date(2031, 4, 1)).facts
    assert [*facts] == ["toll.in-force"] and "end.acts.ends" not in facts
    assert facts["toll.in-force"].known_from == date(2031, 4, 1)
    assert derive(given.dossier.briefing, date(2031, 4, 1)).facts.keys() == facts.keys()


def test_a_part_that_is_computed_holds_from_the_day_on_which_it_can_be() -> None:
    files = {
        **FILES,
        "sources/third.yaml": source("The Post", "2031-05-05", "a fare of 5 pence"),
        "series/fare.yaml": """
            title: Fare
            points:
              2031-04: {value: 5, unit: pence, witnesses: [third#q]}
            """,
        "measures/toll.yaml": f"""{FILES["measures/toll.yaml"]}
        parts:
          rest: {{label: The rest, unit: pence, compute: fare.points.2031-04 - 2}}
        """,
    }
    held = past(dossier_of(files)).held
    assert [str(one.since) for one in held["toll.parts.rest"]] == ["2031-05-05", "2031-06-02"]
