"""Death at every step of the swap: each system call that Python announces is tried as the last."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import publish
from tests.building.test_publish import NEW, OLD, folder, held

STEPS = {"open", "os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "ctypes.dlsym"}
INTERRUPTED, DONE = 9, 0


def die() -> None:
    os._exit(INTERRUPTED)


def interrupt() -> None:
    raise KeyboardInterrupt


def run(work: Callable[[], None], step: int, end: Callable[[], None]) -> int:
    """The exit code of a process that does the work and is ended before its step number `step`."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    count = 0

    def watch(event: str, args: tuple[object, ...]) -> None:
        nonlocal count
        count += event in STEPS
        if event in STEPS and count == step:
            end()

    try:
        sys.addaudithook(watch)
        work()
        os._exit(DONE)
    finally:
        os._exit(INTERRUPTED)


@pytest.mark.parametrize("end", [die, interrupt])
@pytest.mark.parametrize("in_one_step", [True, False])
def test_old_or_new_site_and_nothing_else(
    tmp_path: Path, end: Callable[[], None], in_one_step: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not in_one_step:
        monkeypatch.setattr(publish, "exchange", lambda one, two: False)
    first, second = folder(tmp_path / "first", OLD), folder(tmp_path / "second", NEW)
    seen: list[dict[str, bytes]] = []
    code = INTERRUPTED
    while code == INTERRUPTED:
        site = tmp_path / str(len(seen)) / "site"
        publish.publish(first, site)
        code = run(lambda site=site: publish.publish(second, site), len(seen) + 1, end)  # type: ignore[misc]
        publish.recover(site)
        assert os.listdir(site.parent) == ["site"]
        seen.append(held(site))
    assert all(found in (OLD, NEW) for found in seen)
    assert seen[0] == OLD
    assert seen[-1] == NEW
    assert len(seen) > 20


def test_first_site_or_none(tmp_path: Path) -> None:
    built = folder(tmp_path / "built", NEW)
    step, code = 0, INTERRUPTED
    while code == INTERRUPTED:
        step += 1
        site = tmp_path / str(step) / "site"
        code = run(lambda site=site: publish.publish(built, site), step, die)  # type: ignore[misc]
        publish.recover(site)
        assert not site.exists() or held(site) == NEW
    assert os.listdir(site.parent) == ["site"]


def test_mending_can_itself_be_killed(tmp_path: Path) -> None:
    first, second = folder(tmp_path / "first", OLD), folder(tmp_path / "second", NEW)
    site = tmp_path / "out" / "site"
    publish.publish(first, site)
    for step in range(1, 12):
        run(lambda: publish.publish(second, site), 14, die)
        run(lambda: publish.recover(site), step, die)
        publish.recover(site)
        assert held(site) in (OLD, NEW)
        assert os.listdir(site.parent) == ["site"]
