"""From an edit to its page in a preview of the real content: seconds, printed, never asserted.

The page is asked for again and again, as by somebody who cannot wait. `RUNS=20` makes more edits of
each kind; `REST=10` leaves as many seconds between two, so that the engine runs meanwhile.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from urllib.request import urlopen

import pytest

from tests.bench.test_stages import say
from tests.conftest import PROJECT, give_engine

RUNS = int(os.environ.get("RUNS", "5"))
REST = float(os.environ.get("REST", "1"))
PAUSE, PATIENCE = 0.05, 120.0
PLACE = re.compile(r"^preview at (http://127\.0\.0\.1:\d+)/$", re.MULTILINE)
SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)
BESSENT, LANES, BARS = "people/bessent", "charts/timeline-in-lanes", "charts/exports-by-month"
# Of each kind the file, what becomes what in it, the page, and what is then to be seen there; `NEW`
# is the number of the edit. What is drawn must stand in a drawing.
KINDS: dict[str, tuple[str, str, str, str, str]] = {
    "fact": (f"{BESSENT}.yaml", "vote on Scott", "vote NEW on Scott", BESSENT, "vote NEW"),
    "drawn figure": (
        *("series/exports-to-us.yaml", "value: -16.1\n"),
        *("value: -NEW\n    inferred: {value: made up}\n", BARS, ">−NEW</text>"),
    ),
    "largest subtitle": (f"{LANES}.yaml", "first known", "first NEW known", LANES, "first NEW"),
    "key point": ("points/latest.yaml", "China ban", "China NEW ban", "", "China NEW ban"),
    "prose": ("pages/overview.md", "magnets,", "magnets NEW,", "overview", "magnets NEW"),
    "edition": ("briefing.yaml", "title: Rare", "title: NEW Rare", "", "NEW Rare"),
}


def waited(is_there: Callable[[], bool]) -> float:
    """How many seconds something takes to be there, from now on."""
    start = time.monotonic()
    while not is_there():
        assert time.monotonic() < start + PATIENCE
        time.sleep(PAUSE)
    return time.monotonic() - start


@pytest.fixture
def base(tmp_path: Path) -> Iterator[str]:
    """The address of a preview of a copy of the content, at the moment when it is there."""
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    give_engine(tmp_path)
    told = tmp_path / "told"
    command = [sys.executable, "-m", "generator.cli", "serve", "--root", tmp_path, "--port", "0"]
    with told.open("w") as written, subprocess.Popen(command, stderr=written) as process:
        try:
            waited(lambda: bool(PLACE.search(told.read_text(encoding="utf-8"))))
            yield PLACE.findall(told.read_text(encoding="utf-8"))[0]
        finally:
            process.terminate()


def test_edits(base: str, tmp_path: Path) -> None:
    numbers = map(str, count(3))
    say("")
    for kind, (name, old, new, page, words) in KINDS.items():
        text, found = (PROJECT / "content" / name).read_text(encoding="utf-8"), list[float]()
        assert old in text
        for number in (next(numbers) for _ in range(RUNS)):
            time.sleep(REST)
            edited = text.replace(old, new.replace("NEW", number), 1)
            (tmp_path / "content" / name).write_text(edited, encoding="utf-8")
            address, shown = f"{base}/{page}".rstrip("/") + "/", words.replace("NEW", number)
            found.append(waited(partial(shows, address, shown)))
        say(f"{kind:>26} {median(found):6.2f} s, at most {max(found):.2f} s")


def shows(address: str, words: str) -> bool:
    """Whether a page has some words, those of a drawing in one."""
    with urlopen(address, timeout=PATIENCE) as answer:
        page: str = answer.read().decode()
    return words in ("".join(SVG.findall(page)) if words.endswith("</text>") else page)
