"""`name-differs`: the name of a record is spelled as the sources spell it (a warning).

All texts take a name from its record, so that a slip there stands on every page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

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
    printed = words_of_sources(briefing)
    known = {word.casefold() for word in printed}
    # What is in lower case somewhere is a word of its own (`agency`, beside `Agence`), and hardly
    # anybody mistypes the first letter (`Hatch`, beside `Watch`).
    often = Slips(w for w, n in printed.items() if n >= OFTEN and w[0].isupper())
    for name in names(briefing):
        for word in WORD.findall(name.text):
            near = often.of(word) if word.casefold() not in known else ()
            likely = [one for one in near if one[0] == word[0] and one.lower() not in printed]
            if len(likely) == 1:
                yield differs(name, word, likely[0])


def words_of_sources(briefing: Briefing) -> Counter[str]:
    """The words that sources print, each with how many of their texts have it."""
    found: Counter[str] = Counter()
    for text in texts(briefing):
        if text.whose == "printed":
            found.update({*WORD.findall(text.text)})
    return found


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
