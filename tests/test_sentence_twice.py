"""Sentences that a text has twice: told once, and no near miss."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]
FACT = '{{ fact("arch-promise") }}'


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"The shires differ over it. {FACT}. The shires differ over it.", 1),
        (f"Whether they mend it is open: {FACT}. Whether they mend it is open: {FACT}.", 1),
        (f"The shires differ over it. {FACT}. The towns differ over it.", 0),
        # A short one may be said again.
        (f"It is open. {FACT}. It is open.", 0),
    ],
)
def test_a_sentence_stands_once(briefing: Write, text: str, count: int) -> None:
    point = f"text: >-\n  {text}\nrests: [arch-promise]\norder: 10\n"
    found = check(briefing({"points/promise.yaml": point})).diagnostics
    assert [one.code for one in found].count("sentence-twice") == count
