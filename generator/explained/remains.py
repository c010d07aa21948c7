"""What is left of a file in which something is wrong: a record with all of it that can be read.

Refuses to be facts: nothing follows from it. It stands in where rules judge each thing by itself,
so that they find the other faults in the same run.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.diagnostics import Diagnostic
from generator.explained.gaps import lost_with
from generator.explained.unsure import lost_keys, may_hold_more, passed, strays, twins
from generator.load import (
    LOST,
    Entry,
    Mapping,
    Node,
    Reading,
    Scalar,
    Sequence,
    plain,
)
from generator.model import KINDS
from generator.model.dates import UNKNOWN, PartialDate
from generator.model.fields import WITNESS
from generator.model.keys import is_model, of_type
from generator.model.paths import adapter, field_names, inner, is_of, model_at
from generator.model.record import OpenRecordModel, Path, Record
from generator.model.statement import Statement
from generator.model.table import Table
from generator.source import SourceFile
from generator.validate import places_of
from generator.validate.meant import as_meant
from generator.validate.restored import restored
from generator.validate.twice import twice
from generator.validate.unknown_key import says_something

# What stands for what cannot be read, by what is due; else an empty list.
NOTHING: dict[Any, Any] = {str: "", PartialDate: UNKNOWN}
# Behind a value in braces, up to what follows a comma and has no colon.
CUT_OFF = re.compile(r",\s*(?=[^,:{}\[\]]+[,}])")


def remains(
    file: SourceFile, found: Reading, faults: Iterable[Diagnostic], identity: tuple[str, str]
) -> Iterator[Record]:
    """The record of what can be read of a file, if anything; `identity` is its kind and id."""
    kind, id_ = identity
    faults = tuple(faults)
    top = found.rest or found.tree
    if isinstance(top, Mapping):
        top = with_heads(KINDS[kind], top)
        top = as_meant(KINDS[kind], top, faults, places_of(top, file))
        places = places_of(top, file)
        double = twice(found.faults, kind, places)
        doubted = double.to_texts.union(
            twins(faults, places.keys), passed(found.faults, places.keys)
        )
        rest = Rest(found, double.to_maps | lost_keys(found, faults), doubted)
        rest.unread |= double.deeper | double.holders | may_hold_more(found, faults, places)
        rest.unread |= {*lost_with(KINDS[kind], (*found.faults, *faults), places)}
        data = rest.model(KINDS[kind], top, ())
        rest.mark((), found.cut)
        rest.adrift |= strays((*found.faults, *faults), top, places)
        known = frozenset(rest.unread), frozenset(rest.adrift)
        yield Record(id_, kind, data, places, *known)


def with_heads(model: Any, top: Mapping) -> Mapping:
    """A map with the keys of maps of entries that it has lost, where these can be told.

    What stands below any other key that is lost may be guessed wrong.
    """
    entries: dict[str, Entry] = {}
    for (key, entry), name in zip(top.entries.items(), restored(model, top).entries, strict=True):
        is_head = key.startswith(LOST) and get_origin(model_at(model, (name,))) is dict
        entries[name if is_head else key] = entry
    return Mapping(top.span, entries)


@dataclass
class Rest:
    """Makes models of what could be read of a file, but for what keys at `lost` offsets spoil.

    Those at `doubted` offsets hold what is not known.

    `unread` are the paths of what is there and cannot be read, and of maps that may hold more;
    `adrift` the keys of which nobody knows where they belong.
    """

    found: Reading
    lost: frozenset[int]
    doubted: frozenset[int]
    adrift: set[str] = field(default_factory=set)
    unread: set[Path] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Keys that were found to be written somewhere are adrift from the start."""
        self.adrift |= self.found.adrift

    def model(self, model: Any, node: Mapping, path: Path) -> Any:
        """A map as a model; a required key that cannot be read holds nothing."""
        names = field_names(model)
        read: dict[str, Any] = {}
        own: dict[str, Any] = {}
        for key, entry in node.entries.items():
            below = (*path, key)
            if name := names.get(key):
                read |= self._read(name, entry, Due.of_field(model, name), below)
            elif issubclass(model, OpenRecordModel) and is_own(entry):
                own |= self._read(key, entry, Due.of_type(Statement), below)
            if entry.key.text.startswith(LOST) or (
                entry.key.span.start in self.lost and key == entry.key.text
            ):
                # It was not meant to be another, and may have been any, or may be of another map.
                self.unread.add(path)
        made = model.model_construct(_fields_set={*read, *own}, **{**lacking(model), **read})
        if own:
            made.__pydantic_extra__.update(own)
        return made

    def _read(self, name: str, entry: Entry, due: Due, path: Path) -> dict[str, Any]:
        """What a key holds, by its name in the model; nothing where it cannot be read."""
        node = entry.value
        cut = self.found.cut & {*range(entry.key.span.line, node.span.end_line + 2)}
        cut |= self.found.doubted & {*range(entry.key.span.line, node.span.end_line + 1)}
        if isinstance(node, Mapping):
            self.mark(path, cut & self.found.cut)
            if entry.key.span.start in self.lost:
                node = own_part(node)
        # What a comma ends is as spoilt as what follows it, and is no key.
        after = CUT_OFF.match(node.span.file.text, node.span.end)
        lost = self.lost & {*range(node.span.start, node.span.end), after.end() if after else -1}
        lost |= self.doubted & {*range(node.span.start, node.span.end)}
        if entry.key.span.start in self.doubted:
            cut |= {entry.key.span.line}
        if not cut and not lost:
            with suppress(ValidationError):
                return {name: due.whole.validate_python(plain(node))}
            is_map = is_model(due.type) or get_origin(due.type) is dict
            if name == "witnesses" and isinstance(node, Sequence) and not is_map:
                self.unread.add(path)
                return {name: tuple(map(witness, node.items))}
        # The cells of a table that lacks a column are those of another.
        if isinstance(node, Mapping) and is_model(due.type) and due.type is not Table:
            return {name: self.model(due.type, node, path)}
        if isinstance(node, Mapping) and get_origin(due.type) is dict:
            return {name: self._each(due.type, node, path)}
        self.unread.add(path)
        return {}

    def _each(self, type_: Any, node: Mapping, path: Path) -> dict[str, Any]:
        """A map with keys of the editor's own."""
        key_type, held = get_args(type_)
        read: dict[str, Any] = {}
        for key, entry in node.entries.items():
            # Where a map is due, a text or list may be what another key holds.
            is_other = is_model(held) and not isinstance(entry.value, Mapping)
            if is_other and key in field_names(held):
                # It stands below a key that is lost.
                self.unread.add(path)
            if not is_of(key_type, key) or entry.key.span.start in self.lost:
                # It may have been meant to be any, or stands for one that is lost.
                self.unread.add(path)
            if is_other or entry.key.span.start in self.lost or not is_of(key_type, key):
                self.unread.add((*path, key))
                self.adrift.add(key)
            else:
                read |= self._read(key, entry, Due.of_type(held), (*path, key))
        return read

    def mark(self, path: Path, cut: Collection[int]) -> None:
        """Keep that a map may have more, as lines in it or right below it were set aside."""
        if cut:
            self.unread.add(path)


@dataclass(frozen=True)
class Due:
    """What is due behind a key: the model or map, None where it is read whole or not at all."""

    type: Any
    whole: TypeAdapter[Any]

    @staticmethod
    def of_field(model: Any, name: str) -> Due:
        """What a field of a model holds."""
        field = model.model_fields[name]
        # What has a shape of its own may be written in more ways than its type is.
        return Due(None if of_type(field)[0] else inner(field.annotation), adapter(model, name))

    @staticmethod
    def of_type(type_: Any) -> Due:
        """What stands below a key of the editor's own."""
        return Due(type_, adapter(type_))


def own_part(node: Mapping) -> Mapping:
    """Of a map that was joined with a second one what stands in the first."""
    ends = node.span.end
    first = {key: one for key, one in node.entries.items() if one.key.span.start < ends}
    return Mapping(node.span, first)


def is_own(entry: Entry) -> bool:
    """Whether a key of the editor's own, and none that stands for a lost one, says something."""
    return not entry.key.text.startswith(LOST) and says_something(entry.value)


def witness(node: Node) -> str:
    """A witness as it is written; empty in the place of what is none."""
    text = node.text if isinstance(node, Scalar) else ""
    return text if WITNESS.fullmatch(text) else ""


@cache
def lacking(model: type[BaseModel]) -> dict[str, Any]:
    """What stands for the required keys of a model where they cannot be read: nothing."""
    required = {name: one for name, one in model.model_fields.items() if one.is_required()}
    return {name: NOTHING.get(one.annotation, ()) for name, one in required.items()}
