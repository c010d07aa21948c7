"""One build at a time: a second one waits for the first, and gives up in the end.

The lock is held on folders themselves and leaves no file behind. The system releases it when the
last process that holds it has ended, however it ended; a file system without locks has none.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.write import Refusal

PATIENCE = 60.0
PAUSE = 0.1


@contextmanager
def alone(folder: Path, report: Callable[[str], None], patience: float = PATIENCE) -> Iterator[int]:
    """Hold a folder while the block runs; yields what a child process must keep open to hold it."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if not acquire(handle):
            report("waiting for another build to end")
            wait(handle, folder, patience)
        yield handle
    finally:
        os.close(handle)


def acquire(handle: int) -> bool:
    """Try to take the lock; False when somebody has it."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        # The file system knows no locks (some network folders): whoever uses it builds unguarded.
        return True
    return True


def wait(handle: int, folder: Path, patience: float) -> None:
    """Try again until the lock is free or patience has run out."""
    deadline = time.monotonic() + patience
    while not acquire(handle):
        if time.monotonic() > deadline:
            raise Refusal(f"another build is at work in `{folder}`: wait for it to end, or end it")
        time.sleep(PAUSE)
