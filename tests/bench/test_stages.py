"""Where the time goes as a briefing grows: CPU seconds of each stage, printed, never asserted."""

import gc
import resource
import sys
import time
from collections.abc import Callable, Iterator
from math import log
from pathlib import Path
from typing import TypeVar

import pytest

from generator import rules
from generator.cli.saying import SELDOM
from generator.derive import derive
from generator.model.edition import Settings
from generator.reading.read import read
from generator.render.data.files import data
from generator.render.pdf import BOOK, PdfInputs, pdfs
from generator.render.site.search import search
from generator.render.site.site import site
from generator.render.site.structured import llms
from generator.schema import completed
from generator.write import write
from tests.bench import synthetic

T = TypeVar("T")
SIZES = (1000, 3000, 10000)
# A stage that takes less than so many seconds tells nothing of its growth.
LEAST = 0.05
SPENT: dict[str, dict[int, float]] = {}


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def cpu() -> float:
    """The CPU seconds of this process and of those that it started and that have ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def timed(name: str, work: Callable[[], T], size: int) -> T:
    """Do some work, and print how it grows from the size before."""
    start = time.process_time()
    result = work()
    spent = time.process_time() - start
    before = SPENT.setdefault(name, {})
    grown = ""
    if before and min(*before.values(), spent) > LEAST:
        last = max(before)
        grown = f"  to the power of {log(spent / before[last]) / log(size / last):.2f}"
    before[size] = spent
    say(f"{name:>10} {spent:8.2f} s{grown}")
    return result


@pytest.fixture(autouse=True)
def seldom_collected() -> Iterator[None]:
    """Looks for garbage as seldom as the command does."""
    before = gc.get_threshold()
    gc.set_threshold(SELDOM)
    yield
    gc.set_threshold(*before)


@pytest.mark.parametrize("size", SIZES)
def test_stages(tmp_path: Path, size: int) -> None:
    root = synthetic.write(size, tmp_path / "briefing")
    contents = timed("read", lambda: read(root), size)
    edition = contents.briefing.edition
    dossier = timed("derive", lambda: derive(contents.briefing, edition.as_of.first), size)
    held = len(dossier.facts)
    say(f"{held} statements, {len(contents.briefing.records)} records")
    timed("rules", lambda: list(rules.check(dossier)), held)
    files = timed("data", lambda: data(dossier, Settings()), held)
    pages = timed("site", lambda: site(dossier, Settings())[0], held)
    timed("search", lambda: search(dossier, Settings(), pages), held)
    timed("llms", lambda: llms(dossier, Settings()), held)
    timed("book", lambda: pdfs(PdfInputs(dossier, Settings()), (BOOK,)), held)
    timed("write", lambda: write({**pages, **files}, tmp_path / "docs"), held)
    timed("again", lambda: write({**pages, **files}, tmp_path / "docs"), held)
    timed("schemas", lambda: completed(contents), held)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    say(f"{'peak':>10} {peak / 1024:8.0f} MB")
