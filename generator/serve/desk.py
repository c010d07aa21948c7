"""The state of a preview: the last good pages, and what is wrong since.

A change is on its page before the engine has built it: the article alone is made anew, when it is
asked for, and put into the page that the engine made last. The engine follows when nobody types.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator import build as story
from generator import drawings
from generator.build import Outcome
from generator.diff.reach import page
from generator.render.article import article
from generator.render.shelf import Shelf
from generator.render.site import Site
from generator.report import terminal
from generator.serve.watch import Seen, changed_files, is_look, look
from generator.write import Refusal

OPENING = b'<article class="md-content__inner md-typeset">'
CLOSING = b"</article>"
OFFERED = ("charts/", "data/")


@dataclass(frozen=True)
class Moment:
    """What a browser is told: the number of the state, and what is wrong, empty for nothing."""

    number: int
    told: str


@dataclass
class Desk:
    """Follows the files of a briefing; `site` is where the engine's pages stand.

    `fresh` is the website of the content as it stands, where the engine has not built it yet.
    """

    root: Path
    site: Path
    seen: Seen = field(default_factory=dict)
    built: Mapping[str, bytes] = field(default_factory=dict)
    fresh: Site | None = None
    moment: Moment = Moment(0, "")
    changed: threading.Condition = field(default_factory=threading.Condition)

    def start(self) -> Outcome:
        """Build everything once; what was found is for the terminal."""
        self.seen = look(self.root)
        found = story.preview(self.root, self.site)
        self.take(found)
        return found

    def turn(self) -> bool:
        """Look once, and take in what has changed; whether anything has."""
        now = look(self.root)
        changed = changed_files(self.seen, now)
        if not changed:
            return False
        self.seen = now
        if is_look(self.root, changed):
            self.settle()
        else:
            self.follow()
        return True

    def follow(self) -> None:
        """Take in what the content says now; its pages are written when they are asked for."""
        found, settings = story.examine(self.root, None, story.quiet)
        if found.errors or not found.dossier:
            self.tell(terminal.render(found.diagnostics))
            return
        shelf = Shelf(sizes(self.built), (), drawings.of(self.root).draw)
        self.fresh = Site(found.dossier, settings, shelf, titles(self.built))
        self.tell("")

    def settle(self) -> None:
        """Let the engine build what has changed, once the content is without error."""
        before = self.fresh
        try:
            self.take(story.preview(self.root, self.site), before)
        except Refusal as refusal:
            self.tell(str(refusal))

    def take(self, found: Outcome, before: Site | None = None) -> None:
        """Keep what the engine has built, and tell the browsers; else what is wrong.

        What was edited since `before`, while the engine ran, stays fresh.
        """
        if found.errors or not found.dossier:
            self.tell(terminal.render(found.diagnostics))
            return
        is_new = found.files != self.built or bool(self.moment.told)
        self.built = found.files
        self.fresh = None if self.fresh is before else self.fresh
        if is_new:
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
        return self.fresh is not None and not self.moment.told

    def page(self, path: str) -> bytes | None:
        """A page as it would be built now; None where the engine's own is as good."""
        fresh = self.fresh.page(path) if self.fresh else None
        if fresh is None or fresh == self.built.get(path.removesuffix(".html") + ".md"):
            return None
        frame = self.site / path
        return spliced(frame.read_bytes(), article(fresh)) if frame.is_file() else None


def sizes(built: Mapping[str, bytes]) -> dict[str, int]:
    """The sizes of what can be taken away, as it was built last."""
    return {path: len(content) for path, content in built.items() if path.startswith(OFFERED)}


def titles(built: Mapping[str, bytes]) -> dict[str, str]:
    """The titles of the sections, as they were built last."""
    sections = (path for path in built if path.endswith(".md") and path.count("/") < 2)
    return {page.path: page.title for page in (page(path, built[path]) for path in sections)}


def spliced(page: bytes, content: str) -> bytes:
    """A page with another article."""
    start, end = page.find(OPENING), page.rfind(CLOSING)
    if start < 0 or end < 0:
        return page
    return page[: start + len(OPENING)] + b"\n" + content.encode() + b"\n" + page[end:]
