"""What changes for readers between two revisions, or from one to what stands in the folder.

Refuses to compare what has an error, and says so: that is not the same as no change.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator import history
from generator.check import Outcome, examine, quiet
from generator.counting import counted
from generator.diagnostics import Severity
from generator.diff import compare
from generator.diff.face import State, faces
from generator.diff.moved import moves
from generator.diff.reach import reach
from generator.diff.report import Report
from generator.write import Refusal

NOT_COMPARED = "could not compare: "
FOLDER = "the folder"


def differ(root: Path, base: str | None, head: str | None) -> Report:
    """What changes for readers from a revision to another, or to what stands in the folder.

    Without a base it is where the work at hand left the trunk.
    """
    with comparing():
        base = base or history.base(root)
        with history.revision(root, base) as folder:
            before = state(folder, f"`{base}`")
        if head is None:
            after = state(root, FOLDER)
        else:
            with history.revision(root, head) as folder:
                after = state(folder, f"`{head}`")
        moved = moves(before[0], after[0])
        reached = reach(*faces((before, after), moved))
        return Report(compare(before[0], after[0]), reached, history.making(root, base, head))


@contextmanager
def comparing() -> Iterator[None]:
    """Whatever stands in the way is told as that, so that nobody takes it for no change."""
    try:
        yield
    except Refusal as refusal:
        why = str(refusal).removeprefix(NOT_COMPARED).removeprefix("error: ")
        raise type(refusal)(f"{NOT_COMPARED}{why}") from None


def state(root: Path, name: str) -> State:
    """What follows from a briefing as it stands in a folder, and where its site stands."""
    found, settings = examine(root, None, quiet)
    found = readable(found, name)
    assert found.dossier
    return found.dossier, settings


def readable(found: Outcome, name: str) -> Outcome:
    """What was found, unless there is an error: of half a briefing nothing can be said."""
    if found.errors or not found.dossier:
        told = f"{counted(found.errors, 'error')} in {name}"
        raise Refusal(f"{NOT_COMPARED}{told}{where_told(found, name)}")
    return found


def where_told(found: Outcome, name: str) -> str:
    """Who tells the errors: of a revision no command does, so the first stands here."""
    if name == FOLDER:
        return f"; `briefing check` tells {'it' if found.errors == 1 else 'them'}"
    errors = (one for one in found.diagnostics if one.severity is Severity.ERROR)
    first = next(errors, None)
    if first is None:
        return ""
    place = f"{first.span.file.path}:{first.span.line}: {first.message}"
    return f", {place}" if found.errors == 1 else f"; the first: {place}"
