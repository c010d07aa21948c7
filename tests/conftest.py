"""A whole valid briefing in one call, so that a test states only the difference."""

import fcntl
import os
import pickle
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from textwrap import dedent

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from generator.build import story
from generator.reading.check import Outcome

PROJECT = Path(__file__).parents[1]
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

# Two made-up shires dispute over a bridge; every kind of statement that most tests need is here.
TINY = {
    "briefing.yaml": """
        title: The bridge at Oxmoor
        subject: The talks of two made-up shires over a bridge, 2031
        language: en
        parties: [norland, sudland]
        as_of: 2031-06-24
        coverage_end: 2031-06-24
        """,
    "parties/norland.yaml": "name: {en: Norland}",
    "parties/sudland.yaml": "name: {en: Sudland}",
    "bodies/norland-bridge-office.yaml": """
        name: {en: Norland Bridge Office}
        of: norland
        """,
    "bodies/courier.yaml": "name: {en: The Courier}",
    "people/ada-reed.yaml": """
        name: {en: Ada Reed}
        party: norland
        offices:
          warden:
            title: Bridge warden
            body: norland-bridge-office
            witnesses: [courier-0310#warden]
        """,
    "sources/courier-0310.yaml": """
        publisher: The Courier
        title: Shires meet at the mill
        url: https://courier.example/0310
        published: 2031-03-10
        retrieved: 2031-07-01
        kind: newspaper
        origin: own
        quotes:
          warden: {text: "Ada Reed, the bridge warden, led for Norland."}
          met: {text: "The shires met at the mill on 9 March 2031."}
          carts: {text: "In February 2031 the bridge carried 1,240 carts, up 3.5% on the year."}
        """,
    "sources/office-0312.yaml": """
        publisher: Norland Bridge Office
        title: Notice of 12 March
        url: https://bridge.example/0312
        published: 2031-03-12
        retrieved: 2031-07-01
        kind: official text
        form: original
        text_of: norland-bridge-office
        origin: own
        quotes:
          met: {text: "The two shires met at the mill on 9 March 2031."}
          toll: {text: "A toll of 2 pence is charged from 1 April 2031."}
          hold: {text: "Sudland promised to mend the southern arch."}
        """,
    "sources/post-0602.yaml": """
        publisher: The Sudland Post
        title: No such promise
        url: https://post.example/0602
        published: 2031-06-02
        retrieved: 2031-07-01
        kind: newspaper
        origin: own
        quotes:
          none: {text: "Sudland promised nothing about the arch.", spoken: yes}
        """,
    "rounds/mill-talks-2031-03.yaml": """
        title: Talks at the mill, March 2031
        date: {value: 2031-03-09, witnesses: [courier-0310#met, office-0312#met]}
        delegations:
          norland:
            ada-reed:
              person: ada-reed
              attendance: present
              witnesses: [courier-0310#warden]
        """,
    "measures/bridge-toll.yaml": """
        title: Toll on the bridge
        issuer: norland-bridge-office
        in-force: {value: 2031-04-01, witnesses: [office-0312#toll]}
        parts:
          rate: {label: toll, value: "2", unit: pence, witnesses: [office-0312#toll]}
        """,
    "series/carts.yaml": """
        title: Carts over the bridge
        reporter: norland-bridge-office
        unit: carts
        points:
          2031-02: {period: 2031-02, value: "1240", witnesses: [courier-0310#carts]}
          2031-02-yoy:
            {period: 2031-02, value: "3.5", unit: "%", basis: year on year,
             witnesses: [courier-0310#carts]}
        """,
    "claims/arch-promise.yaml": """
        asks: Did Sudland promise to mend the southern arch?
        about: mill-talks-2031-03
        positions:
          promised:
            by: norland
            words: promised to mend the southern arch
            witnesses: [office-0312#hold]
          nothing:
            by: sudland
            words: promised nothing about the arch
            witnesses: [post-0602#none]
        """,
    "points/promise.yaml": """
        text: The shires differ over the arch. {{ fact("arch-promise") }}
        rests: [arch-promise]
        order: 10
        """,
    "pages/carts.md": """
        # Traffic

        Carts in February: {{ fact("carts.points.2031-02") }}.
        """,
}

CHINESE = "何立峰"
Files = Mapping[str, str | None]
# Writes the tiny briefing with changes, and gives its folder.
Write = Callable[..., Path]


@pytest.fixture
def briefing(tmp_path: Path) -> Write:
    """Writes the tiny briefing with some files (below `content/`) changed, added or, None, gone."""

    return partial(write_tiny, tmp_path / "briefing")


def write_tiny(root: Path, changes: Files | None = None, engine: bool = False) -> Path:
    """The tiny briefing in a folder."""
    for name, text in {**TINY, **(changes or {})}.items():
        if text is not None:
            place(root / "content" / name, text)
    if engine:
        give_engine(root)
    return root


def place(path: Path, text: str) -> None:
    """Write a file, its text set in from the left as far as the test's own code."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dedent(text).lstrip("\n").rstrip(" "), encoding="utf-8")


def give_engine(root: Path) -> None:
    """What MkDocs needs beside the content: its settings and how the site looks."""
    shutil.copy(PROJECT / "mkdocs.yml", root)
    # PDFs take their time, and only some tests are about them.
    skip = shutil.ignore_patterns("__pycache__", "pdf")
    shutil.copytree(PROJECT / "site_config", root / "site_config", ignore=skip)


def give_layout(root: Path) -> None:
    """What PDFs need beside the content: how they look, and their fonts."""
    for name in ("pdf", "fonts"):
        place = root / "site_config" / name
        shutil.copytree(PROJECT / "site_config" / name, place, dirs_exist_ok=True)


ADDRESS = "https://shires.example/bridge"


@dataclass(frozen=True)
class BuiltSite:
    """A briefing with its site, and what was found of it."""

    root: Path
    found: Outcome

    def copy(self, place: Path) -> Path:
        """The same elsewhere, to be spoilt."""
        return shutil.copytree(self.root, place / "briefing")


def once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], Outcome]) -> BuiltSite:
    """A briefing with its site, which the first worker that asks for it builds for all."""
    own = factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    root, kept = shared / name / "briefing", shared / f"{name}.found"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            root.mkdir(parents=True)
            kept.write_bytes(pickle.dumps(replace(build(root), dossier=None)))
    return BuiltSite(root, pickle.loads(kept.read_bytes()))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The tiny briefing and its site, with a source on which nothing rests."""

    def build(root: Path) -> Outcome:
        write_tiny(root, {"sources/unused.yaml": TINY["sources/post-0602.yaml"]}, engine=True)
        place(root / "site_config" / "site.yaml", f"url: {ADDRESS}\n")
        return story.build(root, root / "site")

    return once(tmp_path_factory, "built", build)


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The invented briefing with a Chinese name, its site below the folder that is served."""

    def build(root: Path) -> Outcome:
        shutil.copytree(PROJECT / "tests" / "fixture" / "content", root / "content")
        person = root / "content" / "people" / "oren-sale.yaml"
        text = person.read_text("utf-8").replace("fr: Aurèle Sel", f"zh: {CHINESE}")
        person.write_text(text, "utf-8")
        give_engine(root)
        give_layout(root)
        place(root / "site_config" / "site.yaml", "url: https://salt.example/sub/path/\n")
        return story.build(root, root / "sub" / "path", None)

    found = once(tmp_path_factory, "edition", build)
    assert not found.found.errors
    return found


@pytest.fixture(scope="session")
def site(edition: BuiltSite) -> Path:
    """That site."""
    return edition.root / "sub" / "path"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab on a desk, in which nothing moves."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield page
    page.close()


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the site, below a path of a local host."""
    folder = partial(QuietHandler, directory=str(site.parents[1]))
    server = ThreadingHTTPServer(("127.0.0.1", 0), folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/sub/path"
    server.shutdown()
    server.server_close()


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves and keeps silent."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the test's output is for faults."""
