"""The invented briefing, which tests read from the repository, and read once.

Refuses to be changed: what tests need otherwise is written to a folder of their own. Ours is read
by `tests/content` and by the measurements alone.
"""

from datetime import date
from functools import cache
from pathlib import Path

from generator.derive import Dossier, Fact, derive
from generator.model.briefing import Briefing
from generator.model.dates import in_words
from generator.reading.read import Contents, read

HERE = Path(__file__).parent
ROOTS = {"fixture": HERE / "fixture"}
# Four days in its life: the first edition, the summer, the edition, too late.
DAYS = {"fixture": ("2031-06-10", "2031-09-20", "2032-06-24", "2032-12-01")}


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
    """The day of the invented edition, as a reader sees it."""
    return in_words(date.fromisoformat(DAYS["fixture"][2]))


def leads_to(part: Briefing, id_: str) -> str:
    """Where an id leads: to itself, or what it or its record moved to; empty where it is gone."""
    told, sign, key = id_.partition("#")
    parts = told.split(".")
    for count in range(len(parts), 0, -1):
        where = part.moved.get(".".join(parts[:count]))
        if where:
            to = ".".join((where.to or "", *parts[count:]))
            return leads_to(part, to + sign + key) if where.to else ""
    return id_
