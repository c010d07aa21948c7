"""A site as a browser sees it: every page found by walking, loaded once, looked at in every way.

Refuses to know the pages by name, so that a new one is held to the same; and to visit a page that
leads on at once, since a browser never shows it.
"""

import asyncio
import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote, urldefrag

from playwright.sync_api import Browser, Page, Request, ViewportSize

from tests.sites import seen

VENDOR = Path(__file__).parent / "vendor"
AXE = VENDOR / "axe-4.14.1.min.js"
VALIDATOR = VENDOR / "html-validate-10.17.0.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDTHS = (1280, 390)
Scheme = Literal["light", "dark"]
Drawn = tuple[int, dict[str, Any], dict[str, Any]]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
NARROW = 320
# The pages of messages: text and examples, the same on every site, so the longest stands for all.
ALIKE = "messages/"
ROUNDS = 4
ABORTED = "net::ERR_ABORTED"
REFRESH = '<meta http-equiv="refresh"'

# On every page all rules at a desk in the light, and on a phone in the dark those of colours and
# places, which alone can differ there; on the longest of each kind the two other ways as well.
COLOURS = ["color-contrast", "link-in-text-block"]
PLACES = ["target-size", "scrollable-region-focusable"]
VIEWS: tuple[tuple[int, Scheme, list[str]], ...] = (
    (WIDTHS[0], "light", LEVELS),
    (WIDTHS[1], "dark", [*COLOURS, *PLACES]),
    (WIDTHS[0], "dark", COLOURS),
    (WIDTHS[1], "light", LEVELS),
)
EVERYWHERE = 2
# What is asked of a page in its own language: each a function under its name.
PARTS = re.split(
    r"^// (\w+): .*\n", Path(__file__).with_suffix(".js").read_text("utf-8"), flags=re.M
)
ASKED = dict(zip(PARTS[1::2], (part.strip().rstrip(";") for part in PARTS[2::2]), strict=True))
RUN_AXE, ASK, WATCH, DRAWINGS, VALIDATE = ASKED.values()
# A word of the title, and one with a slip; what the search shows is the same on every page.
QUESTIONS = ("talks", "agrement 2031")
ARTICLE = "article, body > p"
SEARCH = "[role=search]"


def texts(folder: Path) -> dict[str, str]:
    """Every page by its path, but for the engine's 404.html, which fits the root of a host only."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.html"))
        if path.relative_to(folder).as_posix() != "404.html"
    }


def shown(pages: dict[str, str]) -> list[str]:
    """The pages that a browser shows."""
    return [name for name, text in pages.items() if REFRESH not in text]


def kinds(pages: dict[str, str]) -> list[str]:
    """One page of each kind, the longest of those in one folder at one depth."""
    found: dict[tuple[str, int], list[str]] = {}
    for name in pages:
        found.setdefault((name.partition("/")[0], name.count("/")), []).append(name)
    return sorted(max(names, key=lambda name: len(pages[name])) for names in found.values())


def without_likes(pages: dict[str, str]) -> list[str]:
    """All pages, but of those that are alike only the longest of each kind."""
    likes = {name: text for name, text in pages.items() if name.startswith(ALIKE)}
    kept = kinds(likes)
    return [name for name in pages if name not in likes or name in kept]


def broken(pages: dict[str, str], folder: Path) -> Iterator[str]:
    """Links and loads, within the site, that lead nowhere."""
    found = {name: seen(name, text) for name, text in pages.items()}
    ids = {(folder / name).resolve(): {*page.ids} for name, page in found.items()}
    for name, page in found.items():
        for link in dict.fromkeys((*page.links, *page.loads)):
            is_ours = "://" not in link and not link.startswith(("mailto:", "data:"))
            if is_ours and not leads(ids, folder / name, link):
                yield f"{name} -> {link}"


def leads(ids: dict[Path, set[str]], path: Path, link: str) -> bool:
    address, anchor = urldefrag(link)
    # What is asked of a page is its script's business.
    address = address.partition("?")[0]
    target = (path.parent / unquote(address)).resolve() if address else path.resolve()
    if target.suffix != ".html":
        return target.is_file()
    return target in ids and (not anchor or unquote(anchor) in ids[target])


def outside(pages: dict[str, str]) -> Iterator[str]:
    """What pages load from elsewhere."""
    for name, text in pages.items():
        yield from (f"{name}: {load}" for load in seen(name, text).loads if "//" in load)


@dataclass
class Visit:
    """What was seen on the pages of a site, fault by fault."""

    start: str
    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    sideways: list[str] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)
    views: int = 0

    def listen(self, page: Page) -> None:
        """Note what the page asks and complains of."""
        page.on("request", lambda asked: self.hosts.add(asked.url.split("/")[2]))
        page.on("requestfailed", self.fail)
        page.on("response", lambda got: got.status < 400 or self.complaints.append(got.url))
        page.on("pageerror", lambda fault: self.complaints.append(str(fault)))
        page.on("console", lambda line: self.complain(line.type, line.text))

    def fail(self, asked: Request) -> None:
        """Note what did not come; what the next page cut short, a font that was on its way, did."""
        if asked.failure != ABORTED:
            self.complaints.append(f"{asked.url}: {asked.failure}")

    def complain(self, kind: str, text: str) -> None:
        """Note an error; a warning is none."""
        if kind == "error":
            self.complaints.append(text)

    def see(self, page: Page, name: str, views: int) -> None:
        """Load a page once, read it and look at it in the first views."""
        page.set_viewport_size({"width": WIDTHS[0], "height": 900})
        page.goto(f"{self.start}/{name}", wait_until="load")
        self.words[name] = page.inner_text(ARTICLE)
        self.look(page, name, "html", views)
        page.set_viewport_size({"width": NARROW, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth") > NARROW:
            self.sideways.append(name)

    def search(self, page: Page, name: str) -> None:
        """Look at a page with the search open, which is the same on all."""
        page.goto(f"{self.start}/{name}", wait_until="load")
        page.keyboard.press("/")
        for question in QUESTIONS:
            page.fill("input[name=query]", question)
            page.locator(f"{SEARCH} ol a").first.wait_for()
            self.look(page, name, SEARCH)

    def look(self, page: Page, name: str, within: str, views: int = len(VIEWS)) -> None:
        """Look for faults in a part of the page, at several widths and in both schemes."""
        for width, scheme, rules in VIEWS[:views]:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            found = page.evaluate(RUN_AXE, [within, rules])
            self.violations += [f"{name} at {width}, {scheme}: {one}" for one in found]
            self.views += 1


def visit(browser: Browser, start: str, pages: dict[str, str]) -> Visit:
    """See every page of a site, in one context."""
    context = browser.new_context(reduced_motion="reduce")
    context.add_init_script(path=AXE)
    page, found = context.new_page(), Visit(start)
    found.listen(page)
    longest = kinds(pages)
    for name in pages:
        found.see(page, name, len(VIEWS) if name in longest else EVERYWHERE)
    found.search(page, "index.html")
    context.close()
    return found


def plain(browser: Browser, start: str, names: list[str]) -> dict[str, str]:
    """The words of each page's article without JavaScript, of which little need be drawn."""
    view = ViewportSize(width=WIDTHS[0], height=100)
    context = browser.new_context(java_script_enabled=False, viewport=view)
    page, found = context.new_page(), {}
    for name in names:
        page.goto(f"{start}/{name}", wait_until="load")
        found[name] = page.inner_text(ARTICLE)
    context.close()
    return found


def keyboard(page: Page, address: str) -> dict[str, list[str]]:
    """What the Tab key does not come to, and where one does not see that it has."""
    page.goto(address, wait_until="load")
    keys, found = page.evaluate(WATCH), {}
    # What scrolls takes a key too, and is not counted beforehand.
    for _ in range(ROUNDS):
        # A key that is held down repeats itself, and waits for nobody.
        down = page._impl_obj.keyboard.down
        page._sync(asyncio.gather(*(page._loop.create_task(down("Tab")) for _ in range(keys + 3))))
        page.keyboard.up("Tab")
        found = page.evaluate("keyboard()")
        keys = len(found["missed"])
        if not keys:
            break
    return found


def drawings(page: Page, address: str, widths: tuple[int, ...]) -> Iterator[Drawn]:
    """The drawing of a page at each width as each scheme shows it, with the fonts of the site."""
    page.goto(address, wait_until="load")
    # A drawing shows its own font on the first visit already, on which text shows another's.
    assert page.evaluate(
        "document.fonts.ready.then(all => all.check('600 13px \"Briefing Drawn\"'))"
    )
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        found: list[dict[str, Any]] = []
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += page.evaluate(DRAWINGS)
        light, dark = found
        yield width, light, dark


def first_view(browser: Browser, address: str) -> dict[str, int]:
    """What a first view loads, by address, in bytes as a server would compress them."""
    context = browser.new_context()
    page, found = context.new_page(), {}
    page.on("requestfinished", lambda asked: found.update({asked.url: asked.response()}))
    page.goto(address, wait_until="networkidle")
    sizes = {url: compressed(got.body()) for url, got in found.items() if got}
    context.close()
    return sizes


def compressed(body: bytes) -> int:
    return min(len(body), len(gzip.compress(body, mtime=0)))


def validator(page: Page) -> None:
    """Make a blank page able to tell faults of HTML."""
    page.goto("about:blank")
    page.add_script_tag(path=VALIDATOR)
    page.evaluate(
        "globalThis.validator = htmlValidate({root: true, extends: ['html-validate:standard']})"
    )
