"""`person-not-in-quotation`: whoever took part is named in one of the quotations."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Label
from generator.rules.said import Said, nowhere, said
from generator.rules.unprinted import Unprinted
from generator.rules.wanted import Wanted, persons
from generator.source import Span


def check(dossier: Dossier) -> Iterator[Unprinted]:
    """Persons of whom no quotation has a word of a name, where all quotations are held."""
    for part in said(dossier.briefing.as_read):
        if part.quoted and part.is_whole:
            for one in persons(part):
                if not any(map(one.stands_in, part.quoted)):
                    yield unnamed(part, one)


def unnamed(part: Said, person: Wanted) -> Unprinted:
    """A person whom somebody else's words are taken for."""
    return Unprinted(
        code="person-not-in-quotation",
        message=f"{person.shown} is named in {nowhere(part.quoted)}",
        span=place(part, person),
        labels=(Label(part.quoted[0].words_span, "the quotation"),),
        help="quote the words that name the person, add the spelling to `aliases`, or say why: "
        f"`inferred: {{{person.key}: why}}`",
        part=part,
        wanted=person,
    )


def place(part: Said, person: Wanted) -> Span:
    """Where the person is named: in a list its own place, else that of the key."""
    spans = part.located.record.places.values
    for path in (part.path, ()):
        whole = (*part.located.path, *path, person.key)
        for at, id_ in enumerate(getattr(part.content, person.key) or ()):
            if id_ == person.meaning and (*whole, at) in spans:
                return spans[(*whole, at)]
    return part.span(person.key)
