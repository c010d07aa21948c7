"""MkDocs as a program of its own: pages in, a site out, the same bytes on any day and machine.

Refuses to be a library: nothing of MkDocs is imported, and what it prints is shown only when it
fails, as one message.
"""

from __future__ import annotations

import os
import subprocess
import sys
from calendar import timegm
from datetime import date
from pathlib import Path

from generator.write import Refusal

# Tells site_config/hooks.py that the pages are written already.
PAGES_WRITTEN = "BRIEFING_PAGES_WRITTEN"
# The time in a compressed sitemap has 32 bits.
LAST_MOMENT = 2**32 - 1
SHOWN = 20


def run(root: Path, built: Path, as_of: date, held: tuple[int, ...] = ()) -> None:
    """Build the site of a briefing into `built`; the process keeps the handles `held` open."""
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--quiet"]
    done = subprocess.run(
        [*command, "--site-dir", str(built)],
        cwd=root,
        env=os.environ | settings(as_of),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        pass_fds=held,
    )
    if done.returncode:
        raise Refusal(failure(done.returncode, done.stdout))


def settings(as_of: date) -> dict[str, str]:
    """What would make two runs differ: the clock, the place, the order of sets."""
    return {
        PAGES_WRITTEN: "1",
        "SOURCE_DATE_EPOCH": str(epoch(as_of)),
        "NO_MKDOCS_2_WARNING": "1",
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "PYTHONUTF8": "1",
        "PYTHONHASHSEED": "0",
    }


def epoch(as_of: date) -> int:
    """Noon UTC of the day, so that it is the same day nearly everywhere."""
    return min(max(timegm((as_of.year, as_of.month, as_of.day, 12, 0, 0)), 0), LAST_MOMENT)


def failure(code: int, output: str) -> str:
    """The last lines of what the engine printed, under a heading that says whose they are."""
    lines = [line.rstrip() for line in output.splitlines() if line.strip()][-SHOWN:]
    if not lines:
        return f"MkDocs ended with code {code} and said nothing; the last good site stands"
    return "\n".join(["MkDocs could not build the site; the last good site stands", *lines])
