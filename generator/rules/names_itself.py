"""`names-itself`: what a record or a statement names is something else than itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.fields import yaml_key
from generator.model.record import Path, Record
from generator.model.statement import Statement
from generator.source import Span


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Ids that lead back to where they stand; of two records of a kind once for both."""
    by_kind: dict[str, list[list[Diagnostic]]] = defaultdict(list)
    for record in dossier.briefing.as_read.records.values():
        if found := list(selves(record)):
            by_kind[record.kind].append(found)
    for several in by_kind.values():
        first, *others = (one for found in several for one in found)
        # Each names the other, and has the other's text.
        if [len(found) for found in several] == [1, 1]:
            yield exchanged(first, *others)
        else:
            yield from (first, *others)


def selves(record: Record) -> Iterator[Diagnostic]:
    """The ids of a record that lead back to where they stand."""
    for path, model in record.models:
        own = ".".join(map(str, (record.id, *path)))
        for name in getattr(model, "REFERS", {}) if is_addressed(path, model) else ():
            yield from (itself(own, span) for span in spans(record, (*path, name), model, own))
        # One position may give way to another, of which only the statement has an id.
        if isinstance(model, Statement) and (gone := model.superseded):
            found = spans(record, (*path, "superseded", "by"), gone, own)
            yield from (itself(own, span, "name what took its place") for span in found)
        # An act that stands in a record is not upon that record.
        if path and isinstance(model, Statement):
            found = spans(record, (*path, "target"), model, record.id)
            yield from (itself(record.id, span, "name what it acts upon") for span in found)


def is_addressed(path: Path, model: Any) -> bool:
    """Whether something has an address: a record, or a statement of it."""
    return not path or isinstance(model, Statement)


def spans(record: Record, path: Path, model: Any, own: str) -> Iterator[Span]:
    """Where a key names the id of what it stands in."""
    name, given = str(path[-1]), getattr(model, str(path[-1]), ())
    key = (*path[:-1], yaml_key(name))
    if given == own:
        yield record.places.value(key)
    elif isinstance(given, tuple):
        yield from (record.places.value((*key, at)) for at, id_ in enumerate(given) if id_ == own)


def itself(id_: str, span: Span, help_: str = "name what it belongs to") -> Diagnostic:
    """An id that leads nowhere."""
    return Diagnostic(
        code="names-itself",
        message=f"`{id_}` names itself",
        span=span,
        severity=Severity.WARNING,
        help=f"{help_}, or take it out",
    )


def exchanged(one: Diagnostic, other: Diagnostic) -> Diagnostic:
    """Two of which each names itself, as they would with the text of each in the other's file."""
    return replace(
        one,
        message=f"{one.message}, and {other.message}",
        labels=(Label(other.span, "so does this"),),
        help="give each file its own text, where they have been exchanged; else name what each "
        "belongs to, or take it out",
    )
