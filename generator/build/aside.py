"""Work in a process of its own that knows all that this one knows; where none can be, in turn."""

from __future__ import annotations

import ctypes
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from generator.reading.check import Reporter
from generator.write import Refusal

T = TypeVar("T")
# Linux has both; elsewhere libraries do not bear to be copied.
THREADS, DIES_WITH_PARENT = "/proc/self/task", 1
# Begins, and returns what ends it, which reports how far it is.
Work = Callable[[], Callable[[Reporter], T]]


class Pipe(Protocol):
    """One end of what leads from a process to the other."""

    def send(self, obj: Any) -> None:
        """Tell the other."""

    def recv(self) -> Any:
        """What the other tells."""


@contextmanager
def aside(work: Work[T]) -> Iterator[Callable[[Reporter], T]]:
    """Some work that is begun; what is yielded waits for its end, and the block's end ends it."""
    if not is_single():
        yield work()
        return
    # Only who begins such a process pays for loading this.
    from multiprocessing import get_context

    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=answer, args=(theirs, work))
    process.start()
    theirs.close()
    try:
        yield lambda report: told(ours, report)
    finally:
        process.kill()
        process.join()


def is_single() -> bool:
    """Whether this process can be copied: a copy lacks its threads, but not what they have locked.

    Those of libraries are among them, such as what has drawn a chart.
    """
    return os.path.isdir(THREADS) and len(os.listdir(THREADS)) == 1


def answer(pipe: Pipe, work: Work[object]) -> None:
    """Do the work, and say how far it is, then what came of it."""
    # It ends with the one that began it, and when somebody breaks off both, without a word.
    ctypes.CDLL(None).prctl(DIES_WITH_PARENT, signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        pipe.send((work()(pipe.send),))
    except Exception as error:
        pipe.send(error)


def told(pipe: Pipe, report: Reporter) -> Any:
    """What came of the work; raises what it raised."""
    try:
        while isinstance(said := pipe.recv(), str):
            report(said)
    except EOFError:
        raise Refusal(
            "the process that sets the PDFs broke off; the last good site stands"
        ) from None
    if isinstance(said, Exception):
        raise said
    return said[0]
