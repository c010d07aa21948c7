"""Formulas, within the written precision of what goes into them."""

from pathlib import Path

import pytest

from generator.derive.compute import evaluate, printed
from generator.derive.dossier import Status
from generator.model.values import Operand, Value, parse_formula, parse_value
from generator.render.views.sheet import computed_words
from tests.dossiers import dossier_of, source
from tests.tables import rows

REFUSED = "refused: "
TABLE = Path(__file__).with_name("formulas.txt")
VALUES = {
    **{"a": "28.8", "b": "44", "more": ">90", "less": "<4", "loss": "-3", "some": "87..90"},
    **{"day": "2031-06-02", "call": "2031-06-05", "month": "2031-06", "huge": "9" * 15},
}


def look(operand: Operand) -> Value | None:
    found = VALUES.get(operand.text)
    return parse_value(found) if found else None


def result(text: str) -> str:
    try:
        formula = parse_formula(text)
    except ValueError as fault:
        return f"{REFUSED}{fault}"
    found = evaluate(formula, look)
    return "-" if found is None else printed(found, None, formula)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        *rows(TABLE, 2, " => "),
        ("day" + " - 100 years" * 21, "-"),
        ("a + " * 200 + "a", "refused: the formula has 401 parts"),
        ("( " * 3000 + "a", "refused: the formula has 3,001 parts"),
    ],
)
def test_results(formula: str, expected: str) -> None:
    found = result(formula)
    if expected.startswith(REFUSED):
        assert found.startswith(REFUSED) and expected.removeprefix(REFUSED) in found
    else:
        assert found == expected


SERIES = """
title: Carts
reporter: toll-office
unit: carts
points:
  2030-05: {value: 44, witnesses: [paper#q]}
  2031-05: {value: 28.8, witnesses: [paper#q]}
  2031-05-yoy:
    value: %s
    unit: "%%"
    recompute: 2031-05 / 2030-05 - 1
    witnesses: [paper#q]
  drop: {compute: 2030-05 - 2031-05}
"""
PAPER = source("The Post", "2031-06-09", "28.8 after 44, down 34.5% or 36.5%")


@pytest.mark.parametrize(
    ("stated", "agrees"), [("-34.5", True), ("-36.5", False), ('"<0.5"', None)]
)
def test_a_stated_value_is_held_against_one_recomputed(stated: str, agrees: bool | None) -> None:
    files = {"sources/paper.yaml": PAPER, "series/carts.yaml": SERIES % stated}
    computed = dossier_of(files).facts["carts.points.2031-05-yoy"].computed
    assert computed and (computed.agrees, computed.result) == (agrees, "-34.5")


def test_what_is_computed_from_a_bound_is_one_and_goes_into_another_formula() -> None:
    points = """
        {title: Carts, category: carts, unit: t, points: {
          all: {label: All, value: ">90", witnesses: [paper#q]},
          ours: {label: Ours, value: 44, witnesses: [paper#q]},
          share: {label: Share, unit: "%", compute: ours / all},
          rest: {label: Rest, unit: "%", compute: 100 - share},
          said: {label: Said, unit: "%", value: 44, witnesses: [paper#q], recompute: ours / all}}}
    """
    paper = source("The Post", "2031-06-10", "44 of more than 90 carts")
    dossier = dossier_of({"sources/paper.yaml": paper, "series/carts.yaml": points})
    facts = {key: dossier.facts[f"carts.points.{key}"] for key in ("share", "rest", "said")}
    shown = [computed_words(fact) for fact in facts.values()]
    assert shown == ["less than 48.9%", "more than 51.1%", "less than 49%"]
    held = facts["said"].computed
    assert held and held.agrees


def with_44(more: str) -> dict[str, str]:
    """The series with another source of 44."""
    series = (SERIES % "-34.5").replace("44, witnesses: [paper#q", "44, witnesses: [more#q")
    return {"sources/paper.yaml": PAPER, "sources/more.yaml": more, "series/carts.yaml": series}


def test_a_computed_statement_is_as_weak_as_its_weakest_input() -> None:
    law = source("Toll Office", "2031-06-10", "44", form="original", text_of="toll-office")
    facts = dossier_of(with_44(law)).facts
    assert facts["carts.points.2030-05"].status is Status.CONFIRMED
    drop = facts["carts.points.drop"]
    assert (drop.status, drop.weakest) == (Status.COMPUTED, Status.REPORTED)
    assert drop.computed and drop.computed.result == "15"


def test_a_computed_statement_is_known_when_its_inputs_are() -> None:
    files = with_44(source("The Mail", "2031-06-20", "44"))
    early, late = (dossier_of(files, f"2031-06-{day}").facts for day in (19, 20))
    assert "carts.points.drop" not in early and late["carts.points.drop"].known_from
    held = early["carts.points.2031-05-yoy"].computed
    assert held and held.result is None and held.missing == ("carts.points.2030-05",)


TOLL = """
title: Toll
in-force: {value: 2031-05-01, witnesses: [note#q]}
half: {compute: in-force + 2 months}
end: {compute: half + 1 year}
rate: {value: 10, unit: "%", witnesses: [note#q]}
other: {value: 7.5, unit: "%", witnesses: [note#q]}
rounded: {unit: "%", compute: rate + other}
whole: {unit: "%", exact: yes, compute: rate + other}
"""


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        # What was set and not measured is added up to every digit.
        ("rounded", "20"),
        ("whole", "17.5"),
        # A computed date goes into another formula.
        ("end", "1 July 2032"),
    ],
)
def test_what_is_computed_of_a_measure(key: str, expected: str) -> None:
    note = source("The Wire", "2031-05-01", "10 % and 7.5 % from 1 May 2031")
    facts = dossier_of({"sources/note.yaml": note, "measures/toll.yaml": TOLL}).facts
    found = facts[f"toll.{key}"].computed
    assert found and found.result == expected


def test_formulas_that_need_each_other_are_not_known() -> None:
    files = {"claims/a.yaml": "{compute: b + 1}", "claims/b.yaml": "{compute: a + 1}"}
    assert dossier_of(files).facts == {}


@pytest.mark.parametrize(("day", "agrees"), [("2031-04-01", None), ("2031-06-01", True)])
def test_a_key_without_a_value_is_no_number(day: str, agrees: bool | None) -> None:
    growth = "{value: 1, recompute: 2030 / 2029 - 1, witnesses: [paper#q]}"
    files = {
        "sources/paper.yaml": source("The Post", "2031-03-10", "20, up by 1"),
        "sources/late.yaml": source("The Post", "2031-05-10", "40"),
        "series/carts.yaml": "{title: Carts, points: {2029: {value: 20, witnesses: [paper#q]}, "
        f"2030: {{value: 40, witnesses: [late#q]}}, growth: {growth}}}}}",
    }
    held = dossier_of(files, day).facts["carts.points.growth"].computed
    assert held and held.agrees is agrees


def test_a_product_with_too_many_digits_is_no_result() -> None:
    products = "".join(f"  p{n}: {{compute: p{n - 1} * p{n - 1}}}\n" for n in range(1, 12))
    series = "title: S\nunit: carts\npoints:\n  p0: {value: 1240, witnesses: [note#q]}\n"
    files = {
        "sources/note.yaml": source("N", "2031-03-10", "1240"),
        "series/s.yaml": series + products,
    }
    facts = dossier_of(files, "2031-06-30").facts
    results = [one.computed.result for id_, one in facts.items() if one.computed]
    assert results[0] and results[-1] is None
