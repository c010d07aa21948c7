"""A change held against a revision: what git knows, and what is told when it knows nothing."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.reading import history
from generator.write import Refusal
from tests.conftest import TINY, Write

TOLL, ROUND = "measures/bridge-toll.yaml", "rounds/mill-talks-2031-03.yaml"
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


def test_a_change_is_told_against_its_base(briefing: Write) -> None:
    root = committed(briefing())
    change(root, TOLL, "unit: pence", "unit: shillings")
    plain = check(root, "--format", "json")
    told = check(root, "--base", "main", "--format", "json")
    assert codes(plain) == []
    assert codes(told) == [("same-witness", f"content/{TOLL}")]
    assert told.exit_code == 0
    assert check(root, "--base", "main", "--strict").exit_code == 1


def test_of_files_that_did_not_change_only_errors_are_told(briefing: Write) -> None:
    unused = TINY["sources/post-0602.yaml"].replace("Sudland Post", "Gazette")
    root = committed(briefing({"sources/gazette.yaml": unused}))
    warning = ("unused-source", "content/sources/gazette.yaml")
    assert codes(check(root, "--format", "json")) == [warning]
    change(root, "sources/courier-0310.yaml", "  warden:", "  mill:")
    told = check(root, "--changed", "--format", "json")
    assert codes(told) == [("dangling-ref", "content/people/ada-reed.yaml")]
    assert told.exit_code == 1


def test_a_new_file_is_a_changed_one(briefing: Write) -> None:
    root = committed(briefing())
    (root / "content" / "bodies" / "post.yaml").write_text("name: P\nnmae: x\n", encoding="utf-8")
    assert codes(check(root, "--changed", "--format", "json")) == [
        ("unknown-key", "content/bodies/post.yaml")
    ]


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


def test_a_briefing_below_the_top_of_its_repository(briefing: Write) -> None:
    root = briefing()
    committed(root.parent)
    change(root, TOLL, "unit: pence", "unit: shillings")
    told = check(root, "--changed", "--format", "json")
    assert codes(told) == [("same-witness", f"content/{TOLL}")]


def test_a_new_name_is_told_once_with_every_place_that_has_the_old_one(briefing: Write) -> None:
    root = committed(briefing())
    people = root / "content" / "people"
    (people / "ada-reed.yaml").rename(people / "reed.yaml")
    (told,) = json.loads(check(root, "--base", "main", "--format", "json").stdout)
    assert (told["code"], told["file"]) == ("id-vanished", "content/people/ada-reed.yaml")
    named = {label["file"] for label in told["related"]}
    assert named == {f"content/{ROUND}"}
    assert "change what names it" in told["help"]
    change(root, ROUND, "person: ada-reed", "person: reed")
    change(root, ROUND, "ada-reed:", "reed:")
    told = codes(check(root, "--base", "main", "--format", "json"))
    # The key by which the round knows her is an id too.
    assert told == [
        ("id-vanished", "content/people/ada-reed.yaml"),
        ("id-vanished", f"content/{ROUND}"),
    ]


def test_a_retraction_is_told_beside_what_it_leaves_without_ground(briefing: Write) -> None:
    text = "'The bridge carried {{ fact(\"carts.points.2031-02\") }}.'"
    point = f"text: {text}\nrests: [carts.points.2031-02]\n"
    root = committed(briefing({"points/traffic.yaml": point}))
    retracted = "origin: own\nretracted: {why: withdrawn, on: 2031-06-10}"
    change(root, "sources/courier-0310.yaml", "origin: own", retracted)
    assert codes(check(root, "--base", "main", "--format", "json")) == [
        ("point-rests", "content/points/traffic.yaml"),
        ("retracted-in-use", "content/sources/courier-0310.yaml"),
    ]
    # Of what stood so before, nothing is told but what is wrong.
    committed(root, "taken back")
    assert codes(check(root, "--base", "main", "--format", "json")) == [
        ("point-rests", "content/points/traffic.yaml")
    ]


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


def test_what_a_change_breaks_elsewhere_is_told_with_what_it_changes(briefing: Write) -> None:
    """Nothing rests on a source any more, whose file the change does not touch."""
    claim = "title: Carts\nsays: many crossed\nwitnesses: [courier-0601#carts]"
    source = TINY["sources/courier-0310.yaml"].replace("/0310", "/0601")
    lone = source.replace("1,240 carts", "1,300 carts").replace("March", "May")
    files = {"claims/carts-seen.yaml": claim, "sources/courier-0601.yaml": lone}
    root = committed(briefing(files))
    (root / "content/claims/carts-seen.yaml").unlink()
    (root / "content/moved.yaml").write_text("carts-seen: {gone: a slip}\n", encoding="utf-8")
    found = codes(check(root, "--base", "main", "--changed", "--format", "json"))
    assert ("unused-source", "content/sources/courier-0601.yaml") in found
    # What was told before is left out: the change has nothing to do with it.
    committed(root, "taken out")
    change(root, TOLL, "title: Toll on", "title: The toll on")
    assert codes(check(root, "--base", "main", "--changed", "--format", "json")) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "was"),
    [
        ("sources/courier-0310.yaml", "1,240 c", "1,250 c", "quotation `courier-0310#carts` said"),
        (TOLL, 'value: "2"', 'value: "3"', '`value` of `bridge-toll.parts.rate` was `"2"`'),
    ],
)
def test_what_is_wrong_is_told_beside_what_it_was(
    briefing: Write, name: str, old: str, new: str, was: str
) -> None:
    root = committed(briefing())
    change(root, name, old, new)
    wrong, told = json.loads(check(root, "--base", "main", "--format", "json").stdout)
    assert wrong["code"] == "value-not-in-quotation"
    assert was in told["message"]
