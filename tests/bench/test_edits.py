"""How many mechanical edits of the invented briefing are told in more than one message, by kind.

Every edit of every kind, printed with those that are told otherwise, never asserted: some minutes.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from tests.briefings import ROOTS
from tests.edits import Spoiling, edits


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def test_edits(tmp_path: Path) -> None:
    spoiling = Spoiling(ROOTS["fixture"], tmp_path)
    made, several, astray = (Counter[str]() for _ in range(3))
    for edit in edits(ROOTS["fixture"]):
        found = spoiling.told(edit)
        made[edit.kind] += 1
        if len(found) > 1:
            several[edit.kind] += 1
            say(f"{edit}: {'; '.join(f'{one.code} {one.message}' for one in found)}")
        for one in found:
            if not edit.is_shown_by(one):
                astray[edit.kind] += 1
                say(f"{edit}: astray {one.code} {one.span.file.path}:{one.span.line} {one.message}")
    say(f"{'kind':>24} {'edits':>6} {'several':>8} {'astray':>7}")
    for kind, count in (*made.items(), ("all", made.total())):
        told = [few.total() if kind == "all" else few[kind] for few in (several, astray)]
        say(f"{kind:>24} {count:>6} {told[0] / count:>8.2%} {told[1] / count:>7.2%}")
