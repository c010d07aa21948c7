"""`silent-and-speaks`: a side that says something, or holds a position, is not silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.counting import counted, listed
from generator.derive import Dossier
from generator.derive.actors import side
from generator.diagnostics import Diagnostic, Label
from generator.link import Briefing, Located
from generator.model.body import Body
from generator.model.person import Person
from generator.rules.doubts import Pair
from generator.rules.likeliest import by_place
from generator.source import Span


@dataclass(frozen=True)
class Contradiction:
    """A silent side that says a statement, or holds `positions` of it.

    `sides` are the places where it is written whose side those are of who speak.
    """

    located: Located
    party: str
    positions: tuple[str, ...]
    sides: tuple[Span, ...]

    @property
    def places(self) -> tuple[Span, ...]:
        """Where the slip may be."""
        return self.located.key_span("silent", self.party), *self.sides


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statements in which one side is silent, and says so itself or has a position as well."""
    for place, found in by_place(contradictions(dossier.briefing.as_read)):
        first = found[0]
        if place != first.places[0]:
            yield of_side(first.party, place, [one.places[0] for one in found])
        else:
            yield both(first) if first.positions else speaks(first)


def contradictions(briefing: Briefing) -> Iterator[Contradiction]:
    """Each such statement, once for what it says and once for its positions."""
    for located in briefing.statements.values():
        for party in located.statement.silent:
            own = [id_ for id_ in located.statement.by if side_of(briefing, id_) == party]
            if own:
                yield Contradiction(located, party, (), sides_of(briefing, own))
            if held := positions_of(briefing, located, party):
                by = [id_ for key in held for id_ in located.statement.positions[key].by]
                yield Contradiction(located, party, held, sides_of(briefing, by))


def positions_of(briefing: Briefing, located: Located, party: str) -> tuple[str, ...]:
    """The positions of a statement that a side holds, by their keys."""
    return tuple(
        key
        for key, position in located.statement.positions.items()
        if party in {key, *(side_of(briefing, id_) for id_ in position.by)}
    )


def side_of(briefing: Briefing, id_: str) -> str:
    """The side that a person or body is of, else the id itself."""
    record = briefing.records.get(id_)
    person = record.data if record and isinstance(record.data, Person) else None
    return (person and person.party) or side(briefing, id_)


def sides_of(briefing: Briefing, ids: Iterable[str]) -> tuple[Span, ...]:
    """Where the sides of persons and bodies are written."""
    found = (briefing.records.get(id_) for id_ in dict.fromkeys(ids))
    keys = [(one, "party" if isinstance(one.data, Person) else "of") for one in found if one]
    written = ((one, key) for one, key in keys if isinstance(one.data, Person | Body))
    return tuple(one.places.value((key,)) for one, key in written if (key,) in one.places.keys)


def speaks(found: Contradiction) -> Diagnostic:
    """A side of which it is told that it says something, and that it says nothing."""
    sides = (Label(span, "the side of who does") for span in found.sides)
    return Pair(
        code="silent-and-speaks",
        message=f"`{found.party}` is silent, and this is said by it or one of its own",
        span=found.places[0],
        labels=(Label(found.located.span("by"), "who says so"), *sides),
        help="take it out of `silent`, or mend `by`",
    )


def both(found: Contradiction) -> Diagnostic:
    """A side of which things are told that cannot both be so."""
    several, held = len(found.positions) > 1, found.positions
    names = f"position{'s' if several else ''} {listed([f'`{key}`' for key in held])}"
    labels = (Label(found.located.key_span("positions", key), "its position") for key in held)
    sides = (Label(span, "the side of who holds it") for span in found.sides)
    return Pair(
        code="silent-and-speaks",
        message=f"`{found.party}` is silent, and holds the {names}",
        span=found.places[0],
        labels=(*labels, *sides),
        help=f"take it out of `silent`, or the position{'s' if several else ''}",
    )


def of_side(party: str, place: Span, silent: list[Span]) -> Diagnostic:
    """A person or body of a side that is silent wherever that speaks."""
    return Pair(
        code="silent-and-speaks",
        message=f"of `{party}`, which is silent in {counted(len(silent), 'statement')} that this "
        "makes it speak in",
        span=place,
        labels=tuple(Label(span, "silent here") for span in silent),
        help="mend the side, or take it out of `silent` there",
    )
