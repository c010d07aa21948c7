"""The preview: an edit is on its page at once, and what is wrong is told over the last good one."""

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import IO

import pytest
from playwright.sync_api import Page, expect

from generator.hashing import digest
from generator.render.site.raw import block
from generator.render.views.downloads import AWAITED
from generator.serve import Handler, Server, preview_state
from generator.serve.child import Built
from generator.serve.preview_state import PreviewState
from tests.conftest import BuiltSite, Write, give_layout, write_tiny

pytestmark = pytest.mark.xdist_group(__name__)

TOLL = "content/measures/bridge-toll.yaml"
SERVE = (sys.executable, "-m", "generator.cli", "serve", "--port", "0", "--root")
ARTICLE = re.compile(r'<article class="md-content__inner md-typeset">(.*)</article>', re.DOTALL)

WEIGHT = re.compile(r"\d+ pages?, [\d.]+ [kM]B")


def squeezed(html: str) -> str:
    return " ".join(html.split())


def test_an_article_is_what_the_engine_makes(edition: BuiltSite, site: Path) -> None:
    files = edition.found.files
    pages = [name for name in files if name.endswith(".md")]
    assert len(pages) > 40
    for name in pages:
        made = ARTICLE.search((site / name.replace(".md", ".html")).read_text(encoding="utf-8"))
        # How much a PDF holds is put in once it is set.
        article = AWAITED.sub("", squeezed(block(files[name])))
        assert made and article == WEIGHT.sub("", squeezed(made[1])), name


GOOD, BAD = Built("", True, {"index.md": "new"}), Built("what is wrong")


@pytest.mark.parametrize(
    ("found", "edited", "expected"),
    [
        (GOOD, "", ("the engine has built the pages", "")),
        (GOOD, "an error", ("the engine has built the pages", "an error")),
        (BAD, "", ("what is wrong", "what is wrong")),
        # Whoever edited meanwhile was told already.
        (BAD, "an error", ("", "an error")),
    ],
)
def test_what_came_of_a_build_is_told_unless_an_edit_was_told_meanwhile(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    found: Built,
    edited: str,
    expected: tuple[str, str],
) -> None:
    state = PreviewState(tmp_path, tmp_path / "site")
    state.report("what was wrong before")

    def build(root: Path, site: Path) -> Built:
        assert state.is_building
        if edited:
            state.report(edited)
        return found

    monkeypatch.setattr("generator.serve.preview_state.built", build)
    assert (state.settle(), state.moment.reported) == expected
    assert not state.is_building


def test_warnings_are_told_where_the_pages_are_up_to_date(briefing: Write) -> None:
    root = briefing()
    state = PreviewState(root, root / "site")
    assert "warning[unused-record]" not in state.turn()
    (root / "content" / "people" / "tom-vane.yaml").write_text("name: {en: Tom Vane}\n", "utf-8")
    told = state.turn()
    assert told.startswith("warning[unused-record]") and told.endswith("the pages are up to date")
    assert state.moment.reported == ""
    assert state.turn() == ""


@pytest.mark.parametrize(
    ("error", "told"),
    [(BrokenPipeError(), ""), (ConnectionResetError(), ""), (OSError("odd"), "odd")],
)
def test_nobody_hears_of_a_browser_that_leaves(
    capsys: pytest.CaptureFixture[str], error: OSError, told: str
) -> None:
    with Server(("127.0.0.1", 0), Handler) as server, suppress(OSError):
        try:
            raise error
        finally:
            server.handle_error(None, None)
    shown = capsys.readouterr().err
    assert bool(shown) == bool(told) and told in shown


def test_a_build_that_breaks_off_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    found = preview_state.built(tmp_path, tmp_path / "site")
    assert (found.is_good, found.reported) == (
        False,
        "the preview could not be built: exit code 1\n",
    )


@pytest.fixture(scope="module")
def preview(
    built: BuiltSite, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, str]]:
    """The tiny briefing and the address of its preview."""
    root = built.copy(tmp_path_factory.mktemp("preview"))
    (root / "content" / "sources" / "unused.yaml").unlink()
    with subprocess.Popen([*SERVE, root], stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        yield root, address(process.stderr)
        process.terminate()


def address(told: IO[str]) -> str:
    for line in told:
        if found := re.fullmatch(r"preview at (http://127\.0\.0\.1:\d+)/\n", line):
            return found[1]
    raise AssertionError("it ended before it was there")


def edit(root: Path, old: str, new: str) -> None:
    text = (root / TOLL).read_text(encoding="utf-8")
    assert old in text
    (root / TOLL).write_text(text.replace(old, new), encoding="utf-8")


def test_an_edit_an_error_and_its_mending(preview: tuple[Path, str], tab: Page) -> None:
    root, base = preview
    tab.goto(f"{base}/measures/bridge-toll/index.html")
    told = tab.locator("#preview-told")
    expect(tab.locator("article").first).to_contain_text("2 pence")
    expect(told).to_be_hidden()
    edit(root, "unit: pence", "unit: shillings")
    expect(tab.locator("article").first).to_contain_text("2 shillings", timeout=20_000)
    edit(root, "unit: shillings", "unti: crowns")
    expect(told).to_be_visible(timeout=20_000)
    expect(told).to_contain_text(f"--> {TOLL}:")
    expect(told).to_contain_text("unknown key `unti`")
    expect(tab.locator("article").first).to_contain_text("2 shillings")
    edit(root, "unti: crowns", "unit: crowns")
    expect(tab.locator("article").first).to_contain_text("2 crowns", timeout=20_000)
    expect(told).to_be_hidden()


def test_pages_stand_as_the_content_does(built: BuiltSite, tmp_path: Path) -> None:
    root, path = built.copy(tmp_path), "measures/bridge-toll/index.html"
    state = PreviewState(root, root / "site")
    state.turn()
    toll = (root / TOLL).read_text(encoding="utf-8").replace("Toll on", "Second toll on")
    (root / "content" / "measures" / "second-toll.yaml").write_text(toll, encoding="utf-8")
    edit(root, "unit: pence", "unit: shillings")
    state.turn()
    assert b"shillings" in (state.page(path) or b"")
    title = b"<title>Second toll on the bridge - The bridge at Oxmoor</title>"
    assert title in (state.page("measures/second-toll/index.html") or b"")
    assert state.page("nothing/index.html") is None
    # The engine's own page is as good, but while it writes.
    assert state.fresh
    marks = {path.replace(".html", ".md"): digest(state.fresh.page(path) or b"")}
    state.built = Built("", True, marks)
    assert state.page(path) is None
    state.is_building = True
    assert state.page(path)


def test_a_briefing_that_is_broken_from_the_start_and_a_quiet_end(
    briefing: Write, tab: Page, tmp_path: Path
) -> None:
    root = briefing({"measures/bridge-toll.yaml": "titel: X\n"}, engine=True)
    (tmp_path / "own").mkdir()
    env = os.environ | {"TMPDIR": str(tmp_path / "own"), "PYTHONDONTWRITEBYTECODE": ""}
    # What runs in the background of a shell begins with the signal ignored.
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(
        [*SERVE, root], env=env, stderr=subprocess.PIPE, text=True, preexec_fn=heeding
    ) as process:
        assert process.stderr
        tab.goto(address(process.stderr))
        expect(tab.locator("#preview-told")).to_contain_text("unknown key `titel`")
        process.send_signal(signal.SIGINT)
        assert (process.stderr.read(), process.wait()) == ("", 0)
    assert os.listdir(tmp_path / "own") == []


def test_it_answers_to_this_machine_alone(preview: tuple[Path, str]) -> None:
    port = int(preview[1].rpartition(":")[2])
    for host, status in (("evil.example", 421), (f"localhost:{port}", 200)):
        link = http.client.HTTPConnection("127.0.0.1", port)
        link.request("GET", "/index.html", headers={"Host": host})
        assert link.getresponse().status == status
        link.close()


LONG, SITE = "a" * 5000, "Sec-Fetch-Site: cross-site"
ASKED = [
    ("GET /index.html", 200),
    ("GET /%00", 400),
    ("HEAD /%00", 400),
    ("GET /index.html%00.png", 400),
    ("GET /%0d%0aX:y", 400),
    ("GET http://[::1", 400),
    ("GET /.preview/state?seen=" + "9" * 5000, 200),
    ("GET /.preview/state?seen=0&seen=x", 200),
    ("GET /.preview/state?seen=\u00b2", 200),
    (f"GET /{LONG}", 404),
    (f"GET /{LONG}.html", 404),
    (f"GET /{LONG}/", 404),
    (f"GET /{LONG}.pdf", 404),
    ("GET /" + "a" * 70_000, 414),
    ("GET /%ff%fe", 404),
    ("GET /%2e%2e/%2e%2e/content/briefing.yaml", 404),
    ("GET //evil.example/x", 404),
    ("POST /", 501),
    ("GET /index.html|Host: evil.example", 421),
    ("GET /index.html|Host: 127.0.0.1:80@evil.example", 421),
    ("GET /index.html|Host: localhost evil.example", 421),
    ("GET /index.html|Host: [::1]", 421),
    ("HEAD /index.html|Host: evil.example", 421),
    ("GET /index.html|X: y", 200),
    ("GET /index.html|Host: localhost|Origin: http://evil.example", 403),
    (f"GET /index.html|Host: localhost|{SITE}", 403),
    (f"GET /.preview/state|Host: localhost|{SITE}|Sec-Fetch-Mode: no-cors", 403),
    (
        f"GET /index.html|Host: localhost|{SITE}|Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: document",
        200,
    ),
    (
        f"GET /index.html|Host: localhost|{SITE}|Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: iframe",
        403,
    ),
]


@pytest.mark.parametrize(("asked", "status"), ASKED, ids=lambda one: str(one)[:40])
def test_what_cannot_be_meant_is_refused_in_a_line(
    preview: tuple[Path, str], asked: str, status: int
) -> None:
    """A connection that broke off would have no status."""
    port = int(preview[1].rpartition(":")[2])
    line, *heads = asked.split("|")
    heads = (
        heads if any(head.startswith("Host: ") for head in heads) else ["Host: localhost", *heads]
    )
    with socket.create_connection(("127.0.0.1", port)) as link:
        sent = "\r\n".join((f"{line} HTTP/1.1", *heads, "Connection: close", "", ""))
        link.sendall(sent.encode("latin-1"))
        with link.makefile("rb") as answer:
            assert answer.readline().split()[1] == str(status).encode()


def test_a_pdf_is_set_when_it_is_asked_for(tmp_path: Path) -> None:
    root = write_tiny(tmp_path / "briefing", engine=True)
    give_layout(root)
    state = PreviewState(root, tmp_path / "own" / "site")
    made = state.pdf("one-page")
    assert isinstance(made, bytes) and made.startswith(b"%PDF-")
    assert state.pdf("oen-page") == "no PDF is called `oen-page`: did you mean `one-page`?"
    edit(root, "title: ", "titel: ")
    assert str(state.pdf("one-page")).startswith("error[unknown-key]")


def test_it_says_why_there_is_no_pdf(preview: tuple[Path, str]) -> None:
    link = http.client.HTTPConnection("127.0.0.1", int(preview[1].rpartition(":")[2]))
    link.request("GET", "/pdf/briefing.pdf")
    answer = link.getresponse()
    assert (answer.status, b"no `site_config/pdf/briefing.typ`" in answer.read()) == (404, True)
    link.close()


def test_a_port_that_is_taken_is_told(preview: tuple[Path, str]) -> None:
    root, base = preview
    port = base.rpartition(":")[2]
    done = subprocess.run([*SERVE, root, "--port", port], capture_output=True, text=True)
    assert done.returncode == 1
    assert f"error: port {port}: address already in use; `--port` chooses another" in done.stderr
