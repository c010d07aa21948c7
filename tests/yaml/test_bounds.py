"""Files that nobody would write on purpose: few messages, and no more work than their size."""

import pytest

from generator.reading.check import check
from generator.validate import MOST
from tests.conftest import Write

HAN = "".join(chr(0x4E00 + number % 20_000) for number in range(60_000))
SOURCE = """\
publisher: The Courier
title: Notes
url: https://courier.example/notes
published: 2031-03-10
retrieved: 2031-07-01
kind: newspaper
origin: own
"""


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("people/x.yaml", "a:\n" * 333_000, "file-too-large"),
        ("people/x.yaml", "a:\n" * 160_000, "duplicate-key"),
        ("people/x.yaml", "a: " + "[" * 450_000, "too-deep"),
        ("people/x.yaml", "- " * 220_000, "too-deep"),
        ("people/x.yaml", "? " * 220_000, "too-deep"),
        ("people/x.yaml", "".join(f"k{number}: x\n" for number in range(2_000)), "unknown-key"),
        ("sources/x.yaml", "".join(f"k{number}:\n" for number in range(9_000)), "unknown-key"),
        ("sources/x.yaml", f"{SOURCE}quotes: {{q: {{text: {HAN}}}}}\n", "long-quotation"),
        ("people/x.yaml", f"name: x\naliases: [{'a, ' * 150_000}]\n", "file-too-large"),
        ("people/x.yaml", "name: {en: x" + ", y z" * 9_000 + "}", "duplicate-key"),
        ("people/x.yaml", "\0" * 450_000, "control-character"),
    ],
    ids=lambda value: str(value)[:12],
)
def test_what_is_far_too_much(briefing: Write, path: str, text: str, code: str) -> None:
    found = check(briefing({path: text})).diagnostics
    assert code in {one.code for one in found}
    assert len(found) <= MOST
