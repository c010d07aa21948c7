"""Fonts for browsers: what a page shows, no more, the same bytes each time."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.build.web_fonts import with_fonts
from tests.conftest import PROJECT

HAN = "assets/fonts/briefing-han.woff2"
FILES = {"index.md": "Grey 稀土".encode(), "a.csv": "镝".encode()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with the project's fonts and theme."""
    (tmp_path / "site_config").mkdir()
    for name in ("fonts", "theme"):
        (tmp_path / "site_config" / name).symlink_to(PROJECT / "site_config" / name)
    return tmp_path


def test_a_font_holds_what_pages_and_scripts_show(root: Path) -> None:
    found = with_fonts(root, FILES)
    held = TTFont(BytesIO(found[HAN])).getBestCmap()
    assert {ord(char) for char in "稀土中文"} <= held.keys()
    assert not {ord(char) for char in "G镝"} & held.keys()
    assert found.keys() == {*FILES, HAN}


def test_a_briefing_without_fonts_has_none(tmp_path: Path) -> None:
    assert with_fonts(tmp_path, FILES) == FILES
