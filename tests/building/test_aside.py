"""Work in a process of its own: what it says, what comes of it, and what it raises."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable

import pytest

from generator.build import aside as module
from generator.build.aside import aside, is_single, told
from generator.reading.check import Reporter
from generator.write import Refusal


class Pipe:
    """What a process has said already."""

    def __init__(self, *said: object) -> None:
        self.said = [*said]

    def send(self, obj: object) -> None:
        self.said.append(obj)

    def recv(self) -> object:
        if self.said:
            return self.said.pop(0)
        raise EOFError


def counts() -> Callable[[Reporter], int]:
    """Work that says how far it is, and gives the number of its process."""

    def ended(report: Reporter) -> int:
        report("one of one")
        return os.getpid()

    return ended


def refuses() -> Callable[[Reporter], int]:
    raise Refusal("no room")


def test_it_has_a_process_of_its_own() -> None:
    script = "from tests.building.test_aside import *\nwith aside(counts) as one: print(one(print))"
    given = [sys.executable, "-c", f"import os\n{script}\nprint(os.getpid())"]
    done = subprocess.run(given, capture_output=True, text=True, timeout=60, check=True)
    said, its, ours = done.stdout.split("\n")[:3]
    assert said == "one of one" and (its != ours) is (sys.platform == "linux")


def test_beside_threads_it_is_done_in_turn() -> None:
    ends = threading.Event()
    threading.Thread(target=ends.wait).start()
    said: list[str] = []
    with aside(counts) as answered:
        assert not is_single() and answered(said.append) == os.getpid()
    ends.set()
    assert said == ["one of one"]


@pytest.mark.parametrize("work", [counts, refuses])
def test_what_comes_of_it_is_said(
    work: Callable[[], Callable[[Reporter], int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module.signal, "signal", lambda *_: None)
    monkeypatch.setattr(module.ctypes, "CDLL", lambda _: module.ctypes.pythonapi)
    monkeypatch.setattr(module.ctypes.pythonapi, "prctl", lambda *_: 0, raising=False)
    pipe = Pipe()
    module.answer(pipe, work)
    if work is counts:
        assert told(pipe, print) == os.getpid()
    else:
        with pytest.raises(Refusal, match="no room"):
            told(pipe, print)


def test_one_that_breaks_off_is_told_of() -> None:
    with pytest.raises(Refusal, match="broke off"):
        told(Pipe("one of two"), print)
