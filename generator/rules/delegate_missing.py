"""`delegate-missing`: whom a round names in its title or as a head is on one of its delegations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.link import Briefing
from generator.model.person import Person
from generator.model.record import Path, Record
from generator.model.round import Round
from generator.model.statement import Statement
from generator.rules.doubts import Doubt
from generator.source import Span

WORD = re.compile(r"\w{2,}")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Persons of whom a reader would be told that it is not known whether they took part."""
    briefing, known = dossier.briefing, bearers(dossier.briefing)
    for record in briefing.of_kind("round"):
        if record.id in briefing.unreadable:
            continue
        assert isinstance(record.data, Round)
        given = {id_ for side in record.data.delegations.values() for id_ in persons(side.values())}
        # Under the id of a person another one stands by a slip, which is told.
        given |= {key for side in record.data.delegations.values() for key in side}
        told = record.data.heading(dossier.language)
        in_title = {known[word] for word in WORD.findall(told) if word in known}
        for id_, span in named(record, record.data, sorted(in_title)):
            if given and id_ not in given and id_ in briefing.records:
                yield missing(briefing.name(id_), span)


def bearers(briefing: Briefing) -> dict[str, str]:
    """The persons by each word that is of their names alone, such as most surnames."""
    found: dict[str, set[str]] = {}
    for person in briefing.of_kind("person"):
        assert isinstance(person.data, Person)
        for name in (*person.data.names, *person.data.aliases):
            for word in WORD.findall(name):
                found.setdefault(word, set()).add(person.id)
    return {word: ids.pop() for word, ids in found.items() if len(ids) == 1}


def named(record: Record, data: Round, in_title: Iterable[str]) -> Iterator[tuple[str, Span]]:
    """Whom the title and the heads name, each where it stands."""
    yield from ((id_, record.places.value(("title",))) for id_ in in_title)
    for party, lead in data.leads.items():
        for id_, path in placed(lead):
            yield id_, record.places.value(("leads", party, *path))


def persons(statements: Iterable[Statement]) -> Iterator[str]:
    """The persons that statements or their positions are about."""
    return (id_ for statement in statements for id_, _ in placed(statement))


def placed(statement: Statement) -> Iterator[tuple[str, Path]]:
    """The persons that a statement or its positions are about, with their paths in it."""
    for path, content in statement.contents():
        for at, id_ in enumerate(content.people):
            yield id_, (*path, "people", at)
        if content.person:
            yield content.person, (*path, "person")


def missing(name: str, span: Span) -> Diagnostic:
    """A person whom the round tells of and no delegation has."""
    return Doubt(
        code="delegate-missing",
        message=f"`{name}` is on no delegation of this round",
        span=span,
        severity=Severity.WARNING,
        help="add the person under `delegations:`, with the `attendance` that a source gives; "
        "without a quotation it is listed as such",
    )
