"""Every id that the briefing mentions, where it stands, and whether something has that id."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache, partial
from itertools import chain, starmap

from pydantic import BaseModel

from generator.counting import listed
from generator.derive.calls import PRINTING, references
from generator.model.beside import Silent
from generator.model.briefing import Briefing, end_of, witness_parts
from generator.model.edition import Moved
from generator.model.record import Path, Places, Record
from generator.model.shapes import ORIGIN_SHAPE
from generator.model.statement import Position, Statement
from generator.model.values import Formula
from generator.rules.shared import all_statements, first_content_key
from generator.source import Placed, Span

ANY = ("any",)
WITNESS = ("witness",)
# What prints a statement.
CALLS = {**dict.fromkeys(PRINTING, ("statement",)), "name": ANY, "link": ANY}


@dataclass(frozen=True)
class Mention(Placed):
    """An id as it is mentioned: what it may be the id of, and where it stands.

    `beside` holds the id that a bare key would stand below, in a formula.
    """

    target: str
    kinds: tuple[str, ...]
    find: Callable[[], Span] = field(repr=False)
    beside: str = ""

    @property
    def meant(self) -> tuple[str, ...]:
        """The ids that it may stand for: in a formula a key beside it comes first."""
        beside = (f"{self.beside}.{self.target}",) if self.beside else ()
        return (*beside, self.target)

    @property
    def record(self) -> str:
        """The record that it leads to, where it is no key beside it."""
        return _record_of(self.target)


def _record_of(target: str) -> str:
    return target.partition("#")[0].partition(".")[0]


def of_record(record: Record) -> Iterator[Mention]:
    """The mentions of a record."""
    for path, model in record.models:
        yield from _in_model(record, path, model)
    for span in record.prose:
        yield from _in_template(span)


def named_by(record: Record) -> frozenset[tuple[tuple[str, ...], tuple[str, ...]]]:
    """What a record mentions, without places: the ids that may be meant, of which kinds."""
    return record.once("named", lambda one: frozenset((m.meant, m.kinds) for m in of_record(one)))


def beside_records(briefing: Briefing) -> Iterator[Mention]:
    """The mentions of prose, edition and moved ids."""
    for page in briefing.pages:
        yield from _in_template(page.span(0, len(page.text)))
    edition = (briefing.edition.parties, ("party",))
    yield from _list(briefing.edition_places, ("parties",), edition)
    for id_, where in briefing.moved.items():
        if (to := getattr(where, "to", None)) and briefing.moved_places:
            find = partial(briefing.moved_places.value, (id_, "to"))
            yield Mention(to, Moved.REFERS["to"], find)


def _in_model(record: Record, path: Path, model: BaseModel) -> Iterator[Mention]:
    for name, kinds in refers(type(model)):
        value = getattr(model, name)
        if value and (name != "origin" or value not in ORIGIN_SHAPE.words):
            yield from _list(record.places, (*path, name), (value, kinds))
    # Keys that are ids of parties: the sides of a round, and those that are silent.
    for name, kinds in getattr(model, "KEYS_REFER", {}).items():
        for key in getattr(model, name):
            yield Mention(key, kinds, partial(record.places.key, (*path, name, key)))
    if isinstance(model, Statement | Position | Silent):
        yield from _list(record.places, (*path, "witnesses"), (model.witnesses, WITNESS))
    if isinstance(model, Statement):
        for key in ("compute", "recompute"):
            yield from _operands(record, (*path, key), getattr(model, key))


@cache
def refers(model: type[BaseModel]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The keys of a model that hold ids, with the kinds that these are of."""
    found = getattr(model, "REFERS", {})
    return tuple((name, kinds) for name, kinds in found.items() if name in model.model_fields)


def _list(places: Places, path: Path, wanted: tuple[object, tuple[str, ...]]) -> Iterator[Mention]:
    value, kinds = wanted
    if isinstance(value, str) and value:
        yield Mention(value, kinds, partial(places.value, path))
    elif isinstance(value, tuple):
        for at, target in enumerate(value):
            yield Mention(target, kinds, partial(places.value, (*path, at)))


def _operands(record: Record, path: Path, formula: Formula | None) -> Iterator[Mention]:
    beside = ".".join((record.id, *map(str, path[:-2])))
    for operand in dict.fromkeys(formula.operands()) if formula else ():
        if not operand.is_constant:
            find = partial(token, record, path, operand.text)
            yield Mention(operand.text, ("statement",), find, beside)


def token(record: Record, path: Path, text: str) -> Span:
    """The place of a token inside a value, else that of the value."""
    span = record.places.value(path)
    found = re.search(rf"(?<![\w.-]){re.escape(text)}(?![\w.-])", span.text)
    return part_of(span, *found.span()) if found else span


def part_of(span: Span, start: int, end: int) -> Span:
    """A part of a span, by offsets in its text."""
    return span.file.span(span.start + start, span.start + end)


def _in_template(span: Span) -> Iterator[Mention]:
    for call in references(span):
        if call.function in CALLS:
            yield Mention(call.id, CALLS[call.function], partial(getattr, call, "span"))


def named(kinds: tuple[str, ...]) -> str:
    """`a person`, `a party or body`, `a record or statement`."""
    words = "record or statement" if "any" in kinds else listed(kinds, "or")
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def place(mention: Mention) -> tuple[str, int]:
    """Where a mention stands: its file and offset."""
    return mention.span.file.path, mention.span.start


@dataclass(frozen=True)
class IdIndex:
    """All ids of a briefing with their kinds, and every place that mentions one."""

    briefing: Briefing

    @classmethod
    @lru_cache(maxsize=2)
    def of(cls, briefing: Briefing) -> IdIndex:
        """The index of a briefing."""
        return cls(briefing)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """All that is mentioned, record by record."""
        found = map(of_record, self.briefing.records.values())
        return (*chain.from_iterable(found), *beside_records(self.briefing))

    def lost(self, some: Briefing) -> Iterator[Mention]:
        """The mentions of some records, and of what is beside all, that lead nowhere.

        Of a witness without its source it is that of the source.
        """
        records = some.records.values()
        unsure = (one for one in records if not all(starmap(self.leads, named_by(one))))
        for mention in chain(chain.from_iterable(map(of_record, unsure)), beside_records(some)):
            source = witness_parts(mention.target)[0]
            if mention.kinds == WITNESS and not self.fits(source, ("source",)):
                yield Mention(source, ("source",), mention.find)
            elif not self.leads(mention.meant, mention.kinds):
                yield mention

    def leads(self, meant: tuple[str, ...], kinds: tuple[str, ...]) -> bool:
        """Whether one of some ids leads to what is due."""
        if kinds == WITNESS:
            source = witness_parts(meant[0])[0]
            return self.fits(source, ("source",)) and self.is_quoted(meant[0])
        return any(self.fits(id_, kinds) for id_ in meant)

    @cached_property
    def records(self) -> dict[str, frozenset[str]]:
        """The records that each record names."""
        records = self.briefing.records.items()
        return {
            id_: frozenset(_record_of(to[-1]) for to, _ in named_by(one)) for id_, one in records
        }

    @cached_property
    def used(self) -> frozenset[str]:
        """The records that anything names."""
        beside = (one.record for one in beside_records(self.briefing))
        return frozenset().union(beside, *self.records.values())

    @cached_property
    def bare(self) -> frozenset[str]:
        """The ids of statements that lack only their witnesses, and of others."""
        every = all_statements(self.briefing)
        return frozenset(one.id for one in every if first_content_key(one.statement))

    def is_statement(self, id_: str) -> bool:
        """Whether a statement has the id, also one that lacks only its witnesses."""
        # Only where an id leads nowhere it is asked what else there is.
        return id_ in self.briefing.statements or id_ in self.bare

    def fits(self, id_: str, kinds: Collection[str]) -> bool:
        """True when something of one of the kinds has the id; what cannot be read owns its own."""
        briefing = self.briefing
        if id_.partition(".")[0] in briefing.unreadable:
            return True
        if ("old" in kinds and self.leads_on(id_)) or ("page" in kinds and id_ in briefing.prose):
            return True
        if "any" in kinds:
            return id_ in briefing.records or self.is_statement(id_)
        return self.kind(id_) in kinds or ("statement" in kinds and self.is_statement(id_))

    def leads_on(self, id_: str) -> bool:
        """Whether an id is listed as moved, or stands below one that is and leads somewhere."""
        end = end_of(self.briefing, id_)
        leads = end is not None and (end.to is None or self.fits(end.to, (*ANY, "page")))
        return id_ in self.briefing.moved or leads

    def is_quoted(self, witness: str) -> bool:
        """Whether a witness names a quotation, or a source that cannot be read."""
        id_, key = witness_parts(witness)
        is_there = not key or self.briefing.quotation(witness) is not None
        return is_there or id_ in self.briefing.unreadable

    def kind(self, id_: str) -> str:
        """The kind of what has the id; empty where nothing has it."""
        record = self.briefing.records.get(id_)
        return record.kind if record else "statement" if self.is_statement(id_) else ""


@lru_cache(maxsize=32)
def all_that_fit(id_index: IdIndex, kinds: tuple[str, ...]) -> list[str]:
    """The ids of all that is of one of the kinds, in order."""
    briefing = id_index.briefing
    every = {*briefing.ids, *id_index.bare, *briefing.unreadable, *briefing.moved}
    return sorted(id_ for id_ in every if id_index.fits(id_, kinds))
