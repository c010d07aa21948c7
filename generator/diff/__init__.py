"""What changes for readers between two states of a briefing."""

from generator.diff.changes import Change, Difference, compare

__all__ = ["Change", "Difference", "compare"]
