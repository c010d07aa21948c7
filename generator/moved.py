"""Where an id that was published leads: to itself, or on by what is listed as moved.

Refuses to guess: of what is not listed nothing took the place.
"""

from __future__ import annotations

from collections.abc import Callable, Container

from generator.link import Briefing
from generator.model.edition import Moved

# What leads to something below itself would never end.
FAR = 100


def entry_of(briefing: Briefing, id_: str) -> tuple[str, Moved | None]:
    """What is listed of an id, or of what it is below, with the id that it is listed under."""
    above = id_
    while above:
        entry = briefing.moved.get(above)
        if isinstance(entry, Moved):
            return above, entry
        above = above.rpartition(".")[0]
    return "", None


def next_of(briefing: Briefing, id_: str) -> str:
    """What took the place of an id, with all that stands below it; empty where nothing did."""
    above, entry = entry_of(briefing, id_)
    return f"{entry.to}{id_[len(above) :]}" if entry and entry.to else ""


def led(id_: str, there: Container[str], step: Callable[[str], str]) -> str:
    """Where an id leads in the end, step by step; the last that leads on where none is there."""
    passed = {id_}
    while id_ not in there and len(passed) < FAR and (to := step(id_)) and to not in passed:
        passed.add(id_ := to)
    return id_
