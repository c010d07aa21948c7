"""Nodes become records: shape and types, one record at a time.

Refuses to look at other records or at the disk. Every fault is told where it stands; what it spoils
is not built, a statement, a quotation or the whole record, and the rest of it is read all the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic
from generator.load import Mapping, Node, Scalar, plain
from generator.model import KINDS
from generator.model.paths import (
    adapter,
    can_hold,
    field_names,
    is_statement,
    is_text,
    known_keys,
    model_at,
    written,
)
from generator.model.record import OpenRecordModel, Path, Places, Record, RecordModel
from generator.model.source import Quotation, Source
from generator.model.statement import Statement
from generator.source import SourceFile, Span
from generator.validate.headless import headless, is_headless
from generator.validate.meant import as_meant
from generator.validate.not_deeper import not_deeper, without_effects
from generator.validate.piece import as_piece, is_piece
from generator.validate.restored import restored
from generator.validate.shape_faults import (
    SHAPES,
    Subject,
    bare_value,
    missing_key,
    no_value,
    other_key,
    unknown_word,
    wrong_value,
)
from generator.validate.table_faults import table_faults
from generator.validate.too_deep import sunken, too_deep
from generator.validate.unknown_key import (
    CLOSE,
    in_place_of,
    is_misspelt,
    is_stray,
    otherwise,
    replaced,
    says_something,
    unknown_key,
)

M = TypeVar("M")

OWN_KEY = "a key of your own holds a statement: `{words: ..., witnesses: [source#quotation]}`"


def validate(
    node: Mapping, file: SourceFile, identity: tuple[str, str], adrift: Collection[str] = ()
) -> tuple[Record | None, tuple[Diagnostic, ...]]:
    """The record of `identity` (kind, id) in a file's top map, and what is wrong with it.

    With faults it is what is sound of the record, if there is enough of it for one. Keys `adrift`
    stand somewhere in the file where they cannot be read, and are not missing.
    """
    kind, id_ = identity
    node = restored(KINDS[kind], node)
    data, places, faults = validate_as(KINDS[kind], node, file, adrift)
    meant = node
    while (further := as_meant(KINDS[kind], meant, faults, places_of(meant, file))) != meant:
        meant = further
        told = {fault.span.start for fault in faults}
        more = validate_as(KINDS[kind], meant, file, adrift)[2]
        faults += tuple(one for one in more if one.span.start not in told and not is_stray(one))
    if faults:
        data = None if data else _sound(KINDS[kind], plain(node))
    return Record(id_, kind, data, places) if data else None, faults


def validate_as(
    model: type[M], node: Mapping, file: SourceFile, adrift: Collection[str] = ()
) -> tuple[M | None, Places, tuple[Diagnostic, ...]]:
    """A map of a file as any model, with the places of its keys and values."""
    places = places_of(node, file)
    misspelt = tuple(_misspelt(model, node, places))
    try:
        data = adapter(model).validate_python(plain(node))
    except ValidationError as error:
        adrift = {*adrift, *(str(path[-1]) for path, _ in sunken(model, places))}
        found = (*misspelt, *_faults(error, (model, places), misspelt, adrift))
        finders = (headless, too_deep, not_deeper, table_faults)
        causes = [cause for find in finders for cause in find(model, places)]
        return None, places, tuple(without_effects(found, causes))
    return data, places, misspelt


def _sound(model: type[RecordModel], content: Any) -> RecordModel | None:
    """A record without the statements and quotations in which something is wrong."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        spoilt = [_spoilt(model, detail) for detail in error.errors(include_url=False)]
    if () in spoilt:
        return None
    for path in spoilt:
        _take_out(content, path)
    return _sound(model, content)


def _spoilt(model: type[RecordModel], detail: ErrorDetails) -> Path:
    """The statement or quotation in which a fault stands; empty where the record is spoilt."""
    path = tuple(detail["loc"])
    for length in range(len(path) + 1):
        found = model_at(model, path[:length])
        is_inside = length < len(path) or detail["type"] in SHAPES
        if isinstance(found, type) and issubclass(found, Statement | Quotation) and is_inside:
            return path[:length]
        if length and isinstance(found, type) and issubclass(found, BaseModel):
            break
    return ()


def _take_out(content: Any, path: Path) -> None:
    for step in path[:-1]:
        content = content.get(step, {})
    content.pop(path[-1], None)


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


def _misspelt(model: Any, node: Mapping, places: Places) -> Iterator[Diagnostic]:
    # Any key of the editor's own may hold a statement: a near miss, or a map that says nothing that
    # a statement can say, is taken for a slip.
    if not (isinstance(model, type) and issubclass(model, OpenRecordModel)):
        return
    known, own = known_keys(model), field_names(model)
    for key in (key for key in node.entries if key not in own):
        entry = node.entries[key]
        near = get_close_matches(key, known, n=1, cutoff=CLOSE)
        # Whoever writes `last-day-2` wants one more, and nobody leaves out two letters.
        is_further = any(key.startswith(f"{one}-") or len(one) > len(key) + 1 for one in near)
        is_near = near and not (is_further and says_something(entry.value))
        if is_near or not says_something(entry.value):
            found = unknown_key((key,), known, places)
            is_own = found.code == "unknown-key" and not found.fix
            yield replace(found, help=f"{found.help}; {OWN_KEY}") if is_own else found


def _faults(
    error: ValidationError,
    subject: Subject,
    misspelt: Iterable[Diagnostic],
    adrift: Collection[str],
) -> Iterator[Diagnostic]:
    seen = {fault.span.start for fault in misspelt}
    details = [(written(tuple(d["loc"]), subject[1]), d) for d in error.errors(include_url=False)]
    misnamed = {path[:-1] for path, _ in details if path[-1:] == ("[key]",)}
    found = [
        (path, _worded(detail, path, subject))
        for path, detail in details
        if not path or (subject[1].key(path[:1]).start not in seen and path not in misnamed)
    ]
    found = [(path, _in_place(path, fault, details, subject[0])) for path, fault in found]
    taken = {path: due for path, _ in details if (due := _mistaken(path, details, subject[0]))}
    found = [
        (path, other_key(path, taken[path], subject[1]) if path in taken else fault)
        for path, fault in found
    ]
    meant = _meant([*(((), fault) for fault in misspelt), *((path[:-1], f) for path, f in found)])
    meant.update(taken.values())
    for path, fault in (*found, *_asked_for(found, meant, subject)):
        is_missing = fault.code == "missing-key"
        is_adrift = path[-1:] in {(key,) for key in adrift} or is_headless(path[:-1], subject[1])
        is_written = path in meant or is_adrift
        if not is_written if is_missing else fault.span.start not in seen:
            seen.add(fault.span.start)
            yield fault


def _asked_for(
    found: Iterable[tuple[Path, Diagnostic]], meant: Collection[Path], subject: Subject
) -> Iterator[tuple[Path, Diagnostic]]:
    """Where a source lacks a required key, also those that a rule would ask for."""
    model, places = subject
    lost = (path for path, one in found if len(path) == 1 and one.code == "missing-key")
    if model is Source and any(path not in meant for path in lost):
        unwritten = ((key,) for key in Source.ASKED if (key,) not in places.keys)
        yield from ((path, missing_key(path, places)) for path in unwritten)


def _in_place(
    path: Path, fault: Diagnostic, details: list[tuple[Path, ErrorDetails]], model: Any
) -> Diagnostic:
    """A fault; an unknown key as that which alone is missing beside it, where its value fits."""
    beside = [(one, detail) for one, detail in details if one[:-1] == path[:-1]]
    missing = [one for one, detail in beside if detail["type"] == "missing"]
    unknown = [detail["input"] for _, detail in beside if detail["type"] == "extra_forbidden"]
    if fault.code != "unknown-key" or fault.fix or len(missing) != 1 or len(unknown) != 1:
        return fault
    # A text holds anything, which says nothing.
    fits = can_hold(model, missing[0], unknown[0]) and not is_text(model, missing[0])
    return in_place_of(fault, str(missing[0][-1])) if fits else fault


def _mistaken(path: Path, details: list[tuple[Path, ErrorDetails]], model: Any) -> Path | None:
    """The missing key that was meant by another known one, which cannot hold the value: `from`."""
    key = str(path[-1]) if path else ""
    missing = [
        one
        for one, detail in details
        if detail["type"] == "missing" and one != path
        if one[:-1] == path[:-1] and get_close_matches(str(one[-1]), [key], cutoff=CLOSE)
    ]
    given = [d["input"] for one, d in details if one == path and d["type"] != "missing"]
    if key not in known_keys(model_at(model, path[:-1])) or len(given) != 1:
        return None
    return next((one for one in missing if can_hold(model, one, given[0])), None)


def _meant(found: Iterable[tuple[Path, Diagnostic]]) -> set[Path]:
    """The keys that others were meant to be: they are misspelt, and not missing as well."""
    return {(*holder, key) for holder, fault in found if (key := replaced(fault))}


def _worded(detail: ErrorDetails, path: Path, subject: Subject) -> Diagnostic:
    """A fault; that of what a comma cut off with what it was meant to be."""
    fault = _fault(detail, path, subject)
    key = path[:-1] if path[-1:] == ("[key]",) else path
    return as_piece(fault, key, subject) if is_piece(key, subject[1]) else fault


def _fault(detail: ErrorDetails, path: Path, subject: Subject) -> Diagnostic:
    model, places = subject
    kind = detail["type"]
    if kind == "missing":
        return missing_key(path, places)
    if kind == "extra_forbidden":
        known = known_keys(model_at(model, path[:-1]))
        near = unknown_key(path, known, places)
        # A map is no slip of a key that cannot hold it, unless the key is all but spelt.
        fits = not near.fix or is_misspelt(near) or not isinstance(detail["input"], dict)
        return near if fits else replace(near, help=otherwise(path, known, places), fix=None)
    if kind == "no_value" or (kind == "literal_error" and not detail["input"]):
        return no_value(detail, path, subject)
    if kind == "literal_error":
        return unknown_word(detail, places.value(path))
    if kind in SHAPES and isinstance(detail["input"], str) and is_statement(model, path):
        return bare_value(path, places)
    # Of a key of the editor's own, pydantic names the place as that of its value.
    is_key = path == (detail["input"],) and path[0] not in known_keys(model)
    return wrong_value(detail, (*path, "[key]") if is_key else path, subject)
