"""The invented briefing, built once for all tests that look at its site."""

from __future__ import annotations

import shutil

import pytest

from generator.build import story
from tests.briefings import ROOTS
from tests.conftest import BuiltSite, give_engine


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The invented briefing with the site of its own day."""
    root = tmp_path_factory.mktemp("fixture")
    shutil.copytree(ROOTS["fixture"] / "content", root / "content")
    give_engine(root)
    return BuiltSite(root, story.build(root, root / "site"))
