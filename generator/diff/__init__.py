"""What changes for readers between two states of a briefing."""

from generator.diff.changes import Change, compare
from generator.diff.difference import Difference

__all__ = ["Change", "Difference", "compare"]
