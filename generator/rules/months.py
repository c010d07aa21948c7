"""Times in keys and labels, for rules about changes."""

from generator.rules.shared import period_in as of_label
from generator.rules.shared import period_of as of_key

__all__ = ["of_key", "of_label"]
