"""The id that was most likely meant by one that is missing, for rules about changes."""

from __future__ import annotations

from generator.rules.mentions import ANY, Known, Mention
from generator.rules.shared import nearest


def missing(known: Known, places: list[Mention]) -> tuple[str, tuple[str, ...]]:
    """What several places miss: its id, and the kinds that fit the most narrow of them."""
    targets = [one.target for one in places if not one.beside] or [places[0].target]
    return min(targets), min((one.kinds for one in places), key=len)


def renamed(known: Known, places: list[Mention]) -> str:
    """What is near in the same record, and nothing mentions yet."""
    target = missing(known, places)[0]
    parent = target[: target.rfind(".") + 1]
    ids = [id_ for id_ in known.ids(ANY) if id_.startswith(parent) and id_ not in known.mentioned]
    same = [id_ for id_ in ids if id_.count(".") == target.count(".")]
    return nearest(target, same)
