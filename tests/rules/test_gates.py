"""What failed is not judged further, and a warning can be allowed."""

from datetime import date
from pathlib import Path

import pytest

from generator.derive import derive
from generator.derive.dossier import Status
from generator.reading.check import check
from generator.reading.read import read
from tests.conftest import Write

CARTS = """
title: Carts over the bridge
reporter: courier
unit: carts
points:
  2031-02: {{value: {value}, witnesses: [courier-0310#{quotation}]}}
  2031-02-yoy:
    {{value: 3.5, unit: "%", recompute: 2031-02 / 500 - 1, witnesses: [courier-0310#carts]}}
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
    ("value", "quotation", "code"),
    [
        (1240, "cart", "dangling-ref"),
        (1241, "carts", "value-not-in-quotation"),
        (1240, "carts", "recompute-differs"),
    ],
)
def test_a_record_that_failed_is_not_judged_by_later_phases(
    value: int, quotation: str, code: str, briefing: Write
) -> None:
    carts = CARTS.format(value=value, quotation=quotation)
    assert told(briefing({"series/carts.yaml": carts})) == [code]


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


RETRACTED = """
title: Carts over the bridge
unit: carts
points:
  2031-02:
    value: "1240"
    witnesses: [courier-0310#carts]
    retracted: {why: the bridge was closed, on: 2031-05-01}
  twice: {compute: 2031-02 + 2031-02}
  four-times: {compute: twice + twice}
"""


def test_what_is_computed_falls_with_its_inputs_and_is_no_fault(briefing: Write) -> None:
    root = briefing({"series/carts.yaml": RETRACTED, "pages/carts.md": None})
    assert "formula-without-result" not in told(root)
    facts = derive(read(root).briefing, date(2032, 6, 1)).facts
    found = {facts[f"carts.points.{key}"].weakest for key in ("twice", "four-times")}
    assert found == {Status.RETRACTED}
