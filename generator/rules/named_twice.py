"""`named-twice`: a list names each thing once."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.fields import yaml_key
from generator.model.record import Path, Record
from generator.model.statement import Content
from generator.rules.doubts import Doubt


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Ids that a list has a second time."""
    for record in dossier.briefing.as_read.records.values():
        for path, model in record.models:
            witnesses = ("witnesses",) if isinstance(model, Content) else ()
            for name in (*getattr(model, "REFERS", {}), *witnesses):
                given = getattr(model, name, None)
                if isinstance(given, tuple):
                    yield from twice(record, (*path, yaml_key(name)), given)


def twice(record: Record, path: Path, given: tuple[str, ...]) -> Iterator[Diagnostic]:
    """What stands in a list more than once, at its second place."""
    for at, id_ in enumerate(given):
        first, span = given.index(id_), record.places.value((*path, at))
        # What a comma has torn in two is told as one.
        is_torn = span.file.text[: span.start].endswith(",")
        if id_ and first < at and not is_torn:
            yield Doubt(
                code="named-twice",
                message=f"`{id_}` stands in `{path[-1]}` a second time",
                span=span,
                severity=Severity.WARNING,
                labels=(Label(record.places.value((*path, first)), "first here"),),
                help="take one out, or write what was meant",
            )
