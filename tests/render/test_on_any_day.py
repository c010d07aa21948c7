"""What held on any day: the file that a script reads, and the tables of all days without one."""

import json
import re
from collections import Counter
from datetime import date
from functools import cache
from typing import Any

import pytest

from generator.derive import Dossier
from generator.derive.history import history
from generator.model.edition import Settings
from generator.render.site.held_file import held_file
from generator.render.templates import html
from generator.render.views.ahead import held_words, what
from generator.render.views.on_any_day import PLACE, SCRIPTS, Tables, on_any_day
from generator.render.views.sheet import Sheet
from tests.briefings import DAYS, dossier
from tests.dossiers import dossier_of, source
from tests.sites import edition, seen

DAY = DAYS["fixture"][2]
LATER = re.compile(", (?:prolonged until|(?:was )?to take effect on) [^<]*")
FILES = {
    "sources/first.yaml": source("The Post", "2031-03", "a toll of 5 per cent on carts"),
    "sources/second.yaml": source("The Post", "2031-05-02", "tolls of 4 per cent"),
    "sources/third.yaml": source("The Post", "2031-06-02", "a fare of 5 pence"),
    "series/fare.yaml": """
        title: Fare
        unit: pence
        points:
          2031-04: {value: 5, witnesses: [third#q]}
          2031-05: {positions: {low: {value: 6, witnesses: [third#q]},
            high: {value: 7, witnesses: [third#q]}},
            reading: {text: One counts boats., on: 2031-06-03, last-raised: 2031-06-02}}
        """,
    "measures/toll.yaml": """
        title: Toll
        in-force: {value: 2031-03-02, witnesses: [first#q]}
        rate: {label: Rate, value: 5, unit: "%", witnesses: [first#q]}
        rates: {label: Charged, says: by weight, witnesses: [first#q]}
        parts:
          carts: {label: carts, words: on carts, witnesses: [first#q]}
          boats: {label: boats, witnesses: [first#q]}
          mules: {label: mules, unit: "%", positions: {one: {value: 4, witnesses: [second#q]},
            two: {value: 3, witnesses: [second#q]}}}
        """,
}


def file_of(given: Dossier) -> dict[str, Any]:
    written = held_file(given, Settings())[SCRIPTS[0].page].decode()
    found: dict[str, Any] = json.loads(
        written.removeprefix("globalThis.briefingHeld=").rstrip(";\n")
    )
    return found


@cache
def invented() -> dict[str, Any]:
    return file_of(dossier("fixture", DAY))


def plain(text: str) -> str:
    return re.sub("<[^>]+>", "", text).replace("\xa0", " ")


def at(versions: list[Any], day: str) -> Any:
    return next((one for since, one in reversed(versions) if since <= day), None)


def shown(file: dict[str, Any], day: str, known: str) -> Counter[tuple[str, str]]:
    """What the script shows of a day: each thing with what held of it."""
    texts, found = file["texts"], Counter[tuple[str, str]]()
    for _, _, _, told, held, *_ in file["things"]:
        for since, until, said, _, _, _, *ends in at(held, known) or ():
            if since <= day and not (until and until <= day):
                set_by = [one[:2] for one in [*ends, [["", said]]][0]]
                found[texts[at(told, known)], texts[at(set_by, day)]] += 1
    return found


@pytest.mark.parametrize("day", history(dossier("fixture", DAY)).days, ids=str)
def test_a_day_as_known_that_day_is_what_a_build_of_that_day_says(day: date) -> None:
    given = dossier("fixture", f"{day}")
    sheet, path = Sheet(given, Settings(), PLACE.page), PLACE.page
    facts = [(html(what(sheet, one.id), path), one.held) for one in given.facts.values()]
    states = Counter((name, html(held_words(sheet, held), path)) for name, held in facts if held)
    beside = {name for name, held in facts if not held}
    found = shown(invented(), f"{day}", f"{day}").items()
    # A state has no room for an end that its act was given later.
    told = Counter({(name, LATER.sub("", said)): number for (name, said), number in found})
    assert states == Counter({one: told[one] for one in told if one[0] not in beside})


@pytest.mark.parametrize(
    ("day", "known", "told"),
    [
        ("2031-11-20", "2031-11-20", "Suspended until 10 November 2032"),
        ("2031-11-20", DAY, "Suspended (as then set, until 10 November 2032)"),
        ("2031-10-20", "2031-10-20", "Announced, to take effect on 1 December 2031"),
        ("2031-10-20", DAY, "Announced, was to take effect on 1 December 2031"),
    ],
)
def test_an_end_is_told_as_it_was_set_by_the_day(day: str, known: str, told: str) -> None:
    found = shown(invented(), day, known)
    assert told in {plain(said) for _, said in found}


def test_what_a_ruling_ends_on_a_later_day_says_so_from_the_day_of_the_ruling() -> None:
    ruling = """
        title: Ruling on tolls
        by: [north]
        date: {value: 2031-05-20, inferred: so, witnesses: [third#q]}
        acts: {a: {does: end, target: [toll], from: 2031-06-01, inferred: so, witnesses: [third#q]}}
        """
    file = file_of(dossier_of({**FILES, "events/ruling.yaml": ruling}))
    [before, after] = (
        {said for name, said in shown(file, day, "2031-06-30") if "Toll</a>" in name}
        for day in ("2031-05-19", "2031-05-20")
    )
    assert not any("to end" in one for one in before)
    assert any("to end on 1 June 2031 by the ruling on tolls" in plain(one) for one in after)


def test_figures_and_disputes_are_those_that_were_printed_by_a_day() -> None:
    file = file_of(dossier_of(FILES))
    [[is_key, led]] = file["series"]
    assert (is_key, led) == (False, [["2031-06-02", "fare.points.2031-05"]])
    assert [id_ for id_, _ in file["disputed"]] == ["fare.points.2031-05", "toll.parts.mules"]
    assert [day for day, _ in file["told"]["toll.parts.mules"]] == ["2031-05-02"]
    assert [one[2:] for _, one in file["told"]["fare.points.2031-05"]] == [[], ["2031-06-02"]]


def test_what_began_in_a_month_is_told_to_begin_in_it() -> None:
    toll = FILES["measures/toll.yaml"].replace("2031-03-02", "2031-03")
    given = dossier_of({**FILES, "measures/toll.yaml": toll})
    spells = next(at(one[4], "2031-06-30") for one in file_of(given)["things"])
    assert [(since, own) for since, _, _, _, own, _ in spells] == [("2031-03-01", "2031-03")]
    [grid] = Tables(Sheet(given, Settings(), PLACE.page))
    assert {str(row.cells[0]) for group in grid.groups for row in group.rows} >= {"March 2031"}


def test_the_one_rate_of_a_measure_holds_with_it_and_what_is_no_rate_does_not() -> None:
    things = [
        one.replace("\xa0", " ")
        for one, _ in shown(file_of(dossier_of(FILES)), *["2031-06-30"] * 2)
    ]
    assert sum("Rate (Toll)</a> is 5%" in one for one in things) == 1
    assert not any("Charged" in one or "not stated" in one for one in things)
    assert any("Boats (Toll)</a> (rates not found)" in one for one in things)


def test_what_is_not_known_of_a_round_or_series_is_left_out() -> None:
    unknown = {
        "rounds/mill.yaml": "{title: Talks, last-day: {value: 2031-06-01, witnesses: [third#q]}}",
        "series/pace.yaml": "{title: Pace, points: {2031: {words: slow, witnesses: [third#q]}}}",
    }
    file = file_of(dossier_of({**FILES, **unknown}))
    assert file["rounds"] == [[]] and len(file["series"]) == 1


def test_what_has_no_first_day_of_its_own_may_have_held_from_the_day_of_its_record() -> None:
    pact = """
        title: Pact
        parties: [north, south]
        date: {value: 2031-04-10, inferred: that day, witnesses: [third#q]}
        terms:
          lift: {party: north, does: undertake, says: North lifts tolls, witnesses: [third#q]}
        """
    [thing] = file_of(dossier_of(FILES | {"agreements/pact.yaml": pact}))["things"][-1:]
    [first] = thing[4][-1][1]
    assert (first[0], first[4], thing[5]) == ("2031-06-02", None, "2031-04-10")


def test_nothing_that_holds_is_no_page_and_no_file() -> None:
    given = dossier_of({})
    assert held_file(given, Settings()) == {}
    assert not [*on_any_day(given, Settings())]


def test_what_the_timeline_has_of_a_day_is_told_as_it_was_known() -> None:
    party = "{value: 2031-06-01, witnesses: [third#q], says: a feast}"
    file = file_of(dossier_of({**FILES, "events/feast.yaml": f"{{title: Feast, date: {party}}}"}))
    told = {day: file["texts"][text] for [[_, [[day], _, text, _]]] in file["said"]}
    assert sorted(told) == ["2031-03-02", "2031-06-01"] and "Feast" in told["2031-06-01"]


def test_without_a_script_the_page_has_all_days() -> None:
    [shown] = on_any_day(dossier("fixture", DAY), Settings())
    assert len(shown.context) == len([*shown.context])
    page = edition(DAY)["on/index.md"]
    words = " ".join(" ".join(seen("on/index.html", page).words).split())
    assert "Order 257 5 April 2031 20 February 2032 In force" in words
    for grid in Tables(Sheet(dossier("fixture", DAY), Settings(), PLACE.page)):
        rows = [[row for one in part for row in one.rows] for part in (grid.groups, grid.rest)]
        over = [any(row.cells[2].text.startswith("Ended") for row in own) for own in rows]
        assert over == [False, True]


def test_an_earlier_edition_knows_of_no_later_day() -> None:
    early = DAYS["fixture"][0]
    file = file_of(dossier("fixture", early))
    assert file["last"] == max(file["known"][-1], early)
    assert "2032" not in json.dumps(file["texts"])


@pytest.mark.parametrize("path", ["timeline/index.md", "rounds/harbour-talks-2031-05/index.md"])
def test_days_lead_to_what_held_on_them(path: str) -> None:
    assert any("on/index.html?on=2031-05-1" in one for one in seen(path, edition(DAY)[path]).links)
