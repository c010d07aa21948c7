"""`delegate-misnamed`: whoever's id is the key of a delegate is the person of it.

An id with a wrong letter is no other key.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.slips import is_slip
from generator.diagnostics import Diagnostic, Label
from generator.link import Briefing, Located
from generator.model.person import Person
from generator.model.record import Record
from generator.model.round import Round


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Delegates under the id of a person who is another one."""
    briefing = dossier.briefing.as_read
    for record in briefing.of_kind("round"):
        for party, key in misnamed(briefing, record):
            yield other_person(record, ("delegations", party, key))
        yield from misspelt(briefing, record)


def misnamed(briefing: Briefing, record: Record) -> Iterator[tuple[str, str]]:
    """The delegation and the key of each such delegate of a round."""
    assert isinstance(record.data, Round)
    for party, members in record.data.delegations.items():
        for key, statement in members.items():
            if is_other_person(briefing, key, statement.person):
                yield party, key


def is_misnamed(briefing: Briefing, located: Located) -> bool:
    """Whether a statement is such a delegate."""
    path = located.path
    is_delegate = path[:1] == ("delegations",) and located.record.kind == "round"
    return is_delegate and is_other_person(briefing, str(path[-1]), located.statement.person)


def is_other_person(briefing: Briefing, key: str, person: str | None) -> bool:
    """Whether a key is the id of a person, and another one is named."""
    both = [briefing.records.get(id_) for id_ in {key, person or key}]
    return len(both) > 1 and all(one and isinstance(one.data, Person) for one in both)


def misspelt(briefing: Briefing, record: Record) -> Iterator[Diagnostic]:
    """The delegates whose key is the id of their person but for one slip."""
    assert isinstance(record.data, Round)
    for party, members in record.data.delegations.items():
        for key, statement in members.items():
            person = statement.person or ""
            if person in briefing.records and key not in briefing.records and is_slip(key, person):
                yield slip(record, ("delegations", party, key), person)


def slip(record: Record, path: tuple[str, ...], person: str) -> Diagnostic:
    """A key that is a person's id with a slip in it."""
    return Diagnostic(
        code="delegate-misnamed",
        message=f"the key `{path[-1]}` is all but the id of its person",
        span=record.places.key(path),
        labels=(Label(record.places.value((*path, "person")), "the person"),),
        help=f"write `{person}:`",
    )


def other_person(record: Record, path: tuple[str, ...]) -> Diagnostic:
    """A delegate with the id of one person as its key and another one as its person."""
    span, key = record.places.value((*path, "person")), path[-1]
    return Diagnostic(
        code="delegate-misnamed",
        message=f"`{span.text}` stands under the key `{key}`, which is the id of another person",
        span=span,
        labels=(Label(record.places.key(path), "the key"),),
        help=f"write `person: {key}`, or give it the key `{span.text}`",
    )
