"""The comment below a pull request: the steps of its workflow, with a GitHub of the test's own."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PROJECT
from tests.gh import GitHub
from tests.workflows import step

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


def put(place: Path, pulls: list[Any], comments: list[Any]) -> tuple[int, list[list[str]]]:
    """The exit code of the step that puts the comment there, and what it has changed."""
    github = GitHub(place / "tools", {PULLS: pulls, BELOW: comments})
    return PUT.run(place, tools=github.folder).returncode, github.written


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


def test_what_cannot_be_seen_is_not_taken_for_nothing(place: Path) -> None:
    assert SEE.run(place, tools=GitHub(place / "tools", {}).folder).returncode == 1


def test_what_was_found_is_fetched(place: Path) -> None:
    github = GitHub(place / "tools", {"o/r 1 comment": {"diff.json": "{}"}})
    assert FETCH.run(place, tools=github.folder).returncode == 0
    assert (place / "build" / "comment" / "diff.json").read_text(encoding="utf-8") == "{}"


def test_what_is_there_and_cannot_be_fetched_is_not_told_as_no_comparison(place: Path) -> None:
    assert FETCH.condition == "steps.there.outputs.comment != '0'"
    assert FETCH.run(place, tools=GitHub(place / "tools", {}).folder).returncode == 1


def test_a_first_comment_is_posted(place: Path) -> None:
    pulls = [[pull(6, sha="badcafe"), pull(5, label="other:a-branch"), pull(7)]]
    assert put(place, pulls, [[]]) == (0, [["POST", BELOW, "what changes\n"]])


def test_a_comment_is_brought_up_to_date(place: Path) -> None:
    others = [comment(1, login="somebody"), comment(2, body=f"Quoting {MARK}")]
    pages = [others, [comment(3), comment(4)], [comment(5)]]
    changed = ["PATCH", "repos/o/r/issues/comments/3", "what changes\n"]
    assert put(place, [[pull(7)]], pages) == (0, [changed])


def test_what_others_wrote_is_left_alone(place: Path) -> None:
    others = [comment(1, login="somebody"), comment(2, login="other[bot]"), comment(3, body="x")]
    assert put(place, [[pull(7)]], [others]) == (0, [["POST", BELOW, "what changes\n"]])


@pytest.mark.parametrize("pages", [[None], [[comment(1, login="somebody")], None]])
def test_comments_that_cannot_be_listed_bring_no_second_one(place: Path, pages: list[Any]) -> None:
    assert put(place, [[pull(7)]], pages) == (1, [])


def test_an_old_commit_is_not_commented(place: Path) -> None:
    assert put(place, [[pull(7, sha="badcafe")]], [[]]) == (0, [])


def test_of_two_pull_requests_with_one_commit_neither_is_commented(place: Path) -> None:
    """They have different bases, and what was told holds against one."""
    assert put(place, [[pull(7), pull(8)]], [[]]) == (0, [])


def test_pull_requests_that_cannot_be_listed_are_not_taken_for_none(place: Path) -> None:
    assert put(place, [None], [[]]) == (1, [])
