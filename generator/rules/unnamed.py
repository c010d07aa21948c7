"""Sources on which nothing rests any more, for rules about changes."""

from collections.abc import Collection

from generator.derive import Dossier
from generator.link import Briefing
from generator.model.record import Record


def orphaned(before: Briefing, dossier: Dossier, kept: Collection[str]) -> dict[str, list[Record]]:
    """None: a source that nothing rests on is told by its own rule."""
    return {}
