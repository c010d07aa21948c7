"""What statements say, by the name that rules about changes know it by."""

from __future__ import annotations

from generator.link import Briefing, Located
from generator.rules.shared import Said, parts, said

__all__ = ["Said", "is_whole", "parts", "said"]


def is_whole(briefing: Briefing, located: Located) -> bool:
    """True when every quotation that a statement names exists."""
    named = (witness for witness in located.statement.named if "#" in witness)
    return all(map(briefing.quotation, named))
