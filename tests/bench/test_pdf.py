"""What our book costs: pages, seconds, memory and bytes, within bounds that somebody would feel."""

import shutil
from pathlib import Path

import page as validation

from generator.build.story import typesetter_of
from generator.build.typeset.typesetter import typeset
from generator.derive import Dossier, derive
from generator.model.edition import Settings
from generator.reading.read import read
from generator.render.pdf import PdfInputs, pdfs
from tests.bench.test_stages import cpu, say
from tests.conftest import PROJECT, give_layout

# A public briefing of today, and what a machine of today is ready to give.
PER_SECOND, MEMORY, BYTES = 70, 2**30, 2_500


def held() -> Dossier:
    briefing = read(PROJECT).briefing
    return derive(briefing, briefing.edition.as_of.first)


def test_book(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    give_layout(tmp_path)
    prints, before = pdfs(PdfInputs(held(), Settings()), ["briefing"])[0], cpu()
    (one,), faults = typeset(prints, typesetter_of(tmp_path, held()))
    seconds, size, pages = cpu() - before, len(one.content), one.pages
    say(f"\nbook: {pages} pages, {seconds:.2f} CPU s, {pages / seconds:.0f} pages per CPU s")
    say(f"{one.memory / 2**20:.0f} MB at most, {size:,} bytes, {size / pages:,.0f} a page")
    assert not faults and one.memory < MEMORY
    # By statements: a page can hold few or many.
    assert size / len(held().facts) <= BYTES
    assert len(held().facts) / seconds >= PER_SECOND
    for profile in ("ua1", "2a"):
        report = validation.validate_pdf_bytes(one.content, profile=profile)
        say(f"{profile}: {report.rules.passed} of {report.rules.total} rules pass")
