"""The whole way from a folder to a site: what stops it, what does not, and that it repeats."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from textwrap import dedent

import pytest

from generator.build import story
from generator.reading.check import Outcome, check
from generator.reading.output import LAYOUT
from generator.write import Misuse, Refusal, write
from tests.conftest import PROJECT, BuiltSite, Write, give_layout, place

OURS = ["build", "content", "mkdocs.yml", "site", "site_config"]
SLIP = "name: {en: The Courier}\nnmae: x\n"
# Another day and year, for a program that asks the clock although it must not.
LATER = """
    import datetime
    import time

    AHEAD = 400 * 86400
    clock, real = time.time, datetime.datetime


    class Later(real):
        @classmethod
        def now(cls, tz=None):
            return real.now(tz) + datetime.timedelta(seconds=AHEAD)


    time.time = lambda: clock() + AHEAD
    datetime.datetime = Later
    """


def held(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def codes(found: Outcome) -> list[str]:
    return [one.code for one in found.diagnostics]


def command(root: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator.cli", "build", "--root", str(root), *arguments],
        env=os.environ | env,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_check_writes_nothing(briefing: Write) -> None:
    root = briefing()
    before = held(root)
    found = check(root)
    assert codes(found) == []
    assert found.dossier and found.dossier.as_of == date(2031, 6, 24)
    assert held(root) == before


def test_a_site_is_built_and_a_warning_does_not_stand_in_the_way(built: BuiltSite) -> None:
    assert (built.found.errors, built.found.warnings) == (0, 1)
    site = held(built.root / "site")
    assert {"index.html", "data/facts.json", "data/facts.csv", ".briefing"} <= set(site)
    assert sorted(os.listdir(built.root.parent)) == ["briefing"]
    assert sorted(os.listdir(built.root)) == OURS


def test_an_error_leaves_the_last_good_site(built: BuiltSite, tmp_path: Path) -> None:
    root = built.copy(tmp_path)
    place(root / "content/bodies/courier.yaml", SLIP)
    assert story.build(root, root / "site").errors == 1
    assert held(root / "site") == held(built.root / "site")
    assert held(root / "build" / "docs")


def test_a_pdf_that_fails_leaves_the_last_good_site(built: BuiltSite, tmp_path: Path) -> None:
    root = built.copy(tmp_path)
    give_layout(root)
    place(root / LAYOUT, "#let x = (\n")
    assert codes(story.build(root, root / "site"))[0] == "pdf-failed"
    assert held(root / "site") == held(built.root / "site")
    assert sorted(os.listdir(root)) == OURS


def test_an_engine_that_fails_leaves_the_last_good_site(built: BuiltSite, tmp_path: Path) -> None:
    root = built.copy(tmp_path)
    place(root / "site_config/hooks.py", "raise SystemExit('the hook is broken')\n")
    with pytest.raises(Refusal, match="MkDocs could not build the site") as found:
        story.build(root, root / "site")
    assert "the hook is broken" in str(found.value) and "generator/" not in str(found.value)
    assert held(root / "site") == held(built.root / "site")


@pytest.mark.parametrize(
    "name", ["content/site", "site_config", "build", "build/engine", ".", ".."]
)
def test_a_site_among_its_sources_is_refused(briefing: Write, name: str) -> None:
    root = briefing()
    before = held(root)
    with pytest.raises(Misuse):
        story.build(root, root / name)
    assert held(root) == before


@pytest.mark.parametrize("name", ["build", "build/docs", "build/engine"])
def test_a_link_in_place_of_a_folder_is_refused(briefing: Write, tmp_path: Path, name: str) -> None:
    root = briefing(engine=True)
    place(tmp_path / "mine" / "letter.txt", "dear")
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).symlink_to(tmp_path / "mine")
    with pytest.raises(Misuse, match="symbolic link"):
        story.build(root, root / "site")
    assert held(tmp_path / "mine") == {"letter.txt": b"dear"}


def test_the_same_bytes_elsewhere_and_on_another_day(built: BuiltSite, tmp_path: Path) -> None:
    """What has not changed is the very same file, also where all is made once more."""
    other = built.copy(tmp_path / "another place")
    shutil.rmtree(other / "build")
    files = {name: (other / "site" / name).stat().st_ino for name in held(other / "site")}
    place(tmp_path / "later" / "sitecustomize.py", dedent(LATER))
    path = os.pathsep.join([str(tmp_path / "later"), os.environ.get("PYTHONPATH", "")])
    env = {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "2", "LC_ALL": "C", "PYTHONPATH": path}
    done = command(other, SOURCE_DATE_EPOCH="7", **env)
    assert done.returncode == 0, done.stderr
    assert held(other / "site") == held(built.root / "site")
    others = {name for name, ino in files.items() if (other / "site" / name).stat().st_ino != ino}
    assert others <= {".briefing"}


def test_files_that_are_no_longer_there_go(tmp_path: Path) -> None:
    write({"a/b/c.md": b"1", "e/d.md": b"2", "e/f.md": b"2"}, tmp_path)
    write({"e/d.md": b"3"}, tmp_path)
    assert held(tmp_path) == {"e/d.md": b"3"}
    assert [path.name for path in tmp_path.iterdir()] == ["e"]


def test_a_folder_becomes_a_file_and_a_file_a_folder(tmp_path: Path) -> None:
    write({"x/a.md": b"1", "y": b"2"}, tmp_path)
    write({"x": b"3", "y/a.md": b"4"}, tmp_path)
    assert held(tmp_path) == {"x": b"3", "y/a.md": b"4"}


def test_links_are_replaced_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    write({"a.md": b"mine"}, outside)
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.md").symlink_to(outside / "a.md")
    (docs / "sub").symlink_to(outside)
    write({"a.md": b"1", "sub/a.md": b"2"}, docs)
    assert held(outside) == {"a.md": b"mine"}
    assert held(docs) == {"a.md": b"1", "sub/a.md": b"2"}


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


def test_killed_at_file_events_along_a_build(
    changed: tuple[Path, dict[str, bytes]], tmp_path: Path
) -> None:
    """A few of them, and where all is attacked a hundred."""
    root, _ = changed
    assert root == tmp_path / "briefing"
    step = 31 if os.environ.get("ATTACK") == "all" else 1051
    command = [sys.executable, "-m", "tests.building.kills", tmp_path, str(step)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=PROJECT)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 1000


@pytest.mark.parametrize(
    ("send", "number", "code"),
    [
        (os.kill, signal.SIGINT, 130),
        (os.killpg, signal.SIGINT, 130),
        (os.kill, signal.SIGTERM, 143),
    ],
    ids=["one process", "as from a keyboard", "ended from outside"],
)
def test_interrupted(
    changed: tuple[Path, dict[str, bytes]],
    send: Callable[[int, int], None],
    number: signal.Signals,
    code: int,
) -> None:
    root, old = changed
    process = start(root)
    wait_for(root / "build" / "docs" / "about" / "index.md")
    send(process.pid, number)
    _, told = process.communicate()
    assert process.returncode == code
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
