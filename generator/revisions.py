"""What changes for readers between two revisions, or from one to what stands in the folder.

Refuses to compare what has an error, and says so: that is not the same as no change.
"""

from __future__ import annotations

from pathlib import Path

from generator import history
from generator.check import Outcome, examine, quiet
from generator.counting import counted
from generator.diff import compare
from generator.diff.face import State, faces
from generator.diff.moved import moves
from generator.diff.reach import reach
from generator.diff.report import Report
from generator.write import Refusal


def differ(root: Path, base: str, head: str | None) -> Report:
    """What changes for readers from a revision to another, or to what stands in the folder."""
    with history.revision(root, base) as folder:
        before = state(folder, f"`{base}`")
    if head is None:
        after = state(root, "the folder")
    else:
        with history.revision(root, head) as folder:
            after = state(folder, f"`{head}`")
    moved = moves(before[0], after[0])
    return Report(compare(before[0], after[0]), reach(*faces((before, after), moved)))


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
