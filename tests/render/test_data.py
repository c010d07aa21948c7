"""The published data: what each key holds, on which day, and that it keeps its promises."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.derive import derive
from generator.reading.read import read
from generator.render.data.files import data
from generator.render.data.statements import STATEMENTS
from generator.render.data.table import cell
from tests.briefings import DAYS, dossier
from tests.sites import Settings

Briefing = Callable[..., Path]
WITNESS = "[courier-0310#carts]"


def published(root: Path, as_of: date = date(2031, 6, 24)) -> Mapping[str, bytes]:
    contents = read(root)
    assert not contents.diagnostics, [one.message for one in contents.diagnostics]
    return data(derive(contents.briefing, as_of), Settings())


def facts(root: Path, as_of: date = date(2031, 6, 24)) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in json.loads(published(root, as_of)["data/facts.json"])}


def claim(text: str) -> dict[str, str]:
    return {"claims/it.yaml": text}


def test_a_figure(briefing: Briefing) -> None:
    fact = facts(briefing())["carts.points.2031-02"]
    told = {
        "value": "1240",
        "number": 1240,
        "unit": "carts",
        "status": "reported",
        "by": None,
        "kind": "series",
        "describes": {"period": "2031-02", "reporter": "norland-bridge-office"},
        "url": "f/carts.points.2031-02/index.html",
        "file": "content/series/carts.yaml",
        "line": 5,
        "known_from": "2031-03-10",
        "as_of": "2031-06-24",
    }
    assert {key: fact[key] for key in told} == told


def test_its_witness(briefing: Briefing) -> None:
    (position,) = facts(briefing())["carts.points.2031-02"]["positions"]
    assert position.pop("witnesses") == [
        {
            "source": "courier-0310",
            "quote": "In February 2031 the bridge carried 1,240 carts, up 3.5% on the year.",
            "at": None,
            "origin": "own",
            "published": "2031-03-10",
            "url": "https://courier.example/0310",
            "counts": True,
        }
    ]
    own = {"key": "only", "by": None, "value": "1240", "words": None, "status": "reported"}
    assert position == {**own, "rejected": None, "differs": {}}


def test_a_dispute_has_no_value_and_all_positions(briefing: Briefing) -> None:
    fact = facts(briefing())["arch-promise"]
    assert (fact["status"], fact["value"], fact["words"], fact["by"]) == ("disputed",) + (None,) * 3
    assert [(one["key"], one["by"]) for one in fact["positions"]] == [
        ("promised", "norland"),
        ("nothing", "sudland"),
    ]


VALUES = {
    'value: "3.5"': ["3.5", 3.5, None, None],
    'value: ">1240"': [">1240", None, 1240, None],
    'value: "3.5..1240"': ["3.5..1240", None, 3.5, 1240],
    "value: 2031-02": ["2031-02", None, None, None],
    "words: the bridge carried": ["the bridge carried", None, None, None],
    "says: Carts were many": ["Carts were many", None, None, None],
    "people: [ada-reed]": ["ada-reed", None, None, None],
    "person: ada-reed\nattendance: absent": ["absent", None, None, None],
}


def test_the_value_as_text_and_as_a_number(briefing: Briefing) -> None:
    texts = {
        f"claims/it-{n}.yaml": f"{one}\nwitnesses: {WITNESS}\n" for n, one in enumerate(VALUES)
    }
    found = facts(briefing(texts))
    for number, expected in enumerate(VALUES.values()):
        fact = found[f"it-{number}"]
        assert [fact[key] for key in ("value", "number", "low", "high")] == expected


def test_a_computed_value(briefing: Briefing) -> None:
    fact = facts(briefing(claim('unit: "%"\ncompute: carts.points.2031-02-yoy + 0.2\n')))["it"]
    assert (fact["value"], fact["number"], fact["positions"]) == ("3.7", 3.7, [])
    assert fact["computed"] == {
        "formula": "carts.points.2031-02-yoy + 0.2",
        "inputs": ["carts.points.2031-02-yoy"],
        "sources": ["courier-0310"],
        "result": "3.7",
        "agrees": None,
        "weakest": "reported",
    }


def test_a_position_that_steps_aside_stays_with_its_reason(briefing: Briefing) -> None:
    aside = "rejected: {why: a misprint, on: 2031-05-01}"
    text = f"""
        positions:
          old: {{value: "3.6", witnesses: {WITNESS}, {aside}}}
          new: {{value: "3.5", witnesses: {WITNESS}}}
        """
    root = briefing(claim(text))
    now, before = facts(root)["it"], facts(root, date(2031, 4, 1))["it"]
    why = {"why": "a misprint", "on": "2031-05-01"}
    assert [one["rejected"] for one in now["positions"]] == [why, None]
    assert not before["positions"][0]["rejected"]
    assert (now["value"], before["status"]) == ("3.5", "disputed")


def test_what_is_not_known_is_not_referred_to(briefing: Briefing) -> None:
    late = {
        **claim(f"value: 3.5\nabout: [carts, late]\nwitnesses: {WITNESS}\n"),
        "claims/late.yaml": "says: x\nby: sudland\nwitnesses: [post-0602#none]\n",
    }
    root = briefing(late)
    assert facts(root)["it"]["describes"]["about"] == "carts, late"
    assert facts(root, date(2031, 4, 1))["it"]["describes"]["about"] == "carts"


def test_each_record_has_a_file(briefing: Briefing) -> None:
    files = published(briefing())
    record = json.loads(files["data/mill-talks-2031-03.json"])
    assert (record["id"], record["kind"]) == ("mill-talks-2031-03", "round")
    assert [fact["id"] for fact in record["facts"]] == [
        "mill-talks-2031-03.date",
        "mill-talks-2031-03.delegations.norland.ada-reed",
    ]
    assert json.loads(files["data/post-0602.json"])["supports"] == ["arch-promise"]


def test_text_reads_and_compares_well(briefing: Briefing) -> None:
    root = briefing(claim(f"says: 桥上的车\nwitnesses: {WITNESS}\n"))
    text = published(root)["data/facts.json"].decode()
    assert "桥上的车" in text
    assert text.endswith("]\n")
    assert list(facts(root)) == sorted(facts(root))


def test_the_table(briefing: Briefing) -> None:
    rows = list(csv.DictReader(io.StringIO(published(briefing())["data/facts.csv"].decode())))
    assert [row["id"] for row in rows] == list(facts(briefing()))
    assert list(rows[0]) == [column.name for column in STATEMENTS.columns]
    dispute = next(row for row in rows if row["id"] == "arch-promise")
    assert dispute["positions"] == (
        "norland: promised to mend the southern arch (claimed)"
        " | sudland: promised nothing about the arch (claimed)"
    )
    assert dispute["sources"] == "office-0312 post-0602"


SAFE = ("-34.5", "+3", "-1..3", "~90", ">90", "text", "桥", -3, 4.5)
RISKY = ("=1+1", "+cmd", "-2+3", "@SUM(A1)", "\tx", "-1-1", " =1+1", "＝1+1", "-٣")  # noqa: RUF001


def test_a_cell_that_a_spreadsheet_would_work_out_is_text() -> None:
    assert [cell(safe) for safe in SAFE] == [*SAFE]
    assert [cell(risky) for risky in RISKY] == [f"'{risky}" for risky in RISKY]
    # What ends a cell elsewhere begins no formula.
    ends = (";", "\t", "\r", "\n")
    assert [cell(f"a =b{end}=c; d") for end in ends] == [f"a =b{end}'=c; d" for end in ends]


@pytest.mark.parametrize("day", DAYS["fixture"])
def test_facts_keep_the_schema(day: str) -> None:
    files = data(dossier("fixture", day), Settings())
    schema = json.loads(files["data/facts.schema.json"])
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.Draft7Validator(schema).validate(json.loads(files["data/facts.json"]))
