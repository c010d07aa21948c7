"""A build that is killed or interrupted at any moment leaves one whole site and no more."""

import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from tests.building.test_build import OURS, held
from tests.conftest import BuiltSite, place

LATER = "title: The bridge at Oxmoor, again\nsubject: y\nparties: [norland, sudland]\n"
LATER += "as_of: 2031-06-24\ncoverage_end: 2031-06-24\n"


def start(root: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "generator.cli", "build", "--root", str(root)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # What runs in the background of a shell begins with the signal ignored.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )


def wait_for(path: Path) -> None:
    """Until the build has come as far as this."""
    deadline = time.monotonic() + 60
    while not path.exists() and time.monotonic() < deadline:
        time.sleep(0.005)


@pytest.fixture
def changed(built: BuiltSite, tmp_path: Path) -> tuple[Path, dict[str, bytes]]:
    """A briefing with a site, its content changed since, and the bytes of the site."""
    root = built.copy(tmp_path)
    shutil.rmtree(root / "build" / "docs")
    place(root / "content" / "briefing.yaml", LATER)
    return root, held(root / "site")


def test_killed(changed: tuple[Path, dict[str, bytes]]) -> None:
    root, old = changed
    process = start(root)
    wait_for(root / "build" / "docs" / "index.md")
    process.kill()
    process.communicate()
    found = held(root / "site")
    # The next start mends; its engine may have to wait for the one that was left behind.
    place(root / "content" / "people" / "bad.yaml", "name: [")
    again = start(root)
    again.communicate()
    assert again.returncode == 1
    assert held(root / "site") == found
    assert found == old or b"Oxmoor, again" in found["index.html"]
    assert sorted(os.listdir(root)) == OURS


@pytest.mark.parametrize("whole_group", [False, True], ids=["one process", "as from a keyboard"])
def test_interrupted(changed: tuple[Path, dict[str, bytes]], whole_group: bool) -> None:
    root, old = changed
    process = start(root)
    wait_for(root / "build" / "docs" / "about" / "index.md")
    send = os.killpg if whole_group else os.kill
    send(process.pid, signal.SIGINT)
    _, told = process.communicate()
    assert process.returncode == 130
    assert told.endswith("stopped: the last good site stands\n")
    assert "Traceback" not in told
    assert held(root / "site") == old
    assert sorted(os.listdir(root)) == OURS


def test_two_at_once_take_turns(changed: tuple[Path, dict[str, bytes]]) -> None:
    root, _ = changed
    both = [start(root), start(root)]
    told = [process.communicate()[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    assert sum("waiting for another build to end" in text for text in told) == 1
    assert b"Oxmoor, again" in held(root / "site")["index.html"]
