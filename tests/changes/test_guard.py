"""Nothing that stands in a repository hides from check and diff what a change does."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.reading import history
from tests.changes.test_diff import diff
from tests.changes.test_review import change, check, codes, committed, git
from tests.conftest import Write, place

TERBIUM = {"materials/terbium.yaml": "name: {en: Terbium}\nsymbol: Tb\n"}
NO_TEXT = os.fsdecode(b"content/people/b\xff.yaml")


def link_of_content(root: Path) -> None:
    (root / "content").rename(root / "elsewhere")
    (root / "content").symlink_to("elsewhere")


def submodule(root: Path, path: str = "content/glossary") -> None:
    """A folder that git holds as another repository and that was never fetched."""
    (root / path).mkdir(parents=True, exist_ok=True)
    git(root, "init", "--quiet")
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},{path}")


ODD: dict[str, Callable[[Path], object]] = {
    "content/.gitattributes": lambda root: place(
        root / "content/.gitattributes", "claims/* export-ignore\n"
    ),
    "content/.claims": lambda root: place(root / "content/.claims/x.yaml", "says: x\n"),
    "content/bodies/way-out.yaml": lambda root: (root / "content/bodies/way-out.yaml").symlink_to(
        "/etc/passwd"
    ),
    "content": link_of_content,
    "content/glossary": submodule,
    "content/people/b\\xff.yaml": lambda root: place(root / NO_TEXT, "name: B\n"),
}


@pytest.mark.parametrize(("path", "make"), ODD.items(), ids=ODD)
def test_what_is_no_plain_file_in_the_base_is_refused(
    briefing: Write, path: str, make: Callable[[Path], object]
) -> None:
    root = briefing()
    make(root)
    committed(root)
    content = root / "content"
    content.unlink() if content.is_symlink() else shutil.rmtree(content)
    assert check(briefing()).exit_code == 0
    for done in (check(root, "--base", "HEAD"), diff(root, "HEAD")):
        assert done.exit_code == 1
        assert "in `HEAD` " in done.stderr and f"`{path}`" in done.stderr


@pytest.mark.parametrize(
    ("make", "code", "path"),
    [(link_of_content, "symbolic-link", "content"), (submodule, "submodule", "content/glossary")],
)
def test_what_hides_content_is_one_error(
    briefing: Write, make: Callable[[Path], object], code: str, path: str
) -> None:
    root = briefing()
    make(root)
    found = check(root, "--format", "json")
    assert (codes(found), found.exit_code) == ([(code, path)], 1)


def test_attributes_keep_no_record_out_of_the_base(briefing: Write) -> None:
    root = briefing(TERBIUM)
    place(root / ".gitattributes", "content/materials/* export-ignore -diff\n")
    committed(root)
    (root / "content/materials/terbium.yaml").unlink()
    told = codes(check(root, "--changed", "--base", "HEAD", "--format", "json"))
    assert told == [("id-vanished", "content/materials/terbium.yaml")]
    assert "no change for readers" not in diff(root, "HEAD").stdout


def test_the_base_has_the_bytes_that_were_committed(briefing: Write) -> None:
    text = "# Log\n\n$Id$ and $Format:%H$\n"
    root = briefing({"pages/log.md": text})
    place(root / ".gitattributes", "* text eol=crlf ident export-subst\n")
    committed(root)
    with history.revision(root, "HEAD") as folder:
        assert (folder / "content/pages/log.md").read_bytes() == text.encode()


def test_no_object_stands_in_for_another(briefing: Write) -> None:
    root = committed(briefing(TERBIUM))
    (root / "content/materials/terbium.yaml").unlink()
    committed(root, "without it")
    git(root, "replace", "HEAD~1", "HEAD")
    told = codes(check(root, "--base", "HEAD~1", "--format", "json"))
    assert told == [("id-vanished", "content/materials/terbium.yaml")]


@pytest.mark.parametrize("where", [NO_TEXT, os.fsdecode(b"notes-\xff.txt")])
def test_a_changed_file_may_have_any_name(briefing: Write, where: str) -> None:
    root = committed(briefing())
    place(root / where, "x\n")
    shown = where.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    assert shown in history.changed(root, "HEAD")
    for done in (check(root, "--changed"), diff(root)):
        assert isinstance(done.exception, SystemExit | None)


@pytest.mark.parametrize("bit", ["--assume-unchanged", "--skip-worktree"])
def test_what_git_was_told_not_to_look_at_counts_as_changed(briefing: Write, bit: str) -> None:
    root = committed(briefing())
    path = "content/measures/bridge-toll.yaml"
    git(root, "update-index", bit, path)
    change(root, "measures/bridge-toll.yaml", "unit: pence", "unit: shillings")
    assert history.changed(root, "HEAD") == {path}


def test_a_record_that_git_was_told_to_ignore_is_seen(briefing: Write) -> None:
    root = briefing()
    place(root / ".gitignore", "content/materials/\n")
    committed(root)
    place(root / "content/materials/terbium.yaml", TERBIUM["materials/terbium.yaml"])
    path = "content/materials/terbium.yaml"
    assert history.changed(root, "HEAD") == {path}
    assert f"`git add --force {path}` takes it along" in check(root, "--staged").stderr


def test_a_link_is_no_part_of_the_next_commit(briefing: Write) -> None:
    root = committed(briefing())
    (root / "content/bodies/way-out.yaml").symlink_to("/etc/passwd")
    git(root, "add", "--all")
    done = check(root, "--staged")
    assert done.exit_code == 1
    assert "in the next commit `content/bodies/way-out.yaml` is a symbolic link" in done.stderr
