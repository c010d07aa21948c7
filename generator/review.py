"""A change held against the revision that it started from.

Refuses to compare with what cannot be read, and says so: that is not the same as finding nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator import history
from generator.check import Outcome, check, most_useful_first
from generator.derive import Dossier, derive
from generator.diagnostics import Diagnostic, Label, Severity
from generator.read import read
from generator.rules import since
from generator.source import Span
from generator.write import Refusal


def review(root: Path, base: str, found: Outcome) -> Outcome:
    """What was found of a briefing, and what its change since `base` does to the record."""
    if not found.dossier:
        # There is no telling what became of what, and the reason has been told.
        return found
    changed = since.check(dossier_at(root, base), found.dossier)
    # What is wrong as it stands is not told once more as changed.
    wrong = unexplained(found.diagnostics, changed)
    new = tuple(one for one in changed if not any(touches(each, one) for each in wrong))
    left = unexplained(found.diagnostics, new)
    told = with_changes(left, [one for one in changed if one not in new])
    return replace(found, diagnostics=most_useful_first((*told, *new)))


def touches(told: Diagnostic, change: Diagnostic) -> bool:
    """Whether something is told, or points to, where a change is."""
    return any(overlap(change.span, span) for span in spans_of(told))


def with_changes(
    found: Iterable[Diagnostic], changes: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """What is told, with what became of the same place: each change with the first of it."""
    left = list(changes)
    for one in found:
        here = [change for change in left if touches(one, change)]
        left = [change for change in left if change not in here]
        labels = tuple(Label(change.span, change.message) for change in here)
        heavier = min((one, *here), key=lambda each: each.severity is Severity.WARNING).severity
        yield replace(one, severity=heavier, labels=(*one.labels, *labels)) if labels else one


def unexplained(
    found: Iterable[Diagnostic], changed: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """What is wrong, without what is told with the change that made it so."""
    explained = {effect for one in changed for effect in effects(one)}
    return tuple(one for one in found if (one.code, *start(one.span)) not in explained)


def effects(cause: Diagnostic) -> Iterator[tuple[str, str, int]]:
    """What a change has made wrong in the places that it is told with: code, file and offset."""
    for code in since.EFFECTS.get(cause.code, ()):
        yield from ((code, *start(label.span)) for label in cause.labels)


def spans_of(diagnostic: Diagnostic) -> tuple[Span, ...]:
    """Where a diagnostic stands, and its second places."""
    return (diagnostic.span, *(label.span for label in diagnostic.labels))


def overlap(one: Span, other: Span) -> bool:
    """Whether two places of one file have something in common."""
    is_apart = one.end <= other.start or other.end <= one.start
    return one.file.path == other.file.path and (not is_apart or one.start == other.start)


def start(span: Span) -> tuple[str, int]:
    """Where something begins: file and offset."""
    return span.file.path, span.start


def dossier_at(root: Path, name: str) -> Dossier:
    """The briefing of a revision on the day of its own edition."""
    with history.revision(root, name) as folder:
        contents = read(folder)
    if not (contents.has_edition and contents.is_complete):
        raise Refusal(f"`{name}` cannot be read as a briefing: nothing was compared")
    return derive(contents.briefing, contents.briefing.edition.as_of.first)


def of_changed(root: Path, base: str, found: Outcome) -> Outcome:
    """Every error, the warnings about files that differ from `base`, and those that are new.

    What a change breaks may stand in a file that it does not touch.
    """
    changed = history.changed(root, history.named(root, base))
    others = [one for one in found.diagnostics if not is_of(one, changed)]
    old = told_at(root, base) if others else frozenset()
    kept = (one for one in found.diagnostics if is_of(one, changed) or what(one) not in old)
    return replace(found, diagnostics=tuple(kept))


def is_of(diagnostic: Diagnostic, files: frozenset[str]) -> bool:
    """Whether a diagnostic is an error, or stands in one of the files or points to one."""
    return diagnostic.severity is Severity.ERROR or concerns(diagnostic, files)


def told_at(root: Path, name: str) -> frozenset[tuple[str, str, str]]:
    """What was told of a revision."""
    with history.revision(root, name) as folder:
        return frozenset(what(one) for one in check(folder).diagnostics)


def what(diagnostic: Diagnostic) -> tuple[str, str, str]:
    """What a diagnostic tells of which file, wherever it stands there."""
    return diagnostic.span.file.path, diagnostic.code, diagnostic.message


def concerns(diagnostic: Diagnostic, files: frozenset[str]) -> bool:
    """Whether a diagnostic stands in one of the files or points to one."""
    return any(span.file.path in files for span in spans_of(diagnostic))
