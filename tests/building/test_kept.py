"""What was made once is used again, and only where it is whole and made from the same."""

import os
from pathlib import Path

import pytest

from generator.build import kept, story
from generator.build.kept import Hashes
from generator.build.unchanged import Standing
from generator.hashing import digest
from tests.conftest import Write, place


def test_what_is_too_large_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 3)
    store = kept.of(tmp_path, "pages")
    assert [store.one(key, key.encode) for key in ("abc", "abcd")] == [b"abc", b"abcd"]
    assert [store.get("abc"), store.get("abcd")] == [b"abc", None]


def too_much(root: Path) -> Path:
    """Something kept that nobody has used for long, and that leaves no room for anything else."""
    path = root / "build" / "kept" / "charts" / "useless"
    place(path, "")
    os.truncate(path, kept.BOUND)
    os.utime(path, (1000, 1000))
    return path


def test_a_preview_deletes_what_is_too_much(briefing: Write) -> None:
    root = briefing({"bodies/courier.yaml": "nmae: x\n"}, engine=True)
    useless = too_much(root)
    used = root / "build" / "kept" / "charts" / "used"
    place(used, "x")
    assert story.preview(root, root / "site").errors
    assert used.exists() and not useless.exists()


def test_a_file_that_stands_as_it_was_noted_is_not_read_again(tmp_path: Path) -> None:
    file, store = tmp_path / "site" / "a.html", kept.of(tmp_path, "hashes")
    place(file, "one")
    first, moment = Hashes(store), file.stat().st_mtime_ns
    assert first.below(file.parent) == {"a.html": digest("one")}
    first.note()
    place(file, "two")
    assert Hashes(store).below(file.parent) == {"a.html": digest("two")}
    os.utime(file, ns=(moment, moment))
    assert Hashes(store).below(file.parent) == {"a.html": digest("one")}


@pytest.fixture
def standing(briefing: Write) -> Standing:
    """A site that was noted as it was built."""
    root = briefing()
    found = Standing(root, root / "site", None)
    with found.noted() as lines:
        place(root / "site" / "index.html", "<p>made</p>\n")
        lines.append("site/ stands")
    return found


def test_a_site_stands_while_nothing_changes(standing: Standing) -> None:
    place(standing.root / "site_config" / "__pycache__" / "hooks.pyc", "made of hooks.py")
    assert standing.said() == "site/ stands"


@pytest.mark.parametrize(
    "changed",
    [
        "content/new.pyc",
        "content/bodies/new.yaml",
        "site_config/new.css",
        "site/a.pyc",
        "site/index.html",
        "site.new/x",
    ],
)
def test_a_site_does_not_stand_once_something_changed(standing: Standing, changed: str) -> None:
    place(standing.root / changed, "changed\n")
    assert standing.said() is None


def test_a_source_that_changes_during_a_build_leaves_nothing_noted(standing: Standing) -> None:
    place(standing.root / "content" / "pages" / "a.md", "# One\n")
    with standing.noted() as lines:
        place(standing.root / "content" / "pages" / "a.md", "# Two\n")
        lines.append("site/ stands")
    place(standing.root / "content" / "pages" / "a.md", "# One\n")
    assert standing.said() is None
