"""How many edits of a single line of the invented briefing are told in one message, by kind.

Printed with those that are told in several, never asserted.
"""

import os
from collections import Counter
from pathlib import Path

from tests.bench.test_stages import say
from tests.corpus import Copy, edits

STEP = int(os.environ.get("STEP", "11"))


def test_corpus(tmp_path: Path) -> None:
    copy, counts = Copy(tmp_path), Counter[tuple[str, int]]()
    for edit in edits(STEP):
        found = copy.told(edit)
        for kind in (edit.kind, "all"):
            counts[kind, min(len(found), 2)] += 1
        if len(found) > 1:
            say(f"{edit}: {'; '.join(f'{one.code} {one.message}' for one in found)}")
    say(f"{'kind':>26} {'none':>5} {'one':>5} {'several':>7}")
    for kind in dict.fromkeys(kind for kind, _ in counts):
        none, one, several = (counts[kind, number] for number in range(3))
        say(f"{kind:>26} {none:>5} {one:>5} {several:>7}")
