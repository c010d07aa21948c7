"""`person-not-in-quotation`: whoever took part is named in one of the quotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.derive import Dossier
from generator.derive.spelling import names_in
from generator.diagnostics import Diagnostic, Label
from generator.model.person import Person
from generator.model.record import Record
from generator.rules.delegate_misnamed import is_misnamed
from generator.rules.said import Said, nowhere, said

KEYS = ("person", "people")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Persons of whom no quotation has a word of a name, where all quotations are held."""
    for part in said(dossier.briefing.as_read):
        is_told = is_misnamed(part.briefing, part.located)
        if part.quoted and part.is_whole and not is_told:
            for key, id_ in _persons(part):
                if not _is_named(part, id_):
                    yield unnamed(part, key, id_)


def _persons(part: Said) -> Iterator[tuple[str, str]]:
    """The persons that a part is about, each with its key; those who only say so may be unnamed."""
    for key in KEYS:
        found = getattr(part.content, key) or ()
        ids = (found,) if isinstance(found, str) else found
        if key not in part.content.inferred:
            yield from ((key, id_) for id_ in ids if _is_person(part, id_))


def _is_person(part: Said, id_: str) -> bool:
    record = part.briefing.records.get(id_)
    is_person = record is not None and isinstance(record.data, Person)
    return is_person and id_ not in part.briefing.unreadable


def _is_named(part: Said, id_: str) -> bool:
    own = _names(part.briefing.records[id_])
    others = [
        name
        for record in part.briefing.of_kind("person")
        if record.id != id_
        for name in _names(record)
    ]
    texts = (text for quoted in part.quoted for text in quoted.texts)
    return any(names_in(own, without(text, others, own)) for text in texts)


def _names(record: Record) -> tuple[str, ...]:
    return (*record.data.names, *record.data.aliases)


def without(text: str, others: Iterable[str], own: Iterable[str]) -> str:
    """A text without the whole names of others: a word of theirs may be one of a person's own."""
    whole = [name for name in others if " " in name and name not in own and name in text]
    for name in sorted(whole, key=len, reverse=True):
        text = text.replace(name, "")
    return text


def unnamed(part: Said, key: str, id_: str) -> Diagnostic:
    """A person whom somebody else's words are taken for."""
    quoted, name = part.quoted[0], part.briefing.name(id_)
    return Diagnostic(
        code="person-not-in-quotation",
        message=f"{name} is named in {nowhere(part.quoted)}",
        span=part.span(key),
        labels=(Label(quoted.words_span, "the quotation"),),
        help="quote the words that name the person, add the spelling to `aliases`, or say why: "
        f"`inferred: {{{key}: why}}`",
    )
