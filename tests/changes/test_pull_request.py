"""What is told of a pull request, and what is made of it and of main: the steps' own commands."""

import json
import shutil
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from generator.reading.read import read_settings
from tests.briefings import ROOTS
from tests.changes.test_comment import WRITE
from tests.changes.test_review import change, committed, git
from tests.conftest import PROJECT
from tests.gh import GitHub
from tests.workflows import Step, give_tool, step, steps

SALT = "series/salt-exports.yaml"
CHECK = step("pull-request.yml", "tell what is wrong, on its lines")
DIFF = step("pull-request.yml", "tell what changes for readers")
BUILD = step("pull-request.yml", "build")
KEEP = step("publish.yml", "build as pull requests do, and keep for them what is made")
ASK = step("publish.yml", "ask where it is published")
FILL = step("publish.yml", "fill in the address")
# A quotation that others alter meanwhile.
ALTERED = ("led for Aurelia at", "led for Aurelia in")
OWN = (
    "\nAll this was made by the pull request's own run, from its own content: "
    "it is no reviewer's word.\n"
)
BASE = "github.event.pull_request.base.sha"


@dataclass(frozen=True)
class Checkout:
    """What is checked out of a pull request whose main has moved on since it was opened."""

    folder: Path
    opened: str

    def run(self, wanted: Step) -> subprocess.CompletedProcess[str]:
        return wanted.run(self.folder, {BASE: self.opened})


def checkout(tmp_path: Path, old: str, new: str) -> Checkout:
    """That of a pull request which changes a piece of a file."""
    root = tmp_path / "repository"
    shutil.copytree(ROOTS["fixture"] / "content", root / "content")
    committed(root)
    opened = told_by_git(root, "rev-parse", "HEAD")
    git(root, "checkout", "--quiet", "-b", "a-branch")
    change(root, SALT, old, new)
    (root / "README").write_text("Read it.\n", encoding="utf-8")
    committed(root, "a change")
    git(root, "checkout", "--quiet", "main")
    change(root, "sources/lantern-0512.yaml", *ALTERED)
    change(root, "series/salt-price.yaml", "title: ", "title: Others' ")
    committed(root, "what others did meanwhile")
    git(root, "checkout", "--quiet", "-b", "merge")
    git(root, "merge", "--quiet", "--no-ff", "--message", "as GitHub does", "a-branch")
    folder = tmp_path / "checked-out"
    git(tmp_path, "clone", "--quiet", *depth(), f"file://{root}", str(folder))
    (folder / ".venv").symlink_to(PROJECT / ".venv")
    return Checkout(folder, opened)


def told_by_git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", root, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def depth() -> list[str]:
    """How much of the history the workflow fetches."""
    first = next(one for one in steps("pull-request.yml") if "checkout" in one.get("uses", ""))
    number = first["with"].get("fetch-depth", "1")
    return [] if number == "0" else ["--depth", number]


def told(where: Checkout) -> str:
    """The comment that is written of what was found."""
    assert WRITE.run(where.folder).returncode == 0
    return (where.folder / "build" / "comment.md").read_text(encoding="utf-8")


def test_a_fault_is_put_on_its_line(tmp_path: Path) -> None:
    here = checkout(tmp_path, "points:", "pionts:")
    done = here.run(CHECK)
    assert done.returncode == 1
    assert f"::error title=unknown-key,file=content/{SALT},line=" in done.stdout
    summary = (here.folder / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8")
    assert "    error[unknown-key]: unknown key `pionts`" in summary


def test_what_changes_is_commented_and_not_what_others_did_meanwhile(tmp_path: Path) -> None:
    """GitHub keeps the base that it was opened with, and merges it into today's main."""
    here = checkout(tmp_path, "title: ", "title: New ")
    done = here.run(CHECK)
    assert (done.returncode, done.stdout) == (0, "")
    assert (here.folder / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8") == ""
    assert here.run(DIFF).returncode == 0
    assert json.loads((here.folder / "build" / "comment" / "diff.json").read_text("utf-8"))
    comment = told(here)
    assert comment.startswith("<!-- what changes for readers -->\n### What changes for readers\n")
    assert ": called so now" in comment and "Others' " not in comment
    assert "the artifact `preview` of [this run](https://example.org/run/1).\n" in comment
    assert comment.endswith(OWN)
    assert (here.folder / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8") in comment


@pytest.mark.parametrize("found", [None, "{}", '{"changes": "<script>", "pages": []}'])
def test_what_cannot_be_compared_is_commented(tmp_path: Path, found: str | None) -> None:
    (tmp_path / ".venv").symlink_to(PROJECT / ".venv")
    if found is not None:
        (tmp_path / "build" / "comment").mkdir(parents=True)
        (tmp_path / "build" / "comment" / "diff.json").write_text(found, encoding="utf-8")
    comment = told(Checkout(tmp_path, ""))
    assert "Could not compare: the checks say why." in comment
    assert OWN in comment
    assert "<script>" not in comment


def test_what_was_not_built_is_not_promised(tmp_path: Path) -> None:
    assert WRITE.run(tmp_path, {"steps.there.outputs.preview": "0"}).returncode == 0
    comment = (tmp_path / "build" / "comment.md").read_text(encoding="utf-8")
    assert "\nNothing was built: [this run](https://example.org/run/1) says why.\n" in comment


WRITTEN = [
    pytest.param(
        "url:\nrepository:\n", ("https://o.github.io/r/", "https://github.com/o/r"), id="open"
    ),
    pytest.param(
        "url: https://a.example/\nrepository: https://b.example/x\n",
        ("https://a.example/", "https://b.example/x"),
        id="said",
    ),
]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where a site is built, with commands that say how they were called."""
    (tmp_path / "site_config").mkdir()
    give_tool(tmp_path / "tools", "make", 'echo "make $*"')
    return tmp_path


@pytest.mark.parametrize(("written", "known"), WRITTEN)
def test_a_published_site_knows_its_place(
    place: Path, written: str, known: tuple[str, str]
) -> None:
    settings = place / "site_config" / "site.yaml"
    settings.write_text(f"# Where.\n{written}branch: main\n", encoding="utf-8")
    github = GitHub(place / "gh", {"repos/o/r/pages": [{"html_url": "https://o.github.io/r/"}]})
    assert ASK.run(place, tools=github.folder).returncode == 0
    left = (place / "GITHUB_ENV").read_text(encoding="utf-8")
    assert left == "ADDRESS=https://o.github.io/r/\n"
    assert KEEP.run(place, tools=place / "tools").returncode == 0
    filled = replace(FILL, env={**FILL.env, "ADDRESS": left[8:].strip()})
    assert filled.run(place).returncode == 0
    found, faults = read_settings(place)
    assert (found.url, found.repository, faults) == (*known, ())


def test_an_address_that_cannot_be_had_publishes_nothing(place: Path) -> None:
    assert ASK.run(place, tools=GitHub(place / "gh", {}).folder).returncode == 1
    assert not (place / "GITHUB_ENV").exists()


@pytest.mark.parametrize(("written", "known"), WRITTEN)
def test_a_preview_leads_to_its_source(place: Path, written: str, known: tuple[str, str]) -> None:
    (place / "site_config" / "site.yaml").write_text(written, encoding="utf-8")
    done = BUILD.run(place, tools=place / "tools")
    assert (done.returncode, done.stdout) == (0, "make site\n")
    assert read_settings(place)[0].repository == known[1]
    assert KEEP.text == BUILD.text
