"""The swap: what is refused and what is shared; and of two builds the second waits, and says so."""

import fcntl
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from generator.build import kept, publish
from generator.build.offline import Archive
from generator.render.views.downloads import ARCHIVE
from generator.write import Misuse, Refusal, in_folder
from tests.conftest import PROJECT, place

OLD = {"index.html": b"old", "same.css": b"css", "gone/index.html": b"gone"}
NEW = {"index.html": b"new", "same.css": b"css", "a/b/index.html": b"deep"}


def folder(path: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(content)
    return path


def held(path: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(path)): file.read_bytes()
        for file in path.rglob("*")
        if file.is_file() and file.name != publish.MARKER
    }


@pytest.fixture
def built(tmp_path: Path) -> Path:
    return folder(tmp_path / "engine", NEW)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "out" / "site"
    # A folder that is empty is nobody's.
    site.mkdir(parents=True)
    publish.publish(folder(tmp_path / "first", OLD), site)
    return site


def refuse(*args: object, **kwargs: object) -> None:
    raise OSError("no links here")


@pytest.mark.parametrize(
    ("place", "lacking"),
    [((publish, "exchange"), lambda one, two: False), ((os, "link"), refuse)],
    ids=["nothing can change places", "no hard links"],
)
def test_new_site_takes_the_place_of_the_old_whatever_the_system_lacks(
    built: Path, site: Path, monkeypatch: pytest.MonkeyPatch, place: Any, lacking: Any
) -> None:
    monkeypatch.setattr(*place, lacking)
    publish.publish(built, site)
    assert held(site) == NEW
    assert os.listdir(site.parent) == ["site"]


def test_a_file_shared_with_a_copy_of_the_site_keeps_its_bytes(built: Path, site: Path) -> None:
    kept = site.parent / "kept.html"
    os.link(site / "index.html", kept)
    publish.publish(built, site)
    assert kept.read_bytes() == b"old"


def test_where_no_more_can_be_written_the_folder_is_told(built: Path, site: Path) -> None:
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, limit[1]))
    try:
        with pytest.raises(OSError) as caught:
            publish.publish(built, site)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert caught.value.filename == str(site.with_name("site.new"))
    assert held(site) == OLD


@pytest.mark.parametrize("name", ["index.html", None, 3])
def test_where_the_system_names_no_path_the_folder_is_told(tmp_path: Path, name: object) -> None:
    """As it removes what is in a folder that may only be read."""
    with pytest.raises(OSError) as caught, in_folder(tmp_path):
        raise OSError(30, "Read-only file system", name)
    assert caught.value.filename == str(tmp_path)


def test_a_link_inside_the_old_site_is_not_followed(built: Path, site: Path) -> None:
    outside = folder(site.parent / "outside", {"same.css": b"css"})
    (site / "same.css").unlink()
    (site / "same.css").symlink_to(outside / "same.css")
    (site / "links").symlink_to(outside)
    publish.publish(built, site)
    assert held(outside) == {"same.css": b"css"}
    assert not (site / "same.css").is_symlink()


@pytest.fixture
def past(built: Path, site: Path, tmp_path: Path) -> publish.Past:
    """What is left of the first site, once another has taken its place."""
    past = publish.Past(kept.of(tmp_path / "briefing", "hashes"), tmp_path / "spare")
    publish.publish(built, site, past=past)
    return past


def test_the_site_before_the_last_becomes_the_next(
    tmp_path: Path, site: Path, past: publish.Past
) -> None:
    before = (tmp_path / "spare" / "index.html").stat().st_ino
    publish.publish(tmp_path / "first", site, past=past)
    assert (held(site), held(tmp_path / "spare")) == (OLD, NEW)
    assert (site / "index.html").stat().st_ino == before


def test_what_somebody_did_to_that_site_is_not_believed(
    built: Path, tmp_path: Path, site: Path, past: publish.Past
) -> None:
    publish.publish(tmp_path / "first", site, past=past)
    spare, outside = tmp_path / "spare", folder(tmp_path / "outside", {"b/index.html": b"mine"})
    (spare / "index.html").write_bytes(b"lie")
    (spare / "a").rename(spare / "b")
    (spare / "a").symlink_to(outside)
    (spare / "same.css").unlink()
    (spare / "same.css").mkdir()
    publish.publish(built, site, past=past)
    assert (held(site), held(outside)) == (NEW, {"b/index.html": b"mine"})


@pytest.mark.parametrize("is_link", [True, False])
def test_what_no_build_has_put_aside_stays(
    built: Path, tmp_path: Path, site: Path, is_link: bool
) -> None:
    home, spare = tmp_path / "home", tmp_path / "spare"
    somebodys_home(home)
    spare.symlink_to(home) if is_link else home.rename(spare)
    publish.publish(built, site, past=publish.Past(None, spare))
    assert (held(site), held(spare)) == (NEW, {"letters/aunt.txt": b"dear"})


def somebodys_home(path: Path) -> None:
    folder(path, {"letters/aunt.txt": b"dear"})


def a_file(path: Path) -> None:
    path.write_bytes(b"text")


def a_link(path: Path) -> None:
    somebodys_home(path.with_name("home"))
    path.symlink_to("home")


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to("nowhere")


@pytest.mark.parametrize("suffix", ["", ".new", ".old"])
@pytest.mark.parametrize("make", [somebodys_home, a_file, a_link, a_link_to_nothing])
def test_what_no_build_has_made_is_refused(
    built: Path, tmp_path: Path, make: Callable[[Path], None], suffix: str
) -> None:
    site = tmp_path / "site"
    make(tmp_path / f"site{suffix}")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(Misuse, match="site"):
        publish.recover(site)
    with pytest.raises(Misuse, match="site"):
        publish.publish(built, site)
    assert sorted(tmp_path.rglob("*")) == before


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


DAY = date(2031, 6, 24)


def test_an_archive_that_is_begun_early_holds_what_is_there_in_the_end(tmp_path: Path) -> None:
    place(tmp_path / "index.html", "early\n")
    place(tmp_path / "kept.html", "kept\n" * 99)
    archive = Archive(tmp_path, DAY)
    archive.begin(archive.names())
    place(tmp_path / "index.html", "late\n")
    archive.begin(["index.html"])
    place(tmp_path / "pdf" / "book.pdf", "a book\n")
    archive.pack("The bridge")
    early = (tmp_path / ARCHIVE).read_bytes()
    with ZipFile(tmp_path / ARCHIVE) as found:
        assert found.testzip() is None
        assert found.read("briefing/site/index.html") == b"late\n"
        assert "briefing/site/pdf/book.pdf" in found.namelist()
    Archive(tmp_path, DAY).pack("The bridge")
    assert (tmp_path / ARCHIVE).read_bytes() == early


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


@pytest.mark.parametrize("way", ["swap", "renames"])
def test_killed_at_any_file_event_one_of_both_sites_is_whole(tmp_path: Path, way: str) -> None:
    command = [sys.executable, "-m", "tests.building.kills", tmp_path, way]
    done = subprocess.run(command, capture_output=True, text=True, cwd=PROJECT)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 15
