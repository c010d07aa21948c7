"""A copy of the process works beside it; what it makes, and what goes wrong in it, comes back."""

import os
import signal
import threading
from collections.abc import Iterator
from io import BytesIO

import pytest

from generator.build import aside
from generator.write import Refusal

# Those who run tests have threads of their own.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture(params=[1, 2], ids=["in a copy", "with threads"])
def threads(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(threading, "active_count", lambda: request.param)
    return int(request.param)


def processes() -> Iterator[int]:
    yield from (os.getpid(), os.getpid())


def test_what_is_made_comes_in_its_order(threads: int) -> None:
    with aside.aside(processes) as found:
        first, second = found
    assert first == second
    assert (first == os.getpid()) == (threads > 1)


def broken() -> Iterator[int]:
    yield 1
    raise ZeroDivisionError


def test_what_goes_wrong_is_raised_here(threads: int) -> None:
    with pytest.raises(ZeroDivisionError), aside.aside(broken) as found:
        tuple(found)


def endless() -> Iterator[int]:
    while True:
        yield os.getpid()


@pytest.mark.parametrize("threads", [1], indirect=True)
def test_a_copy_ends_with_the_block(threads: int) -> None:
    with aside.aside(endless) as found:
        copy = next(iter(found))
    with pytest.raises(ProcessLookupError):
        os.kill(copy, 0)


@pytest.mark.parametrize("threads", [1], indirect=True)
def test_a_copy_that_is_killed_is_a_clear_error(threads: int) -> None:
    with pytest.raises(Refusal, match="was ended"), aside.aside(killed) as found:
        tuple(found)


def killed() -> Iterator[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    yield 1


def test_a_copy_leaves_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    ends: list[int] = []
    monkeypatch.setattr(os, "_exit", ends.append)
    before, (reading, writing) = signal.getsignal(signal.SIGINT), os.pipe()
    aside.leave(lambda: [1, 2], os.dup(reading), writing)
    signal.signal(signal.SIGINT, before)
    with os.fdopen(reading, "rb") as stream:
        assert (ends, list(aside.received(stream))) == ([0], [1, 2])


def test_what_went_wrong_is_sent() -> None:
    stream = BytesIO()
    stream.close = lambda: None  # type: ignore[method-assign]
    aside.send(broken, stream)
    stream.seek(0)
    with pytest.raises(ZeroDivisionError):
        list(aside.received(stream))
