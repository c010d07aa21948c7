"""The size of the house: lines, files, a check. Only printed."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.bench.test_stages import say
from tests.conftest import PROJECT


def counted(files: Iterable[Path]) -> tuple[int, int]:
    """How many files, and how many lines in them."""
    sizes = [len(file.read_text(encoding="utf-8").splitlines()) for file in files]
    return len(sizes), sum(sizes)


def test_lines() -> None:
    for folder in ("generator", "tests", "generator/rules"):
        files, lines = counted((PROJECT / folder).rglob("*.py"))
        say(f"{folder:>20} {files:>5} files {lines:>7,} lines")


def test_check() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "generator.cli", "check"], cwd=PROJECT, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    say(f"`briefing check`: {spent:.2f} CPU s")
