"""The last step: a finished site takes the place of the last good one, or nothing changes.

Next to `site` stand, while it works, `site.new` and perhaps `site.old`. Whatever is killed at
whatever moment, `recover` leaves the last good site or the new one and nothing beside it. Every
folder made here holds the file `.briefing`, first in and last out; a folder without it is refused
unless it is empty, for it may be somebody's home.

One build at a time: a second one waits for the first, and gives up in the end. The lock is held on
folders themselves and leaves no file behind. The system releases it when the last process that
holds it has ended, however it ended; a file system without locks has none.
"""

import ctypes
import fcntl
import os
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator.build.kept import Hashes, Kept
from generator.hashing import digest
from generator.write import Misuse, Refusal, below, in_folder, make_room, remove

MARKER = ".briefing"
NOTE = b"Made by `briefing build`, which replaces this folder and all that is in it.\n"
PATIENCE, PAUSE = 60.0, 0.1
LINUX_HERE, LINUX_EXCHANGE, MACOS_SWAP = -100, 2, 2
# What a file of a site holds, or where it stands.
Files = dict[str, bytes | Path]
Rest = Callable[[], Iterable[tuple[str, bytes | Path]]]
# Raises Refusal for a file, by its path and content, that may not be published.
Refuse = Callable[[str, bytes], None]


@dataclass(frozen=True)
class Past:
    """What is known of earlier sites: the hashes of their files, and the site before the last.

    That one becomes the next: few of its files differ, and it need not be made anew.
    """

    store: Kept | None = None
    spare: Path | None = None


NO_PAST = Past()


def allow_all(name: str, content: bytes) -> None:
    """Refuse nothing."""


def publish(
    built: Path, site: Path, rest: Rest = tuple, past: Past = NO_PAST, refuse: Refuse = allow_all
) -> None:
    """Put what the engine built in the place of the last good site, in one step.

    `rest` gives what else there is once that is read, or stands in the place of some of it.
    """
    recover(site)
    fresh = beside(site, "new")
    try:
        with in_folder(fresh):
            begin(fresh, past.spare)
            hashes = Hashes(past.store)
            made = Fresh(fresh, site, hashes, hashes.below(fresh), refuse)
            plain = (one for one in below(built) if one[1].is_file(follow_symlinks=False))
            made.add((name, Path(entry.path)) for name, entry in plain)
            made.add(rest())
            made.fill()
        swap(fresh, site)
        if past.spare:
            put_aside(site, past.spare)
    finally:
        recover(site)


def recover(site: Path) -> None:
    """Mend what a killed build has left: the last good site stays, or the new one, and no more."""
    old, fresh = beside(site, "old"), beside(site, "new")
    for folder in (site, old, fresh):
        claim(folder)
    if not os.path.lexists(site) and old.is_dir() and fresh.is_dir():
        # Killed between two renames; without the new one beside it, the old one was being removed.
        old.rename(site)
    discard(old)
    discard(fresh)


def beside(site: Path, suffix: str) -> Path:
    """A folder next to the site, where a rename is one step."""
    return site.with_name(f"{site.name}.{suffix}")


def claim(folder: Path) -> None:
    """Refuse what a build may not replace."""
    if folder.is_symlink():
        raise Misuse(f"`{folder}` is a symbolic link: a build replaces a folder, not what it links")
    if not os.path.lexists(folder):
        return
    if not folder.is_dir():
        raise Misuse(f"`{folder}` is not a folder: move it away, or choose another `--site-dir`")
    if not is_plain(folder / MARKER) and any(folder.iterdir()):
        raise Misuse(
            f"`{folder}` holds files that no build has made, and a build replaces the whole folder:"
            " move it away, or choose another `--site-dir`"
        )


def begin(fresh: Path, spare: Path | None) -> None:
    """A folder for a new site, known as ours: the site before the last, or an empty one."""
    if spare and not spare.is_symlink() and is_plain(spare / MARKER):
        # It may lie on another disk.
        with suppress(OSError):
            spare.rename(fresh)
    fresh.mkdir(parents=True, exist_ok=True)
    (fresh / MARKER).write_bytes(NOTE)


@dataclass(frozen=True)
class Fresh:
    """A site that is being made where another stood, and shares files with the last good one.

    `there` are the hashes of what has been left standing.
    """

    folder: Path
    last: Path
    hashes: Hashes
    there: dict[str, str]
    refuse: Refuse
    files: Files = field(default_factory=dict)
    sums: dict[str, str] = field(default_factory=dict)

    def add(self, files: Iterable[tuple[str, bytes | Path]]) -> None:
        """Some more of what it is to hold."""
        for name, one in files:
            content = held(one)
            self.refuse(name, content)
            self.files[name], self.sums[name] = one, digest(content)

    def fill(self) -> None:
        """Make it hold all this and no more."""
        make_room(self.folder, (MARKER, *self.files))
        for name, one in self.files.items():
            if self.there.get(name) != self.sums[name]:
                share(one, self.same(name), self.folder / name)
                self.hashes.of(self.folder / name, self.sums[name])
        self.hashes.note()

    def same(self, name: str) -> Path | None:
        """The file of the last good site, if its bytes are equal."""
        path = self.last / name
        return path if is_plain(path) and self.hashes.of(path) == self.sums[name] else None


def put_aside(site: Path, spare: Path) -> None:
    """Keep the site whose place was taken, if it can be moved."""
    for suffix in ("new", "old"):
        with suppress(OSError):
            beside(site, suffix).rename(spare)


def held(one: bytes | Path) -> bytes:
    """What a file holds."""
    return one.read_bytes() if isinstance(one, Path) else one


def share(one: bytes | Path, last: Path | None, fresh: Path) -> None:
    """A second name for an equal file of the last site, or a new file: no old one is opened."""
    fresh.unlink(missing_ok=True)
    # Not every file system has hard links, and not everybody may make them.
    with suppress(OSError):
        if last:
            return os.link(last, fresh, follow_symlinks=False)
    with fresh.open("xb") as stream:
        stream.write(held(one))


def is_plain(path: Path) -> bool:
    """Whether a file stands there that is no link."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def swap(fresh: Path, site: Path) -> None:
    """Let the new site and the old change places.

    All that was written is on the disk before: where the power fails the system may have noted a
    rename and not yet what it made visible.
    """
    os.sync()
    if os.path.lexists(site) and not exchange(fresh, site):
        site.rename(beside(site, "old"))
    if not os.path.lexists(site):
        fresh.rename(site)


def exchange(one: Path, two: Path) -> bool:
    """Let two folders change places in one step; False where the system has no such step."""
    first, second = os.fsencode(one), os.fsencode(two)
    system = ctypes.CDLL(None)
    try:
        if sys.platform == "darwin":
            return bool(system.renamex_np(first, second, MACOS_SWAP) == 0)
        here = LINUX_HERE
        return bool(system.renameat2(here, first, here, second, LINUX_EXCHANGE) == 0)
    except AttributeError:
        return False


def discard(folder: Path) -> None:
    """Remove a folder of ours, the marker last: while anything is left it can be known as ours."""
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.name != MARKER:
            remove(path)
    (folder / MARKER).unlink(missing_ok=True)
    folder.rmdir()


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
