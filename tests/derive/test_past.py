"""What was known on every day, and what held by that, each time that it was known otherwise."""

from datetime import date, timedelta
from itertools import chain

import pytest

from generator.derive import derive
from generator.derive.dossier import Dossier
from generator.derive.history import as_read, history, on_day
from generator.derive.past import past, rate_spells
from generator.derive.spells import Spell, spells_of, things
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
PAUSED = """
    title: Pause of the toll
    acts:
      pause: {does: suspend, target: toll, from: 2031-04-02, witnesses: [first#q]}
      until: {does: amend, target: pause.acts.pause, from: 2031-05-20, until: 2031-06-20,
        witnesses: [second#q]}
    """


def given(**files: str) -> Dossier:
    return dossier_of({**FILES, **files})


def days(found: tuple[Spell, ...]) -> list[tuple[str, str]]:
    return [(f"{one.since}", f"{one.until}") for one in found]


def test_each_version_is_what_all_that_was_known_gives() -> None:
    invented = dossier("fixture", DAYS["fixture"][2])
    every = [*chain.from_iterable(history(invented).known)]
    assert len(every) > 5
    for known in every:
        found = {
            id_: [one.told for one in versions if one.since <= known.since][-1:]
            for id_, versions in past(invented).held.items()
            if id_ in known.facts
        }
        told = {one.id: spells_of(known, one, invented.day) for one in things(known)}
        held = {id_: several for id_, several in told.items() if several}
        assert {id_: one[0] for id_, one in found.items() if one and one[0]} == held, known.since


def test_what_reads_the_same_on_a_later_day_is_told_once() -> None:
    ids = ["toll.in-force", "end.acts.ends"]
    found = past(given()).versions(ids, lambda one: min(len(one.facts), 1))
    assert [(str(one.since), one.told) for one in found] == [("2031-04-01", 1)]


def test_what_began_at_the_latest_on_a_day_holds_from_it() -> None:
    first, second = past(given()).held["toll.in-force"]
    assert [(str(one.since), one.held.text) for one in first.told] == [("2031-03-31", "in force")]
    assert days(second.told) == [("2031-03-31", "2031-06-01"), ("2031-06-01", "None")]


def test_an_end_counts_from_the_day_by_which_it_was_set() -> None:
    paused = past(given(**{"measures/pause.yaml": PAUSED})).held["toll.in-force"][-1].told
    [spell] = [one for one in paused if one.held.code == "suspended"]
    ends = [(f"{day}", f"{end}") for day, end in spell.ends]
    assert ends == [("2031-04-02", "None"), ("2031-05-20", "2031-06-20")]


def test_what_was_due_is_told_from_its_day_until_it_is_seen() -> None:
    end = FILES["events/end.yaml"]
    due = {
        "sources/second.yaml": source("The Post", "2031-05-02", "lifted on 1 June 2031"),
        "sources/third.yaml": source("The Post", "2031-06-20", "lifted"),
        "events/end.yaml": end.replace("[second#q]", "[second#q, third#q]"),
    }
    *_, waits, seen = past(given(**due)).held["toll.in-force"]
    told = "due to end on 1 June 2031, last reported on 2 May 2031"
    assert waits.since == date(2031, 6, 1) and waits.told[-1].held.text == told
    assert seen.since == date(2031, 6, 20) and seen.told[-1].held.text == "ended on 1 June 2031"


def test_what_began_in_a_month_may_hold_from_its_first_day() -> None:
    toll = FILES["measures/toll.yaml"].replace("../2031-03-31", "2031-03")
    month, ended = past(given(**{"measures/toll.yaml": toll})).held["toll.in-force"][1].told
    assert days((month,)) == [("2031-03-01", "2031-06-01")]
    assert month.held.text == "in force, since March 2031 (day not known)" and not ended.held.within


RATES = {
    "sources/first.yaml": source("The Post", "2031-04-01", "5 per cent from 2 April 2031"),
    "measures/toll.yaml": """
        title: Toll
        in-force: {value: 2031-04-02, witnesses: [first#q]}
        before: {label: First rate, value: 4, unit: "%", through: 2031-04-30, witnesses: [first#q]}
        until: {label: Rate of a week, value: 4, unit: "%", until: 2031-04-09, witnesses: [first#q]}
        rate: {label: Rate, value: 5, unit: "%", from: 2031-05-01, witnesses: [first#q]}
        """,
    "measures/end.yaml": """
        title: Deal
        acts:
          cuts:
            {does: amend, target: toll, value: 3, unit: "%", from: 2031-06-01, witnesses: [first#q]}
          ends: {does: end, target: toll, from: 2031-06-20, witnesses: [first#q]}
        """,
}


@pytest.mark.parametrize(
    ("key", "since", "until"),
    [
        ("before", "2031-04-02", "2031-05-01"),
        ("until", "2031-04-02", "2031-04-09"),
        ("rate", "2031-05-01", "2031-06-01"),
    ],
)
def test_a_rate_holds_to_its_last_day_or_until_an_act_sets_another(
    key: str, since: str, until: str
) -> None:
    dossier = given(**RATES)
    whole = past(dossier).held["toll.in-force"][-1].told
    found = rate_spells(dossier, dossier.facts[f"toll.{key}"], whole)
    in_force = tuple(one for one in found if one.held.code == "in-force")
    assert days(in_force) == [(since, until)]


READ = """
    title: Toll
    parts:
      carts:
        label: carts
        value: 5
        unit: pence
        witnesses: [first#q, second#q]
        reading: {text: It was the toll for carts., on: %s}
    """
NEW = ("2031-03-01", ("new",), ("first#q",))
CONFIRMED = ("2031-04-01", ("status",), ("second#q",))


def test_a_day_of_the_history_equals_the_briefing_as_of_that_day() -> None:
    whole = dossier("fixture", DAYS["fixture"][2])
    told = history(whole)
    near = {day + timedelta(step) for day in told.days for step in (-1, 0, 1)}
    assert len(near) > 50
    for day in sorted(one for one in near if one <= whole.as_of):
        found = {id_: on_day(one, day) for id_, one in told.intervals.items()}
        assert {id_: as_read(fact) for id_, fact in found.items() if fact} == {
            id_: as_read(fact) for id_, fact in derive(whole.briefing, day).facts.items()
        }, day


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ("2031-05-01", [NEW, CONFIRMED, ("2031-05-01", ("reading",), ())]),
        # What is older than every source waits for the first.
        ("2031-01-01", [NEW, CONFIRMED]),
    ],
)
def test_an_interval_says_what_changed_and_what_brought_it_about(
    read: str, expected: list[tuple[str, tuple[str, ...], tuple[str, ...]]]
) -> None:
    files = {
        "sources/first.yaml": source("The Post", "2031-03-01", "a toll of 5 pence"),
        "sources/second.yaml": source("The Courier", "2031-04-01", "a toll of 5 pence"),
        "measures/toll.yaml": READ % read,
    }
    found = history(dossier_of(files)).intervals["toll.parts.carts"]
    assert [(str(one.since), one.changes, one.causes) for one in found] == expected


@pytest.mark.parametrize(
    ("reason", "first"),
    [
        ("one year", "2031-06-02"),
        ("{why: one year, from: second#q}", "2031-06-02"),
        ("{why: one year, from: first#q}", "2031-04-01"),
    ],
)
def test_what_is_inferred_is_known_with_what_it_follows_from(reason: str, first: str) -> None:
    toll = f"""
        title: Toll
        in-force:
          value: 2031-05-01
          until: 2032-05-01
          inferred: {{value: {{why: May, from: first#q}}, until: {reason}}}
          witnesses: [first#q, second#q]
        """
    files = {**FILES, "measures/toll.yaml": toll, "events/end.yaml": None}
    files = {name: text for name, text in files.items() if text}
    known = [
        day
        for day in ("2031-04-01", "2031-06-02")
        if dossier_of(files, day).facts["toll.in-force"].statement.until
    ]
    assert known[0] == first
