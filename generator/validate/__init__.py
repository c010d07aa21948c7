"""Nodes become records: shape and types, one record at a time."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.diagnostics import Diagnostic
from generator.limits import MESSAGES
from generator.model import KINDS
from generator.model.record import OpenRecordModel, Path, Places, Record
from generator.model.statement import Statement
from generator.near import nearest
from generator.source import SourceFile, Span
from generator.validate.wording import (
    Subject,
    adapter,
    field_names,
    known_keys,
    missing_keys,
    not_deeper,
    own_key,
    shape_error,
    written,
)
from generator.yaml.nodes import Mapping, Node, Scalar, plain

M = TypeVar("M")
Found = tuple[Path, Diagnostic]


def validate(
    node: Mapping, file: SourceFile, identity: tuple[str, str]
) -> tuple[Record | None, tuple[Diagnostic, ...]]:
    """The record of `identity` (kind, id) in a file's top map, or else what is wrong with it."""
    kind, id_ = identity
    data, places, diagnostics = validate_as(KINDS[kind], node, file)
    return Record(id_, kind, data, places) if data and not diagnostics else None, diagnostics


def validate_as(
    model: type[M], node: Mapping, file: SourceFile
) -> tuple[M | None, Places, tuple[Diagnostic, ...]]:
    """A map of a file as any model, with the places of its keys and values."""
    places = _places_of(node, file)
    subject: Subject = (model, places)
    own = list(misspelt(model, node, places))
    try:
        data: M = adapter(subject[0]).validate_python(plain(node))
    except ValidationError as error:
        return None, places, tuple(islice(errors_of(error, subject, own), MESSAGES.most))
    return (None if own else data), places, tuple(one for _, one in own[: MESSAGES.most])


def _places_of(node: Node, file: SourceFile) -> Places:
    keys: dict[Path, Span] = {}
    values: dict[Path, Span] = {}

    def visit(node: Node, path: Path) -> None:
        values[path] = node.span
        if isinstance(node, Mapping):
            for key, entry in node.entries.items():
                keys[*path, key] = entry.key.span
                visit(entry.value, (*path, key))
        elif not isinstance(node, Scalar):
            for index, item in enumerate(node.items):
                visit(item, (*path, index))

    visit(node, ())
    return Places(file, keys, values)


def misspelt(model: Any, node: Mapping, places: Places) -> Iterator[Found]:
    """Keys of the editor's own in a record that hold nothing, or look like a slip of a known one.

    `last-day-2` is no slip: whoever writes it wants one more. Nobody leaves out two letters.
    """
    if not (isinstance(model, type) and issubclass(model, OpenRecordModel)):
        return
    own, known = field_names(model), known_keys(model)
    for key, entry in islice(node.entries.items(), MESSAGES.most + len(known)):
        if key not in own:
            says = isinstance(entry.value, Mapping) and not known_keys(Statement).isdisjoint(
                entry.value.entries
            )
            near = nearest(key, known)
            is_further = key.startswith(f"{near}-") or len(near) > len(key) + 1
            if not says or (near and not is_further):
                yield (key,), own_key((key,), known, places)


def errors_of(error: ValidationError, subject: Subject, own: list[Found]) -> Iterator[Diagnostic]:
    """The errors that pydantic found, each at its place, without those that another explains."""
    model, places = subject
    found = [(written(tuple(one["loc"]), places), one) for one in error.errors(include_url=False)]
    causes = list(not_deeper(model, places))
    moved = {path for paths, _ in causes for path in paths}
    own = [(path, one) for path, one in own if path not in moved]
    covered = moved | {path for path, _ in own}
    misnamed = {path[:-1] for path, _ in found if path[-1:] == ("[key]",)}
    left = [
        (path, one)
        for path, one in found
        if path not in misnamed and not any(path[:n] in covered for n in range(1, len(path) + 1))
    ]
    others = [(path, one) for path, one in left if one["type"] != "missing"][: MESSAGES.most]
    errors = own + [(path, shape_error(one, path, subject)) for path, one in others]
    yield from dict.fromkeys(one for _, one in causes)
    yield from {one.span: one for _, one in errors}.values()
    # A key may stand elsewhere, or be the one that a misspelt key was meant to be.
    elsewhere = {path[-1] for path in covered} | {key for one in errors for key in meant(*one)}
    missing = [path for path, one in left if one["type"] == "missing" and path[-1] not in elsewhere]
    yield from missing_keys(missing, places)


def meant(path: Path, diagnostic: Diagnostic) -> Iterator[str]:
    """An unknown key, and the one that is offered in its place."""
    if diagnostic.code == "unknown-key":
        yield str(path[-1])
        if diagnostic.fix:
            yield diagnostic.fix.replacement.partition(":")[0]
