"""The positions of a dispute that came, went or read otherwise, each told from any other.

Refuses to go by the key alone, which readers do not see: who says the same under another has not
changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diff.difference import Difference
from generator.diff.view import View

Texts = Mapping[str, str]


def positions(was: View, now: View) -> Iterator[Difference]:
    """What became of the positions of each holder."""
    for holder in dict.fromkeys((*was.positions, *now.positions)):
        yield from held_by(holder, was.positions.get(holder, {}), now.positions.get(holder, {}))


def held_by(holder: str, was: Texts, now: Texts) -> Iterator[Difference]:
    """What became of the positions of one holder; of several it is told which."""
    names = renamed(was, now)
    before = {names.get(key, key): text for key, text in was.items()}
    is_one = max(len(was), len(now)) == 1
    for key in dict.fromkeys((*before, *now)):
        if before.get(key) != now.get(key):
            told = (before.get(key, ""), now.get(key, ""))
            yield Difference(name_of(holder, key, is_one), *told)


def named(holder: str, key: str, was: View, now: View) -> str:
    """What a position is called."""
    held = max(len(one.positions.get(holder, {})) for one in (was, now))
    return name_of(holder, key, held == 1)


def name_of(holder: str, key: str, is_one: bool) -> str:
    """What a position is called; of several by one holder, which."""
    which = "" if is_one else f" ({key.replace('-', ' ')})"
    return f"position of {holder}{which}"


def renamed(was: Texts, now: Texts) -> Mapping[str, str]:
    """The keys of positions that have another one now: who says the same, or says nothing else."""
    found = same(was, now)
    gone, new = (
        [key for key in one if key not in other] for one, other in ((was, now), (now, was))
    )
    return found if found or len(gone) != 1 or len(new) != 1 else {gone[0]: new[0]}


def same(was: Texts, now: Texts) -> Mapping[str, str]:
    """The keys that are gone by those that say the same now."""
    new = {text: key for key, text in now.items() if key not in was}
    return {key: new[text] for key, text in was.items() if key not in now and text in new}
