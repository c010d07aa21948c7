"""The page of corrections: what was set right, by whom, on which day, and how to ask for it."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from generator.derive import derive
from generator.model.edition import Moved
from generator.render.views import corrected
from tests.briefings import DAYS
from tests.dossiers import briefing_of, dossier_of, source
from tests.sites import Settings, built, edition, seen, words

PAGE = "corrections/index.md"
FILES = {
    "sources/post.yaml": source("The Post", "2031-03-01", "a toll of 5 pence"),
    "sources/mail.yaml": source("The Mail", "2031-03-02", "a toll of 7 pence"),
    "sources/courier.yaml": source("The Courier", "2031-03-02", "a toll of 5 pence"),
    "sources/echo.yaml": source(
        "The Echo", "2031-03-03", "a toll of 9 pence", retracted="{why: a hoax, on: 2031-05-04}"
    ),
    "claims/toll.yaml": """
        title: Toll
        positions:
          five: {value: 5, unit: pence, witnesses: [post#q]}
          seven:
            value: 7
            unit: pence
            witnesses: [mail#q]
            rejected: {why: a misprint, on: 2031-05-01}
        reading: {text: It was the toll for carts., on: 2031-05-02}
        """,
    "claims/weak.yaml": """
        title: Weak
        value: 5
        unit: pence
        witnesses: [post#q, courier#q]
        lowered: {to: reported, why: both have one reporter, on: 2031-05-03}
        """,
    "claims/hoax.yaml": "{title: Hoax, value: 9, unit: pence, witnesses: [echo#q]}",
    "claims/said.yaml": """
        title: Said
        by: reed
        words: a toll of 5 pence
        witnesses: [post#q]
        retracted: {why: she thought of another, on: 2031-05-05}
        """,
    "claims/old.yaml": """
        title: Old
        value: 7
        unit: pence
        witnesses: [mail#q]
        superseded: {by: toll, on: 2031-05-06}
        """,
    "glossary/carts.yaml": "{term: carts, reading: {text: What rolls., on: 2031-03-01}}",
    "events/fair.yaml": """
        title: The fair
        date: {value: 2031-03-01, witnesses: [post#q]}
        reading: {text: It was the spring fair., on: 2031-05-07}
        """,
}


@cache
def told(day: str = "2031-06-30") -> str:
    return words(seen(PAGE, built(dossier_of(FILES, day))[PAGE]))


@pytest.mark.parametrize(
    "line",
    [
        "1 May 2031: answers rejected Toll : 7 pence (The Mail); ",
        "2 May 2031: notes of ours on statements Toll : It was the toll for carts.",
        "3 May 2031: statements lowered in status Weak : we call it reported, and no better (",
        "4 May 2031: retractions by others The Echo took back Notes ; 1 statement cited it.",
        "5 May 2031: retractions by others Said : Ada Reed took back “ a toll of 5 pence ”",
        "7 May 2031: notes of ours on records The fair : It was the spring fair.",
        "lowered in status, 1 note of ours on statements, 1 note of ours on records and 2 retr",
        "stands on its card, that of each day under What changed , and the whole in history.csv",
        "write to whoever publishes this copy, which has no address for reports, with",
    ],
)
def test_what_was_set_right(line: str) -> None:
    assert line in told()


@pytest.mark.parametrize("word", ["What rolls", "Old :"])
def test_what_a_term_means_and_what_is_superseded_correct_nobody(word: str) -> None:
    assert word not in told()


def test_before_its_day_nothing_is_told() -> None:
    assert "So far: nothing." in told("2031-04-30")
    assert "The Echo took back" not in told("2031-05-03")


@pytest.mark.parametrize(
    ("most", "heading", "line"),
    [
        (5, "May 2031: retractions by others", "4 May 2031 : The Echo took back"),
        (3, "2031: retractions by others", "4 May 2031 : The Echo took back"),
    ],
)
def test_many_lists_are_one_for_a_month_or_a_year(
    most: int, heading: str, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corrected, "MOST", most)
    page = words(seen(PAGE, built(dossier_of(FILES))[PAGE]))
    assert f" {heading} 5 May 2031 : Said" in page
    assert line in page


def test_a_long_list_goes_on_without_the_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.render.views.page.LIMIT", 5)
    page = words(seen(PAGE, built(dossier_of(FILES))["corrections/page.2/index.md"]))
    assert "1 May 2031: answers rejected" in page
    assert "Nothing disappears" not in page


def test_a_repository_has_a_form_and_the_record_of_the_files() -> None:
    settings = Settings(repository="https://git.example/bridge")
    page = seen(PAGE, built(dossier_of(FILES), settings)[PAGE])
    assert "https://git.example/bridge/commits/main" in page.links
    assert "https://git.example/bridge/issues/new?template=wrong-fact.yml" in page.links


def went(day: str) -> str:
    briefing = briefing_of(FILES)
    moved = {
        "fee": Moved(to="toll"),
        "toll.parts.x": Moved(gone="it was never levied"),
        "rumour": Moved(gone="nobody said so"),
        "levy": Moved.model_validate({"to": "toll", "on": "2031-06-02"}),
        "duty": Moved.model_validate({"gone": "never due", "on": "2031-06-09"}),
    }
    given = derive(replace(briefing, moved=moved), date.fromisoformat(day))
    return words(seen(PAGE, built(given)[PAGE]))


def test_addresses_lead_on_or_say_why_they_do_not() -> None:
    told = went("2031-06-30")
    assert "fee is now Toll rumour was withdrawn: nobody said so toll.parts.x was" in told
    assert "withdrawn 9 June 2031 : duty was withdrawn: never due 2 June 2031 : levy is" in told


def test_an_address_moves_on_its_day() -> None:
    assert "levy is now" in (told := went("2031-06-02")) and "duty" not in told


def test_what_was_taken_out_altogether_is_counted_beside_the_word_correction() -> None:
    assert "We withdrew 1 statement and 2 records;" in went("2031-06-30")
    assert "We withdrew" not in told()


def test_addresses_of_what_the_day_does_not_know_are_not_named() -> None:
    assert "withdrawn rumour was withdrawn: nobody said so" in went("2031-02-01")


@pytest.mark.parametrize("day", DAYS["fixture"])
def test_each_edition_has_the_policy(day: str) -> None:
    assert "Nothing disappears without a word" in words(seen(PAGE, edition(day)[PAGE]))
