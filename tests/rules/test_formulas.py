"""What a formula counts with, and what falls with it."""

from datetime import date

from generator.derive import derive
from generator.derive.dossier import Status
from generator.reading.check import check
from generator.reading.read import read
from tests.conftest import Write

CARTS = """
    title: Carts over the bridge
    unit: carts
    points:
      2031-02:
        value: "1240"
        witnesses: [{witness}]
        {aside}
      twice: {{compute: 2031-02 + 2031-02}}
      four-times: {{compute: twice + twice}}
    """


def test_what_is_computed_falls_with_its_inputs_and_is_no_fault(briefing: Write) -> None:
    aside = "retracted: {why: the bridge was closed, on: 2031-05-01}"
    carts = CARTS.format(witness="courier-0310#carts", aside=aside)
    root = briefing({"series/carts.yaml": carts, "pages/carts.md": None})
    assert "formula-without-result" not in {one.code for one in check(root).diagnostics}
    facts = derive(read(root).briefing, date(2032, 6, 1)).facts
    assert {facts[f"carts.points.{key}"].weakest for key in ("twice", "four-times")} == {
        Status.RETRACTED
    }


def test_an_input_without_a_quotation_is_named(briefing: Write) -> None:
    carts = CARTS.format(witness="courier-0310", aside="label: February")
    found = check(briefing({"series/carts.yaml": carts, "pages/carts.md": None})).diagnostics
    told = [one.message for one in found if one.code == "formula-without-result"]
    assert "`carts.points.2031-02` counts for nothing" in told[0]
