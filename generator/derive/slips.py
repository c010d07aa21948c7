"""Words that one slip parts: a letter too many, one too few, another, or two changed about.

Capitals are no difference, and neither is an ending: `Genevan` and `Chinas` are no slips.
"""

from __future__ import annotations

from collections.abc import Iterable
from os.path import commonprefix


def is_slip(word: str, name: str) -> bool:
    """True when a word is one slip away from a name, and no form of it."""
    one, other = word.casefold(), name.casefold()
    return one != other and _is_one_edit(one, other) and not _is_form(one, other)


def _is_one_edit(one: str, other: str) -> bool:
    start = len(commonprefix((one, other)))
    one, other = one[start:], other[start:]
    too_many, too_few, another = one[1:] == other, one == other[1:], one[1:] == other[1:]
    return too_many or too_few or another or one[1::-1] + one[2:] == other


def _is_form(one: str, other: str) -> bool:
    """True for a plural, or for who is of a place."""
    short, long = sorted((one, other), key=len)
    return long == f"{short}s" or long == f"{short}n" and short.endswith("a")


# No name is longer; what a word becomes without each of its letters grows with its square.
LONGEST = 60


class Slips:
    """Finds the names that a word may be a slip of, without holding it against each of them.

    Words that one slip parts have a word in common that either becomes without one of its letters.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """Collects what each name becomes without one of its letters."""
        self._names: dict[str, list[str]] = {}
        for name in names:
            for shorter in _shorter(name):
                self._names.setdefault(shorter, []).append(name)

    def of(self, word: str) -> tuple[str, ...]:
        """The names that are one slip away, in their order in the alphabet."""
        near = {name for shorter in _shorter(word) for name in self._names.get(shorter, ())}
        return tuple(sorted(name for name in near if is_slip(word, name)))


def _shorter(word: str) -> set[str]:
    """A word, and what is left of it without any one of its letters."""
    folded = word.casefold()
    if len(folded) > LONGEST:
        return {folded}
    return {folded, *(folded[:at] + folded[at + 1 :] for at in range(len(folded)))}
