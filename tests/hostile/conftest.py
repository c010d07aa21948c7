"""One round of the attack, made once for all tests that ask for it."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.build import story
from generator.reading.check import Outcome
from generator.yaml import characters
from tests.hostile.opened import Opened, opened
from tests.hostile.places import ROUNDS, sow

ALL = os.environ.get("ATTACK") == "all"
# A tenth in every run of the tests; of pages that hold no word of a briefing's facts, only one.
SEED = 4
TURNS = range(ROUNDS) if ALL else (SEED,)
ALIKE = "$." if ALL else "messages/(?!wrong-value)|guide/(?!index)"


@pytest.fixture(scope="session")
def attack(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Opened]:
    """Makes a round, or tells of the one that was made."""
    made: dict[int, Opened] = {}

    def make(turn: int) -> Opened:
        if turn not in made:
            root = tmp_path_factory.mktemp("hostile") / "briefing"
            sow(root, turn)
            build_all_the_same(root)
            made[turn] = opened(browser, root / "site", ALIKE)
            shutil.rmtree(root)
        return made[turn]

    return make


def build_all_the_same(root: Path) -> None:
    """Build a site as the command does, whatever is wrong with its content.

    Hidden characters end the reading of a file, so here nobody looks for them.
    """
    examine = story.examine

    def forgiving(*given: Any) -> tuple[Outcome, Any]:
        outcome, settings = examine(*given)
        return replace(outcome, diagnostics=()), settings

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(story, "examine", forgiving)
        for check in ("check", "check_ends", "check_escapes", "check_structure"):
            patch.setattr(characters, check, lambda _: ())
        assert not story.preview(root, root / "site").errors
