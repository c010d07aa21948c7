"""Where an id that was published leads: to itself, or on by what is listed as moved."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterator
from functools import partial

from generator.model.briefing import Briefing
from generator.model.edition import Moved

# What leads to something below itself would never end.
FAR = 20


def entry_of(briefing: Briefing, id_: str) -> tuple[str, Moved | None]:
    """What is listed of an id, or of what it is below, with the id that it is listed under."""
    above = id_
    while above:
        if entry := briefing.moved.get(above):
            return above, entry
        above = above.rpartition(".")[0]
    return "", None


def next_of(briefing: Briefing, id_: str) -> str:
    """What took the place of an id, with all that stands below it; empty where nothing did."""
    above, entry = entry_of(briefing, id_)
    return f"{entry.to}{id_[len(above) :]}" if entry and entry.to else ""


def end_of(briefing: Briefing, id_: str) -> Moved | None:
    """Where an id that is listed leads in the end, however often what it leads to moved on."""
    if entry_of(briefing, id_)[1] is None:
        return None
    last = led(id_, briefing.ids, partial(next_of, briefing))
    _, entry = entry_of(briefing, last)
    return entry if entry and entry.gone and last not in briefing.ids else Moved(to=last)


def led(id_: str, there: Container[str], step: Callable[[str], str]) -> str:
    """Where an id leads in the end, step by step; the last that leads on where none is there."""
    return _way(id_, there, step)[-1]


def _way(id_: str, there: Container[str], step: Callable[[str], str]) -> list[str]:
    """The ids from one to where it leads in the end; back at none that was passed."""
    passed = [id_]
    while id_ not in there and len(passed) < FAR and (to := step(id_)) and to not in passed:
        passed.append(id_ := to)
    return passed


def ring_of(briefing: Briefing, id_: str) -> list[str]:
    """The ids that lead on from one without an end; none where there is an end."""
    passed = _way(id_, briefing.ids, partial(next_of, briefing))
    is_endless = passed[-1] not in briefing.ids and next_of(briefing, passed[-1]) != ""
    return passed if is_endless else []


def former(briefing: Briefing, ids: Collection[str]) -> dict[str, Moved]:
    """Every id that some that are there had before, and all that are listed, with their ends.

    What moved took along what stands below it, which is listed nowhere.
    """
    deepest = max((id_.count(".") for id_ in (*ids, *briefing.moved)), default=0)
    found = dict.fromkeys(briefing.moved)
    left = [*ids, *briefing.moved]
    while left:
        for then in befores(briefing, left.pop()):
            if then not in found and then not in briefing.ids and then.count(".") <= deepest:
                found[then] = None
                left.append(then)
    return {id_: end for id_ in sorted(found) if (end := end_of(briefing, id_))}


def befores(briefing: Briefing, id_: str) -> Iterator[str]:
    """The ids that something had, or would have had, right before one of its ids."""
    for old, entry in briefing.moved.items():
        to = entry.to or ""
        leads_here = to and f"{id_}.".startswith(f"{to}.")
        # What was a part of what it is now took nothing along, nor did a page.
        if leads_here and not old.startswith((f"{to}.", "pages/")):
            yield f"{old}{id_[len(to) :]}"
