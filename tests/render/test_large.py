"""A large record: what a page or the book cannot hold is counted, and nothing goes in silence."""

import re
from datetime import date

import pytest

from generator.derive import Dossier, derive
from generator.model.edition import Settings
from generator.render import pdf
from generator.render.views import attendance, grids, unknowns
from generator.render.views.sheet import Sheet
from tests.briefings import DAYS, briefing
from tests.sites import built


@pytest.fixture
def fresh() -> Dossier:
    """The invented edition, of which nothing has been made yet."""
    return derive(briefing("fixture"), date.fromisoformat(DAYS["fixture"][2]))


def test_last_rounds_stand_side_by_side(fresh: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    number = len(fresh.of_kind("round"))
    monkeypatch.setattr(attendance, "WIDEST", 2)
    sheet = Sheet(fresh, Settings(), "rounds/index.html")
    (shown,) = attendance.matrix(sheet, attendance.latest(fresh))
    assert len(shown.columns) == 3
    assert f"The last 2 of {number} rounds; the page of each has its own." in str(shown.note)


def test_what_fills_no_line_is_counted(fresh: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unknowns, "MOST_NAMES", 0)
    monkeypatch.setattr(unknowns, "LIMIT", 1)
    page = built(fresh)["unknowns/index.md"]
    assert "1 more was expected at" in page
    assert re.search(r"<li>\d+ more</li>", page.partition('id="section--single"')[2])


def test_a_list_that_is_cut_counts_all(fresh: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grids, "LIMIT", 1)
    line = attendance.escape("a")
    assert grids.listing("a", "A", [line] * 3).size == 3
    assert grids.listing("a", "A", [line]).size == 1


def test_a_large_book_says_what_is_left_out(
    fresh: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs = pdf.PdfInputs(fresh, Settings())
    whole = pdf.pdfs(inputs, (pdf.BOOK,))[0][0].sources[0]
    monkeypatch.setattr(pdf, "WHOLE", 10)
    monkeypatch.setattr(pdf, "LATEST", 1)
    short = pdf.pdfs(inputs, (pdf.BOOK,))[0][0].sources[0]
    assert "Left out" not in whole
    assert "; it holds the latest 1 records of each kind and what they rest on." in short
    assert 0 < len(short) < len(whole)
