"""The state of a preview: the last good pages, what is wrong since, what changed on the disk."""

import json
import os
import re
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from generator.build import drawings
from generator.build.printing import WantedPdfs, print_pdfs
from generator.changes.snapshot import page as page_of
from generator.hashing import digest
from generator.reading.check import examine, quiet
from generator.reading.read import Memory
from generator.render.site.pages import PageInputs
from generator.render.site.raw import block
from generator.render.site.site import Site
from generator.render.views.links import HOME
from generator.report import terminal
from generator.serve.child import Built
from generator.write import Refusal

WATCHED = ("content", "site_config", "mkdocs.yml")
Seen = dict[str, tuple[int, int]]
OPENING = b'<article class="md-content__inner md-typeset">'
CLOSING = b"</article>"
# The title of a page, without the name of the site behind it.
TITLE = re.compile(rb"(?<=<title>)[^<]*(?= - [^<]*</title>)")


def look(root: Path) -> Seen:
    """Every file that a site is made from, with its time and size."""
    found: Seen = {}
    for name in WATCHED:
        place = root / name
        paths = below(place) if place.is_dir() else [str(place)]
        for path in paths:
            try:
                info = os.stat(path)
            except OSError:
                # Gone between the look at the folder and this one.
                continue
            found[path] = (info.st_mtime_ns, info.st_size)
    return found


def below(folder: Path) -> list[str]:
    """The files of a folder, but for those that editors and Python keep beside what they read."""
    return [
        os.path.join(place, name)
        for place, _, names in os.walk(folder)
        if not place.endswith("__pycache__")
        for name in names
        if not name.startswith(".") and not name.endswith("~")
    ]


def is_look(root: Path, changed: set[str]) -> bool:
    """Whether how the site looks has changed, and not only what it says."""
    content = os.path.join(root, "content") + os.sep
    return any(not path.startswith(content) for path in changed)


@dataclass(frozen=True)
class Pages:
    """The pages of a site that somebody has asked for.

    Who asks for one while it is made waits for it: to make it twice at once takes twice as long.
    """

    site: Site
    made: dict[str, bytes | None] = field(default_factory=dict)
    alone: threading.Lock = field(default_factory=threading.Lock)

    def page(self, path: str) -> bytes | None:
        """The page at a path as it would be written; None where there is none without a fault."""
        with self.alone:
            if path not in self.made:
                self.made[path] = self.site.page(path)
            return self.made[path]


@dataclass(frozen=True)
class Moment:
    """What a browser sees: the number of the state, and what is wrong, empty for nothing."""

    number: int
    reported: str


@dataclass
class PreviewState:
    """Follows the files of a briefing; `site` is where the engine's pages stand.

    `fresh` holds the pages of the content as it stands, where the engine has not built it yet;
    `is_stale` says that the engine's own pages look otherwise now, `is_building` that they may be
    others at any moment; `memory` holds what was made of each file, and which records are sound.
    """

    root: Path
    site: Path
    seen: Seen = field(default_factory=dict)
    built: Built = Built("")
    fresh: Pages | None = None
    is_stale: bool = False
    is_building: bool = False
    moment: Moment = Moment(0, "")
    memory: Memory = field(default_factory=Memory)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def start(self) -> Built:
        """Build everything once; what was found is for the terminal.

        What every edit asks for is done once meanwhile: the first one does not wait for it.
        """
        self.seen = look(self.root)
        warming = threading.Thread(target=self.warm, daemon=True)
        warming.start()
        found = built(self.root, self.site)
        warming.join()
        self.take(found, self.moment)
        return found

    def warm(self) -> None:
        """Read the files, and load what checks, writes and draws."""
        found, settings = examine(self.root, None, quiet, self.memory)
        hand = drawings.of(self.root)
        hand.warm()
        if found.dossier and not found.errors:
            Site(found.dossier, settings, PageInputs(draw=hand.draw)).page(HOME)

    def turn(self) -> str:
        """Look once, and take in what has changed; return the message, empty for nothing."""
        now = look(self.root)
        changed = {path for path, _ in now.items() ^ self.seen.items()}
        if not changed:
            return ""
        self.seen = now
        if is_look(self.root, changed):
            self.is_stale = True
            return "the look has changed: the engine builds the pages anew"
        return self.take_in() + ("" if self.moment.reported else "the pages are up to date")

    def take_in(self) -> str:
        """Take in what the content says now; its pages are written when they are asked for.

        What was found is returned, warnings as well.
        """
        found, settings = examine(self.root, None, quiet, self.memory)
        reported = terminal.render(found.diagnostics)
        if found.errors or not found.dossier:
            self.report(reported)
            return reported
        inputs = PageInputs(self.built.sizes, (), drawings.of(self.root).draw)
        with self.changed:
            self.fresh = Pages(Site(found.dossier, settings, inputs, self.built.titles))
            self.report("")
        return reported

    def settle(self) -> str:
        """Let the engine build what has changed, once the content is without error.

        Returns what came of it, but not messages that a later change made old.
        """
        since, self.is_stale, self.is_building = self.moment, False, True
        try:
            found = built(self.root, self.site)
            with self.changed:
                is_latest = self.moment is since
                self.take(found, since)
        finally:
            self.is_building = False
        if found.is_good:
            return "the engine has built the pages"
        return found.reported if is_latest else ""

    def take(self, found: Built, since: Moment) -> None:
        """Keep what the engine has built, and report it to the browsers; else what is wrong.

        What was taken in after the moment `since`, while the engine ran, is newer than this.
        """
        with self.changed:
            is_latest = self.moment is since
            if not found.is_good:
                if is_latest:
                    self.report(found.reported)
                return
            is_new = found.marks != self.built.marks
            self.built = found
            if is_latest:
                self.fresh = None
            if is_new or (is_latest and self.moment.reported):
                self.report("" if is_latest else self.moment.reported)

    def report(self, reported: str) -> None:
        """A new state begins."""
        with self.changed:
            self.moment = Moment(self.moment.number + 1, reported)
            self.changed.notify_all()

    def wait(self, seen: int, patience: float) -> Moment:
        """The state, as soon as it is another than the one that was seen."""
        with self.changed:
            self.changed.wait_for(lambda: self.moment.number != seen, patience)
            return self.moment

    @property
    def is_behind(self) -> bool:
        """Whether the engine has not built yet what is good, or may be by another look."""
        return self.is_stale or (self.fresh is not None and not self.moment.reported)

    def page(self, path: str) -> bytes | None:
        """A page as it would be built now; None where the engine's own is as good."""
        fresh = self.fresh.page(path) if self.fresh else None
        as_built = self.built.marks.get(path.removesuffix(".html") + ".md")
        if fresh is None or (digest(fresh) == as_built and not self.is_building):
            return None
        own = self.site / path
        frame = own if own.is_file() else self.beside(own)
        if frame is None:
            return None
        whole = frame.read_bytes()
        if frame != own:
            title = escape(page_of(path, fresh).title).encode()
            whole = TITLE.sub(lambda _: title, whole, count=1)
        return _spliced(whole, block(fresh))

    def pdf(self, name: str) -> bytes | str:
        """A PDF of the content as it stands, or why there is none."""
        try:
            wanted = WantedPdfs(names=(name,))
            found, paths = print_pdfs(self.root, self.site.parent / "pdf", wanted)
        except Refusal as refusal:
            return str(refusal)
        return paths[0].read_bytes() if paths else terminal.render(found.diagnostics)

    def beside(self, new: Path) -> Path | None:
        """A page as deep in the same section as one that the engine has not made yet."""
        section = new.parent.parent
        found = section.glob(f"*/{new.name}") if self.site in section.parents else ()
        return min(found, default=None)


def built(root: Path, site: Path) -> Built:
    """What came of a build in a process of its own; why there was none where that breaks off."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "generator.serve.child", str(root), str(site)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env=os.environ | {"PYTHONUTF8": "1"},
    )
    if done.returncode:
        last = done.stderr.strip().rpartition("\n")[2] or f"exit code {done.returncode}"
        return Built(f"the preview could not be built: {last}\n")
    return Built(**json.loads(done.stdout))


def _spliced(page: bytes, content: str) -> bytes:
    start, end = page.find(OPENING), page.rfind(CLOSING)
    if start < 0 or end < 0:
        return page
    return page[: start + len(OPENING)] + b"\n" + content.encode() + b"\n" + page[end:]
