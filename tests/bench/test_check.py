"""What a check costs on ours and on copies of it: CPU seconds, printed, never asserted.

`TIMES=13` makes as many of ours.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.copies import copies
from tests.bench.test_stages import cpu, say
from tests.conftest import PROJECT

TIMES = int(os.environ.get("TIMES", "9"))
RUNS = 3


def spent(root: Path, prepare: Callable[[int], object]) -> float:
    """The CPU seconds of a check in a process of its own, the least of some."""
    found: list[float] = []
    for run in range(RUNS):
        prepare(run)
        before = cpu()
        command = [sys.executable, "-m", "generator.cli", "check", "--root", str(root)]
        # As on a machine where Python keeps what it compiled.
        env = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
        subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, env=env)
        found.append(cpu() - before)
    return min(found)


@pytest.mark.parametrize("times", [1, TIMES])
def test_check(tmp_path: Path, times: int) -> None:
    copies(times, tmp_path)
    edited = tmp_path / "content" / "people" / "bessent.yaml"
    text = edited.read_text(encoding="utf-8")

    def anew(_: int) -> None:
        shutil.rmtree(tmp_path / "build", ignore_errors=True)

    def edit(run: int) -> None:
        edited.write_text(text.replace("vote on Scott", f"vote {run} on Scott"), encoding="utf-8")

    say(f"\n{sum(1 for _ in tmp_path.rglob('*.*'))} files")
    for name, prepare in {"cold": anew, "the same": str, "one edited": edit}.items():
        say(f"{name:>12} {spent(tmp_path, prepare):6.2f} s")


def test_size() -> None:
    for folder in ("generator", "tests", "generator/rules"):
        files = list((PROJECT / folder).rglob("*.py"))
        lines = sum(len(file.read_text(encoding="utf-8").splitlines()) for file in files)
        say(f"{folder:>20} {len(files):>5} files {lines:>7,} lines")
