"""Where the time goes as a briefing grows: CPU seconds of each stage, printed, never asserted."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest

from generator import rules
from generator.completion import completed
from generator.derive import derive
from generator.model.settings import Settings
from generator.reading.read import read
from generator.render.data.files import data
from generator.render.site.site import site
from generator.write import write

Write = Callable[..., Path]
T = TypeVar("T")


def grown(size: int) -> dict[str, str]:
    """That many claims, each with a source of its own."""
    files: dict[str, str] = {}
    for number in range(size):
        files[f"sources/note-{number}.yaml"] = f"""
            publisher: Note {number}
            title: Note {number}
            url: https://notes.example/{number}
            published: 2031-03-10
            retrieved: 2031-07-01
            kind: newspaper
            origin: own
            quotes:
              n: {{text: "The bridge carried {number} carts that day."}}
            """
        files[f"claims/claim-{number}.yaml"] = f"""
            label: carts counted in note {number}
            value: "{number}"
            unit: carts
            witnesses: [note-{number}#n]
            """
    return files


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def timed(name: str, work: Callable[[], T]) -> T:
    start = time.process_time()
    result = work()
    say(f"{name:>10} {time.process_time() - start:8.2f} s")
    return result


@pytest.mark.parametrize("size", [100, 1000])
def test_stages(briefing: Write, tmp_path: Path, size: int) -> None:
    root = briefing(grown(size))
    say(f"\n{size} claims, {2 * size} files, Python {sys.version.split()[0]}")
    contents = timed("read", lambda: read(root))
    dossier = timed("derive", lambda: derive(contents.briefing, date(2031, 6, 24)))
    timed("rules", lambda: list(rules.check(dossier)))
    pages = timed("site", lambda: site(dossier, Settings())[0])
    files = timed("data", lambda: data(dossier, Settings()))
    timed("write", lambda: write({**pages, **files}, tmp_path / "docs"))
    timed("again", lambda: write({**pages, **files}, tmp_path / "docs"))
    timed("schemas", lambda: completed(contents))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    say(f"{'peak':>10} {peak / 1024:8.0f} MB")
