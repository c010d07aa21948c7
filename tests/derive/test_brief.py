"""The first page: what is so on a day, what is ahead, what is new, and nothing past the end."""

import re
from datetime import date

import pytest

from generator.derive.brief import last_round, news, strip
from generator.derive.spells import Deadline, deadlines
from tests.briefings import DAYS, dossier
from tests.dossiers import dossier_of, source
from tests.sites import built, edition, page_words

FIRST, _, EDITION, _ = DAYS["fixture"]
ITEM = "{role: strip, label: Arch, word: %s, text: so, rests: [fate], order: %s}"
Ahead = tuple[str | None, int | None, str, list[str]]


def note(text: str, published: str = "2031-03-10") -> dict[str, str]:
    return {"sources/note.yaml": source("The Wire", published, text)}


def test_strip_takes_one_item_of_each_label() -> None:
    files = {
        "claims/fate.yaml": "{by: reed, words: the arch stands, witnesses: [note#q]}",
        "points/second.yaml": ITEM % ("second", 20),
        "points/first.yaml": ITEM % ("first", 10),
        **note("the arch stands"),
    }
    assert [one.point.word for one in strip(dossier_of(files))] == ["first"]
    assert strip(dossier_of(files, "2031-03-09")) == ()


def test_strip_shows_the_latest_round_of_the_day() -> None:
    files = {
        **note("they met on 9 March 2031"),
        "sources/later.yaml": source("The Wire", "2031-06-02", "they met again on 1 June 2031"),
        "rounds/first.yaml": "{title: First talks, place: {en: Oxmoor}, "
        "date: {value: 2031-03-09, witnesses: [note#q]}}",
        "rounds/second.yaml": "{title: Second talks, "
        "date: {value: 2031-06-01, witnesses: [later#q]}}",
        "points/talks.yaml": "{role: strip, label: Talks, latest: round, text: The last round.}",
    }
    shown = {
        "2031-06-01": "Talks Oxmoor , 9 March 2031",
        "2031-06-02": "Talks Second talks , 1 June",
    }
    for day, told in shown.items():
        assert told in page_words(dossier_of(files, day), "index")
    assert strip(dossier_of(files, "2031-03-09")) == ()


def shape(one: Deadline) -> Ahead:
    on = one.on.isoformat() if one.on else None
    return on, one.days, one.kind, [fact.id for fact in one.facts]


TOLL = "title: Toll\nin-force: {value: 2031-05-01, %switnesses: [note#q]}\n"
POSITIONS = (
    "{a: {until: 2031-08-01, witnesses: [note#q]}, b: {until: 2031-09-01, witnesses: [note#q]}}"
)
STOP = "{does: suspend, target: toll, from: 2031-05-02, witnesses: [note#q]}"
STOPPED = {"measures/stop.yaml": f"{{title: Stop, acts: {{stop: {STOP}}}}}"}
SPAN = TOLL % "for: 150 days, " + "end: {compute: in-force + 150 days}\n"
ENDS = [("2031-08-01", 32, "ends"), ("2031-09-01", 63, "ends")]


@pytest.mark.parametrize(
    ("toll", "more", "day", "expected"),
    [
        # Where positions end something on other days each is ahead.
        (TOLL % f"positions: {POSITIONS}, ", {}, "2031-06-30", ENDS),
        # A day that follows from a span is not a second deadline.
        (SPAN, {}, "2031-06-30", [("2031-09-28", 90, "ends")]),
        (TOLL % "", STOPPED, "2031-04-01", [("2031-05-01", 30, "comes into force")]),
        (TOLL % "", STOPPED, "2031-06-01", [(None, None, "no end named")]),
    ],
)
def test_what_is_ahead(
    toll: str, more: dict[str, str], day: str, expected: list[tuple[str | None, int | None, str]]
) -> None:
    text = "a toll from 1 May 2031, for 150 days, to 1 August or 1 September 2031"
    given = dossier_of({**note(text), **more, "measures/toll.yaml": toll}, day)
    assert [shape(one) for one in deadlines(given)] == [
        (*one, ["toll.in-force"]) for one in expected
    ]
    shown = f"in {expected[0][1]} days" if expected[0][1] else "no date"
    assert shown in page_words(given, "index")


def test_the_act_that_suspends_and_the_one_that_prolongs_it_are_no_deadlines_of_their_own() -> None:
    ahead = [shape(one) for one in deadlines(dossier("fixture", "2031-12-01"))]
    kinds = {(kind, id_) for _, _, kind, ids in ahead for id_ in ids}
    assert ("suspension ends", "order-257.parts.above-10") in kinds
    acts = {"harbour-2031-05.terms.aurelia-24", "hill-2031-10.terms.aurelia-24"}
    assert acts.isdisjoint(id_ for _, id_ in kinds)


def test_without_a_sentence_that_stands_the_heading_is_the_title() -> None:
    page = edition("2031-01-01")["index.md"]
    assert re.search('<h1 id="[^"]*">The glimmer-salt talks<', page)


def test_news_came_since_the_last_round_latest_first_and_of_dated_sources() -> None:
    given = dossier("fixture", EDITION)
    since, found = last_round(given), news(given)
    assert since == (date(2031, 9, 14), "hill-talks-2031-09")
    days = [one.on for one in found]
    assert days == sorted(days, reverse=True) and min(days) > since[0]
    borne = [fact.evidence for one in found for fact in one.facts if fact.evidence]
    assert all(any(not e.source.data.published.is_unknown for e in each) for each in borne)
    early = news(dossier("fixture", FIRST))
    assert max(one.on for one in early) <= date.fromisoformat(FIRST)
    assert not any(fact.statement.background for one in early for fact in one.facts)


def test_what_happened_comes_first_and_apart_from_what_was_only_printed() -> None:
    files = {
        **note("they met on 8 March 2031"),
        "events/met.yaml": "title: Met\ndate: {value: 2031-03-08, witnesses: [note#q]}",
        "claims/said.yaml": "{by: reed, words: they met, witnesses: [note#q]}",
    }
    page = built(dossier_of(files))["index.md"]
    events, _, printed = page.partition('class="news"')[2].partition("Newly sourced")
    assert ('="2031-03-08"' in events, '="2031-03-10"' in printed) == (True, True)


@pytest.mark.parametrize(
    ("measure", "leading", "day"),
    [
        # What happened leads, not what is said of it.
        (
            "above: {label: What stays, sentence: The toll stays, words: It stays, %s}\n"
            "begun: {label: Review, sentence: A review begins, value: 2031-03-08, %s}",
            "begun",
            8,
        ),
        # What began on the day of print is news of that day.
        ("items: {words: salt, %s}\nin-force: {value: 2031-03-10, %s}", "in-force", 10),
    ],
)
def test_news_of_a_measure(measure: str, leading: str, day: int) -> None:
    text = measure.replace("%s", "witnesses: [note#q]")
    files = note("It stays, a review began on 8 March 2031, salt is banned from 10 March 2031")
    on = date(2031, 3, day)
    (found,) = news(dossier_of({**files, "measures/toll.yaml": f"title: Toll\n{text}\n"}))
    assert (found.facts[0].located.key, found.day, found.happened) == (leading, on, on)


def test_what_is_said_later_is_no_news_of_the_day_that_it_is_about() -> None:
    files = {
        **note("they met on 8 March 2031"),
        "sources/later.yaml": note("it goes well", "2031-03-20")["sources/note.yaml"],
        "events/met.yaml": "title: Met\ndate: {value: 2031-03-08, witnesses: [note#q]}\n"
        "so-far: {label: So far, by: reed, words: it goes well, witnesses: [later#q]}",
    }
    later, met = news(dossier_of(files))
    assert (later.facts[0].located.key, later.day) == ("so-far", date(2031, 3, 20))
    assert (met.facts[0].located.key, met.day) == ("date", date(2031, 3, 8))
