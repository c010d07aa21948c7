"""A row of the cases is asked for while it rests on what was agreed, and is then held to it.

On the invented briefing, whose rows are all listed here as it stands: honest edits leave each row
either true or unasked, and no fault of derive leaves it unasked.
"""

from __future__ import annotations

import re
import shutil
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from generator.check import check
from generator.derive import derive
from generator.link import Briefing
from generator.read import read
from tests.agreed import Agreed, Row, agreed, as_it_stands, ours, parted
from tests.briefings import ROOTS, briefing
from tests.conftest import place
from tests.test_examples import rows, told

EDITION_DAYS = ("as_of", "coverage_end")
CONTENT = ROOTS["fixture"] / "content"
# Each edit: what is put in the place of what in which file; a whole file where there is none.
Edits = list[tuple[str, str, str]]
YOY = "exports-to-aurelia.points.2031-05-yoy"
ON_LANTERN = {
    *("harbour-talks-2031-05.delegations.aurelia.tomas-hale", "premier-agreed", "statement-kept"),
    "hill-talks-2031-09.delegations.aurelia.treasury",
}
PROLONGED = {
    *("harbour-2031-05.terms.aurelia-24", "hill-2031-10.terms.aurelia-24"),
    *("order-2031-08-11.acts.extends", "order-257.parts.above-10"),
}
NOTICES = {"notice-70.acts.suspends", "notice-61.in-force", "notice-62.in-force"}
COAST = "sources/coast-0612.yaml"
SOURCE = """
publisher: Coast Daily
title: A look at the ports
url: https://coast.example/0612
published: 2032-06-12
retrieved: 2032-07-01
kind: newspaper
origin: own
quotes:
  yoy: {text: "we counted exports to Aurelia that were 34.5% lower in May 2031"}
  later: {text: "The ministry of Borealis put off both notices until 1 January 2033"}
"""
ORDER = """
title: Order of June 2032
issuer: borealis-trade-ministry
acts:
  extends:
    does: extend
    target: notice-70.acts.suspends
    until: 2033-01-01
    witnesses: [coast-0612#later]
"""
PERSON = "name: Ines Morrow\nparty: aurelia\n"
BROKEN = "witnesses: [lantern-0606#violated]"
REJECTED = f"{BROKEN}, rejected: {{why: she took it back, on: 2032-06-01}}"


@cache
def listed() -> Agreed:
    """All that the rows of the invented briefing rest on as it stands."""
    return as_it_stands(briefing("fixture"), cases())


def cases() -> list[Row]:
    return [Row(id_, day, expected) for day, id_, expected in (one.values for one in rows())]


def wrong(part: Briefing, asked: list[Row]) -> list[tuple[Row, str | None]]:
    """The rows that come to something else, with what they come to."""
    days = {row.day: derive(part, date.fromisoformat(row.day)) for row in asked}
    found = ((row, told(days[row.day].facts.get(row.id))) for row in asked)
    return [(row, comes_to) for row, comes_to in found if comes_to != row.told]


def edited(root: Path, edits: Edits) -> Briefing:
    """A folder's briefing with some edits, which leave nothing wrong with it."""
    for name, old, new in edits:
        file = root / "content" / name
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        assert old in text
        place(file, text.replace(old, new) if old else f"{text}{new}\n")
    assert [one.message for one in check(root).diagnostics if "unused" not in one.code] == []
    return read(root).briefing


@pytest.mark.parametrize(
    ("edits", "unasked"),
    [
        pytest.param([], set(), id="nothing"),
        pytest.param([(COAST, "", SOURCE)], set(), id="a source"),
        pytest.param([("people/ines-morrow.yaml", "", PERSON)], set(), id="a person"),
        pytest.param(
            [
                (COAST, "", SOURCE),
                (
                    "series/exports-to-aurelia.yaml",
                    "[skywire-0609#yoy",
                    "[skywire-0609#yoy, coast-0612#yoy",
                ),
            ],
            {YOY},
            id="a second source for a figure",
        ),
        pytest.param(
            [(COAST, "", SOURCE), ("measures/order-2032-06.yaml", "", ORDER)],
            NOTICES,
            id="a term extended",
        ),
        pytest.param(
            [
                (
                    "sources/evening-0610.yaml",
                    "",
                    "retracted: {why: a page of tests, on: 2032-06-01}",
                )
            ],
            {YOY, "premier-agreed-reported", "lamp-stones-nearly-all"},
            id="a source retracted",
        ),
        pytest.param(
            [("claims/statement-kept.yaml", BROKEN, REJECTED)],
            {"statement-kept"},
            id="a dispute that ends with a rejection",
        ),
        pytest.param(
            [("bodies/lantern.yaml", "", "house: skywire")], ON_LANTERN, id="a newspaper's house"
        ),
        pytest.param(
            [("claims/premier-agreed.yaml", "says: The", "label: A promise\nsays: The")],
            set(),
            id="a label",
        ),
    ],
)
def test_an_honest_edit_leaves_each_row_true_or_unasked(
    tmp_path: Path, edits: Edits, unasked: set[str]
) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    part = edited(tmp_path, edits)
    asked, silent = parted(part, listed(), cases())
    assert {row.id for row in silent} == unasked
    assert wrong(part, asked) == []


def test_a_rename_is_followed(tmp_path: Path) -> None:
    part = renamed(tmp_path, {"skywire-0609": "skywire-june", "mira-voss": "mira-voss-aurelia"})
    asked, silent = parted(part, listed(), cases())
    assert silent == []
    assert Row("premier-agreed", "2031-06-10", "claimed by mira-voss-aurelia") in asked
    assert wrong(part, asked) == []


def renamed(root: Path, names: dict[str, str]) -> Briefing:
    """The invented briefing with some records under other names, which are listed as moved."""
    shutil.copytree(CONTENT, root / "content")
    for file in [*(root / "content").rglob("*.*")]:
        text = file.read_text(encoding="utf-8")
        for old, new in names.items():
            text = re.sub(rf"(?<![\w/-]){old}(?![\w-]|\.example)", new, text)
        file.rename(file.with_stem(names.get(file.stem, file.stem))).write_text(
            text, encoding="utf-8"
        )
    moved = "".join(f"{old}: {{to: {new}}}\n" for old, new in names.items())
    return edited(root, [("moved.yaml", "", moved)])


@pytest.mark.parametrize(
    ("gone", "edits", "unasked"),
    [
        (
            "claims/premier-agreed-reported.yaml",
            [("claims/premier-agreed.yaml", "see: premier-agreed-reported\n", "")],
            {"premier-agreed-reported"},
        ),
        ("measures/order-2031-08-11.yaml", [], PROLONGED),
    ],
)
def test_of_what_is_gone_or_was_acted_upon_by_it_nothing_is_asked(
    tmp_path: Path, gone: str, edits: Edits, unasked: set[str]
) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    (file := tmp_path / "content" / gone).unlink()
    part = edited(tmp_path, [*edits, ("moved.yaml", "", f"{file.stem}: {{gone: said elsewhere}}")])
    asked, silent = parted(part, listed(), cases())
    assert {row.id for row in silent} == unasked
    assert wrong(part, asked) == []


def test_a_later_edition_leaves_the_days_before_the_end(tmp_path: Path) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    days = [("briefing.yaml", f"{key}: 2032-06-24", f"{key}: 2032-07-20") for key in EDITION_DAYS]
    part = edited(tmp_path, days)
    asked, silent = parted(part, listed(), cases())
    assert {row.day for row in silent} == {"2032-12-01"}
    assert wrong(part, asked) == []


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("status._authority", (None, ())),
        ("status._bearing", ()),
        ("status.agree", True),
        ("facts.aside", None),
        ("states._suspension", None),
        ("states.over_by_now", None),
    ],
)
def test_what_derive_gets_wrong_is_asked_for_and_wrong(
    monkeypatch: pytest.MonkeyPatch, name: str, instead: Any
) -> None:
    module, _, function = name.partition(".")
    monkeypatch.setattr(import_module(f"generator.derive.{module}"), function, lambda *_: instead)
    asked, silent = parted(briefing("fixture"), listed(), cases())
    assert silent == []
    assert wrong(briefing("fixture"), asked)


def test_each_row_of_ours_rests_on_what_is_listed() -> None:
    assert {row.id for row in ours()} == {row.id for row in ours()} & agreed().written.keys()
