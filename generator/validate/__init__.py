"""Nodes become records: shape and types, one record at a time.

Refuses to look at other records or at the disk. A record in which something is wrong is not built;
each error of it is reported at its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic
from generator.model import KINDS
from generator.model.paths import adapter, field_names, known_keys, written
from generator.model.record import OpenRecordModel, Path, Places, Record
from generator.model.statement import Statement
from generator.near import nearest
from generator.source import SourceFile, Span
from generator.validate.depth import not_deeper
from generator.validate.wording import (
    ShapeError,
    Subject,
    is_piece,
    missing_keys,
    own_key,
    replacing,
    shape_error,
)
from generator.yaml import Mapping, Node, Scalar, plain

M = TypeVar("M")
# Of one file: whoever has put these right sees the others. A starter has fewer blanks.
MOST = 100


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
    places = places_of(node, file)
    subject: Subject = (model, places)
    own = list(misspelt(model, node, places))
    try:
        data: M = adapter(subject[0]).validate_python(plain(node))
    except ValidationError as error:
        return None, places, tuple(islice(errors_of(error, subject, own), MOST))
    return (None if own else data), places, tuple(one.diagnostic for one in own[:MOST])


def places_of(node: Node, file: SourceFile) -> Places:
    """The places of all keys and values below a node."""
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


def misspelt(model: Any, node: Mapping, places: Places) -> Iterator[ShapeError]:
    """Keys of the editor's own in a record that hold nothing, or look like a slip of a known one.

    `last-day-2` is no slip: whoever writes it wants one more. Nobody leaves out two letters.
    """
    if not (isinstance(model, type) and issubclass(model, OpenRecordModel)):
        return
    own, known = field_names(model), known_keys(model)
    for key, entry in islice(node.entries.items(), MOST + len(known)):
        if key not in own:
            says = isinstance(entry.value, Mapping) and not known_keys(Statement).isdisjoint(
                entry.value.entries
            )
            near = nearest(key, known)
            is_further = key.startswith(f"{near}-") or len(near) > len(key) + 1
            if not says or (near and not is_further):
                yield ShapeError((key,), own_key((key,), known, places))


def errors_of(
    error: ValidationError, subject: Subject, own: Iterable[ShapeError]
) -> Iterator[Diagnostic]:
    """The errors that pydantic found, each at its place, without those that another explains."""
    places = subject[1]
    details = error.errors(include_url=False)
    found = [(written(tuple(one["loc"]), places), one) for one in details]
    causes = list(not_deeper(*subject))
    covered = {path for paths, _ in causes for path in paths}
    own = [one for one in own if one.path not in covered]
    covered |= {one.path for one in own}
    misnamed = {path[:-1] for path, _ in found if path[-1:] == ("[key]",)}
    left = [
        (path, one)
        for path, one in found
        if path not in misnamed and not any(path[:n] in covered for n in range(1, len(path) + 1))
    ]
    missing = [path for path, one in left if one["type"] == "missing"]
    others = first_pieces([(path, one) for path, one in left if one["type"] != "missing"], places)
    errors = [
        *own,
        *(ShapeError(path, shape_error(one, path, subject)) for path, one in others[:MOST]),
    ]
    errors = [replacing(one, missing, places) for one in errors]
    yield from dict.fromkeys(one for _, one in causes)
    yield from {one.diagnostic.span: one.diagnostic for one in errors}.values()
    yield from missing_keys(not_misplaced(missing, errors, covered), places)


def first_pieces(
    found: list[tuple[Path, ErrorDetails]], places: Places
) -> list[tuple[Path, ErrorDetails]]:
    """The errors, and of all that commas cut off from one text in brackets the first."""
    kept: dict[Path, tuple[Path, ErrorDetails]] = {}
    for path, one in found:
        key = path[:-1] if path[-1:] == ("[key]",) else path
        kept.setdefault((*key[:-1], ",") if is_piece(key, places) else path, (path, one))
    return list(kept.values())


def not_misplaced(
    missing: Iterable[Path], errors: Iterable[ShapeError], covered: Iterable[Path]
) -> list[Path]:
    """The missing keys that stand nowhere else and that no misspelt key was meant to be."""
    elsewhere = {path[-1] for path in covered}
    for one in errors:
        elsewhere |= {one.path[-1]} if one.diagnostic.code == "unknown-key" else set()
    meant = {(*one.path[:-1], one.meant) for one in errors if one.meant}
    return [path for path in missing if path[-1] not in elsewhere and path not in meant]
