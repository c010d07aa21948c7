"""What PDFs cost: pages, seconds, memory and bytes, of ours and of a briefing ten times as large.

Printed, and held to bounds only where a reader or a machine would feel them.
"""

from __future__ import annotations

import json
import resource
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import page as validation
import pytest

from generator.build.printing import print_pdfs
from generator.build.story import examine, quiet, typesetter_of
from generator.build.typeset.typesetter import Made, Typesetter, typeset
from generator.derive import Dossier, derive
from generator.diagnostics import Severity
from generator.model.settings import Settings
from generator.reading.read import read
from generator.render.pdf import PdfInputs, Print, pdfs
from tests.bench.test_stages import say
from tests.conftest import PROJECT, give_layout
from tests.pdf.test_pdf_input import ARABIC, MARKUP, WORD

T = TypeVar("T")
# A public briefing of today, and what a machine of today is ready to give.
PER_SECOND, MEMORY, BYTES, ONE_EXTRACT, SOON = 70, 2**30, 2_500, 1.0, 2.0
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
    """What came of the work, and the CPU seconds of the processes that it started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return result, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


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


def test_one_extract_after_one_changed_fact(shop: Typesetter) -> None:
    """In a process that has the briefing in memory, as a preview has."""
    name = "london-talks-2025-06"
    set_all(prints([name]), shop)
    fact = held().facts[f"{name}.date"]
    changed = {**held().facts, fact.id: replace(fact, label="Talks in London: the first day")}
    begun = time.monotonic()
    given, _ = pdfs(PdfInputs(replace(held(), facts=changed), Settings()), [name])
    (one,) = set_all(given, shop)
    wall = time.monotonic() - begun
    say(f"\none extract of {one.pages} pages after one changed fact: {wall:.2f} s")
    assert one.memory > 0
    assert wall < ONE_EXTRACT


def test_nothing_changed(shop: Typesetter) -> None:
    set_all(prints(["briefing"]), shop)
    given = prints(["briefing"])
    begun = time.monotonic()
    (one,) = set_all(given, shop)
    say(f"\nthe book unchanged: {time.monotonic() - begun:.2f} s")
    assert one.memory == 0


@pytest.mark.parametrize("text", [MARKUP, WORD, ARABIC], ids=["like markup", "long", "no font"])
def test_bad_input_is_printed_or_told_soon(tmp_path: Path, text: str) -> None:
    shutil.copytree(PROJECT / "tests" / "fixture" / "content", tmp_path / "content")
    give_layout(tmp_path)
    # Charts are drawn once and kept: they are none of the input's matter.
    print_pdfs(tmp_path, tmp_path / "out", (None, ("people",)))
    person = tmp_path / "content" / "people" / "ann.yaml"
    told = json.dumps(text, ensure_ascii=False)
    person.write_text(f"name: {told}\nparty: aurelia\n", encoding="utf-8")
    begun = time.monotonic()
    found, paths = print_pdfs(tmp_path, tmp_path / "out", (None, ("people",)))
    wall = time.monotonic() - begun
    errors = [one.message for one in found.diagnostics if one.severity is Severity.ERROR]
    say(f"\n{'printed' if paths else errors[0][:60]}: {wall:.2f} s")
    assert wall < SOON


def test_ten_times_the_facts(tmp_path: Path) -> None:
    """Without the bound of memory: what a briefing would need that is ten times as large."""
    for path in sorted((PROJECT / "content").rglob("*.*")):
        for number in range(TIMES if path.parent.name in COPIED else 1):
            copy(path, tmp_path, number)
    give_layout(tmp_path)
    found, _ = examine(tmp_path, None, quiet)
    assert found.dossier
    say(f"\n{len(found.dossier.facts):,} statements")
    given, _ = pdfs(PdfInputs(found.dossier, Settings()), ["briefing"])
    shop = replace(typesetter_of(tmp_path, found.dossier), memory=None)
    ((one,), seconds) = spent(lambda: set_all(given, shop))
    tell("ten times the facts", one, seconds)


COPIED = ("agreements", "claims", "events", "licences", "measures", "rounds", "series")


def copy(path: Path, root: Path, number: int) -> None:
    """A file of ours, the second time and later under another id."""
    name = path.relative_to(PROJECT)
    place = root / name.with_name(f"{path.stem}{f'-copy-{number}' if number else ''}{path.suffix}")
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, place)
