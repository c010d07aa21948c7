"""Work done in a copy of this process, on a core of its own: what it yields comes as it is made."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any, TypeVar

from generator.write import Refusal

T = TypeVar("T")
Make = Callable[[], Iterable[T]]


@contextmanager
def aside(make: Make[T]) -> Iterator[Iterable[T]]:
    """What is made, in its order, while somebody does something else; ended with the block.

    A process that has threads is not copied, for a copy has only one of them: it does all first.
    """
    if threading.active_count() > 1:
        yield tuple(make())
        return
    reading, writing = os.pipe()
    copy = os.fork() or leave(make, reading, writing)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as stream:
            yield received(stream)
    finally:
        with suppress(ProcessLookupError):
            os.kill(copy, signal.SIGKILL)
        os.waitpid(copy, 0)


def leave(make: Make[Any], reading: int, writing: int) -> int:
    """What the copy does and no more: nothing of the process that it was is closed or told."""
    try:
        os.close(reading)
        # A keyboard interrupts both, and the other one says so.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        send(make, os.fdopen(writing, "wb"))
    finally:
        os._exit(0)


def send(make: Make[Any], stream: IO[bytes]) -> None:
    """Write what is made, each with a sign that it is not the end; or what went wrong."""
    try:
        for one in make():
            pickle.dump((True, one), stream)
            stream.flush()
        pickle.dump((False, None), stream)
    except Exception as error:
        pickle.dump((False, error), stream)
    stream.close()


def received(stream: IO[bytes]) -> Iterator[Any]:
    """What was sent."""
    goes_on = True
    while goes_on:
        try:
            goes_on, one = pickle.load(stream)
        except (EOFError, pickle.UnpicklingError):
            raise Refusal("the process that writes PDFs was ended: is memory short?") from None
        if goes_on:
            yield one
        elif one:
            raise one
