"""`speaker-differs`: words are by whom their quotation names as the speaker (a warning).

Refuses quotations that name nobody right before a verb of speaking, and words by parties and
bodies, for whom persons speak.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.rules.doubts import Doubt
from generator.rules.parted import is_strange
from generator.rules.said import Quoted, Said, said
from generator.rules.wanted import words

# The last word of a name, and what its bearer does, but for what another one tells or asks of it.
SPEAKS = re.compile(
    r"\b(?P<told>(?:what|that|when|as|whom?)\s+)?(?:[A-Z][\w.'-]*\s+){0,3}?"
    r"(?P<name>[A-Z][\w'-]+)\s+(?:(?:also|had|has|later|then)\s+)?"
    r"(?:said|says|told|wrote|added|stated|warned|insisted|stressed|posted)\b"
)
# Who speaks as well, without a name.
OTHERS = re.compile(
    r"\b(?:he|she|they|president|secretary|minister|premier|official|spokes\w+)\b[\w ]{0,20}?"
    r"\b(?:said|says|replied|declared|told|wrote|added|stated|warned|asked)\b",
    re.IGNORECASE,
)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Words by persons whom no quotation names as the speaker, while others are named."""
    briefing = dossier.briefing.as_read
    known = {record.id for record in briefing.of_kind("person")}
    for part in said(briefing):
        by = set(part.content.by)
        if by and by <= known and "by" not in part.content.inferred:
            named = [(id_, one) for one in part.quoted for id_ in speakers(briefing, one)]
            is_other = named and by.isdisjoint(id_ for id_, _ in named)
            if is_other and not is_of_others(part):
                yield differs(part, *named[0])


def is_of_others(part: Said) -> bool:
    """Whether the quotations have nothing of the words, so that their speaker is another's."""
    own = words(part)
    has_words = own is None or any(map(own.stands_in, part.quoted))
    return part.is_whole and not has_words and is_strange(part)


def speakers(briefing: Briefing, quoted: Quoted) -> Iterator[str]:
    """The persons whom a quotation names as speakers."""
    text = quoted.quotation.text
    for found in SPEAKS.finditer(text) if not OTHERS.search(text) else ():
        yield from surnames(briefing).get(found["name"], ()) if not found["told"] else ()


@lru_cache(maxsize=2)
def surnames(briefing: Briefing) -> dict[str, set[str]]:
    """The persons whose names end in a word; a name of one word may be any word."""
    found: dict[str, set[str]] = defaultdict(set)
    for record in briefing.of_kind("person"):
        for name in (*record.data.names, *record.data.aliases):
            if " " in name:
                found[name.split()[-1]].add(record.id)
    return found


def differs(part: Said, speaker: str, quoted: Quoted) -> Diagnostic:
    """Words that another person says."""
    return Doubt(
        code="speaker-differs",
        message=f"in the quotation `{quoted.witness}` it is `{speaker}` who speaks",
        span=part.span("by"),
        severity=Severity.WARNING,
        labels=(Label(quoted.words_span, "the quotation"),),
        help=f"write `by: {speaker}`, or say why: `inferred: {{by: why}}`",
    )
