"""The workflows, and their steps run as GitHub does: their own text, in the shell they ask for.

Knows nothing of actions: a step that uses one is for GitHub.
"""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import PROJECT

GITHUB = PROJECT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
# https://docs.github.com/actions/reference/workflow-syntax-for-github-actions, on `shell`.
SHELLS = {"": ("bash", "-e"), "bash": ("bash", "--noprofile", "--norc", "-eo", "pipefail")}
EXPRESSION = re.compile(r"\$\{\{ ([^}]+) \}\}")
# What holds wherever a test says nothing else.
CONTEXT = {
    "github.event.pull_request.number": "7",
    "github.event.workflow_run.head_branch": "a-branch",
    "github.event.workflow_run.head_repository.owner.login": "editor",
    "github.event.workflow_run.head_sha": "c0ffee",
    "github.event.workflow_run.html_url": "https://example.org/run/1",
    "github.event.workflow_run.id": "1",
    "github.repository": "o/r",
    "github.server_url": "https://github.com",
    "github.token": "none",
    "steps.there.outputs.preview": "1",
    "inputs.days || '14'": "14",
}
# What steps leave for those after them, and for who reads.
LEFT = ("GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")


def workflow(name: str) -> dict[str, Any]:
    # `on` is a truth value to YAML 1.1.
    loaded: dict[str, Any] = yaml.load(
        (GITHUB / "workflows" / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader
    )
    return loaded


def steps(name: str) -> Iterator[dict[str, Any]]:
    for job in workflow(name)["jobs"].values():
        yield from job["steps"]


@dataclass(frozen=True)
class Step:
    """What GitHub knows when it runs a step."""

    text: str
    shell: str
    env: Mapping[str, str]
    condition: str

    def run(
        self, folder: Path, context: Mapping[str, str] | None = None, tools: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        """The step in a folder, with what expressions come to, and `tools` first in its PATH."""
        script = folder / ".step.sh"
        script.write_text(self.text, encoding="utf-8")
        known = CONTEXT | (context or {})
        said = {
            key: EXPRESSION.sub(lambda found: known[found[1]], text)
            for key, text in self.env.items()
        }
        left = {name: str(folder / name) for name in LEFT}
        try:
            return subprocess.run(
                [*SHELLS[self.shell], script],
                cwd=folder,
                env=os.environ | said | left | path(tools),
                capture_output=True,
                text=True,
            )
        finally:
            script.unlink()


def path(tools: Path | None) -> dict[str, str]:
    return {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"} if tools else {}


def give_tool(folder: Path, name: str, text: str) -> None:
    """A command of that name in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


def step(name: str, wanted: str) -> Step:
    """The step of a workflow with that name; where two jobs have it, they have the same."""
    loaded = workflow(name)
    (found,) = {
        one["run"]: Step(
            one["run"],
            one.get("shell", loaded.get("defaults", {}).get("run", {}).get("shell", "")),
            loaded.get("env", {}) | job.get("env", {}) | one.get("env", {}),
            one.get("if", ""),
        )
        for job in loaded["jobs"].values()
        for one in job["steps"]
        if one.get("name") == wanted
    }.values()
    return found
