"""What is left of a file in which something is wrong: a record with all of it that can be read.

Refuses to be facts: nothing follows from it. It stands in where rules judge each thing by itself,
so that they find the other faults in the same run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.diagnostics import Diagnostic
from generator.load import Entry, Mapping, Reading
from generator.model import KINDS
from generator.model.fields import yaml_key
from generator.model.keys import is_model
from generator.model.paths import inner, is_of, reader
from generator.model.record import OpenRecordModel, Path, Record
from generator.model.statement import Statement
from generator.source import SourceFile
from generator.unknown_key import as_meant, is_misspelt, says_something
from generator.validate import places_of, plain

# What holds keys of which one is not where it belongs.
MISPLACED = ("unknown-key", "not-deeper")
# How far a line may stand from where it belongs.
ASKEW = 1


def remains(
    file: SourceFile, found: Reading, faults: Iterable[Diagnostic], identity: tuple[str, str]
) -> Iterator[Record]:
    """The record of what can be read of a file, if anything; `identity` is its kind and id."""
    kind, id_ = identity
    faults = tuple(faults)
    top = found.rest or found.tree
    if isinstance(top, Mapping):
        top = as_meant(top, faults)
        rest = Rest(found, misplaced(faults) | repeated(found.faults))
        data = rest.model(KINDS[kind], top, ())
        rest.mark((), top, found.cut)
        yield Record(id_, kind, data, places_of(top, file), frozenset(rest.unread))


def misplaced(faults: Iterable[Diagnostic]) -> frozenset[int]:
    """Where keys stand that nothing reads there, and that may have been any key."""
    wrong = (one for one in faults if one.code in MISPLACED and not is_misspelt(one))
    spans = (span for one in wrong for span in (one.span, *(label.span for label in one.labels)))
    return frozenset(span.start for span in spans)


def repeated(faults: Iterable[Diagnostic]) -> frozenset[int]:
    """Where the keys begin that are followed by those of another map, whose own key is lost."""
    twice = (one for one in faults if one.code == "duplicate-key" and has_others(one))
    return frozenset(one.labels[0].span.start for one in twice)


def has_others(fault: Diagnostic) -> bool:
    """Whether a fault is told of several places, beside the one that they are held against."""
    return len(fault.labels) > 1


@dataclass
class Rest:
    """Makes models of what could be read of a file, but for what keys at `lost` offsets spoil.

    `unread` are the paths of what is there and cannot be read, and of maps that may hold more.
    """

    found: Reading
    lost: frozenset[int]
    unread: set[Path] = field(default_factory=set)

    def model(self, model: Any, node: Mapping, path: Path) -> Any:
        """A map as a model; a required key that cannot be read holds nothing."""
        if any(entry.key.span.start in self.lost for entry in node.entries.values()):
            self.unread.add(path)
        names = {yaml_key(name): name for name in model.model_fields}
        read: dict[str, Any] = {}
        for key, entry in node.entries.items():
            if name := names.get(key):
                due = inner(model.model_fields[name].annotation)
                read |= self._read(name, entry, (due, reader(model, name), (*path, key)))
            elif issubclass(model, OpenRecordModel) and says_something(entry.value):
                read |= self._read(key, entry, (Statement, reader(Statement), (*path, key)))
        return model.model_construct(_fields_set=set(read), **{**lacking(model), **read})

    def _read(
        self, name: str, entry: Entry, due: tuple[Any, TypeAdapter[Any], Path]
    ) -> dict[str, Any]:
        """What a key holds, by its name in the model; nothing where it cannot be read."""
        annotation, whole, path = due
        node = entry.value
        cut = self.found.cut & {*range(entry.key.span.line, node.span.end_line + 2)}
        if isinstance(node, Mapping):
            self.mark(path, node, cut)
        else:
            # A line that was an entry ends what stands above.
            cut -= self.found.keys.keys()
        # What a comma ends is as spoilt as what follows it without a space, and is no key.
        lost = self.lost & {*range(node.span.start, node.span.end), node.span.end + 1}
        if not cut and not lost:
            with suppress(ValidationError):
                return {name: whole.validate_python(plain(node))}
        if isinstance(node, Mapping) and is_model(annotation):
            return {name: self.model(annotation, node, path)}
        if isinstance(node, Mapping) and get_origin(annotation) is dict:
            return {name: self._each(get_args(annotation), node, path)}
        self.unread.add(path)
        return {}

    def _each(self, types: tuple[Any, Any], node: Mapping, path: Path) -> dict[str, Any]:
        """A map with keys of the editor's own, of two types: of the keys and what they hold."""
        key_type, held = types
        read: dict[str, Any] = {}
        for key, entry in node.entries.items():
            if entry.key.span.start in self.lost or not is_of(key_type, key):
                self.unread.add((*path, key))
            else:
                read |= self._read(key, entry, (held, reader(held), (*path, key)))
        return read

    def mark(self, path: Path, node: Mapping, cut: Iterable[int]) -> None:
        """Keep which keys a map may have, as lines in it or right below it were set aside."""
        first = next((entry.key.span.column for entry in node.entries.values()), 0)
        for line in cut:
            keys = self.found.keys.get(line)
            if keys is None:
                self.unread.add(path)
            elif abs(keys.column - first) <= ASKEW:
                self.unread |= {(*path, key) for key in keys.names}


@cache
def lacking(model: type[BaseModel]) -> dict[str, Any]:
    """What stands for the required keys of a model where they cannot be read: nothing."""
    required = {name: one for name, one in model.model_fields.items() if one.is_required()}
    return {name: "" if one.annotation is str else () for name, one in required.items()}
