"""From an edit to its page in a preview of the real content: seconds, printed, never asserted.

The page is asked for again and again, as by somebody who cannot wait. `RUNS=20` makes more edits of
each kind; `REST=10` leaves as many seconds between two, so that the engine runs meanwhile.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPConnection
from itertools import count
from pathlib import Path
from statistics import median

import pytest

from tests.bench.test_stages import say
from tests.conftest import PROJECT, give_engine

RUNS = int(os.environ.get("RUNS", "5"))
REST = float(os.environ.get("REST", "1"))
PAUSE, PATIENCE = 0.05, 120.0
PLACE = re.compile(r"^preview at http://127\.0\.0\.1:(\d+)/$", re.MULTILINE)
SVG = re.compile(rb"<svg.*?</svg>", re.DOTALL)
BESSENT, LANES, BARS = "people/bessent", "charts/timeline-in-lanes", "charts/exports-by-month"
# Of each kind the file, what becomes what in it, the page, and what is then to be seen there; `NEW`
# is the number of the edit. What is drawn must stand in a drawing.
Kind = tuple[str, str, str, str, str]
KINDS: dict[str, Kind] = {
    "fact": (f"{BESSENT}.yaml", "vote on Scott", "vote NEW on Scott", BESSENT, "vote NEW"),
    "drawn figure": (
        *("series/exports-to-us.yaml", "value: -16.1\n"),
        *("value: -NEW\n    inferred: {value: made up}\n", BARS, ">−NEW</text>"),
    ),
    "largest subtitle": (f"{LANES}.yaml", "on record", "on record NEW", LANES, "record NEW"),
    "key point": ("points/latest.yaml", "China put", "China NEW put", "", "China NEW put"),
    "prose": ("pages/overview.md", "magnets made", "magnets NEW", "overview", "magnets NEW"),
    "edition": ("briefing.yaml", "title: Rare", "title: NEW Rare", "", "NEW Rare"),
}
WRONG: Kind = (f"{BESSENT}.yaml", "words: ", "wrods: ", BESSENT, "")


@dataclass
class Preview:
    """A preview of a copy of the content, at the moment when it is there."""

    root: Path
    port: int
    numbers: Iterator[int] = field(default_factory=partial(count, 3))

    def get(self, path: str) -> bytes:
        link = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        link.request("GET", path)
        content = link.getresponse().read()
        link.close()
        return content

    def edit(self, kind: Kind) -> float:
        """Edit a file as it stands in the project; how many seconds until its page shows it."""
        name, old, new, page, shown = kind
        number = str(next(self.numbers))
        text = (PROJECT / "content" / name).read_text(encoding="utf-8")
        assert old in text
        new = text.replace(old, new.replace("NEW", number), 1)
        (self.root / "content" / name).write_text(new, encoding="utf-8")
        return waited(lambda: self.shows(page, shown.replace("NEW", number)))

    def shows(self, page: str, words: str) -> bool:
        content = self.get(f"/{page}/".replace("//", "/"))
        drawn = b"".join(SVG.findall(content)) if words.endswith("</text>") else content
        return words.encode() in drawn

    def tells(self, words: str) -> bool:
        """Whether browsers are told something that is wrong."""
        return words in str(json.loads(self.get("/.preview/state?seen=-1"))["reported"])


def waited(is_there: Callable[[], bool]) -> float:
    """How many seconds something takes to be there, from now on."""
    start = time.monotonic()
    while not is_there():
        assert time.monotonic() < start + PATIENCE
        time.sleep(PAUSE)
    return time.monotonic() - start


def summary(name: str, found: list[float]) -> None:
    say(f"{name:>26} {median(found):6.2f} s, at most {max(found):.2f} s")


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    give_engine(tmp_path)
    told = tmp_path / "told"
    command = [sys.executable, "-m", "generator.cli", "serve", "--root", tmp_path, "--port", "0"]
    with told.open("w") as written, subprocess.Popen(command, stderr=written) as process:
        try:
            waited(lambda: bool(PLACE.search(told.read_text(encoding="utf-8"))))
            yield Preview(tmp_path, int(PLACE.findall(told.read_text(encoding="utf-8"))[0]))
        finally:
            process.terminate()


def test_edits(preview: Preview) -> None:
    say("")
    for name, kind in KINDS.items():
        summary(name, [preview.edit(kind) for _ in range(RUNS) if not time.sleep(REST)])


def test_errors(preview: Preview) -> None:
    told, mended = list[float](), list[float]()
    for _ in range(RUNS):
        start = time.monotonic()
        preview.edit(WRONG)
        waited(lambda: preview.tells(f"--> content/{WRONG[0]}:"))
        told.append(time.monotonic() - start)
        mended.append(preview.edit(KINDS["fact"]))
        assert not preview.tells("-->")
        time.sleep(REST)
    say("")
    summary("error told", told)
    summary("mended", mended)
