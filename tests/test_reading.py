"""Our own site as it is found and linked to; `tests/test_gates.py` holds every page to the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.gates import Links, texts

pytestmark = pytest.mark.xdist_group("reading")


def test_every_statement_has_its_card_and_permalink(site: Path) -> None:
    found = texts(site)
    cards = {id_ for text in found.values() for id_ in Links(text).ids}
    permalinks = {name.split("/")[1] for name in found if name.startswith("f/")}
    assert permalinks <= cards
    assert len(permalinks) > 120


def test_the_themes_search_finds_a_statement(browser: Browser, served: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{served}/index.html?q=Lutnick", wait_until="load")
    first = page.locator(".md-search-result__link").first
    first.wait_for(timeout=15000)
    assert "Lutnick" in page.inner_text(".md-search-result__list")
    page.close()


def test_a_permalink_leads_to_the_card(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/f/geneva-2025-05.terms.us-24/index.html")
    page.wait_for_url("**/agreements/index.html#geneva-2025-05.terms.us-24")
    page.close()
