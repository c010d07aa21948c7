"""What a check costs on ours and on copies of it: CPU seconds, printed, never asserted.

`TIMES=13` makes as many of ours.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.copies import copies
from tests.bench.test_stages import cpu, say
from tests.conftest import PROJECT

TIMES = int(os.environ.get("TIMES", "9"))
RUNS = 3


def spent(root: Path) -> float:
    """The CPU seconds of a check in a process of its own."""
    before = cpu()
    command = [sys.executable, "-m", "generator.cli", "check", "--root", str(root)]
    # As on a machine where Python keeps what it compiled.
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, env=env)
    return cpu() - before


@pytest.mark.parametrize("times", [1, TIMES])
def test_check(tmp_path: Path, times: int) -> None:
    copies(times, tmp_path)
    edited = tmp_path / "content" / "people" / "bessent.yaml"
    text = edited.read_text(encoding="utf-8")
    found: dict[str, list[float]] = {"cold": [], "the same": [], "one edited": []}
    for run in range(RUNS):
        shutil.rmtree(tmp_path / "build", ignore_errors=True)
        found["cold"].append(spent(tmp_path))
        found["the same"].append(spent(tmp_path))
        edited.write_text(text.replace("vote on", f"vote {run} on"), encoding="utf-8")
        found["one edited"].append(spent(tmp_path))
    say(f"\n{sum(1 for _ in tmp_path.rglob('*.*'))} files")
    for name, seconds in found.items():
        say(f"{name:>12} {min(seconds):6.2f} s")
