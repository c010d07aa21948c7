"""Two answers that rest on one quotation: told once, and no near miss."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]
CLAIM = """\
asks: Is the arch mended?
positions:
  us: {{by: norland, {us}, witnesses: [{first}]}}
  them: {{by: {by}, says: The arch is mended, witnesses: [{second}]}}
"""
SAYS, HOLD = "says: The arch is broken", "office-0312#hold"


@pytest.mark.parametrize(
    ("us", "by", "first", "second", "count"),
    [
        (SAYS, "sudland", HOLD, HOLD, 1),
        (SAYS, "sudland", HOLD, "post-0602#none", 0),
        (SAYS, "sudland", HOLD, f"{HOLD}, post-0602#none", 0),
        # What is listed carries nothing, and one speaker may have said both.
        (SAYS, "sudland", "office-0312", "office-0312", 0),
        (SAYS, "norland", HOLD, HOLD, 0),
        # Words are held against the quotation themselves.
        ("words: mend the southern arch", "sudland", HOLD, HOLD, 0),
        (f"{SAYS}, rejected: {{why: a slip, on: 2031-06-10}}", "sudland", HOLD, HOLD, 0),
        (SAYS, "sudland", "office-0312#both", "office-0312#both", 0),
        (SAYS, "sudland", "office-0312#joint", "office-0312#joint", 0),
    ],
)
def test_two_answers_do_not_rest_on_one_quotation(
    briefing: Write, us: str, by: str, first: str, second: str, count: int
) -> None:
    claim = CLAIM.format(us=us, by=by, first=first, second=second)
    root = briefing({"claims/arch-promise.yaml": claim})
    office = root / "content/sources/office-0312.yaml"
    both = '  both: {text: "Norland calls it broken, while Sudland calls it mended."}\n'
    both += '  joint: {text: "The shires said jointly what they think of it."}\n'
    office.write_text(office.read_text(encoding="utf-8").rstrip() + f"\n{both}", encoding="utf-8")
    assert [one.code for one in check(root).diagnostics].count("same-ground") == count
