"""How far a change goes: the charts, pages and PDFs that it touches, and no others."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.diff.reach import Reach
from generator.revisions import differ
from tests.conftest import PROJECT
from tests.test_review import change, committed

SMALL = PROJECT / "tests" / "fixture" / "content"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small briefing as a repository."""
    shutil.copytree(SMALL, tmp_path / "content")
    return committed(tmp_path)


def names(reach: Reach) -> tuple[set[str], set[str]]:
    """The charts and the PDFs that are touched."""
    charts = {one.path.split("/")[1] for one in reach.charts}
    return charts, {Path(one.path).stem for one in reach.pdfs}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("subtitle: Duties on all goods", "subtitle: The duties on all goods"),
        ("label: Order 257", "label: the order 257"),
    ],
    ids=["subtitle", "label"],
)
def test_the_words_of_a_chart_touch_the_pdfs_that_print_it(small: Path, old: str, new: str) -> None:
    change(small, "charts/duties.yaml", old, new)
    reach = differ(small, "main", None).reach
    assert names(reach) == ({"duties"}, {"briefing", "figures"})
    assert "charts/duties/index.html" in {one.path for one in reach.pages}


def test_what_is_drawn_alone_is_a_change(small: Path) -> None:
    """The side of a line is its colour, and no page says it in words."""
    change(small, "charts/duties.yaml", "    party: borealis\n", "")
    reach = differ(small, "main", None).reach
    assert names(reach) == ({"duties"}, {"briefing", "figures"})


def test_the_title_of_the_edition_around_a_chart_does_not_touch_it(small: Path) -> None:
    change(small, "briefing.yaml", "title: ", "title: New ")
    reach = differ(small, "main", None).reach
    assert reach.charts == ()
    assert "charts/duties/index.html" in {one.path for one in reach.pages}
