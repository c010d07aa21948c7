"""The state of a preview: the last good pages, and what is wrong since.

A change is on its page before the engine has built it: the article alone is made anew and put into
the page that the engine made last. The engine follows when nobody types.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator import build as story
from generator.build import Outcome
from generator.render.article import article
from generator.report import terminal
from generator.serve.watch import Seen, differing, is_look, look
from generator.write import Refusal

OPENING = b'<article class="md-content__inner md-typeset">'
CLOSING = b"</article>"


@dataclass(frozen=True)
class Moment:
    """What a browser is told: the number of the state, and what is wrong, empty for nothing."""

    number: int
    told: str


@dataclass
class Desk:
    """Follows the files of a briefing; `site` is where the engine's pages stand."""

    root: Path
    site: Path
    seen: Seen = field(default_factory=dict)
    pages: Mapping[str, bytes] = field(default_factory=dict)
    built: Mapping[str, bytes] = field(default_factory=dict)
    moment: Moment = Moment(0, "")
    changed: threading.Condition = field(default_factory=threading.Condition)

    def start(self) -> Outcome:
        """Build everything once; what was found is for the terminal."""
        self.seen = look(self.root)
        found = story.preview(self.root, self.site)
        self.take(found)
        self.built = self.pages
        return found

    def turn(self) -> bool:
        """Look once, and take in what has changed; whether anything has."""
        now = look(self.root)
        changed = differing(self.seen, now)
        if not changed:
            return False
        self.seen = now
        if is_look(self.root, changed):
            self.settle()
        else:
            self.take(story.compose(self.root))
        return True

    def settle(self) -> None:
        """Let the engine build what has changed, once the content is without error."""
        try:
            found = story.preview(self.root, self.site)
        except Refusal as refusal:
            self.tell(str(refusal))
            return
        self.take(found)
        if not found.errors:
            self.built = self.pages

    def take(self, found: Outcome) -> None:
        """Keep what is good of it, and tell the browsers."""
        if found.errors or not found.dossier:
            self.tell(terminal.render(found.diagnostics))
            return
        if found.files != self.pages or self.moment.told:
            self.pages = found.files
            self.tell("")

    def tell(self, told: str) -> None:
        """A new state begins."""
        with self.changed:
            self.moment = Moment(self.moment.number + 1, told)
            self.changed.notify_all()

    def wait(self, seen: int, patience: float) -> Moment:
        """The state, as soon as it is another than the one that was seen."""
        with self.changed:
            self.changed.wait_for(lambda: self.moment.number != seen, patience)
            return self.moment

    @property
    def is_behind(self) -> bool:
        """Whether the engine has not built yet what is good."""
        return self.pages != self.built and not self.moment.told

    def page(self, path: str) -> bytes | None:
        """A page as it would be built now; None where the engine's own is as good."""
        name = path.removesuffix(".html") + ".md"
        fresh = self.pages.get(name)
        if fresh is None or fresh == self.built.get(name):
            return None
        frame = self.site / path
        return spliced(frame.read_bytes(), article(fresh)) if frame.is_file() else None


def spliced(page: bytes, content: str) -> bytes:
    """A page with another article."""
    start, end = page.find(OPENING), page.rfind(CLOSING)
    if start < 0 or end < 0:
        return page
    return page[: start + len(OPENING)] + b"\n" + content.encode() + b"\n" + page[end:]
