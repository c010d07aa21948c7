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

FIRST = ("fact", "key point", "figure, its chart", "largest chart's subtitle")
RUNS = int(os.environ.get("RUNS", "5"))
REST = float(os.environ.get("REST", "1"))
PAUSE, PATIENCE = 0.05, 120.0
PLACE = re.compile(r"^preview at http://127\.0\.0\.1:(\d+)/$", re.MULTILINE)
SVG = re.compile(rb"<svg.*?</svg>", re.DOTALL)


@dataclass(frozen=True)
class Kind:
    """What becomes what in a file of the content, and where what is then to be seen.

    `NEW` stands for the number of the edit. What is drawn must stand in a drawing of the page.
    """

    file: str
    old: str
    new: str
    page: str
    shown: str
    is_drawn: bool = False


LANES = "charts/timeline-in-lanes"
KINDS = {
    "fact": Kind(
        "people/bessent.yaml", "vote on Scott", "vote NEW on Scott", "people/bessent", "vote NEW"
    ),
    "figure, its chart": Kind(
        "series/exports-to-us.yaml",
        "value: -16.1\n",
        "value: -NEW\n    inferred: {value: made up}\n",
        "charts/exports-by-month",
        ">−NEW</text>",
        True,
    ),
    "largest chart's subtitle": Kind(
        f"{LANES}.yaml", "on record", "on record NEW", LANES, "record NEW"
    ),
    "key point": Kind("points/latest.yaml", "China put", "China NEW put", "", "China NEW put"),
    "prose": Kind("pages/overview.md", "magnets made", "magnets NEW", "overview", "magnets NEW"),
    "edition": Kind("briefing.yaml", "title: Rare", "title: NEW Rare", "", "NEW Rare"),
}
WRONG = Kind("people/bessent.yaml", "words: ", "wrods: ", "people/bessent", "")


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

    def told(self) -> str:
        """What is wrong, as browsers are told it."""
        return str(json.loads(self.get("/.preview/state?seen=-1"))["reported"])

    def edit(self, kind: Kind, number: int) -> None:
        """Edit a file as it stands in the project."""
        text = (PROJECT / "content" / kind.file).read_text(encoding="utf-8")
        assert kind.old in text
        new = text.replace(kind.old, kind.new.replace("NEW", str(number)), 1)
        (self.root / "content" / kind.file).write_text(new, encoding="utf-8")

    def shows(self, kind: Kind, number: int) -> bool:
        """Whether an edit is on its page."""
        page = self.get(f"/{kind.page}/".replace("//", "/"))
        page = b"".join(SVG.findall(page)) if kind.is_drawn else page
        return kind.shown.replace("NEW", str(number)).encode() in page


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


def took(preview: Preview, kind: Kind) -> float:
    """How many seconds an edit takes to be on its page."""
    number = next(preview.numbers)
    preview.edit(kind, number)
    return waited(lambda: preview.shows(kind, number))


@pytest.mark.parametrize("name", FIRST)
def test_very_first(preview: Preview, name: str) -> None:
    say(f"\nvery first: {name} {took(preview, KINDS[name]):.2f} s")


def test_edits(preview: Preview) -> None:
    say("")
    for name, kind in KINDS.items():
        summary(name, [took(preview, kind) for _ in range(RUNS) if not time.sleep(REST)])


def test_errors(preview: Preview) -> None:
    fact, wrong = KINDS["fact"], f"--> content/{WRONG.file}:"
    told: list[float] = []
    mended: list[float] = []
    for _ in range(RUNS):
        preview.edit(WRONG, next(preview.numbers))
        told.append(waited(lambda: wrong in preview.told()))
        assert b"</article>" in preview.get(f"/{WRONG.page}/")
        mended.append(took(preview, fact))
        assert not preview.told()
        time.sleep(REST)
    say("")
    summary("error told", told)
    summary("mended", mended)
