"""Which thing of the head is which of the base: by id, by `moved.yaml`, by the words quoted."""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from pydantic import BaseModel
from rapidfuzz import fuzz

from generator.model.briefing import Briefing, Located, led, next_of, witness_parts
from generator.model.record import Record
from generator.model.source import Source
from generator.model.statement import Statement
from generator.model.values import Formula
from generator.rules.shared import Quoted, sources

# How much two texts have in common when one is the other with a slip, of 100.
ALIKE = 80
# A run of fewer words may be a turn of phrase.
ENOUGH = 4
SETTING = re.compile(r"[\W_]+")


@dataclass(frozen=True, eq=False)
class Pairing:
    """Finds each id of the base in the head, and each id of the head in the base."""

    base: Briefing
    head: Briefing

    def __contains__(self, id_: object) -> bool:
        """Whether the head has an id, or may have it in a file that cannot be read."""
        return id_ in self.head.ids or str(id_).partition(".")[0] in self.head.unreadable

    def is_unread(self, id_: str) -> bool:
        """Whether something of the base may stand in a file of the head that cannot be read."""
        return self.led(id_.partition("#")[0]).partition(".")[0] in self.head.unreadable

    def led(self, id_: str) -> str:
        """Where an id of the base leads in the head."""
        return led(id_, self, partial(next_of, self.head))

    @cached_property
    def origins(self) -> Mapping[str, str]:
        """What each id of the head was in the base: the same id, or one that leads to it."""
        ids = sorted(self.base.ids)
        return {self.led(id_): id_ for id_ in ids} | {id_: id_ for id_ in ids if id_ in self}

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The ids of the base that have a new id in the head, with that."""
        return {was: now for now, was in self.origins.items() if was != now and now in self}

    def now(self, id_: str) -> str:
        """The id or witness that something of the base has in the head."""
        if "#" in id_:
            source, key = witness_parts(id_)
            return self.requoted.get(id_) or (f"{self.now(source)}#{key}" if key else id_)
        return self.renamed.get(id_, id_)

    def record(self, now: Record) -> Record | None:
        """What a record was, if it was one of its kind."""
        was = self.base.records.get(self.origins.get(now.id, ""))
        return was if was and was.kind == now.kind else None

    def statement(self, id_: str) -> Located | None:
        """What a statement was."""
        return self.base.statements.get(self.origins.get(id_, ""))

    def witness(self, witness: str) -> str:
        """The name that a witness had; its own where it is new."""
        return self.quotations.get(witness) or self._in_base(witness)

    @cached_property
    def quotations(self) -> Mapping[str, str]:
        """The quotations with another key or in another source, each with its old name."""
        old, new = quoted(self.base), quoted(self.head)
        names = {id_: self._in_base(id_) for id_ in new}
        gone = [one for id_, one in old.items() if id_ not in names.values()]
        fresh = [one for id_, one in new.items() if names[id_] not in old]
        pairs = [
            (likeness(one, other), other.witness, one.witness)
            for one in gone
            for other in fresh
            if self._is_of_one(one.source, other.source)
        ]
        found: dict[str, str] = {}
        for much, name, was in sorted(pairs, reverse=True):
            if much >= ALIKE and name not in found and was not in found.values():
                found[name] = was
        return found

    def _in_base(self, witness: str) -> str:
        """The name that a witness of the head has where only its source was renamed."""
        source, key = witness_parts(witness)
        was = self.origins.get(source, source)
        return f"{was}#{key}" if key else was

    def _is_of_one(self, was: Record, now: Record) -> bool:
        """Whether two sources are one, or of one publisher."""
        assert isinstance(was.data, Source) and isinstance(now.data, Source)
        is_one = self.origins.get(now.id, now.id) == was.id
        return is_one or was.data.publisher.casefold() == now.data.publisher.casefold()

    @cached_property
    def requoted(self) -> Mapping[str, str]:
        """The same by their old names."""
        return {was: now for now, was in self.quotations.items()}

    def is_altered(self, witness: str, was: str, now: str) -> bool:
        """Whether a quotation has other words.

        Under another key it may quote more of a sentence; a cell is all that it says.
        """
        if was == now or witness not in self.quotations or "/" in witness:
            return was != now
        one, other = (f" {bare(text)} " for text in (was, now))
        return one == other or one not in other

    def same(self, was: object, now: object) -> bool:
        """Whether the same is written, but for new ids; the order of several ids says nothing."""
        if isinstance(was, BaseModel) and type(was) is type(now):
            return all(self.same(getattr(was, key), getattr(now, key)) for key in fields(was))
        if isinstance(was, Mapping) and isinstance(now, Mapping):
            new = _described(now)
            old = {self.named(key, new): value for key, value in _described(was).items()}
            return old.keys() == new.keys() and all(self.same(old[key], new[key]) for key in new)
        if isinstance(was, tuple) and isinstance(now, tuple):
            return {self.named(one, ()) for one in was} == set(now)
        if isinstance(was, Formula) and isinstance(now, Formula):
            new_parts = now.text.split()
            return [self.named(one, new_parts) for one in was.text.split()] == new_parts
        return self.named(was, (now,)) == now

    def named(self, value: object, there: Container[object]) -> object:
        """A value with the id that it has in the head, unless it is there as it was."""
        if not isinstance(value, str) or value in there:
            return value
        return self.now(value) if "#" in value else self.led(value)


def fields(model: BaseModel) -> Iterator[str]:
    """The keys of a model, but for statements in it."""
    values = {key: getattr(model, key) for key in type(model).model_fields}
    return iter(_described(values))


def _described(values: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if not is_of_statements(value)}


def is_of_statements(value: object) -> bool:
    """Whether a value is a statement, or a map of nothing but statements."""
    if isinstance(value, Mapping):
        return bool(value) and all(map(is_of_statements, value.values()))
    return isinstance(value, Statement)


def quoted(briefing: Briefing) -> dict[str, Quoted]:
    """Every quotation and cell by its name."""
    return {
        (name := f"{record.id}#{key}"): Quoted(
            name, partial(record.places.value, source.place_of(key)), record, key, quotation
        )
        for record, source in sources(briefing)
        for key in source.keys
        if (quotation := source.quotation(key))
    }


def likeness(was: Quoted, now: Quoted) -> float:
    """How much two quotations have in common, up to 100; one may be a piece of the other."""
    one, other = bare(was.quotation.text), bare(now.quotation.text)
    is_long = min(one.count(" "), other.count(" ")) + 1 >= ENOUGH
    return (fuzz.partial_ratio if is_long else fuzz.ratio)(one, other)


def is_another(was: Record, now: Record) -> bool:
    """Whether no name of before is left, also with another spelling."""
    old, new = ([*map(bare, (*one.data.names, *one.data.aliases))] for one in (was, now))
    return not any(fuzz.token_set_ratio(one, other) >= ALIKE for one in old for other in new)


def bare(text: str) -> str:
    """The words of a text without signs and case."""
    return SETTING.sub(" ", text).strip().casefold()
