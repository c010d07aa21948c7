"""What the engine is told, and what is told of its failures."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.build import engine


@pytest.mark.parametrize(
    ("day", "seconds"),
    [
        (date(2025, 6, 10), 1749556800),
        (date(1970, 1, 1), 43200),
        (date(1800, 1, 1), 0),
        (date(9999, 12, 31), 4294967295),
    ],
)
def test_noon_of_the_day(day: date, seconds: int) -> None:
    assert engine.epoch(day) == seconds


def test_an_engine_that_is_not_needed_ends(briefing: Callable[..., Path]) -> None:
    with engine.started(briefing(engine=True)) as found:
        assert found.process.poll() is None
    assert found.process.returncode


def test_a_failure_is_cut_to_its_end() -> None:
    *_, last = lines = engine.failure(1, "\n".join(f"line {n}" for n in range(100))).splitlines()
    assert (last, len(lines)) == ("line 99", engine.SHOWN + 1)
    assert "code -9 and said nothing" in engine.failure(-9, "\n")
