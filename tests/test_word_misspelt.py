"""A word that sorts is held against those that stand more often, each counted once for a fact."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator import rules
from generator.derive import derive
from generator.read import read

Write = Callable[..., Path]

CLAIM = """
    title: Carts over the bridge, {id}
    says: the bridge carried 1,240 carts
    category: {word}
    witnesses: [courier-0310#carts]
    """
WITH_POSITIONS = """
    asks: How many carts?
    about: mill-talks-2031-03
    category: tradf
    positions:
      many: {by: norland, says: many carts, witnesses: [courier-0310#carts]}
      few: {by: sudland, says: few carts, witnesses: [courier-0310#carts]}
    """


def told(root: Path) -> list[str]:
    contents = read(root)
    found = rules.check(derive(contents.briefing, contents.briefing.edition.as_of.first))
    return [one.span.text for one in found if one.code == "word-misspelt"]


def test_what_positions_share_counts_once(briefing: Write) -> None:
    files = {"claims/p.yaml": WITH_POSITIONS}
    files |= {f"claims/c{id}.yaml": CLAIM.format(id=id, word="trade") for id in (0, 1)}
    assert told(briefing(files)) == ["tradf"]


def test_of_two_words_that_stand_once_neither_is_told(briefing: Write) -> None:
    files = {"claims/p.yaml": WITH_POSITIONS, "claims/c.yaml": CLAIM.format(id=0, word="trade")}
    assert told(briefing(files)) == []
