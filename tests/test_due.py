"""What an editor marks beyond single keys `check` refuses, and what `check` takes is not marked.

Each case is a file that lacks something, and the same file mended.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from itertools import product
from pathlib import Path, PurePosixPath
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from generator.check import check
from generator.completion import completed
from generator.diagnostics import Severity
from generator.model import FOLDERS
from generator.model.dates import parse_date, parse_duration
from generator.model.due import LISTS, MAPS
from generator.model.fields import DateField, DurationField, ValueField
from generator.model.keys import keys
from generator.model.series import PeriodKey
from generator.model.standing import DEEDS
from generator.model.statement import PROMISE, Act
from generator.read import read
from generator.schema import schema, schemas
from generator.source import SourceFile
from generator.yaml import Mapping, load, plain
from tests.conftest import TINY, place
from tests.test_schema import models

Write = Callable[..., Path]
MET = "witnesses: [courier-0310#met]"
TALKS = "title: Talks\nabout: mill-talks-2031-03\n"
ANSWERS = "asks: Did they meet?\npositions:\n"
YES = f"  yes: {{by: norland, says: They met, {MET}}}\n"
NO = "  no: {by: sudland, says: They did not, witnesses: [courier-0310#met]}\n"
SOURCE = (
    "publisher: X\ntitle: unknown\nurl: https://x.example/1\npublished: 2031-03-10\n"
    "retrieved: 2031-07-01\nkind: newspaper\n"
)
CHART = "title: X\nsubtitle: Y\n"
POINT = "text: 'The shires met. {{ fact(\"mill-talks-2031-03.date\") }}'\n"
RESTS = "rests: [mill-talks-2031-03.date]\n"

# The name of a file, what is marked in it, and what is not.
CASES = {
    "a source says its origin": ("sources/x.yaml", SOURCE, f"{SOURCE}origin: own\n"),
    "a source says why it does not count": (
        "sources/x.yaml",
        f"{SOURCE}origin: own\ncounts: no\n",
        f"{SOURCE}origin: own\ncounts: no\nwhy: a machine translation\n",
    ),
    "positions are several": (
        "claims/x.yaml",
        f"{TALKS}{ANSWERS}{YES}",
        f"{TALKS}{ANSWERS}{YES}{NO}",
    ),
    "a position rests on words": (
        "claims/x.yaml",
        f"{TALKS}{ANSWERS}{YES}  no: {{by: sudland, says: They did not}}\n",
        f"{TALKS}{ANSWERS}{YES}{NO}",
    ),
    "a position says something": (
        "claims/x.yaml",
        f"{TALKS}{ANSWERS}{YES}  no: {{by: sudland, {MET}}}\n",
        f"{TALKS}{ANSWERS}{YES}{NO}",
    ),
    "a list of witnesses has one": (
        "claims/x.yaml",
        f"{TALKS}says: They met\nwitnesses: []\n",
        f"{TALKS}says: They met\n{MET}\n",
    ),
    "what is said rests on words": (
        "claims/x.yaml",
        f"{TALKS}says: They met\n",
        f"{TALKS}says: They met\n{MET}\n",
    ),
    "what has witnesses says something": (
        "rounds/x.yaml",
        f"title: X\ndate: {{{MET}}}\n",
        f"title: X\ndate: {{value: 2031-03-09, {MET}}}\n",
    ),
    "a key of one's own says something": (
        "rounds/x.yaml",
        "title: X\nvenue: {label: Venue}\n",
        f"title: X\nvenue: {{says: They met, {MET}}}\n",
    ),
    "a judgement is somebody's": (
        "claims/x.yaml",
        f"{TALKS}says: They will meet\nnature: forecast\n{MET}\n",
        f"{TALKS}says: They will meet\nnature: forecast\nby: norland\n{MET}\n",
    ),
    "a computed value is the only one": (
        "series/x.yaml",
        f"title: X\npoints: {{2031-02: {{compute: carts.points.2031-02 * 2, value: 2, {MET}}}}}\n",
        "title: X\npoints: {2031-02: {compute: carts.points.2031-02 * 2}}\n",
    ),
    "an act does something": (
        "measures/x.yaml",
        f"title: X\nacts: {{a: {{target: bridge-toll, from: 2031-03-09, {MET}}}}}\n",
        f"title: X\nacts: {{a: {{does: end, target: bridge-toll, from: 2031-03-09, {MET}}}}}\n",
    ),
    "an act has a target": (
        "measures/x.yaml",
        f"title: X\nacts: {{a: {{does: end, from: 2031-03-09, {MET}}}}}\n",
        f"title: X\nacts: {{a: {{does: undertake, says: It will end, {MET}}}}}\n",
    ),
    "what is no act does nothing": (
        "measures/x.yaml",
        f"title: X\nends: {{does: end, target: bridge-toll, from: 2031-03-09, {MET}}}\n",
        f"title: X\nacts: {{a: {{does: end, target: bridge-toll, from: 2031-03-09, {MET}}}}}\n",
    ),
    "what is taken back says why": (
        "claims/x.yaml",
        f"{TALKS}says: They met\n{MET}\nretracted: {{on: 2031-06-20}}\n",
        f"{TALKS}says: They met\n{MET}\nretracted: {{why: a slip, on: 2031-06-20}}\n",
    ),
    "what is replaced says by what": (
        "claims/x.yaml",
        f"{TALKS}says: They met\n{MET}\nsuperseded: {{on: 2031-06-20}}\n",
        f"{TALKS}says: They met\n{MET}\nsuperseded: {{by: mill-talks-2031-03.date, "
        "on: 2031-06-20}\n",
    ),
    "a chart has what it draws": (
        "charts/x.yaml",
        f"{CHART}form: bars\n",
        f"{CHART}form: bars\nseries: carts\n",
    ),
    "a headline rests on something": (
        "charts/x.yaml",
        f"{CHART}form: bars\nseries: carts\nheadline: Carts crossed\n",
        f"{CHART}form: bars\nseries: carts\nheadline: Carts crossed\n"
        "rests: [carts.points.2031-02]\n",
    ),
    "a key point rests on something": ("points/x.yaml", POINT, f"{POINT}{RESTS}"),
    "an item has a label": (
        "points/x.yaml",
        f"{POINT}{RESTS}role: strip\nlatest: round\n",
        f"{POINT}{RESTS}role: strip\nlatest: round\nlabel: Talks\n",
    ),
    "an item shows something": (
        "points/x.yaml",
        f"{POINT}{RESTS}role: strip\nlabel: Talks\n",
        f"{POINT}{RESTS}role: strip\nlabel: Talks\nlatest: round\n",
    ),
    "an item shows one thing": (
        "points/x.yaml",
        f"{POINT}{RESTS}role: strip\nlabel: Talks\nlatest: round\nword: Talks\n",
        f"{POINT}{RESTS}role: strip\nlabel: Talks\nlatest: round\n",
    ),
    "only an item has a label": (
        "points/x.yaml",
        f"{POINT}{RESTS}label: Talks\n",
        f"{POINT}{RESTS}role: strip\nlabel: Talks\nlatest: round\n",
    ),
    "figures are compared in groups": (
        "comparisons/x.yaml",
        f"{CHART}form: figures\n",
        f"{CHART}form: sides\n",
    ),
}


def marked(made: dict[str, Any], name: str, text: str) -> list[str]:
    path = PurePosixPath(name)
    node, _ = load(SourceFile(name, text))
    assert isinstance(node, Mapping)
    validator = jsonschema.Draft7Validator(made[FOLDERS[path.parent.name]])
    return [fault.message for fault in validator.iter_errors(plain(node))]


def errors(root: Path, name: str) -> list[str]:
    told = check(root).diagnostics
    found = (one for one in told if one.severity is Severity.ERROR)
    return [one.message for one in found if one.span.file.path.endswith(name)]


@cache
def without_ids() -> dict[str, Any]:
    return schemas()


@pytest.fixture(scope="module")
def with_ids(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    root = tmp_path_factory.mktemp("tiny")
    for name, text in TINY.items():
        place(root / "content" / name, text)
    return completed(read(root))


@pytest.mark.parametrize(("name", "bad", "good"), CASES.values(), ids=CASES)
def test_what_is_marked_is_refused(
    briefing: Write, with_ids: dict[str, Any], name: str, bad: str, good: str
) -> None:
    for made in (without_ids(), with_ids):
        assert marked(made, name, bad)
        assert marked(made, name, good) == []
    assert errors(briefing({name: bad}), name)
    assert errors(briefing({name: good}), name) == []


def test_an_editor_hears_what_to_do() -> None:
    """It shows `errorMessage` beside what is required or of the wrong type, and nowhere else."""
    asked = [one for one in parts_of(without_ids()) if "if" in one and "then" in one]
    assert len(asked) > 20
    for one in asked:
        held = json.dumps(one["then"])
        assert "errorMessage" in held, one


def parts_of(whole: Any) -> list[dict[str, Any]]:
    below = whole.values() if isinstance(whole, dict) else whole if isinstance(whole, list) else []
    own = [whole] if isinstance(whole, dict) else []
    return own + [part for one in below for part in parts_of(one)]


def test_what_can_be_empty_is_known() -> None:
    """An empty list is as good as none, and only of these it is asked."""
    asked = {
        key
        for model in models()
        for one in parts_of(getattr(model, "DUE", {}))
        for key in one.get("required", ())
    }
    many = {key.name for model in models() for key in keys(model) if key.is_list or key.own}
    assert asked & many <= {*LISTS, *MAPS}


def test_every_deed_but_a_promise_has_a_target() -> None:
    does = next(key for key in keys(Act) if key.name == "does")
    assert {*DEEDS, PROMISE} == {*does.good}


YEARS = (0, 1, 1899, 1900, 2000, 2024, 2025, 2100, 2400, 2999, 3000)


def is_taken(adapter: Callable[[str], object], text: str) -> bool:
    try:
        adapter(text)
    except (ValueError, ValidationError):
        return False
    return True


def test_the_days_that_there_are() -> None:
    seen = jsonschema.Draft7Validator(schema(DateField))
    days = (f"{y:04}-{m:02}-{d:02}" for y, m, d in product(YEARS, range(14), range(33)))
    months = (f"{y:04}-{m:02}" for y, m in product(YEARS, range(14)))
    clocks = [f"2031-03-09T{h:02}:{m:02}Z" for h, m in product((0, 23, 24), (0, 59, 60))]
    for text in (*days, *months, *(f"{year:04}" for year in YEARS), *clocks):
        for given in (text, f"../{text}"):
            assert seen.is_valid(given) == is_taken(parse_date, given), given


def test_a_value_of_four_digits_is_a_number() -> None:
    seen = jsonschema.Draft7Validator(schema(ValueField))
    assert all(map(seen.is_valid, ("5933", "0000", "2024-02-29", "2024..2025")))
    assert not any(map(seen.is_valid, ("2025-02-29", "2025-13", "../2025-00")))


def test_the_periods_that_there_are() -> None:
    seen = jsonschema.Draft7Validator(schema(PeriodKey))
    read_key = PeriodKey.__metadata__[0].func
    heads = ("2025", "2025-5", "2025-05", "2025-13", "2025-051", "2025-05-09", "2025-02-30")
    others = ("0000", "3000", "12345", "2025-005", "x-2025-13", "carts", "2024-02-29")
    for head, tail in product((*heads, *others), ("", "-yoy", "-1", "-12", "x")):
        assert seen.is_valid(head + tail) == is_taken(read_key, head + tail), head + tail


def test_no_duration_is_longer_than_a_century() -> None:
    seen = jsonschema.Draft7Validator(schema(DurationField))
    for count in (0, 1, 99, 100, 101, 999, 1199, 1200, 1201, 9999, 36525, 36526, 39999, 100000):
        for unit in ("day", "days", "months", "years"):
            text = f"{count} {unit}"
            assert seen.is_valid(text) == is_taken(parse_duration, text), text
