"""What no quotation of a part has, as the rules find it one by one, and where it should stand.

Judges nothing; those who gather it tell what has one cause once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Label
from generator.rules.said import Quoted, Said
from generator.rules.wanted import Wanted, elsewhere
from generator.source import Span


@dataclass(frozen=True, slots=True)
class Unprinted(Diagnostic):
    """Something that a part says, and none of its quotations has."""

    part: Said = field(kw_only=True, compare=False, repr=False)
    wanted: Wanted = field(kw_only=True, compare=False, repr=False)

    @property
    def statement(self) -> str:
        """The id of the statement."""
        return self.part.located.id

    @property
    def elsewhere(self) -> str:
        """Another quotation of the same sources that has it; empty where none has."""
        found = elsewhere(self.part, self.wanted)
        return f"{found[0].id}#{found[1]}" if found else ""


Left = list[Unprinted]
Users = dict[str, Left]
Gathered = tuple[list[Diagnostic], Left]


def by_witness(left: Left) -> Users:
    """What is not found, by each quotation in which it should stand."""
    users: Users = {}
    for one in left:
        for quoted in one.part.quoted:
            users.setdefault(quoted.witness, []).append(one)
    return users


def quoted_at(users: Users, witness: str) -> Quoted:
    """A quotation from which something is taken."""
    return next(one for one in users[witness][0].part.quoted if one.witness == witness)


def none_of(left: Left, gone: Collection[str]) -> Left:
    """What is taken from none of some quotations."""
    return [one for one in left if not any(each.witness in gone for each in one.part.quoted)]


def taken(found: Iterable[Unprinted]) -> Iterator[Label]:
    """The places where something is taken, in order."""
    for one in sorted(found, key=lambda one: begins(one.span)):
        yield Label(one.span, f"takes `{one.wanted.shown}`")


def begins(span: Span) -> tuple[str, int]:
    """Where a place begins: file and offset."""
    return span.file.path, span.start
