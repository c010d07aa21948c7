"""`reason-misquotes`: what a reason has in quotation marks stands in a quotation (a warning).

Refuses reasons of what rests on no quotation: there is nothing to hold them against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.derive import Dossier
from generator.derive.spelling import words_in
from generator.diagnostics import Label, Severity
from generator.link import Briefing, Located
from generator.rules.doubts import Doubt
from generator.rules.said import Quoted, nowhere, parts
from generator.rules.weekday_differs import QUOTED
from generator.source import Span

# What stands before words that are a name for something.
CALLED = re.compile(r"\b(?:call(?:s|ed|ing)?|named?|so-called|titled|an?)\s\Z", re.IGNORECASE)
# What an editor adds to a quotation.
ADDED = re.compile(r"\s*\[[^\]]*\]\s*")


@dataclass(frozen=True, slots=True)
class Misquoting(Doubt):
    """Words that a reason gives as the source's, and the quotations of which none has them."""

    words: str = field(kw_only=True)
    quoted: tuple[Quoted, ...] = field(kw_only=True, compare=False, repr=False)
    statement: str = field(kw_only=True)


def check(dossier: Dossier) -> Iterator[Misquoting]:
    """Words that reasons give as the source's, and that none of the quotations has."""
    briefing = dossier.briefing.as_read
    for located in briefing.statements.values():
        for path, content in located.statement.contents():
            quoted = quotations(briefing, located, path) if content.inferred else ()
            for key, reason in content.inferred.items() if quoted else ():
                for words in quotations_in(reason):
                    if not stands(words, quoted):
                        span = located.span(*path, "inferred", key)
                        yield misquotes(located, span, words, quoted)


def quotations_in(reason: str) -> Iterator[str]:
    """The words that a reason gives as the source's; what is called so is nobody's."""
    for found in QUOTED.finditer(reason):
        if not CALLED.search(reason[: found.start()]):
            yield found[1]


def quotations(briefing: Briefing, located: Located, path: tuple[str, ...]) -> tuple[Quoted, ...]:
    """What a position rests on, or a statement with all of its positions; nothing unless whole."""
    own = [part for part in parts(briefing, located) if part.path[: len(path)] == path]
    return tuple(one for part in own for one in part.quoted) if all(p.is_whole for p in own) else ()


def stands(words: str, quoted: tuple[Quoted, ...]) -> bool:
    """Whether a quotation has some words, or the title of its source, but for additions."""
    held = [text for one in quoted for text in one.texts]
    held += [text for one in quoted for text in one.publication.names]
    return any(words_in(ADDED.sub(" ... ", words), text) for text in held)


def misquotes(located: Located, span: Span, words: str, quoted: tuple[Quoted, ...]) -> Misquoting:
    """A reason with words that are not its source's."""
    return Misquoting(
        code="reason-misquotes",
        message=f"the reason has “{words}”, which stands in {nowhere(quoted)}",
        span=span,
        severity=Severity.WARNING,
        labels=(Label(quoted[0].words_span, "the quotation"),),
        help="take the source's own words, name the witness that has them, or give the reason "
        'in words of ours, without marks; what only has that name is `called "..."`',
        words=words,
        quoted=quoted,
        statement=located.id,
    )
