"""What a statement rests on is told by whom it bears out, and of the source that was edited."""

from __future__ import annotations

import pytest

from generator.diff.changes import Kind
from generator.diff.words import told
from tests.test_diff import COURIER, FILES, POST, TALKS, Files, changes

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
