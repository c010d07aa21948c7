"""Work in a process of its own: what it says, what comes of it, and what it raises."""

import os
import threading
from collections.abc import Callable

import pytest

from generator.build.aside import aside
from generator.reading.check import Reporter
from generator.write import Refusal


def counts() -> Callable[[Reporter], int]:
    """Work that says how far it is, and gives the number of its process."""

    def ended(report: Reporter) -> int:
        report("one of one")
        return os.getpid()

    return ended


def refuses() -> Callable[[Reporter], int]:
    raise Refusal("no room")


def breaks_off() -> Callable[[Reporter], int]:
    os._exit(1)


@pytest.fixture(params=[1, 2], ids=["alone", "beside threads"])
def threads(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(threading, "active_count", lambda: request.param)
    return int(request.param)


@pytest.mark.filterwarnings("ignore:This process")
def test_its_own_process_reports_and_answers(threads: int) -> None:
    said: list[str] = []
    with aside(counts) as answered:
        assert (answered(said.append) != os.getpid()) is (threads == 1)
    assert said == ["one of one"]


@pytest.mark.filterwarnings("ignore:This process")
def test_what_it_raises_is_raised_here(threads: int) -> None:
    with pytest.raises(Refusal, match="no room"), aside(refuses) as answered:
        answered(print)


@pytest.mark.filterwarnings("ignore:This process")
def test_one_that_breaks_off_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    with pytest.raises(Refusal, match="broke off"), aside(breaks_off) as answered:
        answered(print)
