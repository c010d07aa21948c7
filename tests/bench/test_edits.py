"""What edits of the invented briefing cost with PDFs; each build is held against a fresh one."""

import random
import shutil
from pathlib import Path

from tests.bench.test_stages import cpu, say
from tests.briefings import ROOTS
from tests.building.test_build import held
from tests.building.test_edits import EDITS, as_made_anew, steps
from tests.conftest import give_engine, give_layout, place


def test_twenty_edits(tmp_path: Path) -> None:
    root = tmp_path / "briefing"
    shutil.copytree(ROOTS["fixture"] / "content", root / "content")
    give_engine(root)
    give_layout(root)
    place(root / "content" / "pages" / "carts.md", "# Carts\n\nOver the bridge.\n")
    chosen, used = random.Random(33).choices(EDITS, k=20), cpu()
    for number in steps(root, chosen):
        say(f"{number:>3} {chosen[number].__name__:16} {cpu() - used:6.1f} CPU s")
        assert held(root / "site") == as_made_anew(root, tmp_path / "anew"), chosen[: number + 1]
        used = cpu()
