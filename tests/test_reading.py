"""The site as it is read: from a disk, from a sub-path, without JavaScript, with no other host."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.xdist_group("reading")

PAGES = [
    "index.html",
    "rounds/index.html",
    "agreements/index.html",
    "measures/index.html",
    "figures/index.html",
    "disputed/index.html",
    "facts/index.html",
    "sources/index.html",
    "sources/seed-pen/index.html",
    "timeline/index.html",
    "unknowns/index.html",
    "downloads/index.html",
    "rounds/london-talks-2025-06/index.html",
    "agreements/geneva-2025-05/index.html",
    "measures/announcement-18/index.html",
    "people/lutnick/index.html",
    "series/exports-to-us/index.html",
    "claims/geneva-kept/index.html",
    "glossary/index.html",
    "claims/index.html",
    "people/index.html",
    "overview/index.html",
    "about/index.html",
]


class Links(HTMLParser):
    """The ids of a page, where its links lead, and what it loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        self.ids |= {found[key] for key in ("id", "name") if key in found}
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        if tag == "link" and found.get("rel") in {"stylesheet", "icon", "preload"}:
            self.loads.append(found["href"])
        if "src" in found:
            self.loads.append(found["src"])


def pages(site: Path) -> dict[Path, Links]:
    # The engine's page for a missing address is made for the root of a host, not for a folder.
    return {
        path: Links(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
        if path.name != "404.html"
    }


def test_every_internal_link_and_anchor_resolves(site: Path) -> None:
    found = pages(site)
    broken = [
        f"{path.relative_to(site)} -> {link}"
        for path, page in found.items()
        for link in (*page.links, *page.loads)
        if "://" not in link and not link.startswith("mailto:") and not _leads(found, path, link)
    ]
    assert broken == []


def _leads(found: dict[Path, Links], path: Path, link: str) -> bool:
    address, anchor = urldefrag(link)
    target = (path.parent / unquote(address)).resolve() if address else path
    if target.suffix != ".html":
        return target.is_file()
    return target in found and (not anchor or unquote(anchor) in found[target].ids)


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    loaded = {load for page in pages(site).values() for load in page.loads}
    assert {load for load in loaded if "//" in load} == set()


def test_every_statement_has_its_card_and_permalink(site: Path) -> None:
    found = pages(site)
    cards = {id_ for page in found.values() for id_ in page.ids}
    permalinks = {path.parent.name for path in found if path.parent.parent.name == "f"}
    assert permalinks <= cards
    assert len(permalinks) > 120


def article(page: Page, address: str) -> str:
    """The words of a page's article."""
    page.goto(address, wait_until="load")
    return page.inner_text("article")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_reads_the_same_with_and_without_javascript(
    browser: Browser, site: Path, served: str, name: str
) -> None:
    texts = []
    for start, javascript in ((served, True), (site.as_uri(), True), (site.as_uri(), False)):
        context = browser.new_context(java_script_enabled=javascript)
        texts.append(article(context.new_page(), f"{start}/{name}"))
        context.close()
    assert texts[0] == texts[1] == texts[2] != ""


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_no_page_asks_another_host_complains_or_scrolls_sideways(
    browser: Browser, served: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    hosts, complaints, wide = set(), [], []
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    for name in PAGES:
        page.goto(f"{served}/{name}", wait_until="load")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(name)
    context.close()
    assert (hosts, complaints, wide) == ({served.split("/")[2]}, [], [])


def test_a_permalink_leads_to_the_card(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/f/geneva-2025-05.terms.us-24/index.html")
    page.wait_for_url("**/agreements/geneva-2025-05/index.html#geneva-2025-05.terms.us-24")
    page.close()
