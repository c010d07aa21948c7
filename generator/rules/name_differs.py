"""`name-differs`: the name of a record is spelled as the sources spell it (a warning).

All texts take a name from its record, so that a slip there stands on every page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.derive import Dossier
from generator.derive.slips import Slips
from generator.diagnostics import Diagnostic, Severity
from generator.link import Briefing
from generator.rules.doubts import Doubt
from generator.rules.texts import Text, texts

WORD = re.compile(r"[^\W\d_]{4,}")
# What so many texts of sources print is no slip of theirs.
OFTEN = 2


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Words of names that no source prints, where several print one that a slip makes of them."""
    briefing = dossier.briefing.as_read
    texts_of = [text.text for text in texts(briefing) if text.whose == "printed"]
    printed = Counter(word for text in texts_of for word in {*WORD.findall(text)})
    known = {word.casefold() for word in printed}
    often = Slips(word for word, count in printed.items() if count >= OFTEN)
    for name in names(briefing):
        for word in WORD.findall(name.text):
            near = often.of(word) if word.casefold() not in known else ()
            likely = [one for one in near if is_printed(name.text, word, one, texts_of)]
            if len(likely) == 1:
                yield differs(name, word, likely[0])


def is_printed(name: str, word: str, near: str, texts_of: Iterable[str]) -> bool:
    """Whether a text prints a word beside another one of the name, as the name has its own."""
    words = [near if one == word else one for one in name.split()]
    pairs = [" ".join(pair) for pair in pairwise(words) if near in pair]
    return any(pair in text for text in texts_of for pair in pairs)


def names(briefing: Briefing) -> Iterator[Text]:
    """The names of records, in the language of the briefing or in none."""
    home = (("name",), ("name", ""), ("name", briefing.edition.language))
    return (text for text in texts(briefing) if text.whose == "name" and text.path in home)


def differs(name: Text, word: str, near: str) -> Diagnostic:
    """A name with a slip in it."""
    return Doubt(
        code="name-differs",
        message=f"no source prints `{word}`, and several print `{near}`",
        span=name.span,
        severity=Severity.WARNING,
        help=f"did you mean `{near}`?",
    )
