"""What is left of the parts of a file in which something is wrong: each of their keys by itself.

Refuses to be facts: nothing follows from it. What it mentions is looked for, so that an id that
leads nowhere is told in the same run as the fault beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.load import Entry, Mapping, Node, Reading, Scalar
from generator.model import KINDS
from generator.model.fields import yaml_key
from generator.model.keys import is_model
from generator.model.paths import model_at
from generator.model.record import Path, Record, RecordModel, Remains
from generator.source import SourceFile, Span
from generator.validate import places_of, plain


def remains(
    file: SourceFile, found: Reading, identity: tuple[str, str], record: Record | None
) -> Iterator[Remains]:
    """What a file holds beside the sound part of its record; `identity` is its kind and id."""
    kind, id_ = identity
    top = found.rest or found.tree
    if not isinstance(top, Mapping):
        return
    if found.cut:
        top = uncut(top, found.cut)
    sound = {path for path, _ in record.models} if record else set()
    models = tuple((path, part) for path, part in parts(KINDS[kind], top) if path not in sound)
    prose = () if record else tuple(prose_of(KINDS[kind], top))
    yield Remains(id_, places_of(top, file), models, prose)


def uncut(node: Mapping, cut: frozenset[int]) -> Mapping:
    """A map without the keys of whose values something may be missing, as they end above a cut."""
    kept: dict[str, Entry] = {}
    for key, entry in node.entries.items():
        if isinstance(entry.value, Mapping):
            kept[key] = Entry(entry.key, uncut(entry.value, cut))
        elif cut.isdisjoint(range(entry.key.span.line, entry.value.span.end_line + 2)):
            kept[key] = entry
    return Mapping(node.span, kept)


def parts(kind: type[RecordModel], node: Node, path: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    """The models that stand in a map and below it, with those of their keys that are sound."""
    if not isinstance(node, Mapping):
        return
    model = model_at(kind, path)
    if is_model(model):
        # A required key that is not there mentions nothing.
        lacking = {name: () for name, field in model.model_fields.items() if field.is_required()}
        yield path, model.model_construct(**{**lacking, **dict(_sound(model, node))})
    for key, entry in node.entries.items():
        yield from parts(kind, entry.value, (*path, key))


def _sound(model: type[BaseModel], node: Mapping) -> Iterator[tuple[str, Any]]:
    for name in model.model_fields:
        entry = node.entries.get(yaml_key(name))
        # What a map holds has its turn by itself.
        if entry and not isinstance(entry.value, Mapping):
            try:
                yield name, _reader(model, name).validate_python(plain(entry.value))
            except ValidationError:
                continue


@cache
def _reader(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(model.model_fields[name].rebuild_annotation())


def prose_of(kind: type[RecordModel], node: Mapping) -> Iterator[Span]:
    """The places of the texts that are templates."""
    for key in kind.PROSE:
        entry = node.entries.get(key)
        if entry and isinstance(entry.value, Scalar):
            yield entry.value.span
