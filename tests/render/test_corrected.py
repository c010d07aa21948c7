"""What a statement read from day to day, on its card and in the data, and what was corrected."""

import json
from csv import DictReader
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from generator.derive import derive
from generator.model.edition import Moved
from generator.render.data.files import data
from generator.render.views import corrected
from tests.briefings import DAYS, dossier
from tests.dossiers import briefing_of, dossier_of, source
from tests.sites import Built, Settings, built, edition, page_words, seen, words
from tests.tables import cases

PAGE = "corrections/index.md"
FIVE = "value: 5, unit: pence, witnesses: [first#q]"
BOTH = "value: 5, unit: pence, witnesses: [first#q, second#q]"
SEVEN = "value: 7, unit: pence, witnesses: [third#q]"
TOLL = {
    "sources/first.yaml": source("The Post", "2031-03-01", "a toll of 5 pence"),
    "sources/second.yaml": source("The Courier", "2031-04-01", "a toll of 5 pence"),
    "claims/toll.yaml": f"{{title: Toll, {BOTH}, "
    "reading: {text: It was the toll for carts., on: 2031-05-01}}",
}
HOAX = source(
    "The Echo", "2031-03-05", "a toll of 9 pence", retracted="{why: a hoax, on: 2031-05-05}"
)
MEASURE = "{title: %s, issuer: toll-office, in-force: {value: 2031-03-01, witnesses: [%s]}}"
FILES = {
    **TOLL,
    "sources/third.yaml": source("The Mail", "2031-04-02", "a toll of 7 pence"),
    "sources/gazette.yaml": source("Gazette", "2031-02-01", "4 pence from 1 March 2031"),
    "sources/mail.yaml": source("The Mail", "2031-02-10", "the order from 1 March 2031"),
    "sources/end.yaml": source("Gazette", "2031-05-01", "the order ends on 1 May 2031"),
    "sources/later.yaml": source("The Mail", "2031-05-07", "2 pence from 4 May 2031"),
    "sources/hoax.yaml": HOAX,
    "claims/gone.yaml": f"{{title: Gone, positions: {{five: {{{FIVE}}}, seven: {{{SEVEN}, "
    "rejected: {why: a misprint, on: 2031-05-02}}}}",
    "claims/fork.yaml": f"{{title: Fork, positions: {{five: {{{BOTH}}}, seven: {{{SEVEN}}}}}}}",
    "claims/less.yaml": f"{{title: Less, {BOTH}, "
    "lowered: {to: reported, why: both have one reporter, on: 2031-05-03}}",
    "claims/back.yaml": "{title: Back, by: reed, words: a toll of 5 pence, witnesses: [first#q], "
    "retracted: {why: it was another toll, on: 2031-05-04}}",
    "claims/fake.yaml": "{title: Fake, value: 9, unit: pence, witnesses: [hoax#q]}",
    "claims/other.yaml": "{title: Other, value: 2, unit: pence, witnesses: [later#q]}",
    "claims/replaced.yaml": f"{{title: Replaced, {FIVE}, "
    "superseded: {by: toll, on: 2031-05-06}}",
    "glossary/carts.yaml": "{term: carts, reading: {text: What rolls., on: 2031-03-01}}",
    "events/fair.yaml": "{title: The fair, date: {value: 2031-03-01, witnesses: [first#q]}, "
    "reading: {text: It was the spring fair., on: 2031-05-07}}",
    "measures/order.yaml": MEASURE % ("The order", "gazette#q, mail#q"),
    "measures/ban.yaml": MEASURE % ("The ban", "gazette#q"),
    "measures/repeal.yaml": """
        title: The repeal
        issuer: toll-office
        acts: {ends: {does: end, target: [order], from: 2031-05-01, witnesses: [end#q]}}
        """,
    "measures/amnesty.yaml": """
        title: The amnesty
        issuer: toll-office
        acts:
          ends:
            does: end
            target: [ban]
            positions:
              april: {from: 2031-04-01, witnesses: [first#q],
                superseded: {by: toll, on: 2031-04-10}}
              may: {from: 2031-05-09, witnesses: [third#q]}
        """,
    "measures/pause.yaml": """
        title: The pause
        issuer: toll-office
        acts:
          halts: {does: suspend, target: ban, from: 2031-04-05, %s, witnesses: [first#q]}
          keeps: {does: extend, target: pause.acts.halts, %s, witnesses: [end#q]}
        """.replace("%s", "until: 2031-09-01"),
    "series/tolls.yaml": """
        title: Tolls
        reporter: toll-office
        unit: pence
        points:
          2031-01: {value: 5, witnesses: [first#q, second#q]}
          2031-02: {value: 7, recompute: 2031-01 + other, witnesses: [third#q]}
          2031-03: {compute: 2031-01 * 2}
        """,
}


@cache
def site_on(day: str = "2031-06-30") -> Built:
    return built(dossier_of(FILES, day))


def page(path: str, day: str = "2031-06-30") -> str:
    return words(seen("x.md", site_on(day)[f"{path}/index.md"]))


# A page, and what it says of the days on which something changed.
HISTORIES = cases("""
    claims/toll
      1 March 2031 reported Source: The Post
      1 April 2031 confirmed Source: The Courier
      1 May 2031 confirmed Our note
    measures/order
      1 February 2031 reported announced Source: Gazette
      10 February 2031 confirmed announced Source: The Mail
      1 March 2031 confirmed in force Its day came
      1 May 2031 confirmed ended on 1 May 2031 The Toll Office ends The order
    claims/gone
      5 pence (The Post); 7 pence (The Mail) disputed Source: The Mail
      2 May 2031 5 pence reported Answer rejected (a misprint)
    claims/fork
      1 March 2031 5 pence reported Source: The Post 1 April 2031 unchanged confirmed Source: The
        Courier 2 April 2031 5 pence (The Post and The Courier); 7 pence (The Mail) disputed
    claims/less
      3 May 2031 reported Status lowered: both have one reporter
    claims/back
      4 May 2031 retracted Retraction: who said it took it back
    claims/fake
      5 May 2031 retracted Retraction: The Echo took its report back
    measures/ban
      10 April 2031 suspended until 1 September 2031 Now with another day: The amnesty, ends ; from
        1 May 2031 on: The Toll Office extends
    series/tolls
      1 March 2031 computed from reported figures Worked out from
      1 April 2031 computed from confirmed figures Worked out from
      7 May 2031 What it is checked against became known
    claims/replaced
      6 May 2031 superseded Superseded by Toll
    corrections
      2 May 2031: answers rejected Gone : 7 pence (The Mail);
      1 May 2031: notes of ours on statements Toll : It was the toll for carts.
      3 May 2031: statements lowered in status Less : we call it reported, and no better (
      4 May 2031: retractions by others Back : Ada Reed took back “ a toll of 5 pence ”
      5 May 2031: retractions by others The Echo took back Notes ; 1 statement cited it.
      7 May 2031: notes of ours on records The fair : It was the spring fair.
      lowered in status, 1 note of ours on statements, 1 note of ours on records and 2 retr
      stands on its card, that of each day under What changed , and the whole in history.csv
      write to whoever publishes this copy, which has no address for reports, with
""")


@pytest.mark.parametrize("lines", HISTORIES, ids=lambda lines: lines[0])
def test_a_page_says_from_which_day_it_read_how_and_why(lines: tuple[str, ...]) -> None:
    told = page(lines[0])
    assert [one for one in lines[1:] if one not in told] == []


def test_the_history_is_a_table_as_well() -> None:
    found = data(dossier_of(TOLL, "2031-04-30"), Settings())["data/history.csv"].decode()
    keys = ("statement", "number", "since", "changes")
    assert [[one[key] for key in keys] for one in DictReader(found.splitlines())] == [
        ["toll", "1", "2031-03-01", "new"],
        ["toll", "2", "2031-04-01", "status"],
    ]


@pytest.mark.parametrize("day", DAYS["fixture"])
def test_a_history_ends_with_the_statement_as_it_is(day: str) -> None:
    for one in json.loads(data(dossier("fixture", day), Settings())["data/facts.json"]):
        last = one["history"][-1]
        assert last["until"] is None
        assert all(last[key] == one[key] for key in ("value", "status", "by", "state")), one["id"]


def test_what_reads_as_on_its_first_day_has_no_table() -> None:
    assert "toll--history" not in site_on("2031-03-31")["claims/toll/index.md"]


@pytest.mark.parametrize("word", ["What rolls", "Replaced :"])
def test_what_a_term_means_and_what_is_superseded_correct_nobody(word: str) -> None:
    assert word not in page("corrections")


def test_before_its_day_nothing_is_told() -> None:
    assert "So far: nothing." in page("corrections", "2031-04-30")
    assert "The Echo took back" not in page("corrections", "2031-05-04")


@pytest.mark.parametrize(("most", "heading"), [(5, "May 2031"), (3, "2031")])
def test_many_lists_are_one_for_a_month_or_a_year(
    most: int, heading: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corrected, "MOST", most)
    told = page_words(dossier_of(FILES), "corrections")
    assert f" {heading}: retractions by others 5 May 2031 : The Echo took back" in told


def test_a_long_list_goes_on_without_the_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.render.views.page.LIMIT", 5)
    told = page_words(dossier_of(FILES), "corrections/page.2")
    assert "1 May 2031: notes of ours" in told
    assert "Nothing disappears" not in told


def test_a_repository_has_a_form_and_the_record_of_the_files() -> None:
    settings = Settings(repository="https://git.example/bridge")
    links = seen(PAGE, built(dossier_of(FILES), settings)[PAGE]).links
    assert "https://git.example/bridge/commits/main" in links
    assert "https://git.example/bridge/issues/new?template=wrong-fact.yml" in links


def went(day: str) -> str:
    moved = {
        "fee": Moved(to="toll"),
        "toll.parts.x": Moved(gone="it was never levied"),
        "rumour": Moved(gone="nobody said so"),
        "levy": Moved.model_validate({"to": "toll", "on": "2031-06-02"}),
        "duty": Moved.model_validate({"gone": "never due", "on": "2031-06-09"}),
    }
    given = derive(replace(briefing_of(FILES), moved=moved), date.fromisoformat(day))
    return page_words(given, "corrections")


def test_addresses_lead_on_or_say_why_they_do_not() -> None:
    told = went("2031-06-30")
    assert "fee is now Toll rumour was withdrawn: nobody said so toll.parts.x was" in told
    assert "withdrawn 9 June 2031 : duty was withdrawn: never due 2 June 2031 : levy is" in told
    assert "We withdrew 1 statement and 2 records;" in told


def test_an_address_moves_on_its_day_and_is_named_while_its_thing_is_known() -> None:
    assert "levy is now" in (told := went("2031-06-02")) and "duty" not in told
    assert "withdrawn rumour was withdrawn: nobody said so" in went("2031-02-01")


@pytest.mark.parametrize("day", DAYS["fixture"])
def test_each_edition_has_the_policy(day: str) -> None:
    assert "Nothing disappears without a word" in words(seen(PAGE, edition(day)[PAGE]))
