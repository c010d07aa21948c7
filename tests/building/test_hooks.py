"""A bare `mkdocs build` or `mkdocs serve` does what `briefing build` does, or says why not."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from generator.build import kept
from generator.build.offline import DOWNLOADS, TO_ARCHIVE
from generator.render.views.downloads import ARCHIVE
from tests.building.test_build import SLIP, held
from tests.building.test_kept import too_much
from tests.conftest import ADDRESS, BuiltSite, Write, place

QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
PATIENCE = 60


def mkdocs(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    env = os.environ | QUIET
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)


def test_the_same_site_from_nothing(built: BuiltSite, tmp_path: Path) -> None:
    root = built.copy(tmp_path)
    shutil.rmtree(root / "build")
    useless = too_much(root)
    done = mkdocs(root)
    assert not useless.exists()
    assert done.returncode == 0, done.stderr
    site = held(root / "site")
    assert f"{ADDRESS}/".encode() in site["index.html"]
    # What is made of the whole site, a bare build does not have, and so it does not offer it.
    del site[".briefing"], site[ARCHIVE]
    site[DOWNLOADS] = TO_ARCHIVE.sub(b"", site[DOWNLOADS])
    assert held(root / "build" / "engine") == site
    # A page that did not change is not rendered again.
    made = {path.name for path in kept.of(root, "pages").folder.iterdir()}
    assert mkdocs(root).returncode == 0
    assert held(root / "build" / "engine") == site
    assert made == {path.name for path in kept.of(root, "pages").folder.iterdir()}


def test_broken_content_ends_with_its_diagnostics(briefing: Write) -> None:
    root = briefing({"bodies/courier.yaml": SLIP}, engine=True)
    done = mkdocs(root)
    assert done.returncode == 1
    assert "error[unknown-key]: unknown key `nmae`" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert not (root / "build" / "docs").exists()


@contextmanager
def preview(root: Path) -> Iterator[tuple[str, Path]]:
    """The address of a running `mkdocs serve`, and the file with what it prints."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        where = f"127.0.0.1:{free.getsockname()[1]}"
    log = root.parent / "serve.log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", where]
    with log.open("w") as out:
        env = os.environ | QUIET
        process = subprocess.Popen(command, cwd=root, env=env, stdout=out, stderr=out)
        try:
            yield f"http://{where}/", log
        finally:
            process.terminate()
            process.wait()


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(URLError, ConnectionError, FileNotFoundError):
            if true():
                return
        time.sleep(0.1)
    raise AssertionError("it did not happen in time")


def test_a_preview_follows_the_content_and_survives_a_fault(briefing: Write) -> None:
    root = briefing(engine=True)
    facts = "data/facts.json"
    with preview(root) as (address, log):
        until(lambda: b"led for Norland" in urlopen(address + facts).read())
        time.sleep(1)
        place(root / "content" / "bodies" / "courier.yaml", SLIP)
        until(lambda: "unknown key `nmae`" in log.read_text())
        until(lambda: "the preview shows the last good pages" in log.read_text())
        assert b"led for Norland" in urlopen(address + facts).read()
        place(root / "content" / "pages" / "carts.md", "# Wagons\n\nOn the bridge.\n")
        place(root / "content" / "bodies" / "courier.yaml", "name: {en: The Carrier}\n")
        until(lambda: b"Wagons" in urlopen(address + "carts/index.html").read())
    assert "Traceback" not in log.read_text()
