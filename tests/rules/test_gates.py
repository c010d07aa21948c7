"""What failed is not judged further, one cause is told once, and a warning can be allowed."""

from datetime import date
from pathlib import Path

import pytest

from generator.derive import derive
from generator.derive.dossier import Status
from generator.diagnostics import Diagnostic
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
REED = "name: {en: Ada Reed}\nparty: norland\n"
ALLOWING = f"{GAZETTE}allow: {{unused-source: the next edition rests on it}}\n"


def found(root: Path) -> tuple[Diagnostic, ...]:
    return check(root).diagnostics


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
    assert [one.code for one in found(briefing({"series/carts.yaml": carts}))] == [code]


@pytest.mark.parametrize(
    ("files", "codes"),
    [
        # What failed may have named what nothing names.
        (
            {"sources/gazette.yaml": GAZETTE, "claims/toll.yaml": "{words: a toll}"},
            ["value-without-witness"],
        ),
        ({"sources/gazette.yaml": GAZETTE}, ["unused-source"]),
        ({"sources/gazette.yaml": ALLOWING}, []),
        # An allowance that silences nothing is an error.
        ({"people/ada-reed.yaml": f"{REED}allow: {{same-title: x}}\n"}, ["allowance-unused"]),
        ({"people/ada-reed.yaml": f"{REED}allow: {{dangling-ref: x}}\n"}, ["allowance-unused"]),
        ({"people/ada-reed.yaml": f"{REED}allow: {{no-such-code: x}}\n"}, ["allowance-unused"]),
    ],
)
def test_what_is_told(files: dict[str, str], codes: list[str], briefing: Write) -> None:
    assert [one.code for one in found(briefing(files))] == codes


def test_what_many_places_name_is_told_once_with_all_of_them(briefing: Write) -> None:
    (told,) = found(briefing({"sources/courier-0310.yaml": None}))
    assert told.code == "dangling-ref" and told.fix is None
    assert {label.message for label in told.labels} == {"named here too"}


@pytest.mark.parametrize(
    ("claim", "help_"),
    [
        ("compute: carts.points.2031-2 + 1", "did you mean `carts.points.2031-02`?"),
        # A token that is escaped is told at the whole value.
        ('compute: "carts.points.2031\\u002d2 + 1"', "did you mean `carts.points.2031-02`?"),
        (
            "{person: xavier-quill, says: left, witnesses: [courier-0310#met]}",
            "`briefing new person xavier-quill` begins it",
        ),
    ],
)
def test_an_id_that_leads_nowhere_says_what_was_meant(
    claim: str, help_: str, briefing: Write
) -> None:
    (told,) = found(briefing({"claims/more.yaml": claim}))
    assert told.help.endswith(help_)


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
    assert "formula-without-result" not in {one.code for one in found(root)}
    facts = derive(read(root).briefing, date(2032, 6, 1)).facts
    weakest = {facts[f"carts.points.{key}"].weakest for key in ("twice", "four-times")}
    assert weakest == {Status.RETRACTED}
