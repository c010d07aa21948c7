"""How far a change goes: the charts, pages and PDFs that it touches, and no others."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.diff.changes import Kind
from generator.diff.face import traced
from generator.diff.reach import Reach
from generator.diff.words import told
from generator.render.shelf import Shelf
from generator.render.site import site
from generator.revisions import differ, state
from tests.conftest import PROJECT
from tests.test_review import change, committed, git

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


def page(root: Path, path: str) -> str:
    """A page of the site before it is rendered."""
    files, _ = site(*state(root, "the folder"), Shelf(draw=traced))
    return files[path].decode()


def of_brief(reach: Reach) -> list[tuple[str, str]]:
    """The sentences of the brief that are touched, each with how it begins."""
    return [(one.path, one.title[:28]) for one in reach.points]


def test_the_heading_of_the_brief_and_its_strip_are_counted(small: Path) -> None:
    change(small, "points/state-notices.yaml", "unsettled: ", "open: ")
    change(small, "points/strip-exports.yaml", "label: Exports", "label: Exports in May")
    report = differ(small, "main", None)
    assert of_brief(report.reach) == [
        ("index.html#state--of-play", "The notices of Borealis are "),
        ("index.html#strip-exports", "Exports in May: −34.5% (repo"),
    ]
    assert "#state--of-play" in page(small, "index.md")
    assert [one.page for one in report.changes] == [one.path for one in report.reach.points]


def test_a_sentence_that_the_brief_has_no_room_for_stands_elsewhere(small: Path) -> None:
    for number in range(3, 6):
        text = f"order: {number}\ntext: Sentence {number}.\nrests: [order-257.whole]\n"
        (small / "content" / "points" / f"more-{number}.yaml").write_text(text)
    git(small, "add", "-A")
    git(small, "commit", "-qm", "more")
    git(small, "branch", "-f", "more")
    change(small, "points/kept-or-broken.yaml", "The sides", "Both sides")
    (one,) = differ(small, "more", None).changes
    assert one.label == "Key point kept-or-broken, not on the brief"
    assert one.page == "claims/statement-kept/index.html#section--key-points"
    assert "#section--key-points" in page(small, "claims/statement-kept/index.md")
    git(small, "checkout", "-q", "content")
    change(small, "points/kept-or-broken.yaml", "order: 20", "order: 1")
    report = differ(small, "more", None)
    assert [(one.kind, one.id, told(one)) for one in report.changes] == [
        (
            Kind.CHANGED,
            "kept-or-broken",
            "order: 1 (was 20); place: on the brief (was only with what it rests on)",
        ),
        (Kind.FOLLOWS, "exports-fell", "place: only with what it rests on (was on the brief)"),
    ]
    assert of_brief(report.reach) == [
        ("index.html", "on the brief no more: Export"),
        ("index.html#kept-or-broken", "new on the brief: The sides "),
    ]
