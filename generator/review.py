"""A change held against the revision that it started from.

Refuses to compare with what cannot be read, and says so: that is not the same as finding nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator import history
from generator.check import Outcome, examine, most_useful_first, quiet
from generator.counting import counted
from generator.derive import Dossier, derive
from generator.diagnostics import Diagnostic, Severity
from generator.diff import compare
from generator.diff.face import State, faces
from generator.diff.reach import reach
from generator.diff.report import Report
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
    wrong = [span for one in unexplained(found.diagnostics, changed) for span in spans_of(one)]
    new = [one for one in changed if not any(overlap(one.span, span) for span in wrong)]
    left = unexplained(found.diagnostics, new)
    return replace(found, diagnostics=most_useful_first((*left, *new)))


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
    """Every error, and the warnings about files that differ from `base`, here or in a second place.

    What a change breaks may stand in a file that it does not touch.
    """
    changed = history.changed(root, history.named(root, base))
    kept = tuple(
        one for one in found.diagnostics if one.severity is Severity.ERROR or concerns(one, changed)
    )
    return replace(found, diagnostics=kept)


def concerns(diagnostic: Diagnostic, files: frozenset[str]) -> bool:
    """Whether a diagnostic stands in one of the files or points to one."""
    return any(span.file.path in files for span in spans_of(diagnostic))


def differ(root: Path, base: str, head: str | None) -> Report:
    """What changes for readers from a revision to another, or to what stands in the folder."""
    with history.revision(root, base) as folder:
        before = state(folder, f"`{base}`")
    if head is None:
        after = state(root, "the folder")
    else:
        with history.revision(root, head) as folder:
            after = state(folder, f"`{head}`")
    return Report(compare(before[0], after[0]), reach(*faces((before, after))))


def state(root: Path, name: str) -> State:
    """What follows from a briefing as it stands in a folder, and where its site stands."""
    found, settings = examine(root, None, quiet)
    found = readable(found, name)
    assert found.dossier
    return found.dossier, settings


def readable(found: Outcome, name: str) -> Outcome:
    """What was found, unless there is an error: of half a briefing nothing can be said."""
    if found.errors or not found.dossier:
        raise Refusal(
            f"could not compare: {counted(found.errors, 'error')} in {name}; "
            "`briefing check` tells them"
        )
    return found
