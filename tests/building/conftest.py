"""The invented briefing, built once for all tests that look at its site."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.build import story
from generator.reading.check import Outcome
from tests.briefings import ROOTS
from tests.conftest import BuiltSite, give_engine, once


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The invented briefing with the site of its own day."""

    def build(root: Path) -> Outcome:
        shutil.copytree(ROOTS["fixture"] / "content", root / "content")
        give_engine(root)
        return story.build(root, root / "site")

    return once(tmp_path_factory, "edition", build)
