"""What every page of a site is held to, in a browser: the invented briefing whole, ours by kind.

New pages are held to it by themselves; `tests/gates.py` says how they are found and looked at.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator import build as story
from tests import gates
from tests.briefings import ROOTS
from tests.conftest import QuietHandler, give_engine

BOTH = [
    pytest.param("fixture_site", marks=pytest.mark.xdist_group("gates"), id="invented"),
    pytest.param("site", marks=pytest.mark.xdist_group("reading"), id="ours"),
]
pytestmark = pytest.mark.parametrize("held", BOTH, indirect=True, scope="module")

# Faults of the theme's own parts, which no setting and no style can mend, with the reason.
THEME = {
    'valid-autocomplete: autocomplete attribute cannot be used on <input type="checkbox">': (
        "the switches of the drawer and of the search, in the theme's base.html"
    ),
}


@dataclass(frozen=True)
class Site:
    """A built site, where it is served, its pages, and those of them that a browser visits and a
    keyboard goes through."""

    folder: Path
    start: str
    pages: dict[str, str]
    visited: list[str]
    typed: list[str]


@pytest.fixture(scope="module")
def fixture_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented briefing, built for an address, below the folder that is served."""
    root = tmp_path_factory.mktemp("invented")
    shutil.copytree(ROOTS["fixture"] / "content", root / "content")
    give_engine(root)
    (root / "site_config" / "site.yaml").write_text("url: https://salt.example/sub/path/\n")
    found = story.build(root, root / "sub" / "path", None)
    assert not found.errors
    return root / "sub" / "path"


@pytest.fixture(scope="module")
def held(request: pytest.FixtureRequest) -> Iterator[Site]:
    """A site, served below a path of a local host."""
    folder: Path = request.getfixturevalue(request.param)
    pages = gates.texts(folder)
    shown = gates.shown(pages)
    known = {name: pages[name] for name in shown}
    some = (gates.kinds(known), gates.kinds(known, min))
    visited, typed = (shown, shown) if request.param == "fixture_site" else some
    served = partial(QuietHandler, directory=str(folder.parents[1]))
    server = ThreadingHTTPServer(("127.0.0.1", 0), served)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    start = f"http://127.0.0.1:{server.server_port}/sub/path"
    yield Site(folder, start, pages, visited, typed)
    server.shutdown()
    server.server_close()


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
    assert visit.violations == []
    assert visit.views == 4 * len(held.visited) > 60


def test_no_page_scrolls_sideways_on_the_smallest_phone(visit: gates.Visit) -> None:
    assert visit.sideways == []


def test_a_page_reads_the_same_with_and_without_javascript(browser: Browser, held: Site) -> None:
    served = gates.articles(browser, held.start, held.visited, True)
    disk = gates.articles(browser, held.folder.as_uri(), held.visited, True)
    plain = gates.articles(browser, held.folder.as_uri(), held.visited, False)
    assert served == disk == plain
    assert all(plain.values())


@pytest.mark.parametrize("width", gates.WIDTHS)
def test_the_keyboard_comes_to_everything_and_is_seen(
    browser: Browser, held: Site, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    found = {name: gates.keyboard(page, f"{held.start}/{name}") for name in held.typed}
    page.close()
    assert {name: one for name, one in found.items() if any(one.values())} == {}


def test_html_is_valid(browser: Browser, held: Site) -> None:
    page = browser.new_page()
    gates.validator(page)
    names = {*held.visited, *gates.kinds(held.pages)}
    told = {name: page.evaluate(gates.VALIDATE, held.pages[name]) for name in sorted(names)}
    page.close()
    faults = {name: [one for one in found if one not in THEME] for name, found in told.items()}
    assert {name: found for name, found in faults.items() if found} == {}
