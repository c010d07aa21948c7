"""`same-label`: two statements of one record are not called the same, nor as it is (a warning)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.record import Path, Record
from generator.model.statement import Statement
from generator.rules.doubts import Pair


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statements whose label another one of the record, or the record itself, has already."""
    for record in dossier.briefing.as_read.records.values():
        labelled = [(path, one) for path, one in record.statements.values() if one.label]
        title = record.data.heading(dossier.language).casefold()
        for at, (path, statement) in enumerate(labelled):
            label = folded(statement)
            if path and label == title:
                yield as_record(record, path)
                continue
            alike = (one for one in labelled[:at] if folded(one[1]) == label)
            other = next((one for one in alike if is_beside(one, (path, statement))), None)
            if other:
                yield again(record, other[0], path)


def folded(statement: Statement) -> str:
    """A label as it is compared."""
    return (statement.label or "").casefold()


def is_beside(one: tuple[Path, Statement], other: tuple[Path, Statement]) -> bool:
    """Whether two stand in one map, or in maps of which each has rows of its own sort.

    Several parts, or delegations, may well have a row each that is called the same. A delegate who
    stands there twice is told as such.
    """
    (path, was), (here, now) = one, other
    is_person = path[:1] == here[:1] == ("delegations",) and was.person == now.person
    return (path[:-1] == here[:-1] or path[:1] != here[:1]) and not (is_person and now.person)


def again(record: Record, first: Path, path: Path) -> Diagnostic:
    """A label that readers cannot tell from another."""
    written = record.places.value((*path, "label"))
    # A claim is a statement itself.
    name = (record.id, *first)[-1]
    return Pair(
        code="same-label",
        message=f"`{name}` has the label `{written.text}` too",
        span=written,
        severity=Severity.WARNING,
        labels=(Label(record.places.value((*first, "label")), "the other"),),
        help="say what sets the two apart; without a label the key is what readers see",
    )


def as_record(record: Record, path: Path) -> Diagnostic:
    """A label that says no more than the heading of the page."""
    written = record.places.value((*path, "label"))
    return Pair(
        code="same-label",
        message=f"`{path[-1]}` has the title of its record as its label, `{written.text}`",
        span=written,
        severity=Severity.WARNING,
        labels=(Label(record.places.value(("title",)), "the title"),),
        help="say what this statement is of all that the record holds",
    )
