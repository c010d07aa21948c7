"""What one file of a stranger costs: twice as much of any shape takes no three times as long."""

import json
import os
import resource
import shutil
import time
from pathlib import Path

from generator.reading.check import check
from tests.bench.shapes import PIECES, PLACES, Changes, filled, growing, products, records
from tests.bench.test_stages import say
from tests.conftest import write_tiny

# Of one file that keeps the limits.
SECONDS, MEGABYTES = 2.0, 300
# A shape that takes less than so many seconds tells nothing of its growth.
LEAST = 0.5
TIMES = 3.0
# Where two lists grow at once, what they are asked of each other grows with the square.
BOTH = 7.0
Spent = tuple[float, float]


def spent(root: Path, changes: Changes) -> Spent:
    """CPU seconds and megabytes to check the tiny briefing with changes, in a process apart."""
    shutil.rmtree(root, ignore_errors=True)
    write_tiny(root, changes)
    ours, theirs = os.pipe()
    if not os.fork():
        began = time.process_time()
        check(root)
        size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        os.write(theirs, json.dumps([time.process_time() - began, size]).encode())
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as stream:
        seconds, size = json.loads(stream.read())
    os.wait()
    return seconds, size


def test_no_shape_is_slow(tmp_path: Path) -> None:
    faults, count = [], 0
    for name, half, whole, times in all_shapes():
        (before, _), (after, size) = spent(tmp_path / "b", half), spent(tmp_path / "b", whole)
        told = f"{after:5.2f} s  x{after / before:4.1f} {size:5.0f} MB  {name}"
        count += 1
        if after > SECONDS or size > MEGABYTES or (after > LEAST and after / before > times):
            faults.append(told)
        if after > LEAST / 2:
            say(told)
    say(f"{count} shapes")
    assert not faults


def all_shapes() -> list[tuple[str, Changes, Changes, float]]:
    """Each shape with its name, half as large as the limits allow, as large, and its growth."""
    found = []
    for where, (put, size) in PLACES.items():
        for piece in PIECES:
            halves = put(filled(piece, size // 2)), put(filled(piece, size))
            found.append((f"{piece!r} in a {where}", *halves, TIMES))
        for mark in "`*_~[<#":
            rows = put(growing(mark, size // 2)), put(growing(mark, size))
            found.append((f"rows of {mark!r} in a {where}", *rows, TIMES))
    for make, times in ((records, TIMES), (products, BOTH)):
        for (name, half), (_, whole) in zip(make(0.5), make(1), strict=True):
            found.append((name, half, whole, times))
    return found
