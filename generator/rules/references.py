"""Every id that the briefing mentions, wherever it stands, and what it may be the id of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from generator.derive.blocks import references
from generator.diagnostics import Label
from generator.link import Briefing
from generator.model.beside import Silent
from generator.model.edition import Moved
from generator.model.formula import Formula
from generator.model.record import Path, Places, Record
from generator.model.shapes import ORIGIN_SHAPE
from generator.model.statement import Position, Statement
from generator.rules.texts import texts
from generator.source import Span

ANY = ("any",)
CALLS = {"fact": ("statement",), "state": ("statement",), "name": ANY, "link": ANY}
# A record's id that is more than one word, and what stands in it.
OF_STATEMENT = re.compile(
    r"(?<![\w./@#-])(?P<record>[a-z0-9]+(?:-[a-z0-9]+)+)\.(?P<key>[a-z0-9]+(?:-[a-z0-9]+)*)"
    r"(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*(?![\w/@#-])"
)
# Below these keys of records statements stand.
STATEMENT_KEYS = {"acts", "delegations", "in-force", "parts", "points", "positions", "terms"}
DURATION = re.compile(r"\d+ \w+")


@dataclass(frozen=True)
class Mention:
    """An id as it is mentioned: what it may be the id of, and where it stands.

    `beside` holds the ids that a bare key would stand for, in a formula.
    """

    target: str
    kinds: tuple[str, ...]
    span: Span
    beside: str = ""


def mentions(briefing: Briefing) -> Iterator[Mention]:
    """All mentions, record by record, then those of prose, edition and moved ids."""
    for record in briefing.as_read.records.values():
        for path, model in record.models:
            yield from _in_model(record, path, model)
        for span in record.prose:
            yield from _in_template(span)
        yield from _in_keys(record)
    for page in briefing.pages:
        yield from _in_template(page.span(0, len(page.text)))
    yield from _in_texts(briefing.as_read)
    edition = (briefing.edition.parties, ("party",))
    yield from _list(briefing.edition_places, ("parties",), edition)
    yield from _moved(briefing)


def _in_model(record: Record, path: Path, model: BaseModel) -> Iterator[Mention]:
    refers: dict[str, tuple[str, ...]] = getattr(model, "REFERS", {})
    for name, kinds in refers.items():
        value = getattr(model, name, None)
        if name != "origin" or value not in ORIGIN_SHAPE.words:
            yield from _list(record.places, (*path, name), (value, kinds))
    if isinstance(model, Statement | Position | Silent):
        yield from _list(record.places, (*path, "witnesses"), (model.witnesses, ("witness",)))
    # Nobody knows what stands beside one that may belong elsewhere.
    if isinstance(model, Statement) and not record.adrift.intersection(path[-1:]):
        for key in ("compute", "recompute"):
            yield from _operands(record, (*path, key), getattr(model, key))


def _list(places: Places, path: Path, wanted: tuple[object, tuple[str, ...]]) -> Iterator[Mention]:
    value, kinds = wanted
    if isinstance(value, str) and value:
        yield Mention(value, kinds, places.value(path))
    elif isinstance(value, tuple):
        for index, target in enumerate(value):
            # What could not be read is empty.
            if target:
                yield Mention(target, kinds, places.value((*path, index)))


def _operands(record: Record, path: Path, formula: Formula | None) -> Iterator[Mention]:
    if formula is None:
        return
    beside = ".".join((record.id, *map(str, path[:-2])))
    for operand in dict.fromkeys(formula.operands()):
        # A number or a duration stands for itself where no statement has such a name.
        if operand.number is None and not DURATION.fullmatch(operand.text):
            span = token(record.places.value(path), operand.text)
            yield Mention(operand.text, ("statement",), span, beside)


def token(span: Span, text: str) -> Span:
    """The place of a token inside a span, else the span."""
    found = re.search(rf"(?<![\w.-]){re.escape(text)}(?![\w.-])", span.text)
    if not found:
        return span
    return span.file.span(span.start + found.start(), span.start + found.end())


def _in_template(span: Span) -> Iterator[Mention]:
    for call in references(span):
        if call.function in CALLS:
            yield Mention(call.id, CALLS[call.function], call.span)


def _in_texts(briefing: Briefing) -> Iterator[Mention]:
    """Ids of statements in words of ours, such as a reason that names another fact."""
    for text in texts(briefing):
        if text.whose == "ours" and not text.is_template and "." in text.text:
            for found in OF_STATEMENT.finditer(text.text):
                if found["record"] in briefing.records or found["key"] in STATEMENT_KEYS:
                    yield Mention(found[0], ANY, token(text.span, found[0]))


def _in_keys(record: Record) -> Iterator[Mention]:
    """Keys that are ids of parties: the sides of a round, and those that are silent."""
    for path, model in record.models:
        for name, kinds in getattr(model, "KEYS_REFER", {}).items():
            for key in getattr(model, name):
                if not record.may_have((*path, name, key)):
                    yield Mention(key, kinds, record.places.key((*path, name, key)))


def _moved(briefing: Briefing) -> Iterator[Mention]:
    for id_, where in briefing.moved.items():
        to = getattr(where, "to", None)
        if to and briefing.moved_places:
            yield Mention(to, Moved.REFERS["to"], briefing.moved_places.value((id_, "to")))


def named(kinds: tuple[str, ...]) -> str:
    """`a person`, `a party or body`, `a record or statement`."""
    words = "record or statement" if "any" in kinds else " or ".join(kinds)
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def also(others: list[Mention]) -> tuple[Label, ...]:
    """The places of one gap beyond the first."""
    return tuple(Label(one.span, "named here too") for one in others)
