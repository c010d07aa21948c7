"""A whole build of an invented record beside what peers need for its pages: printed, not asserted.

`SIZE=10000` chooses the number of statements. Plain MkDocs has the same theme, Markdown and
navigation, and its own search. `TIMES=13` makes as many of ours, for a check.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from tests.bench.copies import copies
from tests.bench.synthetic import PROJECT, write
from tests.bench.test_stages import cpu, say

SIZE = int(os.environ.get("SIZE", "1000"))
TIMES = int(os.environ.get("TIMES", "9"))
# A share, and the quotation that it rests on.
CHANGED = {"claims/share-3.yaml": ("23", "97"), "sources/paper-3.yaml": ("23%", "97%")}


def spent(what: str, command: list[str], place: Path) -> None:
    """Run a program, and print what it needs."""
    before, start = cpu(), time.perf_counter()
    # As on a machine where Python keeps what it compiled.
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}
    process = subprocess.Popen(command, cwd=place, env=env, stdout=subprocess.DEVNULL)
    _, code, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(code)
    assert process.returncode == 0
    wall, memory = time.perf_counter() - start, used.ru_maxrss / 1024
    say(f"{what:>32} {cpu() - before:8.1f} CPU s {wall:8.1f} s {memory:6.0f} MB")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record, with looks that have no layout for PDFs."""
    root = write(SIZE, tmp_path_factory.mktemp("scale") / "briefing")
    shutil.rmtree(root / "site_config" / "pdf")
    return root


def test_the_whole_build(root: Path) -> None:
    command = [sys.executable, "-m", "generator.cli", "build", "--root", str(root)]
    files = sum(1 for _ in (root / "content").rglob("*.*"))
    say(f"\n{SIZE} statements, {files} files")
    spent("check", [*command[:3], "check", *command[4:]], PROJECT)
    spent("fresh", command, PROJECT)
    spent("nothing changed", command, PROJECT)
    for path, change in CHANGED.items():
        file = root / "content" / path
        file.write_text(file.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    spent("one value", command, PROJECT)


def test_plain_mkdocs(root: Path, tmp_path: Path) -> None:
    own = yaml.safe_load((PROJECT / "mkdocs.yml").read_text(encoding="utf-8"))
    kept = ("site_name", "use_directory_urls")
    plain = {
        **{key: own[key] for key in kept},
        "docs_dir": str(root / "build/docs"),
        "theme": {"name": "material", "font": False},
        "nav": ["index.md", "facts/index.md"],
    }
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(plain), encoding="utf-8")
    say(f"\n{sum(1 for _ in (root / 'build/docs').rglob('*.md'))} pages of Markdown")
    spent("plain MkDocs", [sys.executable, "-m", "mkdocs", "build", "--quiet"], tmp_path)


@pytest.mark.parametrize("times", [1, TIMES])
def test_a_check_of_ours_and_copies_of_it(tmp_path: Path, times: int) -> None:
    copies(times, tmp_path)
    command = [sys.executable, "-m", "generator.cli", "check", "--root", str(tmp_path)]
    say(f"\n{sum(1 for _ in tmp_path.rglob('*.*'))} files")
    for what in ("cold", "the same"):
        spent(what, command, PROJECT)
    edited = tmp_path / "content" / "people" / "bessent.yaml"
    edited.write_text(edited.read_text("utf-8").replace("vote on", "a vote on"), "utf-8")
    spent("one edited", command, PROJECT)
