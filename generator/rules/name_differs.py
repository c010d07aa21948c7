"""`name-differs`: the name of a record is spelled as the sources spell it (a warning).

All texts take a name from its record, so that a slip there stands on every page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from itertools import pairwise

from generator.derive import Dossier
from generator.derive.slips import Slips
from generator.diagnostics import Severity
from generator.link import Briefing
from generator.rules.doubts import Doubt
from generator.rules.hidden import Hidden
from generator.rules.texts import Text, texts

WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class SpeltOtherwise(Doubt):
    """A name with a word that sources spell otherwise, and how they do."""

    record: str = field(kw_only=True)
    near: str = field(kw_only=True)


def check(dossier: Dossier) -> Iterator[SpeltOtherwise]:
    """Words of names that no source prints, where one prints what a slip makes of them."""
    briefing = dossier.briefing.as_read
    every = [*texts(briefing)]
    texts_of = [text.text for text in every if text.whose == "printed"]
    printed = Counter(word for text in texts_of for word in {*WORD.findall(text)})
    known, slips = {word.casefold() for word in printed}, Slips(printed)
    own, hidden = [*names(briefing)], Hidden(dossier.briefing, every)
    # What an alias has may be how a source misspells the name.
    others = (*own, *(text for text in every if text.whose == "alias"))
    taken = {pair for name in others for pair in pairs(name.text.split())}
    for name in own:
        for word in WORD.findall(name.text):
            near = slips.of(word) if word.casefold() not in known else ()
            likely = [one for one in near if is_printed(name.text, (word, one), texts_of, taken)]
            if len(likely) == 1 and not hidden.is_unread(word):
                yield differs(name, word, likely[0], printed[likely[0]])


def is_printed(name: str, slip: tuple[str, str], texts_of: Iterable[str], taken: Set[str]) -> bool:
    """Whether a text prints a word beside another one of the name, as no other name has it."""
    word, near = slip
    if word[0].isupper() != near[0].isupper():
        return False
    words = [near if one == word else one for one in name.split()]
    beside = {pair for pair in pairs(words) if near in pair.split()} - taken
    return any(pair in text for text in texts_of for pair in beside)


def pairs(words: Iterable[str]) -> Iterator[str]:
    """Each word with the next one."""
    return map(" ".join, pairwise(words))


def names(briefing: Briefing) -> Iterator[Text]:
    """The names of records, in the language of the briefing or in none."""
    home = (("name",), ("name", ""), ("name", briefing.edition.language))
    return (text for text in texts(briefing) if text.whose == "name" and text.path in home)


def differs(name: Text, word: str, near: str, count: int) -> SpeltOtherwise:
    """A name with a slip in it."""
    others = "one prints" if count == 1 else "several print"
    return SpeltOtherwise(
        code="name-differs",
        message=f"no source prints `{word}`, and {others} `{near}`",
        span=name.span,
        severity=Severity.WARNING,
        help=f"did you mean `{near}`?",
        record=name.record,
        near=near,
    )
