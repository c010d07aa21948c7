"""Which of some words another looks like a slip of: the one notion of it for all suggestions."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from os.path import commonprefix

# Below this, two words are different and not one of them misspelt.
CLOSE = 0.75
# Below this, nobody would take one of a few words for another.
SLIGHT = 0.6
# No word that anybody offers is longer, and the time to compare two grows with both.
LONGEST = 60


def nearest(word: str, known: Collection[str], cutoff: float = CLOSE) -> str:
    """The known word that another was most likely meant to be; empty where none is near."""
    if len(word) > LONGEST:
        return ""
    # Two letters that have changed places are likelier than one that is lost.
    turned = [one for one in known if is_turned(word, one)]
    return next(iter(turned or get_close_matches(word, known, n=1, cutoff=cutoff)), "")


def is_turned(word: str, other: str) -> bool:
    """Whether two letters side by side have changed places, and nothing else."""
    at = len(commonprefix((word, other)))
    turned = word[at : at + 2][::-1] + word[at + 2 :]
    return word != other and other[at:] == turned
