"""Which of some words another looks like a slip of: the one notion of it for all suggestions."""

from collections.abc import Collection
from os.path import commonprefix

from rapidfuzz import fuzz, process

# Below this, two words are different and not one of them misspelt.
CLOSE = 75
# Below this, nobody would take one of a few words for another.
SLIGHT = 60
# No word that anybody offers is longer, and the time to compare two grows with both.
LONGEST = 60


def nearest(word: str, known: Collection[str], cutoff: int = CLOSE) -> str:
    """The known word that another was most likely meant to be; empty where none is near."""
    if len(word) > LONGEST:
        return ""
    # Two letters that have changed places are likelier than one that is lost.
    turned = [one for one in known if _is_turned(word, one)]
    if turned:
        return turned[0]
    return most_alike(word, known, cutoff)


def most_alike(text: str, known: Collection[str], cutoff: int = SLIGHT) -> str:
    """The text that is most like another, of any length; empty where none is near."""
    found = process.extractOne(text, list(known), scorer=fuzz.ratio, score_cutoff=cutoff)
    return found[0] if found else ""


def _is_turned(word: str, other: str) -> bool:
    at = len(commonprefix((word, other)))
    turned = word[at : at + 2][::-1] + word[at + 2 :]
    return word != other and other[at:] == turned
