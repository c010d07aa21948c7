"""What PDFs cost: pages, seconds, memory and bytes, of ours and of a briefing ten times as large.

Printed, and held to bounds only where a reader or a machine would feel them.
"""

import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import page as validation
import pytest

from generator.build.story import examine, quiet, typesetter_of
from generator.build.typeset.typesetter import Made, Typesetter, typeset
from generator.derive import Dossier, derive
from generator.model.edition import Settings
from generator.reading.read import read
from generator.render.pdf import PdfInputs, Print, pdfs
from tests.bench.copies import copies
from tests.bench.test_stages import cpu, say
from tests.conftest import PROJECT, give_layout

T = TypeVar("T")
# A public briefing of today, and what a machine of today is ready to give.
PER_SECOND, MEMORY, BYTES = 70, 2**30, 2_500
TIMES = 10


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Typesetter:
    root = tmp_path_factory.mktemp("bench")
    shutil.copytree(PROJECT / "content", root / "content")
    give_layout(root)
    return typesetter_of(root, held())


def held() -> Dossier:
    briefing = read(PROJECT).briefing
    return derive(briefing, briefing.edition.as_of.first)


def prints(names: list[str] | None = None) -> tuple[Print, ...]:
    return pdfs(PdfInputs(held(), Settings()), names or [])[0]


def spent(work: Callable[[], T]) -> tuple[T, float]:
    """What came of the work, and the CPU seconds that it took."""
    before = cpu()
    result = work()
    return result, cpu() - before


def set_all(given: tuple[Print, ...], shop: Typesetter) -> tuple[Made, ...]:
    made, faults = typeset(given, shop)
    assert not faults
    return made


def tell(name: str, one: Made, seconds: float) -> None:
    size, pages = len(one.content), one.pages
    say(f"\n{name}: {pages} pages, {seconds:.2f} CPU s, {pages / seconds:.0f} pages per CPU s")
    say(f"{one.memory / 2**20:.0f} MB at most, {size:,} bytes, {size / pages:,.0f} a page")


def test_book(shop: Typesetter) -> None:
    ((one,), seconds) = spent(lambda: set_all(prints(["briefing"]), shop))
    tell("book", one, seconds)
    assert one.memory < MEMORY
    # By statements: a page can hold few or many.
    assert len(one.content) / len(held().facts) <= BYTES
    assert len(held().facts) / seconds >= PER_SECOND
    for profile in ("ua1", "2a"):
        report = validation.validate_pdf_bytes(one.content, profile=profile)
        say(f"{profile}: {report.rules.passed} of {report.rules.total} rules pass")


def test_extracts(shop: Typesetter) -> None:
    given = tuple(one for one in prints() if one.name not in ("briefing", "one-page"))
    begun = time.monotonic()
    made, seconds = spent(lambda: set_all(given, shop))
    wall = time.monotonic() - begun
    say(f"\n{len(made)} extracts in {seconds:.2f} CPU s and {wall:.2f} s")
    largest = max(len(one.content) for one in made)
    say(f"{len(made) / wall:.1f} a second; the largest has {largest:,} bytes")


def test_ten_times_the_facts(tmp_path: Path) -> None:
    """Without the bound of memory: what a briefing would need that is ten times as large."""
    copies(TIMES, tmp_path)
    give_layout(tmp_path)
    found, _ = examine(tmp_path, None, quiet)
    assert found.dossier
    say(f"\n{len(found.dossier.facts):,} statements")
    given, _ = pdfs(PdfInputs(found.dossier, Settings()), ["briefing"])
    shop = replace(typesetter_of(tmp_path, found.dossier), memory=None)
    ((one,), seconds) = spent(lambda: set_all(given, shop))
    tell("ten times the facts", one, seconds)
