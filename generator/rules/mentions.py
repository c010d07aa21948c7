"""Every id that the briefing mentions, where it stands, and whether something has that id."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from pydantic import BaseModel

from generator.derive.calls import PRINTING, references
from generator.model.beside import Silent
from generator.model.briefing import Briefing, end_of, witness_parts
from generator.model.edition import Moved
from generator.model.formula import Formula
from generator.model.record import Path, Places, Record
from generator.model.shapes import ORIGIN_SHAPE
from generator.model.statement import Position, Statement
from generator.rules.shared import all_statements, first_content_key
from generator.source import Span

ANY = ("any",)
WITNESS = ("witness",)
# What prints a statement.
CALLS = {**dict.fromkeys(PRINTING, ("statement",)), "name": ANY, "link": ANY}
DURATION = re.compile(r"\d+ \w+")


@dataclass(frozen=True)
class Mention:
    """An id as it is mentioned: what it may be the id of, and where it stands.

    `beside` holds the id that a bare key would stand below, in a formula.
    """

    target: str
    kinds: tuple[str, ...]
    span: Span
    beside: str = ""

    @property
    def meant(self) -> tuple[str, ...]:
        """The ids that it may stand for: in a formula a key beside it comes first."""
        beside = (f"{self.beside}.{self.target}",) if self.beside else ()
        return (*beside, self.target)

    @property
    def record(self) -> str:
        """The record that it leads to, where it is no key beside it."""
        return self.target.partition("#")[0].partition(".")[0]


def mentions(briefing: Briefing) -> Iterator[Mention]:
    """All mentions, record by record, then those of prose, edition and moved ids."""
    for record in briefing.records.values():
        for path, model in record.models:
            yield from _in_model(record, path, model)
        for span in record.prose:
            yield from _in_template(span)
    for page in briefing.pages:
        yield from _in_template(page.span(0, len(page.text)))
    edition = (briefing.edition.parties, ("party",))
    yield from _list(briefing.edition_places, ("parties",), edition)
    for id_, where in briefing.moved.items():
        if (to := getattr(where, "to", None)) and briefing.moved_places:
            yield Mention(to, Moved.REFERS["to"], briefing.moved_places.value((id_, "to")))


def _in_model(record: Record, path: Path, model: BaseModel) -> Iterator[Mention]:
    for name, kinds in refers(type(model)):
        value = getattr(model, name)
        if value and (name != "origin" or value not in ORIGIN_SHAPE.words):
            yield from _list(record.places, (*path, name), (value, kinds))
    # Keys that are ids of parties: the sides of a round, and those that are silent.
    for name, kinds in getattr(model, "KEYS_REFER", {}).items():
        for key in getattr(model, name):
            yield Mention(key, kinds, record.places.key((*path, name, key)))
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
        yield Mention(value, kinds, places.value(path))
    elif isinstance(value, tuple):
        for at, target in enumerate(value):
            yield Mention(target, kinds, places.value((*path, at)))


def _operands(record: Record, path: Path, formula: Formula | None) -> Iterator[Mention]:
    beside = ".".join((record.id, *map(str, path[:-2])))
    for operand in dict.fromkeys(formula.operands()) if formula else ():
        # A number or a duration stands for itself where no statement has such a name.
        if operand.number is None and not DURATION.fullmatch(operand.text):
            span = token(record.places.value(path), operand.text)
            yield Mention(operand.text, ("statement",), span, beside)


def token(span: Span, text: str) -> Span:
    """The place of a token inside a span, else the span."""
    found = re.search(rf"(?<![\w.-]){re.escape(text)}(?![\w.-])", span.text)
    return part_of(span, *found.span()) if found else span


def part_of(span: Span, start: int, end: int) -> Span:
    """A part of a span, by offsets in its text."""
    return span.file.span(span.start + start, span.start + end)


def _in_template(span: Span) -> Iterator[Mention]:
    for call in references(span):
        if call.function in CALLS:
            yield Mention(call.id, CALLS[call.function], call.span)


def named(kinds: tuple[str, ...]) -> str:
    """`a person`, `a party or body`, `a record or statement`."""
    words = "record or statement" if "any" in kinds else " or ".join(kinds)
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
        """All that is mentioned, with its places."""
        return tuple(mentions(self.briefing))

    @cached_property
    def lost(self) -> tuple[Mention, ...]:
        """The mentions that lead nowhere; of a witness without its source that of the source."""
        return tuple(self._lost())

    def _lost(self) -> Iterator[Mention]:
        for mention in self.mentions:
            if mention.kinds == WITNESS:
                source = witness_parts(mention.target)[0]
                if not self.fits(source, ("source",)):
                    yield Mention(source, ("source",), mention.span)
                elif not self.is_quoted(mention.target):
                    yield mention
            elif not any(self.fits(id_, mention.kinds) for id_ in mention.meant):
                yield mention

    @cached_property
    def statements(self) -> frozenset[str]:
        """The ids of statements, also of those that lack only their witnesses."""
        briefing = self.briefing
        bare = (one.id for one in all_statements(briefing) if first_content_key(one.statement))
        return frozenset((*bare, *briefing.statements))

    def fits(self, id_: str, kinds: Collection[str]) -> bool:
        """True when something of one of the kinds has the id; what cannot be read owns its own."""
        briefing = self.briefing
        if id_.partition(".")[0] in briefing.unreadable:
            return True
        if ("old" in kinds and self.leads_on(id_)) or ("page" in kinds and id_ in briefing.prose):
            return True
        is_statement = id_ in self.statements
        if "any" in kinds:
            return id_ in briefing.records or is_statement
        return self.kind(id_) in kinds or ("statement" in kinds and is_statement)

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
        return record.kind if record else "statement" if id_ in self.statements else ""

    def ids(self, kinds: Collection[str]) -> list[str]:
        """All ids that fit, in order."""
        briefing = self.briefing
        every = {*briefing.records, *self.statements, *briefing.unreadable, *briefing.moved}
        return sorted(id_ for id_ in every | briefing.prose.keys() if self.fits(id_, kinds))
