"""What stands in the way of a comparison, and what none of them holds."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

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


MADE = {
    "generator/x.py": "the generator",
    "mkdocs.yml": "the look",
    "site_config/x.css": "the look",
}


@pytest.mark.parametrize(("path", "what"), MADE.items())
def test_what_makes_a_site_of_the_content_is_not_compared(
    briefing: Write, path: str, what: str
) -> None:
    root = committed(briefing())
    place = root / path
    place.parent.mkdir(exist_ok=True)
    place.write_text("x", encoding="utf-8")
    said = f"no change for readers by the content; {what} differs too, which is not compared"
    assert diff(root, "main").stdout == f"{said}\n"
    assert f"\nN{said[1:]}.\n" in diff(root, "main", "--format", "markdown").stdout
    found = json.loads(diff(root, "main", "--format", "json").stdout)
    assert found["not_compared"] == [path]
    committed(root, "made otherwise")
    assert diff(root, "HEAD~1", "HEAD").stdout == f"{said}\n"
    assert diff(root, "HEAD").stdout == "no change for readers\n"


def test_what_differs_besides_a_change_is_told_with_it(briefing: Write) -> None:
    root = committed(briefing())
    (root / "mkdocs.yml").write_text("x", encoding="utf-8")
    (root / "generator").mkdir()
    (root / "generator" / "x.py").write_text("x", encoding="utf-8")
    change(root, "measures/bridge-toll.yaml", "unit: pence", "unit: shillings")
    said = "The look and the generator differ too, which is not compared.\n"
    assert diff(root, "main").stdout.endswith(said)
    assert f"\n\n{said}" in diff(root, "main", "--format", "markdown").stdout


def test_the_settings_of_a_site_are_compared(briefing: Write) -> None:
    root = briefing()
    (root / "site_config").mkdir(exist_ok=True)
    settings = root / "site_config" / "site.yaml"
    settings.write_text("branch: main\n", encoding="utf-8")
    committed(root)
    settings.write_text("branch: main\nlicence: All rights\n", encoding="utf-8")
    assert "not compared" not in diff(root, "main").stdout
