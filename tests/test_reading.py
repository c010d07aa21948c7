"""Our briefing, built and read as a reader reads it: from a disk, by its permalinks."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from generator.handbook import TASKS
from tests.briefings import DAYS, briefing, dossier, now
from tests.gates import Links, texts

pytestmark = pytest.mark.xdist_group("reading")


def test_every_statement_has_its_card_and_permalink(site: Path) -> None:
    found = texts(site)
    cards = {id_ for text in found.values() for id_ in Links(text).ids}
    permalinks = {name.split("/")[1] for name in found if name.startswith("f/")}
    assert {id_ for id_ in permalinks if now(id_) == id_} <= cards
    assert len(permalinks) > 120


def test_a_permalink_leads_to_the_card(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    ids = (one.id for one in briefing("real").of_kind("agreement") if one.statements)
    record = next(ids)
    fact = next(
        one for one in dossier("real", DAYS["real"][2]).facts.values() if one.record.id == record
    )
    page.goto(f"{site.as_uri()}/f/{fact.id}/index.html")
    page.wait_for_url(f"**/agreements/{record}/index.html#{fact.id}")
    page.close()


@pytest.mark.parametrize("sheet", ["A4", "Letter"])
@pytest.mark.parametrize("task", TASKS)
def test_a_page_of_the_guide_is_printed_on_one_sheet(
    browser: Browser, site: Path, task: str, sheet: str
) -> None:
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/guide/{task}/index.html")
    assert len(PdfReader(BytesIO(page.pdf(format=sheet))).pages) == 1
    page.close()
