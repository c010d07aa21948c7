"""The comment below a pull request: the steps of its workflow, with a GitHub of the test's own."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PROJECT
from tests.gh import GitHub
from tests.workflows import Step, step

SEE = step("comment.yml", "see what there is")
FETCH = step("comment.yml", "fetch what was found")
WRITE = step("comment.yml", "write the comment")
PUT = step("comment.yml", "put it under the pull request")
MARK = "<!-- what changes for readers -->"
BOT, PULLS, BELOW = "github-actions[bot]", "repos/o/r/pulls", "repos/o/r/issues/7/comments"
ARTIFACTS = "repos/o/r/actions/runs/1/artifacts"


def artifacts(*names: str) -> dict[str, Any]:
    return {ARTIFACTS: [{"artifacts": [{"name": name} for name in names]}]}


def pull(number: int, sha: str = "c0ffee", label: str = "editor:a-branch") -> dict[str, Any]:
    return {"number": number, "state": "open", "head": {"sha": sha, "label": label}}


def comment(number: int, login: str = BOT, body: str = MARK) -> dict[str, Any]:
    return {"id": number, "user": {"login": login}, "body": body}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the workflow has checked out the default branch, with a comment that is written."""
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "comment.md").write_text("what changes\n", encoding="utf-8")
    (tmp_path / ".venv").symlink_to(PROJECT / ".venv")
    return tmp_path


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ((), "comment=0\npreview=0\n"),
        (("comment",), "comment=1\npreview=0\n"),
        (("comments", "preview", "comment"), "comment=1\npreview=1\n"),
    ],
    ids=["nothing", "no preview", "both"],
)
def test_what_the_run_has_left_is_seen(place: Path, names: tuple[str, ...], found: str) -> None:
    github = GitHub(place / "tools", artifacts(*names))
    assert SEE.run(place, tools=github.folder).returncode == 0
    assert (place / "GITHUB_OUTPUT").read_text(encoding="utf-8") == found


def test_what_was_found_is_fetched(place: Path) -> None:
    assert FETCH.condition == "steps.there.outputs.comment != '0'"
    github = GitHub(place / "tools", {"o/r 1 comment": {"diff.json": "{}"}})
    assert FETCH.run(place, tools=github.folder).returncode == 0
    assert (place / "build" / "comment" / "diff.json").read_text(encoding="utf-8") == "{}"


@pytest.mark.parametrize("wanted", [SEE, FETCH])
def test_what_cannot_be_had_is_not_taken_for_nothing(place: Path, wanted: Step) -> None:
    assert wanted.run(place, tools=GitHub(place / "tools", {}).folder).returncode == 1


OTHERS = [comment(1, login="somebody"), comment(2, body=f"Quoting {MARK}")]
POSTED = (0, [["POST", BELOW, "what changes\n"]])
PATCHED = (0, [["PATCH", "repos/o/r/issues/comments/3", "what changes\n"]])


@pytest.mark.parametrize(
    ("pulls", "comments", "expected"),
    [
        ([[pull(6, sha="badcafe"), pull(5, label="other:a-branch"), pull(7)]], [[]], POSTED),
        ([[pull(7)]], [OTHERS, [comment(3), comment(4)], [comment(5)]], PATCHED),
        # What others wrote is left alone.
        ([[pull(7)]], [[*OTHERS[:1], comment(2, login="b[bot]"), comment(3, body="x")]], POSTED),
        # What cannot be listed is not taken for none.
        ([[pull(7)]], [None], (1, [])),
        ([[pull(7)]], [OTHERS, None], (1, [])),
        ([None], [[]], (1, [])),
        # An old commit; and two pull requests with one, whose bases differ, so that what was told
        # holds against one.
        ([[pull(7, sha="badcafe")]], [[]], (0, [])),
        ([[pull(7), pull(8)]], [[]], (0, [])),
    ],
)
def test_the_comment_is_put_once_below_its_pull_request(
    place: Path, pulls: list[Any], comments: list[Any], expected: tuple[int, list[list[str]]]
) -> None:
    github = GitHub(place / "tools", {PULLS: pulls, BELOW: comments})
    assert (PUT.run(place, tools=github.folder).returncode, github.written) == expected
