"""Ids of acts in other places, for rules about changes."""

from generator.link import Briefing


def meant_ids(briefing: Briefing) -> frozenset[str]:
    """None: what is in another place is told there."""
    return frozenset()
