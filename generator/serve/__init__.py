"""The preview's server: pages from this machine to this machine, and a word when they change.

Refuses to answer to any other name than this machine's, and to what a page elsewhere asks for, so
that none can read it. What cannot be meant is refused in a line.
"""

import json
import os
import re
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from urllib.parse import parse_qs, unquote_to_bytes, urlsplit

from generator.serve.preview_state import PreviewState
from generator.write import Refusal

HOST = "127.0.0.1"
OURS = re.compile(r"(?:127\.0\.0\.1|localhost)(?::[0-9]{1,5})?")
# The number of a state, and a path that no file can have.
SEEN, UNNAMED = re.compile(r"[0-9]{1,9}"), re.compile(rb"[\x00-\x1f\x7f]")
# What a browser says of a page that somebody opens, wherever the link to it stands.
OPENED = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
STATE, SCRIPT = "/.preview/state", "/.preview/preview.js"
ASKING = f'<script src="{SCRIPT}" defer></script></body>'.encode()
EMPTY = b"<!doctype html><html lang=en><title>Preview</title><body><h1>No page yet</h1>" + ASKING
NO_PDF = "<!doctype html><html lang=en><title>No PDF</title><body><h1>No PDF</h1><pre>{}</pre>"
PATIENCE = 20.0
# How often the files are looked at, and for how long nobody types before the engine runs.
PAUSE = 0.1
QUIET = 6.0


class Server(ThreadingHTTPServer):
    """A server to which it is nothing that a browser leaves before it has its answer."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Report what is wrong here, and nothing of connections that were broken off."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Handler(SimpleHTTPRequestHandler):
    """Answers requests with the state of one preview."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, preview: PreviewState) -> None:
        """Serve the folder that the engine of the preview builds into."""
        self.preview = preview
        super().__init__(*arguments, directory=str(preview.site))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """A state, the script, a page that changed, or a file."""
        if refused := self.refused():
            self.send_error(refused)
            return
        asked = urlsplit(self.path)
        if asked.path == STATE:
            self.answer(self.state(asked.query), "application/json")
        elif asked.path == SCRIPT:
            self.answer(Path(__file__).with_name("preview.js").read_bytes(), "text/javascript")
        elif page := self.html(asked.path):
            self.answer(page, "text/html; charset=utf-8")
        elif asked.path.endswith(".pdf"):
            self.pdf(PurePosixPath(asked.path).stem)
        else:
            super().do_GET()

    def do_HEAD(self) -> None:
        """The head of a file, for the same names."""
        if refused := self.refused():
            self.send_error(refused)
        else:
            super().do_HEAD()

    def refused(self) -> HTTPStatus | None:
        """Why a request is not answered: another name or origin, or a path that no file has."""
        if not OURS.fullmatch(host := self.headers.get("Host", "")):
            return HTTPStatus.MISDIRECTED_REQUEST
        is_elsewhere = self.headers.get("Origin", f"http://{host}") != f"http://{host}"
        is_ours = self.headers.get("Sec-Fetch-Site", "none") in {"none", "same-origin"}
        is_opened = all(self.headers.get(name) == value for name, value in OPENED.items())
        if is_elsewhere or not (is_ours or is_opened):
            return HTTPStatus.FORBIDDEN
        try:
            is_path = not UNNAMED.search(unquote_to_bytes(urlsplit(self.path).path))
        except ValueError:
            is_path = False
        return None if is_path else HTTPStatus.BAD_REQUEST

    def state(self, query: str) -> bytes:
        """The state of the preview, at once or when it is not the one that was seen any more."""
        seen = parse_qs(query).get("seen", [""])[-1]
        moment = self.preview.wait(int(seen) if SEEN.fullmatch(seen) else -1, PATIENCE)
        return json.dumps({"number": moment.number, "reported": moment.reported}).encode()

    def html(self, path: str) -> bytes | None:
        """A page with the script that asks for changes; None for what is no page."""
        if not self.preview.site.is_dir():
            return EMPTY
        place = Path(self.translate_path(path))
        place = place / "index.html" if path.endswith("/") else place
        if place.suffix != ".html":
            return None
        page = self.preview.page(place.relative_to(self.preview.site).as_posix())
        page = page or (place.read_bytes() if os.path.isfile(place) else None)
        return page and page.replace(b"</body>", ASKING, 1)

    def pdf(self, name: str) -> None:
        """A PDF as it would be set now, or why it cannot be: an edit waits for none."""
        made = self.preview.pdf(name)
        if isinstance(made, bytes):
            return self.answer(made, "application/pdf")
        page = NO_PDF.format(escape(made)).encode()
        self.answer(page, "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)

    def answer(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        """Send what was made here; it is never kept."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the terminal is for what is wrong with the content."""


def serve(preview: PreviewState, port: int, report: Callable[[str], None]) -> None:
    """Show the preview until it is stopped; an early page reloads when it is there.

    Raises Refusal where the port is taken.
    """
    try:
        server = Server((HOST, port), partial(Handler, preview=preview))
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise Refusal(f"port {port}: {why}; `--port` chooses another") from None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        report("building the pages, which takes half a minute at first")
        if reported := preview.start().reported:
            report(reported)
        report(f"preview at http://{HOST}:{server.server_port}/")
        follow(preview, report)
    finally:
        server.shutdown()
        server.server_close()


def follow(preview: PreviewState, report: Callable[[str], None]) -> None:
    """Take in each change at once, and let the engine run when there has been none for a while.

    The engine takes its time: what is edited meanwhile does not wait for it.
    """
    last, engine = time.monotonic(), threading.Thread()
    while True:
        time.sleep(PAUSE)
        if reported := preview.turn():
            report(reported)
            last = time.monotonic()
        is_time = preview.is_stale or time.monotonic() > last + QUIET
        if preview.is_behind and is_time and not engine.is_alive():
            engine = threading.Thread(target=_catch_up, args=(preview, report), daemon=True)
            engine.start()


def _catch_up(preview: PreviewState, report: Callable[[str], None]) -> None:
    if reported := preview.settle():
        report(reported)
