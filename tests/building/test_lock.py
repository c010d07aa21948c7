"""Two builds at once: the second waits, and says so."""

import fcntl
import os
from pathlib import Path

import pytest

from generator.build import publish
from generator.write import Refusal


def test_a_second_build_says_that_it_waits_and_gives_up(tmp_path: Path) -> None:
    told: list[str] = []
    with (
        publish.alone(tmp_path, told.append),
        pytest.raises(Refusal, match="another build is at work"),
        publish.alone(tmp_path, told.append, patience=0.2),
    ):
        pass
    assert told == ["waiting for another build to end"]


def test_a_child_that_keeps_the_handle_keeps_the_lock(tmp_path: Path) -> None:
    with publish.alone(tmp_path, pytest.fail) as handle:
        child = os.dup(handle)
    with pytest.raises(Refusal), publish.alone(tmp_path, lambda text: None, patience=0):
        pass
    os.close(child)


def test_a_file_system_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(handle: int, operation: int) -> None:
        raise OSError("no locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with publish.alone(tmp_path, pytest.fail):
        pass
