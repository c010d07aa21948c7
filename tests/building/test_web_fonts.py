"""Fonts for browsers: what a page shows, no more, the same bytes each time."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.build.web_fonts import SLICE, STYLES, slices, with_fonts
from tests.conftest import PROJECT

FILES = {"index.md": "Grey 稀土".encode(), "a.csv": "镝".encode()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with the project's fonts and theme."""
    (tmp_path / "site_config").mkdir()
    for name in ("fonts", "theme"):
        (tmp_path / "site_config" / name).symlink_to(PROJECT / "site_config" / name)
    return tmp_path


def held(font: bytes) -> set[str]:
    return set(map(chr, TTFont(BytesIO(font)).getBestCmap()))


def test_a_font_holds_what_pages_and_scripts_show(root: Path) -> None:
    found = with_fonts(root, FILES)
    fonts = [name for name in found if name not in {*FILES, STYLES}]
    assert {name.rpartition("-")[0] for name in fonts} == {"assets/fonts/briefing-han"}
    shown, *parts = (held(found[name]) for name in fonts)
    scripts = set().union(*parts)
    assert shown == set("稀土")
    assert {*"中文"} <= scripts
    assert not {*"G镝"} & scripts


def test_characters_of_the_same_pages_are_in_one_slice() -> None:
    # The search alone finds the last.
    groups = (("abc", "1234"), ("mno", "567"), ("k", "2"), ("x", ""))
    shown = {char: {*pages} for chars, pages in groups for char in chars}
    assert [*slices(shown, "xobkmcan")] == ["abck", "mno", "x"]
    shown |= {char: {*"456"} for char in "mno"}
    assert [*slices(shown, "xobkmcan")] == ["abcmno", "k", "x"]
    many = "".join(map(chr, range(100, 102 + SLICE)))
    assert [*slices(dict.fromkeys(many, set()), many)] == [many[:SLICE], many[SLICE:]]


def test_a_briefing_without_fonts_has_none(tmp_path: Path) -> None:
    assert with_fonts(tmp_path, FILES) == {**FILES, STYLES: b""}
