"""What failed is not judged further, and a warning can be allowed."""

from pathlib import Path

import pytest

from generator.reading.check import check
from tests.conftest import Write

CARTS = """
title: Carts over the bridge
reporter: courier
unit: carts
points:
  2031-02: {{value: {value}, witnesses: [courier-0310#{quotation}]}}
  2031-02-yoy: {{value: 3.5, unit: "%", recompute: 2031-02 / 500 - 1, witnesses: [{witness}]}}
"""
GAZETTE = """
publisher: Gazette
title: The gazette
published: 2031-05-01
retrieved: 2031-05-02
kind: newspaper
origin: own
"""


def told(root: Path) -> list[str]:
    return [one.code for one in check(root).diagnostics]


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"value": 1240, "quotation": "cart", "witness": "courier-0310#carts"}, "dangling-ref"),
        (
            {"value": 1241, "quotation": "carts", "witness": "courier-0310#carts"},
            "value-not-in-quotation",
        ),
        (
            {"value": 1240, "quotation": "carts", "witness": "courier-0310#carts"},
            "recompute-differs",
        ),
    ],
)
def test_a_record_that_failed_is_not_judged_by_later_phases(
    keys: dict[str, object], code: str, briefing: Write
) -> None:
    assert told(briefing({"series/carts.yaml": CARTS.format(**keys)})) == [code]


def test_what_failed_may_have_named_what_nothing_names(briefing: Write) -> None:
    files = {"sources/gazette.yaml": GAZETTE, "claims/toll.yaml": "{words: a toll}"}
    assert told(briefing(files)) == ["value-without-witness"]


def test_a_warning_that_a_record_allows_is_not_given(briefing: Write) -> None:
    assert told(briefing({"sources/gazette.yaml": GAZETTE})) == ["unused-source"]
    allowing = f"{GAZETTE}allow: {{unused-source: the next edition rests on it}}\n"
    assert told(briefing({"sources/gazette.yaml": allowing})) == []


@pytest.mark.parametrize("code", ["same-title", "dangling-ref", "no-such-code"])
def test_an_allowance_that_silences_nothing_is_an_error(code: str, briefing: Write) -> None:
    person = f"name: {{en: Ada Reed}}\nparty: norland\nallow: {{{code}: for no reason}}\n"
    assert told(briefing({"people/ada-reed.yaml": person})) == ["allowance-unused"]


def test_a_comment_in_the_list_of_editions_is_found(briefing: Write) -> None:
    edition = "spring:\n  name: Edition #1\n  as_of: 2031-05-01\n  commit: main\n"
    assert told(briefing({"editions.yaml": edition})) == ["comment-in-text"]
