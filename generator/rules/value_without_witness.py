"""Statements without witnesses, for rules about changes."""

from generator.link import Briefing
from generator.rules.mentions import Known


def unwitnessed_ids(briefing: Briefing) -> frozenset[str]:
    """The ids of statements that exist but for their witnesses."""
    return Known.of(briefing).statements - briefing.statements.keys()
