"""What a text prints beside its ground is told once: not where another message leads there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]

POINT = """
    text: 'The toll is {{{{ fact("{printed}") }}}}; the shires differ: {{{{ fact("{also}") }}}}.'
    rests: [{rests}]
    """
RATE, START, ARCH = "bridge-toll.parts.rate", "bridge-toll.in-force", "arch-promise"


@pytest.mark.parametrize(
    ("printed", "also", "rests", "expected"),
    [
        (RATE, ARCH, f"{RATE}, {ARCH}", []),
        (START, ARCH, f"{RATE}, {ARCH}", ["ground-missing"]),
        (RATE, RATE, ARCH, ["point-rests"]),
        (RATE, ARCH, f"bridge-toll.parts.rat, {ARCH}", ["dangling-ref"]),
        ("bridge-toll.parts.rat", ARCH, f"{RATE}, {ARCH}", ["dangling-ref"]),
        (RATE, ARCH, f"{ARCH}, {ARCH}", ["named-twice"]),
        (RATE, ARCH, "", ["point-rests"]),
    ],
)
def test_a_text_and_its_ground_are_told_once(
    briefing: Write, printed: str, also: str, rests: str, expected: list[str]
) -> None:
    text = POINT.format(printed=printed, also=also, rests=rests)
    found = check(briefing({"points/promise.yaml": text})).diagnostics
    assert [one.code for one in found if one.code != "unused-source"] == expected
