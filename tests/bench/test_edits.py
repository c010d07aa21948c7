"""What edits of the invented briefing cost with PDFs; each build is held against a fresh one."""

import random
import shutil
import time
from pathlib import Path

from tests.bench.test_stages import cpu, say
from tests.briefings import ROOTS
from tests.building.test_build import held
from tests.building.test_edits import EDITS, as_made_anew, steps
from tests.conftest import give_engine, give_layout

TIMES = 20


def test_twenty_edits(tmp_path: Path) -> None:
    root = tmp_path / "briefing"
    shutil.copytree(ROOTS["fixture"] / "content", root / "content")
    give_engine(root)
    give_layout(root)
    began, used = time.monotonic(), cpu()
    for number, name in steps(root, random.Random(33).choices(EDITS, k=TIMES)):
        say(f"{number:>3} {name:16} {time.monotonic() - began:6.1f} s {cpu() - used:6.1f} CPU s")
        assert held(root / "site") == as_made_anew(root, tmp_path / "anew"), name
        began, used = time.monotonic(), cpu()
