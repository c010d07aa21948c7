"""What a dossier holds on a day: what is known, what it is called, on whose knowledge."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.derive import derive, told
from generator.derive.dossier import Fact, Status
from tests.dossiers import EDITION, briefing_of, dossier_of, source
from tests.tables import rows

LABELS = Path(__file__).with_name("labels.txt")
POST = {"sources/post.yaml": source("The Post", "2031-03-10", "the toll is 5 pence")}
FILES = {
    **POST,
    "sources/early.yaml": source("The Mail", "2031-02-01", "words"),
    "sources/mail.yaml": source("The Mail", "2031-04-01", "it ended on 1 April 2031"),
}
BOTH = "witnesses: [post#q, mail#q]"


def toll(text: str, as_of: str = "2031-06-30") -> Fact | None:
    """The fact of a claim on a day."""
    return dossier_of({**FILES, "claims/toll.yaml": f"{{{text}}}"}, as_of).facts.get("toll")


def is_known_from(files: dict[str, str], day: str) -> bool:
    before = (date.fromisoformat(day) - timedelta(1)).isoformat()
    early, on = dossier_of(files, before), dossier_of(files, day)
    assert "toll" not in early.facts and "toll" not in early.records
    return on.facts["toll"].known_from == date.fromisoformat(day) and "toll" in on.records


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2031-03-10", "2031-03-10"),
        ("2031-03", "2031-03-31"),
        ("2030", "2030-12-31"),
        ("../2031-04-02", "2031-04-02"),
        ("unknown", "2031-06-30"),
    ],
)
def test_known_from_the_latest_day_that_a_publication_allows(published: str, day: str) -> None:
    post = source("The Post", published, "5 pence")
    claim = "{value: 5, witnesses: [post#q]}"
    assert is_known_from({"sources/post.yaml": post, "claims/toll.yaml": claim}, day)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        # A source without a quotation makes nothing known.
        ("value: 5, witnesses: [early, post#q]", "2031-03-10"),
        # What only a later witness bears is known with it, and what none bears with the first.
        (f"value: 2031-04-01, {BOTH}", "2031-04-01"),
        (f"says: The toll ended on 1 April, {BOTH}", "2031-04-01"),
        (f"words: it ended, {BOTH}", "2031-04-01"),
        (f"value: 7, {BOTH}", "2031-03-10"),
    ],
)
def test_known_from_the_first_witness_that_bears_it(said: str, day: str) -> None:
    assert is_known_from({**FILES, "claims/toll.yaml": f"{{{said}}}"}, day)


def test_a_key_is_unknown_until_a_witness_that_bears_it() -> None:
    text = f"value: 5, until: 2031-04-01, {BOTH}"
    early, late = toll(text, "2031-03-31"), toll(text, "2031-04-01")
    assert early and (early.chosen.until, early.statement.until) == (None, None)
    assert late and late.chosen.until and early.known_from == late.known_from


def test_a_position_that_nobody_bears_yet_is_left_out() -> None:
    positions = "positions: {one: {value: 5, witnesses: [post#q]}, other: {value: 2031-04-01}}"
    fact = toll(f"{positions}, {BOTH}", "2031-03-31")
    assert fact and [one.key for one in fact.stances] == ["one"]


def test_background_is_known_on_any_day() -> None:
    fact = toll("value: 5, background: yes, witnesses: [post#q]", "2031-01-01")
    assert fact and [one.witness for one in fact.evidence] == ["post#q"]


@pytest.mark.parametrize(("day", "is_there"), [("2031-03-31", False), ("2031-04-01", True)])
def test_a_reading_exists_from_its_day(day: str, is_there: bool) -> None:
    fact = toll("value: 5, reading: {text: ours, on: 2031-04-01}, witnesses: [post#q]", day)
    assert fact and bool(fact.reading) is is_there


def test_a_silent_side_is_listed_and_holds_no_position() -> None:
    silent = "silent: {south: {text: notice, witnesses: [post#q]}}"
    fact = toll(f"says: x, by: reed, witnesses: [post#q], {silent}")
    assert fact and (fact.status, [*fact.silent]) == (Status.CLAIMED, ["south"])


def test_past_the_coverage_end_evidence_stays_that_of_the_end() -> None:
    late = {"sources/late.yaml": source("The Mail", "2031-07-02", "5 pence")}
    files = {**POST, **late, "claims/toll.yaml": "{value: 5, witnesses: [post#q, late#q]}"}
    dossier = dossier_of(files, "2031-12-01")
    assert dossier.past_coverage and dossier.facts["toll"].status is Status.REPORTED


def test_a_source_that_nothing_known_rests_on_is_not_built() -> None:
    claim = {"claims/toll.yaml": "{value: 5, witnesses: [post#q]}"}
    assert "post" not in dossier_of(POST).records and "post" in dossier_of(POST | claim).records


@pytest.mark.parametrize(("given", "id_", "expected"), rows(LABELS, 3, " => "))
def test_a_label_names_the_statement_without_its_value(given: str, id_: str, expected: str) -> None:
    path, text = given.split(" ", 1)
    assert dossier_of({**POST, f"{path}.yaml": text}).facts[id_].label == expected


@pytest.mark.parametrize(
    ("publisher", "keys", "expected"),
    [
        ("The Post", {}, "publisher the post"),
        ("toll-office", {}, "north"),
        ("Toll Office", {}, "north"),
        ("A relay", {"origin": "wire"}, "wire"),
        ("A relay", {"origin": "toll-office"}, "north"),
        ("A site", {"form": "copy", "text_of": "[south, north]"}, "north+south"),
        ("A site", {"form": "translation", "text_of": "south"}, "south"),
        ("A site", {"origin": "unknown"}, "unknown"),
        ("Daily Wire", {}, "wire"),
    ],
)
def test_origins(publisher: str, keys: dict[str, str], expected: str) -> None:
    files = {
        "bodies/daily-wire.yaml": "{name: Daily Wire, house: wire}",
        "sources/s.yaml": source(publisher, "2031-03-10", "5 pence", **keys),
        "claims/toll.yaml": "{value: 5, witnesses: [s#q]}",
    }
    assert dossier_of(files).facts["toll"].evidence[0].origin == expected


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("The talks of 2031", "2031-01-01", "The talks of 2031"),
        ("The talks of 2031", "2030-12-31", ""),
        ("By day; March 2031 is left out. In carts", "2030-12-31", "By day; In carts"),
        ("By day; of May 2031", "2031-04-30", "By day"),
    ],
)
def test_a_clause_goes_with_a_date_that_lies_ahead(text: str, day: str, expected: str) -> None:
    assert told(text, date.fromisoformat(day)) == expected


@pytest.mark.parametrize("day", ["2031-06-01", "2032-06-01"])
def test_a_subtitle_tells_an_earlier_day_nothing_of_later(day: str) -> None:
    chart = "title: Tolls\nsubtitle: Tolls; from 2032 as one\nform: bars\nseries: carts\n"
    found = dossier_of({"charts/tolls.yaml": chart}, day).briefing.records["tolls"].data
    shown = "Tolls; from 2032 as one" if day > "2032" else "Tolls"
    assert found.subtitle == shown  # type: ignore[attr-defined]


@pytest.mark.parametrize(("day", "subject"), [(1, "The bridge"), (30, "up to 2032, a bridge")])
def test_a_subject_that_lies_ahead_gives_way_to_the_title(day: int, subject: str) -> None:
    text = EDITION.replace("talks over", "up to 2032,")
    assert derive(briefing_of({}, text), date(2031, 6, day)).briefing.edition.subject == subject
