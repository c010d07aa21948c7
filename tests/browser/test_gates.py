"""What every page of a site is held to, in a browser.

New pages are held to it by themselves; `tests/gates.py` says how they are found and looked at.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import gates

pytestmark = pytest.mark.xdist_group(__name__)

STRUCTURED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
# Bytes, compressed as a server would; and the page, a style sheet, a script, two fonts, the logo.
FIRST_VIEW = 100_000
REQUESTS = 6

# Faults of the theme's own parts, which no setting and no style can mend, with the reason.
THEME = {
    'valid-autocomplete: autocomplete attribute cannot be used on <input type="checkbox">': (
        "the switches of the drawer and of the search, in the theme's base.html"
    ),
}


@dataclass(frozen=True)
class Site:
    """A built site, where it is served, its pages, and those of them that a browser visits."""

    folder: Path
    start: str
    pages: dict[str, str]
    visited: dict[str, str]


@pytest.fixture(scope="module")
def held(site: Path, served: str) -> Site:
    """The site, served below a path of a local host."""
    pages = gates.texts(site)
    shown = {name: pages[name] for name in gates.shown(pages)}
    visited = {name: shown[name] for name in gates.without_likes(shown)}
    return Site(site, served, pages, visited)


@pytest.fixture(scope="module")
def visit(browser: Browser, held: Site) -> gates.Visit:
    return gates.visit(browser, held.start, held.visited)


def test_every_internal_link_and_anchor_resolves(held: Site) -> None:
    assert list(gates.broken(held.pages, held.folder)) == []


def test_nothing_is_loaded_from_another_host(held: Site, visit: gates.Visit) -> None:
    assert list(gates.outside(held.pages)) == []
    assert visit.hosts == {held.start.split("/")[2]}


def test_the_browser_does_not_complain(visit: gates.Visit) -> None:
    assert visit.complaints == []


def test_axe_finds_nothing(held: Site, visit: gates.Visit) -> None:
    """On every page at both widths, on the longest of a kind each way, and with the search open."""
    assert visit.violations == []
    seldom = len(gates.VIEWS) - gates.EVERYWHERE
    once_more = seldom * len(gates.kinds(held.visited)) + len(gates.VIEWS) * len(gates.QUESTIONS)
    assert visit.views == gates.EVERYWHERE * len(held.visited) + once_more


def test_no_page_scrolls_sideways_on_the_smallest_phone(visit: gates.Visit) -> None:
    assert visit.sideways == []


def test_a_page_reads_the_same_with_and_without_javascript(
    browser: Browser, held: Site, visit: gates.Visit
) -> None:
    assert visit.words == gates.plain(browser, held.folder.as_uri(), [*held.visited])
    assert all(visit.words.values())


def test_the_keyboard_comes_to_everything_and_is_seen(browser: Browser, held: Site) -> None:
    """On the longest page of each kind."""
    for width in gates.WIDTHS:
        page = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
        pages = gates.kinds(held.visited)
        found = {name: gates.keyboard(page, f"{held.start}/{name}") for name in pages}
        page.close()
        assert {name: one for name, one in found.items() if any(one.values())} == {}, width


def test_drawings_are_seen_and_their_words_are_apart(browser: Browser, held: Site) -> None:
    names = [name for name in held.pages if re.fullmatch(r"charts/[^/]+/index.html", name)]
    assert len(names) > 2
    page, widths = browser.new_page(), (*gates.WIDTHS, gates.NARROW)
    for name in names:
        for width, light, dark in gates.drawings(page, f"{held.start}/{name}", widths):
            at = f"{name} at {width}"
            assert light["width"] > 200, at
            assert light["letters"] >= 12, at
            assert light["outside"] == light["meeting"] == [], at
            # No colour of the light scheme is left but that of a ground that is not there.
            assert not set(light["fills"]) & set(dark["fills"]) - {"none"}, at
    page.close()


def test_html_is_valid(browser: Browser, held: Site) -> None:
    page = browser.new_page()
    gates.validator(page)
    names = {*held.visited, *gates.kinds(held.pages)}
    told = {name: page.evaluate(gates.VALIDATE, held.pages[name]) for name in sorted(names)}
    page.close()
    faults = {name: [one for one in found if one not in THEME] for name, found in told.items()}
    assert {name: found for name, found in faults.items() if found} == {}


def test_every_page_describes_itself_to_machines(held: Site) -> None:
    for name in gates.shown(held.pages):
        text = held.pages[name]
        is_engines = '<div class="md-container"' in text
        assert not is_engines or re.search(r'<meta name="description" content="[^"]+">', text), name
        for found in STRUCTURED.findall(text):
            assert json.loads(found)["@graph"][0]["@type"] == "WebPage", name
        assert not is_engines or len(STRUCTURED.findall(text)) == 1, name
        assert not is_engines or text.count('<link rel="canonical" href="') == 1, name


def test_addresses_are_told_where_the_sites_own_is_known(held: Site) -> None:
    text = held.pages["rounds/index.html"]
    assert 'rel="canonical" href="https://salt.example/sub/path/rounds/index.html"' in text
    assert (held.folder / "sitemap.xml").exists()


def test_the_first_view_is_light(browser: Browser, held: Site) -> None:
    heaviest = max(held.pages, key=lambda name: gates.compressed(held.pages[name].encode()))
    for name in ("index.html", heaviest):
        sizes = gates.first_view(browser, f"{held.start}/{name}")
        assert sum(sizes.values()) <= FIRST_VIEW, (name, sizes)
        assert len(sizes) <= REQUESTS, (name, sizes)
