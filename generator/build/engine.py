"""MkDocs as a program of its own: pages in, a site out, the same bytes on any day and machine."""

import json
import os
import subprocess
import sys
from calendar import timegm
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.build import kept
from generator.write import Refusal, make_folder, make_room

# Tells site_config/hooks.py that a build writes the pages, and says when it has.
PAGES_WRITTEN = "BRIEFING_PAGES_WRITTEN"
# What would make two runs differ: the place, the order of sets. The time is told with the pages.
SETTINGS = {
    PAGES_WRITTEN: "1",
    "NO_MKDOCS_2_WARNING": "1",
    "TZ": "UTC",
    "LC_ALL": "C.UTF-8",
    "PYTHONUTF8": "1",
    "PYTHONHASHSEED": "0",
}
# The time in a compressed sitemap has 32 bits.
LAST_MOMENT = 2**32 - 1
SHOWN = 20


@dataclass(frozen=True)
class Engine:
    """MkDocs, which loads while pages are rendered, and waits until they are written."""

    built: Path
    process: subprocess.Popen[str]

    def begin(self, as_of: date, title: str, url: str | None) -> None:
        """Build the site of the pages that are written now, while somebody does something else.

        To read a title and an address anew it would load all that reads.
        """
        assert self.process.stdin
        # One that has ended already says why.
        with suppress(BrokenPipeError):
            self.process.stdin.write(json.dumps([str(epoch(as_of)), title, url]) + "\n")
            self.process.stdin.flush()

    def end(self) -> None:
        """Wait until the site is built."""
        output, _ = self.process.communicate()
        if self.process.returncode:
            raise Refusal(failure(self.process.returncode, output))
        said = (line.partition(kept.NOT_VERIFIED) for line in output.splitlines())
        kept.unverified.update(Path(place) for _, found, place in said if found)


@contextmanager
def started(root: Path, held: tuple[int, ...] = ()) -> Iterator[Engine]:
    """The engine of a briefing, ended with the block; it keeps the handles `held` open."""
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--quiet"]
    built, _ = (make_folder(root / "build" / name) for name in ("engine", "docs"))
    # MkDocs leaves what is hidden in a folder that it builds into, and all of it is published.
    make_room(built, ())
    with subprocess.Popen(
        [*command, "--site-dir", str(built)],
        cwd=root,
        env=os.environ | SETTINGS,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        pass_fds=held,
    ) as process:
        try:
            yield Engine(built, process)
        finally:
            process.kill()


def epoch(as_of: date) -> int:
    """Noon UTC of the day, so that it is the same day nearly everywhere."""
    return min(max(timegm((as_of.year, as_of.month, as_of.day, 12, 0, 0)), 0), LAST_MOMENT)


def failure(code: int, output: str) -> str:
    """The last lines of what the engine printed, under a heading that says whose they are."""
    lines = [line.rstrip() for line in output.splitlines() if line.strip()][-SHOWN:]
    if not lines:
        return f"MkDocs ended with code {code} and said nothing; the last good site stands"
    return "\n".join(["MkDocs could not build the site; the last good site stands", *lines])
