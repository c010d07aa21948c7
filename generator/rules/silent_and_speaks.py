"""`silent-and-speaks`: a side that says something, or holds a position, is not silent."""

from __future__ import annotations

from collections.abc import Iterator

from generator.counting import listed
from generator.derive import Dossier
from generator.derive.actors import side
from generator.diagnostics import Diagnostic, Label
from generator.link import Briefing, Located
from generator.model.person import Person


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statements in which one side is silent, and says so itself or has a position as well."""
    for located in dossier.briefing.as_read.statements.values():
        for party in located.statement.silent:
            if party in {side_of(dossier.briefing, id_) for id_ in located.statement.by}:
                yield speaks(located, party)
            if held := positions_of(dossier.briefing, located, party):
                yield both(located, party, held)


def positions_of(briefing: Briefing, located: Located, party: str) -> list[str]:
    """The positions of a statement that a side holds, by their keys."""
    return [
        key
        for key, position in located.statement.positions.items()
        if party in {key, *(side_of(briefing, id_) for id_ in position.by)}
    ]


def side_of(briefing: Briefing, id_: str) -> str:
    """The side that a person or body is of, else the id itself."""
    record = briefing.records.get(id_)
    person = record.data if record and isinstance(record.data, Person) else None
    return (person and person.party) or side(briefing, id_)


def speaks(located: Located, party: str) -> Diagnostic:
    """A side of which it is told that it says something, and that it says nothing."""
    return Diagnostic(
        code="silent-and-speaks",
        message=f"`{party}` is silent, and this is said by it or one of its own",
        span=located.key_span("silent", party),
        labels=(Label(located.span("by"), "who says so"),),
        help="take it out of `silent`, or mend `by`",
    )


def both(located: Located, party: str, held: list[str]) -> Diagnostic:
    """A side of which things are told that cannot both be so."""
    names = f"{'positions' if len(held) > 1 else 'position'} {listed([f'`{key}`' for key in held])}"
    return Diagnostic(
        code="silent-and-speaks",
        message=f"`{party}` is silent, and holds the {names}",
        span=located.key_span("silent", party),
        labels=tuple(Label(located.key_span("positions", key), "its position") for key in held),
        help=f"take it out of `silent`, or the position{'s' if len(held) > 1 else ''}",
    )
