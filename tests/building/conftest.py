"""The tiny and the invented briefing, each built once for all tests that look at its site."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.build import story
from generator.reading.check import Outcome
from tests.briefings import ROOTS
from tests.conftest import TINY, give_engine, place, write_tiny

ADDRESS = "https://shires.example/bridge"


@dataclass(frozen=True)
class BuiltSite:
    """A briefing with its site, and what was found of it."""

    root: Path
    found: Outcome

    def copy(self, place: Path) -> Path:
        """The same elsewhere, to be spoilt."""
        return shutil.copytree(self.root, place / "briefing")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The tiny briefing and its site, with a source on which nothing rests."""
    unused = {"sources/unused.yaml": TINY["sources/post-0602.yaml"]}
    root = write_tiny(tmp_path_factory.mktemp("built") / "briefing", unused, engine=True)
    place(root / "site_config" / "site.yaml", f"url: {ADDRESS}\n")
    return BuiltSite(root, story.build(root, root / "site"))


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The invented briefing with the site of its own day."""
    root = tmp_path_factory.mktemp("fixture")
    shutil.copytree(ROOTS["fixture"] / "content", root / "content")
    give_engine(root)
    return BuiltSite(root, story.build(root, root / "site"))
