"""A site opened in a browser, page by page: whatever happens there that should not is a finding.

Policies are switched off in the browser, so that nothing but the page itself keeps a script out.
"""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml
from playwright.sync_api import Browser, Dialog, Page, Request, ViewportSize

from tests.conftest import QuietHandler
from tests.hostile.payloads import PAYLOADS

HERE = Path(__file__).parent
JUDGE = (HERE / "judge.js").read_text(encoding="utf-8")
# What a page or drawing may hold: of each element its attributes, and where links lead.
ALLOWED = yaml.safe_load((HERE / "allowed.yaml").read_text(encoding="utf-8"))
EVERYWHERE = ALLOWED.pop("everywhere").split()
ALLOWED["html"] = {tag: [*names.split(), *EVERYWHERE] for tag, names in ALLOWED["html"].items()}
ALLOWED["html"] |= {tag: EVERYWHERE for tag in ALLOWED.pop("bare").split()}
ALLOWED["svg"] = {tag: names.split() for tag, names in ALLOWED["svg"].items()}
# Where a page leads on to is judged by itself.
AT_LOAD = """addEventListener('load', () => {
  told(judged(allowed), location.pathname);
  if (document.querySelector('meta[http-equiv=refresh]')) stop();
});"""
MARKS = {"marks": [min(PAYLOADS), max(PAYLOADS)]}
FEW = ("index.html", "404.html", "figures/index.html", "sources/index.html", "a-hole/index.html")
MARK = re.compile(r"7\d{5}")
LOCAL = ("file", "data", "about", "blob")


@dataclass
class Opened:
    """What has been opened, and what was found there: what, of which payload, and where."""

    found: dict[tuple[str, int], list[str]] = field(default_factory=dict)
    visited: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    here: str = ""
    own: str = ""

    def tell(self, what: str, near: str) -> None:
        """Keep what happened, under the payload that it leads back to."""
        mark = next((n for n in map(int, MARK.findall(near)) if n in PAYLOADS), 0)
        self.found.setdefault((what, mark), []).append(f"{self.here}: {' '.join(near.split())}")

    def of(self, number: int) -> list[str]:
        """What came of one payload."""
        return [line(key, places) for key, places in self.found.items() if key[1] == number]

    def dialog(self, dialog: Dialog) -> None:
        """A script ran."""
        self.tell("a dialog", dialog.message)
        dialog.dismiss()

    def request(self, request: Request) -> None:
        """Something is asked for, perhaps elsewhere."""
        to = urlsplit(request.url)
        is_local = not to.netloc if to.scheme in LOCAL else to.netloc == self.own
        if not is_local:
            self.tell("a request to another host", request.url)

    def judged(self, source: object, found: list[tuple[str, str]], path: str) -> None:
        """What a document holds that none may."""
        self.seen.add(unquote(path))
        for what, near in found:
            self.tell(what, near)


def line(key: tuple[str, int], places: list[str]) -> str:
    """A finding in words."""
    what, mark = key
    of = f", from {' '.join(map(str, (mark, *PAYLOADS[mark])))!r}" if mark else ""
    return f"{what}{of}, {len(places)} times, as on {places[0]}"


def opened(browser: Browser, site: Path, spared: str) -> Opened:
    """Every page and drawing of a site but the spared, from the disk; a few from a host, too."""
    told = Opened()
    with listening(browser, told, offline=True) as page:
        for path in sorted((*site.rglob("*.html"), *site.rglob("*.svg"))):
            told.here = path.relative_to(site).as_posix()
            if not re.match(spared, told.here):
                visit(page, path.as_uri())
                told.visited.append(str(path))
        search(page, f"{(site / 'index.html').as_uri()}?q=alert", told)
        last_day(page, (site / "on/index.html").as_uri(), told)
    with hosted(site) as told.own, listening(browser, told) as page:
        for told.here in FEW:
            visit(page, f"http://{told.own}/{told.here}")
    return told


def search(page: Page, address: str, told: Opened) -> None:
    """Look at what the search shows, too."""
    told.here = "the search"
    page.goto(address)
    page.locator("[role=search] ol a").first.wait_for()
    page.evaluate("told(judged(allowed), location.pathname)")


def last_day(page: Page, address: str, told: Opened) -> None:
    """Look at what held on the last day, which a script shows."""
    told.here = "the last day"
    page.goto(address)
    page.goto(f"{address}?on={page.get_attribute('#held-on', 'max')}")
    page.locator(".one-day table").first.wait_for()
    page.evaluate("told(judged(allowed), location.pathname)")


@contextmanager
def hosted(site: Path) -> Iterator[str]:
    """The host on which a site is for a while."""
    folder = partial(QuietHandler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), folder) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def listening(browser: Browser, told: Opened, offline: bool = False) -> Iterator[Page]:
    """A tab that tells what happens in it, with every policy switched off."""
    view = ViewportSize(width=400, height=300)
    context = browser.new_context(bypass_csp=True, viewport=view, offline=offline)
    context.expose_binding("told", told.judged)
    context.add_init_script(
        f"globalThis.allowed = {json.dumps(ALLOWED | MARKS)};\n{JUDGE}\n{AT_LOAD}"
    )
    context.on("request", told.request)
    context.on("dialog", told.dialog)
    context.on("weberror", lambda one: told.tell("a script failed", str(one.error)))
    if told.own:
        context.route(lambda url: urlsplit(url).netloc != told.own, lambda route: route.abort())
    page = context.new_page()
    context.on("page", lambda one: told.tell("a window opened", one.url))
    page.on("download", lambda one: told.tell("a download", one.url))
    page.on("websocket", lambda one: told.tell("a request to another host", one.url))
    yield page
    context.close()


def visit(page: Page, address: str) -> None:
    """Open a page, and wait until it has been judged."""
    page.goto(address)
    page.evaluate("0")
