"""Ids that lead nowhere are told once, with what was most likely meant."""

from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.reading.check import check
from generator.rules.mentions import token
from generator.source import SourceFile
from tests.conftest import Write


def told(root: Path) -> tuple[Diagnostic, ...]:
    return check(root).diagnostics


def test_what_many_places_name_is_told_once_with_all_of_them(briefing: Write) -> None:
    (found,) = told(briefing({"sources/courier-0310.yaml": None}))
    assert found.code == "dangling-ref" and found.fix is None
    assert {label.message for label in found.labels} == {"named here too"}


def test_what_is_near_in_a_formula_is_offered(briefing: Write) -> None:
    (found,) = told(briefing({"claims/more.yaml": "compute: carts.points.2031-2 + 1"}))
    assert found.help == "did you mean `carts.points.2031-02`?"


def test_a_file_that_is_missing_can_be_begun(briefing: Write) -> None:
    person = "{person: xavier-quill, says: left, witnesses: [courier-0310#met]}"
    (found,) = told(briefing({"claims/left.yaml": person}))
    assert found.help.endswith("`briefing new person xavier-quill` begins it")


def test_a_token_that_is_escaped_is_told_at_the_whole_value() -> None:
    span = SourceFile("a.yaml", '"a\\u002db + 1"').span(0, 14)
    assert token(span, "a-b") == span
