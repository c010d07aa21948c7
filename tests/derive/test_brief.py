"""The first page: what is so on a day, what is ahead, what is new, and nothing past the end."""

import re
from datetime import date

import pytest

from generator.derive.brief import last_round, news, strip
from generator.derive.dossier import Status
from generator.derive.spells import Deadline, deadlines
from generator.derive.state import word_of_state
from tests.briefings import DAYS, dossier
from tests.dossiers import dossier_of, errors_of, source
from tests.sites import built, edition, seen, words

FIRST, SUMMER, EDITION, LATE = DAYS["fixture"]
TOLL = {
    "sources/note.yaml": source("The Wire", "2031-03-10", "a toll from 1 May 2031 is suspended"),
    "measures/toll.yaml": """
        title: Toll
        in-force: {value: 2031-05-01, witnesses: [note#q]}
        """,
    "measures/stop.yaml": """
        title: Stop
        acts: {stop: {does: suspend, target: toll, from: 2031-05-02, witnesses: [note#q]}}
        """,
}


def test_state_is_no_better_borne_out_than_the_acts() -> None:
    stop = TOLL["measures/stop.yaml"].replace("target: toll,", "target: toll, by: stone,")
    given = dossier_of({**TOLL, "measures/stop.yaml": stop}, "2031-06-01")
    part = given.facts["toll.in-force"]
    assert part.status is Status.REPORTED
    assert word_of_state(part) == (Status.CLAIMED, ("stone",))


def test_strip_takes_one_item_of_each_label() -> None:
    item = "{role: strip, label: Arch, word: %s, text: so, rests: [fate], order: %s}"
    files = {
        "sources/note.yaml": source("The Wire", "2031-03-10", "the arch stands"),
        "claims/fate.yaml": "{by: reed, words: the arch stands, witnesses: [note#q]}",
        "points/second.yaml": item % ("second", 20),
        "points/first.yaml": item % ("first", 10),
    }
    assert [one.point.word for one in strip(dossier_of(files))] == ["first"]
    assert strip(dossier_of(files, "2031-03-09")) == ()


@pytest.mark.parametrize(
    "keys",
    [
        "{role: strip, text: so, rests: []}",
        "{role: strip, label: Arch, text: so, rests: []}",
        "{role: strip, label: Arch, word: up, holds: fate, text: so, rests: []}",
        "{role: state, label: Arch, text: so, rests: []}",
        "{word: up, text: so, rests: []}",
        "{role: strip, label: Arch, word: up, latest: round, text: so}",
        "{latest: round, text: so}",
    ],
)
def test_keys_of_a_strip_go_together(keys: str) -> None:
    (fault,) = errors_of("point", keys)
    assert fault.code == "wrong-value" and "strip" in fault.message


def test_strip_shows_the_latest_round_of_the_day() -> None:
    item = "{role: strip, label: Talks, latest: round, text: The last with a first day on record.}"
    note = source("The Wire", "2031-03-10", "they met on 9 March 2031")
    later = source("The Wire", "2031-06-02", "they met again on 1 June 2031")
    files = {
        "sources/note.yaml": note,
        "sources/later.yaml": later,
        "rounds/first.yaml": """
            title: First talks
            place: {en: Oxmoor}
            date: {value: 2031-03-09, witnesses: [note#q]}
            """,
        "rounds/second.yaml": """
            title: Second talks
            date: {value: 2031-06-01, witnesses: [later#q]}
            """,
        "points/talks.yaml": item,
    }
    for day, shown in (
        ("2031-06-01", "Talks Oxmoor , 9 March 2031"),
        ("2031-06-02", "Talks Second talks , 1 June 2031"),
    ):
        page = words(seen("index.md", built(dossier_of(files, day))["index.md"]))
        assert shown in page
    assert strip(dossier_of(files, "2031-03-09")) == ()


def ahead(day: str) -> list[tuple[str | None, int | None, str, list[str]]]:
    return [shape(one) for one in deadlines(dossier("fixture", day))]


def shape(one: Deadline) -> tuple[str | None, int | None, str, list[str]]:
    on = one.on.isoformat() if one.on else None
    return on, one.days, one.kind, [fact.id for fact in one.facts]


def test_where_positions_end_something_on_other_days_each_is_ahead() -> None:
    toll = """
        title: Toll
        in-force:
          value: 2031-05-01
          positions:
            first: {until: 2031-08-01, witnesses: [note#q]}
            second: {until: 2031-09-01, witnesses: [note#q]}
        """
    note = source("The Wire", "2031-05-01", "a toll from 1 May to 1 August or 1 September 2031")
    given = dossier_of({"sources/note.yaml": note, "measures/toll.yaml": toll})
    days = [shape(one)[::2] for one in deadlines(given)]
    assert days == [("2031-08-01", "ends"), ("2031-09-01", "ends")]


def test_the_act_that_suspends_and_the_one_that_prolongs_it_are_no_deadlines_of_their_own() -> None:
    kinds = {(kind, id_) for _, _, kind, ids in ahead("2031-12-01") for id_ in ids}
    assert ("suspension ends", "order-257.parts.above-10") in kinds
    acts = {"harbour-2031-05.terms.aurelia-24", "hill-2031-10.terms.aurelia-24"}
    assert acts.isdisjoint(id_ for _, id_ in kinds)


def test_a_day_that_follows_from_a_span_is_not_a_second_deadline() -> None:
    toll = """
        title: Toll
        in-force: {value: 2031-05-01, for: 150 days, witnesses: [note#q]}
        end: {compute: in-force + 150 days}
        """
    note = source("The Wire", "2031-03-10", "a toll from 1 May 2031 for 150 days")
    given = dossier_of({"sources/note.yaml": note, "measures/toll.yaml": toll}, "2031-06-01")
    assert [shape(one)[2:] for one in deadlines(given)] == [("ends", ["toll.in-force"])]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2031-04-01", ("2031-05-01", 30, "comes into force", ["toll.in-force"])),
        ("2031-06-01", (None, None, "no end named", ["toll.in-force"])),
    ],
)
def test_what_is_to_come_and_what_has_no_end(
    day: str, expected: tuple[str | None, int | None, str, list[str]]
) -> None:
    given = dossier_of(TOLL, day)
    assert [shape(one) for one in deadlines(given)] == [expected]
    page = words(seen("index.md", built(given)["index.md"]))
    assert ("in 30 days" if expected[1] else "no date") in page


def test_news_is_latest_first_and_of_dated_sources() -> None:
    found = news(dossier("fixture", EDITION))
    days = [one.on for one in found]
    assert days == sorted(days, reverse=True) and found
    borne = [fact.evidence for one in found for fact in one.facts if fact.evidence]
    dated = [any(not e.source.data.published.is_unknown for e in each) for each in borne]
    assert all(dated)
    assert max(one.on for one in news(dossier("fixture", FIRST))) <= date.fromisoformat(FIRST)


def test_without_a_sentence_that_stands_the_heading_is_the_title() -> None:
    page = edition("2031-01-01")["index.md"]
    assert re.search('<h1 id="[^"]*">The glimmer-salt talks<', page)


def test_news_has_the_day_of_what_happened() -> None:
    files = {
        "sources/note.yaml": source("The Wire", "2031-03-10", "they met on 8 March 2031"),
        "events/met.yaml": "title: Met\ndate: {value: 2031-03-08, witnesses: [note#q]}",
        "claims/said.yaml": "{by: reed, words: they met, witnesses: [note#q]}",
    }
    page = built(dossier_of(files))["index.md"]
    assert re.findall(r'<time datetime="([^"]+)"', page.partition('class="news"')[2])[:2] == [
        "2031-03-10",
        "2031-03-08",
    ]
    assert page.count("; known since 10 March 2031") == 1
    assert page.count("; printed on this day") == 1


def test_news_leads_with_what_happened_not_with_what_is_said_of_it() -> None:
    toll = """
title: Toll
above: {label: What stays, sentence: The toll stays, words: It stays, witnesses: [note#q]}
begun: {label: Review, sentence: A review begins, value: 2031-03-08, witnesses: [note#q]}
"""
    words = "It stays, and a review began on 8 March 2031"
    files = {"sources/note.yaml": source("Wire", "2031-03-10", words), "measures/toll.yaml": toll}
    (found,) = news(dossier_of(files))
    assert (found.facts[0].located.key, found.day) == ("begun", date(2031, 3, 8))


def test_a_rule_that_began_on_the_day_of_print_is_news_of_that_day() -> None:
    files = {
        "sources/note.yaml": source("The Wire", "2031-03-10", "salt is banned from 10 March 2031"),
        "measures/ban.yaml": """
            title: Ban
            items: {label: Items, words: salt, witnesses: [note#q]}
            in-force: {value: 2031-03-10, witnesses: [note#q]}
            """,
    }
    (found,) = news(dossier_of(files))
    assert found.happened == found.on == date(2031, 3, 10)


def test_news_came_since_the_last_round_and_is_no_background() -> None:
    given = dossier("fixture", EDITION)
    since = last_round(given)
    assert since == (date(2031, 9, 14), "hill-talks-2031-09")
    assert all(one.on > since[0] for one in news(given))
    early = news(dossier("fixture", FIRST))
    assert not any(fact.statement.background for one in early for fact in one.facts)
