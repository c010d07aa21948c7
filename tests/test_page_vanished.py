"""A page of prose that was published keeps its address."""

from __future__ import annotations

import pytest

from generator.rules import since
from generator.rules.since.page_vanished import check
from tests.test_change import Files, Told, told

__all__ = ["told"]

FLOODS = "# Floods\n\nThe mill stood in water.\n"
OLD = "pages/floods.md"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, ("pages/floods.md", "pages/floods: {gone: why}")),
        ({"pages/mills.md": "# Mills\n\nThere are two."}, (OLD, "pages/floods: {gone: why}")),
        ({"pages/water.md": FLOODS}, ("pages/water.md", "pages/floods: {to: pages/water}")),
    ],
    ids=["gone", "another", "renamed"],
)
def test_a_page_that_is_gone_is_told_with_the_line_to_write(
    told: Told, files: Files, expected: tuple[str, str]
) -> None:
    assert check in since.RULES
    (found,) = told({OLD: FLOODS}, {OLD: None, **files})
    path, line = expected
    assert (found.code, found.span.file.path) == ("page-vanished", f"content/{path}")
    assert found.help == f"bring it back, or write `{line}` into `content/moved.yaml`"


@pytest.mark.parametrize("entry", ["{to: pages/water}", "{to: bridge-toll}", "{gone: it dried}"])
def test_a_page_that_is_listed_is_not_told(told: Told, entry: str) -> None:
    after: Files = {OLD: None, "pages/water.md": FLOODS, "moved.yaml": f"pages/floods: {entry}"}
    assert told({OLD: FLOODS}, after) == []


def test_a_page_that_is_listed_no_more_is_told_until_it_is_back(told: Told) -> None:
    before: Files = {"moved.yaml": "pages/floods: {to: bridge-toll}"}
    assert [one.code for one in told(before, {"moved.yaml": None})] == ["id-vanished"]
    assert told(before, {"moved.yaml": None, OLD: FLOODS}) == []
