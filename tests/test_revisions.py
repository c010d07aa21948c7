"""What stands in the way of a comparison."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.test_diff import diff
from tests.test_review import change, committed

Write = Callable[..., Path]


def test_of_a_folder_with_errors_the_command_is_named_that_tells_them(briefing: Write) -> None:
    root = committed(briefing())
    change(root, "measures/bridge-toll.yaml", "unit: pence", "unit: [pence]")
    told_of = diff(root, "main").stderr
    assert "could not compare: 1 error in the folder; `briefing check` tells it\n" in told_of


def test_of_a_revision_with_errors_the_first_is_told(briefing: Write) -> None:
    root = committed(briefing({"bodies/courier.yaml": "name: {en: C}\nnmae: x\n"}))
    change(root, "bodies/courier.yaml", "nmae: x\n", "")
    told_of = diff(root, "main").stderr
    assert "1 error in `main`, content/bodies/courier.yaml:2: unknown key `nmae`\n" in told_of


def test_what_git_does_not_know_is_no_comparison_either(briefing: Write) -> None:
    root = briefing()
    assert diff(root).stderr.startswith("error: could not compare: not a git repository")
    committed(root)
    told_of = diff(root, "mian").stderr
    assert told_of.startswith("error: could not compare: no revision `mian` in this repository")
    tree = diff(root, rev(root, "HEAD^{tree}"))
    assert tree.exit_code != 0
    assert tree.stderr.startswith("error: could not compare: ") and "error: " not in tree.stderr[7:]


def rev(root: Path, name: str) -> str:
    found = subprocess.run(
        ["git", "-C", root, "rev-parse", name], capture_output=True, text=True, check=True
    )
    return found.stdout.strip()
