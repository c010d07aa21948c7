"""What pages say beside a value is told in words, and what the edition says of itself."""

from __future__ import annotations

from datetime import date

import pytest

from generator.derive import derive
from generator.diff import compare
from generator.diff.changes import Kind
from generator.diff.words import told
from tests.dossiers import EDITION, briefing_of
from tests.test_diff import FILES, TALKS, Files, changes, only

DAY = date(2031, 6, 30)

DISPUTE = """
title: Talks
date:
  asks: When did they meet
  positions:
    north: {value: 2031-03-09, by: north, witnesses: [courier#q]}
    south: {value: 2031-03-08, by: south, witnesses: [courier#q]}
"""


def written(path: str, text: str) -> Files:
    return {**FILES, path: text}


def told_of(before: str, old: str, new: str, path: str = "rounds/talks.yaml") -> tuple[Kind, str]:
    assert old in before
    return only(written(path, before.replace(old, new)), written(path, before))


def test_a_dispute_that_begins_says_its_question_before_the_answers() -> None:
    found = changes({**FILES, "rounds/talks.yaml": DISPUTE})[Kind.DISPUTED, "talks.date"]
    assert told(found).endswith(
        "question: When did they meet; "
        "position of North: 9 March 2031; position of South: 8 March 2031; reported, now disputed"
    )


REJECTED = DISPUTE.replace("by: south,", "by: south, rejected: {why: a slip, on: 2031-05-01},")


def test_the_reason_of_a_position_that_is_rejected_is_told() -> None:
    assert told_of(REJECTED, "a slip", "a misprint") == (
        Kind.CHANGED,
        "Talks: date: position of South: 8 March 2031 (rejected: a misprint) "
        "(was 8 March 2031 (rejected: a slip))",
    )


GONE = TALKS.replace("[courier#q]", "[courier#q], retracted: {why: a slip, on: 2031-05-01}")


def test_the_reason_of_what_is_retracted_is_told() -> None:
    assert told_of(GONE, "a slip", "a misprint") == (
        Kind.CHANGED,
        "Talks: date: reason: a misprint (was a slip)",
    )


LOWERED = """
title: Talks
date:
  value: 2031-03-09
  witnesses: [courier#q]
  lowered: {to: claimed, why: one reporter, on: 2031-05-01}
"""


def test_the_reason_of_a_lower_status_is_told() -> None:
    assert told_of(LOWERED, "one reporter", "one paper") == (
        Kind.CHANGED,
        "Talks: date: reason: one paper (was one reporter)",
    )


def test_the_reason_of_an_inference_is_told() -> None:
    before = TALKS.replace("[courier#q]", "[courier#q], inferred: the day after Monday")
    assert told_of(before, "after Monday", "before Tuesday") == (
        Kind.CHANGED,
        "Talks: date: value inferred: the day before Tuesday (was the day after Monday)",
    )


MORE = """
title: Talks
date: {value: 2031-03-09, witnesses: [courier#q], see: [north]}
"""


def test_what_is_named_beside_a_statement_is_told_where_it_comes_and_goes() -> None:
    assert told_of(MORE, "see: [north]", "see: [south], compare: [north]") == (
        Kind.CHANGED,
        "Talks: date: see no more: North; see: South; compare: North",
    )


def test_what_is_named_beside_a_statement_may_be_called_otherwise() -> None:
    before = written("rounds/talks.yaml", MORE)
    after = {**before, "parties/north.yaml": "name: Norland"}
    assert [id_ for _, id_ in changes(after, before)] == ["north"]


TOLL = """
title: Toll
issuer: toll-office
in-force: {value: 2031-03-09, witnesses: [courier#q]}
"""
STEPS = """
title: Tolls
subtitle: The toll
form: steps
lines:
  north: {title: Toll of North, steps: {begin: {rate: toll.in-force, label: the toll}}}
"""
SPANS = """
title: What holds
subtitle: The toll
form: spans
spans: {toll: {of: toll.in-force, label: the toll}}
"""
COMPARED = """
title: Tolls
subtitle: The toll
form: figures
groups:
  north: {title: Of North, entries: {toll: {of: toll.in-force, definition: the toll}}}
"""


@pytest.mark.parametrize(
    ("path", "text", "name"),
    [
        ("charts/tolls.yaml", STEPS, "step begin of north"),
        ("charts/tolls.yaml", SPANS, "bar toll"),
        ("comparisons/tolls.yaml", COMPARED, "definition of toll in north"),
    ],
    ids=["step", "span", "definition"],
)
def test_the_words_in_a_chart_or_comparison_are_told(path: str, text: str, name: str) -> None:
    before = {**FILES, "measures/toll.yaml": TOLL, path: text}
    after = {**before, path: text.replace(": the toll}", ": a toll}")}
    kind, told_of_it = only(after, before)
    assert kind is Kind.CHANGED
    assert told_of_it.endswith(f": {name}: a toll (was the toll)")


def test_what_is_written_of_the_edition_is_a_change() -> None:
    before = derive(briefing_of(FILES), DAY)
    renamed = derive(briefing_of(FILES, EDITION.replace("The bridge", "Two bridges")), DAY)
    (one,) = compare(before, renamed)
    assert (one.kind, one.id) == (Kind.CHANGED, "briefing")


def test_a_name_is_told_once_where_positions_claims_and_the_edition_have_it() -> None:
    claim = "{says: They met, by: north, witnesses: [courier#q]}"
    before = {**FILES, "rounds/talks.yaml": DISPUTE, "claims/met.yaml": claim}
    assert only({**before, "parties/north.yaml": "name: Norland"}, before) == (
        Kind.CHANGED,
        "Norland: name: Norland (was North)",
    )


def test_a_name_is_told_once_where_a_key_holds_the_position() -> None:
    before = written("rounds/talks.yaml", DISPUTE.replace("by: north, ", ""))
    assert only({**before, "parties/north.yaml": "name: Norland"}, before)[1] == (
        "Norland: name: Norland (was North)"
    )


def test_another_holder_of_a_position_is_told_beside_a_name() -> None:
    before = written("rounds/talks.yaml", DISPUTE)
    after = {
        "parties/north.yaml": "name: Norland",
        **written("rounds/talks.yaml", DISPUTE.replace("by: south", "by: reed")),
    }
    one = changes(after, before)[Kind.CHANGED, "talks.date"]
    assert told(one) == (
        "position of South: no more (was 8 March 2031); position of Ada Reed: 8 March 2031"
    )


def test_the_name_of_a_person_with_a_page_is_told_once() -> None:
    person = """
name: {en: Ada Reed, fr: Ada Roseau, seen: courier}
party: north
offices: {envoy: {title: Envoy, witnesses: [courier#q]}}
"""
    assert told_of(person, "Ada Reed", "Ada B. Reed", "people/reed.yaml") == (
        Kind.CHANGED,
        "Ada B. Reed: name: Ada B. Reed (Ada Roseau) (was Ada Reed (Ada Roseau))",
    )


CLAIM = """
title: The visit
asks: Did they meet
positions:
  north: {says: They met, by: north, witnesses: [courier#q]}
  south: {says: They did not, by: south, witnesses: [courier#q]}
"""


def test_a_question_that_a_dispute_is_called_by_is_told_once() -> None:
    claim = "{title: The visit, says: They met, by: north, witnesses: [courier#q]}"
    path = "claims/visit.yaml"
    (one,) = changes(written(path, CLAIM), written(path, claim)).values()
    assert "question: Did they meet" in told(one)
    called = CLAIM.replace("The visit", "Did they meet")
    (one,) = changes(written(path, called), written(path, claim)).values()
    assert one.label == "Did they meet"
    assert "question" not in told(one)


def test_the_reason_of_a_source_is_told_of_the_source_alone() -> None:
    taken_back = FILES["sources/courier.yaml"] + "retracted: {why: a hoax, on: 2031-05-01}\n"
    found = changes({**FILES, "sources/courier.yaml": taken_back})
    assert [id_ for (_, id_), one in found.items() if "a hoax" in told(one)] == ["courier"]
