"""What a dossier holds on a day: what is known, what it is called, on whose knowledge."""

from datetime import date

import pytest

from generator.derive.dossier import Status
from tests.dossiers import BASE, briefing_of, dossier_of, source
from tests.tables import cases

POST = {"sources/post.yaml": source("The Post", "2031-03-10", "the toll is 5 pence")}


@pytest.mark.parametrize(
    ("published", "from_"),
    [
        ("2031-03-10", "2031-03-10"),
        ("2031-03", "2031-03-31"),
        ("2030", "2030-12-31"),
        ("../2031-04-02", "2031-04-02"),
        ("unknown", "2031-06-30"),
    ],
)
def test_known_from_the_latest_day_that_a_publication_allows(published: str, from_: str) -> None:
    files = {
        "sources/post.yaml": source("The Post", published, "5 pence"),
        "claims/toll.yaml": "{value: 5, witnesses: [post#q]}",
    }
    day = date.fromisoformat(from_)
    assert dossier_of(files, from_).facts["toll"].known_from == day
    before = date.fromordinal(day.toordinal() - 1).isoformat()
    assert "toll" not in dossier_of(files, before).facts


def test_also_in_makes_nothing_known_where_a_quotation_comes_later() -> None:
    files = {
        **POST,
        "sources/early.yaml": source("The Mail", "2031-02-01", "words"),
        "claims/toll.yaml": "{value: 5, witnesses: [early, post#q]}",
    }
    assert "toll" not in dossier_of(files, "2031-03-09").facts


LATER = {**POST, "sources/mail.yaml": source("The Mail", "2031-04-01", "it ended on 1 April 2031")}


def test_a_key_is_unknown_until_a_witness_that_bears_it() -> None:
    toll = "{value: 5, until: 2031-04-01, witnesses: [post#q, mail#q]}"
    files = {**LATER, "claims/toll.yaml": toll}
    early, late = (dossier_of(files, day).facts["toll"] for day in ("2031-03-31", "2031-04-01"))
    assert (early.chosen.until, early.statement.until) == (None, None)
    assert late.chosen.until and early.known_from == late.known_from == date(2031, 3, 10)


@pytest.mark.parametrize(
    "said", ["value: 2031-04-01", "says: The toll ended on 1 April", "words: it ended"]
)
def test_what_only_a_later_witness_bears_is_known_with_it(said: str) -> None:
    files = {**LATER, "claims/toll.yaml": f"{{{said}, witnesses: [post#q, mail#q]}}"}
    assert "toll" not in dossier_of(files, "2031-03-31").facts
    assert dossier_of(files).facts["toll"].known_from == date(2031, 4, 1)


def test_a_position_that_nobody_bears_yet_is_left_out() -> None:
    text = "{positions: {one: {value: 5, witnesses: [post#q]}, other: {value: 2031-04-01}}, "
    files = {**LATER, "claims/toll.yaml": text + "witnesses: [post#q, mail#q]}"}
    assert [s.key for s in dossier_of(files, "2031-03-31").facts["toll"].stances] == ["one"]


def test_what_no_witness_bears_is_known_with_the_first() -> None:
    files = {**LATER, "claims/toll.yaml": "{value: 7, witnesses: [post#q, mail#q]}"}
    assert dossier_of(files, "2031-03-31").facts["toll"].known_from == date(2031, 3, 10)


def test_background_is_known_on_any_day() -> None:
    files = {**POST, "claims/toll.yaml": "{value: 5, background: yes, witnesses: [post#q]}"}
    fact = dossier_of(files, "2031-01-01").facts["toll"]
    assert [e.witness for e in fact.evidence] == ["post#q"]


def test_a_reading_exists_from_its_day() -> None:
    text = "{value: 5, reading: {text: ours, on: 2031-04-01}, witnesses: [post#q]}"
    files = {**POST, "claims/toll.yaml": text}
    assert dossier_of(files, "2031-03-31").facts["toll"].reading is None
    assert dossier_of(files, "2031-04-01").facts["toll"].reading


def test_a_silent_side_is_listed_and_holds_no_position() -> None:
    text = "{says: x, by: reed, witnesses: [post#q], silent: {south: {witnesses: [post#q]}}}"
    fact = dossier_of({**POST, "claims/toll.yaml": text}).facts["toll"]
    assert (fact.status, list(fact.silent)) == (Status.CLAIMED, ["south"])


def test_past_the_coverage_end_evidence_stays_that_of_the_end() -> None:
    late = {"sources/late.yaml": source("The Mail", "2031-07-02", "5 pence")}
    files = {**POST, **late, "claims/toll.yaml": "{value: 5, witnesses: [post#q, late#q]}"}
    dossier = dossier_of(files, "2031-12-01")
    assert dossier.past_coverage
    assert dossier.facts["toll"].status is Status.REPORTED


def test_a_record_without_a_known_statement_is_not_built() -> None:
    files = {**POST, "claims/toll.yaml": "{value: 5, witnesses: [post#q]}"}
    assert "toll" not in dossier_of(files, "2031-03-09").records
    assert {"toll", "post"} <= set(dossier_of(files).records)


def test_a_source_that_nothing_known_rests_on_is_not_built() -> None:
    assert "post" not in dossier_of(POST).records


# A record below `content/`, the id of its statement, and its label.
LABELS = cases("""
    series/carts {title: Carts, points: {2031-05-yoy: {value: 5, witnesses: [post#q]}}}
      carts.points.2031-05-yoy
      Carts, May 2031, year on year
    rounds/mill {title: Mill talks, delegations: {north: {a: {person: reed, witnesses: [post#q]}}}}
      mill.delegations.north.a
      Ada Reed (Mill talks)
    measures/toll {title: Toll, in-force: {value: 2031-03-10, witnesses: [post#q]}}
      toll.in-force
      Toll, in force from
    claims/toll {says: x, by: reed, about: carts, witnesses: [post#q]}
      toll
      What Ada Reed said of carts
    claims/toll {asks: Was it 5?, says: x, witnesses: [post#q]}
      toll
      Was it 5?
    measures/toll {title: Toll, rate: {label: the rate, value: 5, witnesses: [post#q]}}
      toll.rate
      The rate (Toll)
    measures/toll {title: Toll (north), rate: {label: Rate of the toll, value: 5,
        witnesses: [post#q]}}
      toll.rate
      Rate of the toll
    series/carts {title: Carts, points: {a: {label: the Post, value: 5, witnesses: [post#q]}}}
      carts.points.a
      Carts, the Post
    measures/toll {title: Toll, 2031-13: {words: pence, witnesses: [post#q]}}
      toll.2031-13
      Toll, 2031 13
""")


@pytest.mark.parametrize(("given", "id_", "expected"), LABELS)
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


def test_a_name_falls_back_to_the_id() -> None:
    briefing = briefing_of({})
    assert (briefing.name("reed"), briefing.name("nobody")) == ("Ada Reed", "nobody")
    assert len(briefing.of_kind("party")) == len([path for path in BASE if "parties" in path])
