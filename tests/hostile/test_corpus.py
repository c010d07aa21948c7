"""Nothing that a stranger writes runs, asks another host or becomes markup, wherever it stands."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.hostile.conftest import SEED, TURNS
from tests.hostile.opened import Opened, line, listening, visit
from tests.hostile.payloads import PAYLOADS

Attacked = Callable[[int], Opened]
SHOWN = 40
# Raw, these are markup on any page; one of them leads away from it.
RAW = [n for n, (of, text) in PAYLOADS.items() if of == "html" and re.match("<[a-ln-z]", text)][::2]


def group(turn: int) -> pytest.MarkDecorator:
    return pytest.mark.xdist_group(f"hostile-{turn}")


@pytest.mark.parametrize("turn", [pytest.param(turn, marks=group(turn)) for turn in TURNS])
def test_what_strangers_write_is_text(attack: Attacked, turn: int) -> None:
    told = [line(key, places) for key, places in attack(turn).found.items()]
    assert not told, "\n".join((f"{len(told)} findings", *told[:SHOWN]))


@group(SEED)
def test_every_page_is_judged(attack: Attacked) -> None:
    """What leads on is judged, too."""
    found = attack(SEED)
    assert len(found.visited) > 100
    assert [one for one in found.visited if one not in found.seen] == []


def test_payload_that_is_markup_is_found(browser: Browser, tmp_path: Path) -> None:
    told = Opened()
    with listening(browser, told, offline=True) as tab:
        for number in RAW:
            page = tmp_path / f"{number}.html"
            page.write_text(f"<!doctype html><p>{PAYLOADS[number][1]}", encoding="utf-8")
            visit(tab, page.as_uri())
    assert [PAYLOADS[number][1] for number in RAW if not told.of(number)] == []
