"""What quotations must contain, by the name that rules about changes know it by."""

from generator.rules.quotations import Wanted, all_wanted, missing, words

__all__ = ["Wanted", "all_wanted", "missing", "words"]
