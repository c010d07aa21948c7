"""A change held against a revision: what git knows, and what is told when it knows nothing."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.reading import history
from generator.write import Refusal
from tests.changes.test_change import written
from tests.conftest import TINY, Write, place
from tests.tables import Files, changes

TOLL = "measures/bridge-toll.yaml"
WHO = {
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def git(root: Path, *arguments: str) -> None:
    done = subprocess.run(
        ["git", "-C", str(root), *arguments], env=os.environ | WHO, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def committed(root: Path, message: str = "as it was") -> Path:
    """The briefing as a repository with a commit of all that is there."""
    if not (root / ".git").exists():
        git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message)
    return root


def check(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root), *arguments])


def codes(result: Result) -> list[tuple[str, str]]:
    return [(one["code"], one["file"]) for one in json.loads(result.stdout)]


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / "content" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


CASES = [*changes(Path(__file__).with_name("review.txt"), TINY)]


@pytest.mark.parametrize(("before", "after", "expected"), CASES)
def test_a_change_is_told_against_its_base(
    tmp_path: Path, before: Files, after: Files, expected: list[tuple[str, str]]
) -> None:
    written(tmp_path, before)
    committed(tmp_path)
    shutil.rmtree(tmp_path / "content")
    written(tmp_path, after)
    done = check(tmp_path, "--changed", "--base", "main", "--format", "json")
    told = json.loads(done.stdout)
    assert [f"{one['code']} {one['file'].removeprefix('content/')}" for one in told] == [
        place for place, _ in expected
    ]
    for one, (_, words) in zip(told, expected, strict=True):
        for part in words.splitlines():
            assert part.removeprefix("says ") in json.dumps(one, ensure_ascii=False)


def test_a_warning_of_a_change_fails_where_all_is_meant(briefing: Write) -> None:
    root = committed(briefing())
    change(root, TOLL, "unit: pence", "unit: shillings")
    assert check(root, "--base", "main").exit_code == 0
    assert check(root, "--base", "main", "--strict").exit_code == 1


def test_the_base_is_where_the_work_left_the_trunk(briefing: Write) -> None:
    root = committed(briefing())
    git(root, "checkout", "--quiet", "-b", "work")
    change(root, TOLL, "unit: pence", "unit: shillings")
    committed(root, "a change")
    git(root, "checkout", "--quiet", "main")
    change(root, "bodies/courier.yaml", "The Courier", "Courier")
    committed(root, "another")
    git(root, "checkout", "--quiet", "work")
    assert history.changed(root, history.base(root)) == {f"content/{TOLL}"}


@pytest.mark.parametrize("ref", ["refs/remotes/origin/HEAD", "refs/heads/work"])
def test_a_branch_that_leads_nowhere_is_none(briefing: Write, ref: str) -> None:
    """As `origin/HEAD` does once the branch is gone that it names."""
    root = committed(briefing())
    git(root, "symbolic-ref", ref, "refs/remotes/origin/gone")
    change(root, TOLL, "unit: pence", "unit: shillings")
    told = check(root, "--changed", "--format", "json")
    assert codes(told) == [("same-witness", f"content/{TOLL}")]
    result = check(root, f"--base={ref}")
    assert (result.exit_code, f"no revision `{ref}`" in result.stderr) == (2, True)


def test_what_git_refuses_is_said_in_its_words(briefing: Write) -> None:
    result = check(committed(briefing()), "--base=HEAD^{tree}")
    assert result.exit_code == 1
    assert result.stderr.startswith("error: HEAD^{tree}^{commit}: expected commit type")


def test_a_briefing_below_the_top_of_its_repository(briefing: Write) -> None:
    root = briefing()
    committed(root.parent)
    change(root, TOLL, "unit: pence", "unit: shillings")
    told = check(root, "--changed", "--format", "json")
    assert codes(told) == [("same-witness", f"content/{TOLL}")]


@pytest.mark.parametrize(
    ("base", "said"),
    [("mian", "no revision `mian` in this repository: there is `main`"), ("", ""), ("--help", "")],
    ids=["unknown", "empty, as of a variable which is not set", "an option"],
)
def test_what_is_no_revision_is_misuse(briefing: Write, base: str, said: str) -> None:
    result = check(committed(briefing()), f"--base={base}")
    assert result.exit_code == 2 and said in result.stderr


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("content/briefing.yaml", "`main` cannot be read as a briefing: nothing was compared"),
        ("content", "`main` has no `content/`: there is nothing to compare with"),
    ],
)
def test_a_base_with_nothing_to_compare_is_told(briefing: Write, name: str, told: str) -> None:
    root = briefing()
    (root / name).rename(root / "elsewhere")
    committed(root)
    (root / "elsewhere").rename(root / name)
    result = check(root, "--base", "main")
    assert result.exit_code == 1
    assert told in result.stderr


def test_without_git_it_says_so(briefing: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Refusal, match="git is not installed"):
        history.named(briefing(), "main")


BESIDE = {
    "site_config/theme/assets/look.css": "it is on every page",
    "generator/templates/site/index.md.j2": "every page is written by it",
    "mkdocs.yml": "it sets what every page has",
    ".github/workflows/publish.yml": "with the rights of the repository",
    ".gitattributes": "which bytes of a file",
    ".gitmodules": "another repository",
    "requirements.txt": "which programs",
}


@pytest.mark.parametrize(("path", "does"), BESIDE.items(), ids=BESIDE)
def test_what_changes_pages_and_is_no_content_is_told(
    briefing: Write, path: str, does: str
) -> None:
    root = committed(briefing())
    place(root / path, "made otherwise\n")
    done = check(root, "--base", "HEAD", "--format", "json")
    (told,) = json.loads(done.stdout)
    assert (told["code"], told["file"], done.exit_code) == ("made-otherwise", path, 0)
    assert does in told["message"]


def test_files_of_one_place_are_told_together(briefing: Write) -> None:
    root = committed(briefing())
    for number in range(7):
        place(root / "site_config" / f"{number}.css", "x\n")
    place(root / "README.md", "x\n")
    (told,) = json.loads(check(root, "--base", "HEAD", "--format", "json").stdout)
    assert told["message"].startswith("`site_config/0.css`, ")
    assert "`site_config/4.css` and 2 others are not as in the base" in told["message"]
