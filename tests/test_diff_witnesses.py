"""What a statement rests on is told by whom it bears out, and of the source that was edited."""

from __future__ import annotations

import pytest

from generator.diff.changes import Kind
from generator.diff.words import told
from tests.test_diff import COURIER, FILES, POSITIONS, POST, TALKS, Files, changes, only

TWO: Files = {
    **FILES,
    "sources/post.yaml": POST.replace('8 March 2031 and on 9 March 2031."}', '9 March 2031."}'),
    "rounds/talks.yaml": TALKS.replace("[courier#q]", "[courier#q, post#q]"),
}


def quoted(more: str) -> Files:
    """Both with something stated of the quotation of the second."""
    return {**TWO, "sources/post.yaml": TWO["sources/post.yaml"].replace('"}}', f'", {more}}}}}')}


def test_the_origin_of_a_quotation_is_told_of_its_source_before_what_follows() -> None:
    found = changes(TWO, quoted("origin: unknown"))
    assert [(kind, id_, told(one)) for (kind, id_), one in found.items()] == [
        (Kind.CHANGED, "post", "origin of “They met on 9 March 2031.”: no more (was unknown)"),
        (Kind.FOLLOWS, "talks.date", "reported, now confirmed"),
    ]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("at: p. 3", "place of “They met on 9 March 2031.”: p. 3"),
        ("original: Ils", "original of “They met on 9 March 2031.”: Ils"),
        ("form: copy", "form of “They met on 9 March 2031.”: copy"),
        ("text_of: [north]", "author of “They met on 9 March 2031.”: North"),
    ],
    ids=["place", "original", "form", "author"],
)
def test_what_is_stated_of_a_quotation_is_told_where_no_status_changes(
    more: str, expected: str
) -> None:
    (one,) = changes(quoted(more), TWO).values()
    assert (one.kind, one.id, told(one)) == (Kind.CHANGED, "post", expected)


def test_a_quotation_that_is_altered_is_told_of_its_source_once() -> None:
    altered = {**FILES, "sources/courier.yaml": COURIER.replace("They met", "All met")}
    found = changes(altered)
    assert [id_ for kind, id_ in found if kind is Kind.CHANGED] == ["courier"]
    assert told(found[Kind.CHANGED, "courier"]) == (
        "words: “All met on 9 March 2031, or on 8 March 2031.” "
        "(was “They met on 9 March 2031, or on 8 March 2031.”)"
    )


def test_a_quotation_of_another_key_is_no_change() -> None:
    keyed = {
        id_: text.replace("quotes: {q:", "quotes: {met:").replace("#q", "#met")
        for id_, text in FILES.items()
    }
    assert changes(keyed) == {}


NOTED = "Courier, 10 March 2031: “They met on 9 March 2031, or on 8 March 2031.”"
SAID = "Post, 11 March 2031: “They met on 9 March 2031.”"
SILENT = TALKS.replace("[courier#q]", "[courier#q], silent: {south: {witnesses: [post#q]}}")


def test_a_silence_is_told_with_whose_it_is() -> None:
    speaking = {**TWO, "rounds/talks.yaml": TALKS}
    silent = {**TWO, "rounds/talks.yaml": SILENT}
    begun = changes(silent, speaking)[Kind.CHANGED, "talks.date"]
    assert told(begun) == f"South: silent, by: {SAID}"
    ended = changes(speaking, silent)[Kind.CHANGED, "talks.date"]
    assert told(ended) == f"South: no more silent (was by: {SAID})"


DISPUTE: Files = {
    **TWO,
    "rounds/talks.yaml": POSITIONS.replace("south, witnesses: [courier", "south, witnesses: [post"),
}


def of_talks(old: str, new: str) -> tuple[Kind, str]:
    assert old in DISPUTE["rounds/talks.yaml"]
    after = DISPUTE["rounds/talks.yaml"].replace(old, new)
    return only({**DISPUTE, "rounds/talks.yaml": after}, DISPUTE)


def test_a_witness_that_the_other_side_has_as_well_is_told_of_its_position() -> None:
    assert of_talks("[post#q]", "[post#q, courier#q]") == (
        Kind.CHANGED,
        f"Talks: date: position of South: witness added: {NOTED}",
    )


def test_sides_that_exchange_their_witnesses_are_both_told() -> None:
    path = "rounds/talks.yaml"
    text = DISPUTE[path].replace("post#q", "x").replace("courier#q", "post#q")
    kind, line = only({**DISPUTE, path: text.replace("[x]", "[courier#q]")}, DISPUTE)
    assert (kind, line) == (
        Kind.CHANGED,
        f"Talks: date: position of North: witness removed: {NOTED}; "
        f"position of North: witness added: {SAID}; "
        f"position of South: witness removed: {SAID}; "
        f"position of South: witness added: {NOTED}",
    )
