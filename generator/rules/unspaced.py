"""A formula whose parts stand without spaces: what has no id, and would be ids if it were parted.

Refuses to tell anything: what is missing is for `dangling-ref` to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.known import Known, meant
from generator.rules.references import Mention

MINUS = "-"


def unspaced(known: Known) -> Iterator[tuple[Mention, str]]:
    """What formulas name and nothing has as its id, with the parts that were most likely meant."""
    for one in known.lost:
        found = spaced(known, one, one.target) if one.beside else ""
        if found:
            yield one, found


def spaced(known: Known, mention: Mention, text: str) -> str:
    """A text as the fewest ids with a minus between them; empty where they are not all there."""
    steps = text.split(MINUS)
    ends = range(len(steps) - 1, 0, -1)
    found = []
    for first, rest in ((MINUS.join(steps[:end]), MINUS.join(steps[end:])) for end in ends):
        if is_there(known, mention, first):
            others = rest if is_there(known, mention, rest) else spaced(known, mention, rest)
            found += [f"{first} {MINUS} {others}"] if others else []
    return min(found, key=len, default="")


def is_there(known: Known, mention: Mention, text: str) -> bool:
    """Whether a formula may name a statement so in the place of a mention."""
    named = Mention(text, mention.kinds, mention.span, mention.beside)
    return any(known.fits(id_, mention.kinds) for id_ in meant(named))
