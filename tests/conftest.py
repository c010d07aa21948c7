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
from generator.build.kept import PLACE
from generator.reading.check import Outcome
from tests.tables import files

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
TINY = files(PROJECT / "tests" / "tiny.txt")
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


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of a run have together."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing that tests make is kept among what their user keeps, and nothing of that is used."""
    os.environ[PLACE] = str(shared_folder(tmp_path_factory) / "cache")


def once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], Outcome]) -> BuiltSite:
    """A briefing with its site, which the first worker that asks for it builds for all."""
    shared = shared_folder(factory)
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


@pytest.fixture(scope="session")
def one_tab(browser: Browser) -> Page:
    return browser.new_page(reduced_motion="reduce")


@pytest.fixture
def tab(one_tab: Page) -> Page:
    """A tab on a desk, in which nothing moves, made anew: a window costs more than most tests."""
    one_tab.goto("about:blank")
    one_tab.set_viewport_size({"width": 1280, "height": 900})
    one_tab.emulate_media(color_scheme="light")
    one_tab.mouse.move(0, 0)
    return one_tab


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
