"""The two briefings that tests read from the repository, each read once: ours and the invented one.

Refuses to be changed: what tests need otherwise is written to a folder of their own. Ours grows: a
test of it asks its content for the day, and for what has become of an id.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path

import yaml

from generator.derive import Dossier, Fact, derive
from generator.link import Briefing
from generator.model.dates import in_words, parse_date
from generator.read import Contents, read

HERE = Path(__file__).parent
ROOTS = {"real": HERE.parent, "fixture": HERE / "fixture"}


def edition_and_late() -> tuple[str, str]:
    """The day of our edition, as its file says it, and one of which it claims nothing."""
    file = ROOTS["real"] / "content" / "briefing.yaml"
    edition = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    as_of, end = (parse_date(edition[key]) for key in ("as_of", "coverage_end"))
    return as_of.first.isoformat(), (end.last + timedelta(days=160)).isoformat()


# The same four days in the life of each: the first edition, the summer, the edition, and too late.
DAYS = {
    "real": ("2025-06-10", "2025-09-20", *edition_and_late()),
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


def edition_day() -> str:
    """The day of our edition, as a reader sees it."""
    return in_words(date.fromisoformat(DAYS["real"][2]))


def now(id_: str, name: str = "real") -> str:
    """Where an id leads: to itself, or what it or its record moved to; empty where it is gone."""
    return leads_to(briefing(name), id_)


def leads_to(part: Briefing, id_: str) -> str:
    """The same in any briefing."""
    told, sign, key = id_.partition("#")
    parts = told.split(".")
    for count in range(len(parts), 0, -1):
        where = part.moved.get(".".join(parts[:count]))
        if where:
            to = ".".join((where.to or "", *parts[count:]))
            return leads_to(part, to + sign + key) if where.to else ""
    return id_
