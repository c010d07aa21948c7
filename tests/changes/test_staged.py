"""Before a commit what it will hold is checked, and not what else lies in the folder."""

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.changes.test_review import WHO, check, committed, git
from tests.conftest import PROJECT, Write, place

NEW = """\
publisher: The Lantern
title: The bridge is mended
url: https://lantern.example/0401
published: 2031-04-01
retrieved: 2031-07-01
kind: newspaper
origin: own
quotes:
  mended: {text: "Ada Reed, the bridge warden, was at the bridge."}
"""
PERSON, SOURCE = "content/people/ada-reed.yaml", "content/sources/lantern-0401.yaml"


@pytest.fixture
def root(briefing: Write) -> Path:
    """A repository in which a new source bears out what is changed."""
    root = committed(briefing())
    text = (root / PERSON).read_text(encoding="utf-8")
    place(root / PERSON, text.replace("[courier-0310#warden]", "[lantern-0401#mended]"))
    place(root / SOURCE, NEW)
    return root


def test_a_fault_that_is_not_committed_stops_no_commit(root: Path) -> None:
    git(root, "add", "--all")
    place(root / SOURCE, NEW.replace("url:", "ulr:"))
    place(root / "content" / "people" / "draft.yaml", "nmae: {en: Draft}\n")
    assert check(root).exit_code == 1
    assert check(root, "--staged", "--changed", "--base", "HEAD").exit_code == 0


def test_a_fault_that_is_committed_and_mended_in_the_folder_is_told(root: Path) -> None:
    place(root / SOURCE, NEW.replace("url:", "ulr:"))
    git(root, "add", "--all")
    place(root / SOURCE, NEW)
    assert check(root).exit_code == 0
    assert "unknown key `ulr`" in check(root, "--staged").stdout


def test_what_no_font_has_is_told_of_a_commit_too(root: Path) -> None:
    place(root / "site_config" / "pdf" / "briefing.typ", "")
    place(root / "site_config" / "fonts" / "characters.txt", "20-7E\n")
    place(root / SOURCE, NEW.replace("mended\n", "mended \N{SNOWMAN}\n"))
    git(root, "add", "--all")
    told = check(root, "--staged").stdout
    assert told == check(root).stdout
    assert "\N{SNOWMAN}" in told


def test_nothing_in_the_folder_changes(root: Path) -> None:
    git(root, "add", PERSON)

    def stands() -> str:
        status = ["git", "-C", root, "status", "--porcelain", "--ignored"]
        return subprocess.run(status, capture_output=True, text=True, check=True).stdout

    before = stands()
    check(root, "--staged", "--changed", "--base", "HEAD")
    assert stands() == before


def test_what_is_committed_is_not_mended(root: Path) -> None:
    done = check(root, "--staged", "--fix")
    assert done.exit_code == 2
    assert "leave out `--staged`" in done.stderr


def test_a_commit_of_nothing(briefing: Write) -> None:
    root = briefing()
    git(root, "init", "--quiet")
    done = check(root, "--staged")
    assert done.exit_code == 1
    assert "the next commit has no `content/`" in done.stderr


@pytest.mark.parametrize("named", [(), (PERSON,), ("--all",)], ids=["added", "named", "all"])
def test_the_hook_stops_a_commit_that_lacks_a_file(root: Path, named: tuple[str, ...]) -> None:
    (local,) = yaml.safe_load((PROJECT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    (entry,) = (hook["entry"] for hook in local["hooks"] if hook["id"] == "check")
    (root / ".venv").symlink_to(PROJECT / ".venv")
    (root / ".git" / "hooks").mkdir(exist_ok=True)
    hook = root / ".git" / "hooks" / "pre-commit"
    hook.write_text(f"#!/bin/sh\nexec {entry}\n", encoding="utf-8")
    hook.chmod(0o755)

    def commit(*what: str) -> subprocess.CompletedProcess[str]:
        command = ["git", "-C", root, "commit", "--quiet", "--message", "a change", *what]
        return subprocess.run(command, env=os.environ | WHO, capture_output=True, text=True)

    git(root, "add", PERSON)
    done = commit(*named)
    assert done.returncode == 1
    assert "no source `lantern-0401`" in done.stderr
    assert f"not in the commit: `{SOURCE}`; `git add {SOURCE}` takes it along\n" in done.stderr
    git(root, "add", SOURCE)
    done = commit(*(named and ("--all",)))
    assert done.returncode == 0, done.stderr
