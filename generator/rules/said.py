"""What statements say and the words they rest on, as every rule needs them.

Judges nothing; a position comes with the keys that it shares with the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from generator.derive.agree import merged
from generator.link import Briefing, Located, witness_parts
from generator.model.dates import PartialDate
from generator.model.record import Record
from generator.model.source import Quotation, Source
from generator.model.statement import Content, Statement
from generator.source import Span


@dataclass(frozen=True)
class Quoted:
    """A quotation that a statement rests on, with the place of the witness."""

    witness: str
    span: Span
    source: Record
    key: str
    quotation: Quotation

    @property
    def texts(self) -> tuple[str, ...]:
        """The words, and those in the language of the source."""
        original = self.quotation.original
        return (self.quotation.text, *((original,) if original else ()))

    @property
    def publication(self) -> Source:
        """The source's own keys."""
        assert isinstance(self.source.data, Source)
        return self.source.data

    @property
    def published(self) -> PartialDate:
        """When the source was published."""
        return self.publication.published

    @property
    def words_span(self) -> Span:
        """The place of the words in the source's file."""
        return self.source.places.value(self.publication.place_of(self.key))


def nowhere(quoted: Sequence[Quoted]) -> str:
    """Where something would stand that none of the quotations has."""
    first, *others = quoted
    return "none of its quotations" if others else f"no place of its quotation `{first.witness}`"


@dataclass(frozen=True)
class Said:
    """One thing that is said: a statement without positions, or one of its positions."""

    briefing: Briefing
    located: Located
    path: tuple[str, ...]
    content: Content

    def span(self, key: str) -> Span:
        """The place of a key's value: in the position, else beside the positions."""
        places, full = self.located.record.places, (*self.located.path, *self.path, key)
        return places.value(full) if full in places.values else self.located.span(key)

    def reason_span(self, key: str) -> Span:
        """The place of the reason for a key: in the position, else beside the positions."""
        own = dict(self.located.statement.contents())[self.path]
        return self.located.span(*(self.path if key in own.inferred else ()), "inferred", key)

    def may_have(self, key: str) -> bool:
        """Whether a key may be written that cannot be read, in the position or beside it."""
        return self.located.may_have(*self.path, key) or self.located.may_have(key)

    @cached_property
    def witnesses(self) -> tuple[tuple[str, Span], ...]:
        """Its own witnesses, else those of its statement, each with its place."""
        for path in (self.path, ()):
            part = dict(self.located.statement.contents())[path]
            if found := getattr(part, "witnesses", ()):
                return tuple(
                    (witness, self.located.span(*path, "witnesses", index))
                    for index, witness in enumerate(found)
                    if witness
                )
        return ()

    @cached_property
    def quoted(self) -> tuple[Quoted, ...]:
        """The quotations of its witnesses, those that exist."""
        return tuple(
            Quoted(witness, span, self.briefing.records[source], key, quotation)
            for witness, span in self.witnesses
            for source, key in (witness_parts(witness),)
            if (quotation := self.briefing.quotation(witness))
        )

    @cached_property
    def is_whole(self) -> bool:
        """True when every quotation that it names exists: else nothing can be missed in them.

        Nor can it where there may be others, or a reason why something is missing.
        """
        named = [witness for witness, _ in self.witnesses if witness_parts(witness)[1]]
        is_read = not any(map(self.may_have, ("inferred", "witnesses")))
        return is_read and len(named) == len(self.quoted)


def said(briefing: Briefing) -> Iterator[Said]:
    """Everything that is said, position by position."""
    return chain.from_iterable(_by_statement(briefing).values())


def parts(briefing: Briefing, located: Located) -> tuple[Said, ...]:
    """What one statement says, position by position; it may be one without witnesses."""
    found = _by_statement(briefing).get(located.id, ())
    return found if found and found[0].located is located else tuple(_parts(briefing, located))


# A briefing, and the same with what could be read of what is not whole.
@lru_cache(maxsize=2)
def _by_statement(briefing: Briefing) -> dict[str, tuple[Said, ...]]:
    # Most rules ask for all of it, and what each part rests on is found out once.
    return {id_: tuple(_parts(briefing, one)) for id_, one in briefing.statements.items()}


def _parts(briefing: Briefing, located: Located) -> Iterator[Said]:
    statement = located.statement
    if not statement.positions:
        yield Said(briefing, located, (), statement)
    for key, position in statement.positions.items():
        yield Said(briefing, located, ("positions", key), merged(statement, position))


def is_whole(briefing: Briefing, located: Located) -> bool:
    """True when every quotation that a statement names exists, so that its status is what it is."""
    return all(part.is_whole for part in parts(briefing, located))


def is_sound(briefing: Briefing, record: str) -> bool:
    """True when nothing of a record is missing, so that what it lacks was never written."""
    statements = (one for one in briefing.statements.values() if one.record.id == record)
    return record not in briefing.unreadable and all(is_whole(briefing, one) for one in statements)


def all_statements(briefing: Briefing) -> Iterator[Located]:
    """Every map that could be a statement, also those without witnesses."""
    for record in briefing.records.values():
        for path, model in record.models:
            if isinstance(model, Statement):
                yield Located(".".join((record.id, *map(str, path))), record, path, model)
