"""The two briefings that tests read from the repository, each read once: ours and the invented one.

Refuses to be changed: what tests need otherwise is written to a folder of their own.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from generator.derive import Dossier, Fact, derive
from generator.link import Briefing
from generator.read import Contents, read

HERE = Path(__file__).parent
ROOTS = {"real": HERE.parent, "fixture": HERE / "fixture"}
# The same four days in the life of each: the first edition, the summer, the edition, and too late.
DAYS = {
    "real": ("2025-06-10", "2025-09-20", "2026-06-24", "2026-12-01"),
    "fixture": ("2031-06-10", "2031-09-20", "2032-06-24", "2032-12-01"),
}


@cache
def contents(name: str) -> Contents:
    return read(ROOTS[name])


def briefing(name: str) -> Briefing:
    return contents(name).briefing


@cache
def dossier(name: str, day: str) -> Dossier:
    return derive(briefing(name), date.fromisoformat(day))


def fact(name: str, day: str, id_: str) -> Fact:
    return dossier(name, day).facts[id_]
