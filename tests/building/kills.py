"""Ends a program at each of its file events in turn, as a kill does: nothing of it runs after that.

    python -m tests.building.kills FOLDER swap|renames
    python -m tests.building.kills FOLDER STEP

The first publishes a site over another in FOLDER, killed before the first event that changes a
file, before the second, and so on until it comes to its end; with `renames` as on a system that
cannot let two folders change places. The second builds the briefing in FOLDER/briefing, of which
the content has changed since its site was built, killed before every STEPth event. After each kill
one of both sites has to be there, whole, and the next build has to put the new one there and to
leave nothing else. Prints the number of events.
"""

import os
import shutil
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from generator.build import kept, publish, story
from generator.write import below, remove

CHANGING = {
    *("os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.utime"),
    # The step in which two folders change places is looked up before it is made.
    *("os.chmod", "os.truncate", "ctypes.dlsym"),
}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
KILLED = 99
Files = dict[str, bytes]


def changes(event: str, arguments: tuple[object, ...]) -> bool:
    """Whether an event is the beginning of a change on the disk."""
    if event != "open":
        return event in CHANGING
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & WRITING)


def killed(number: int, run: Callable[[], object]) -> bool:
    """Whether something was ended at its event of a number; False where it came to its end."""
    child = os.fork()
    if child == 0:
        left = [number]

        def hook(event: str, arguments: tuple[object, ...]) -> None:
            if changes(event, arguments):
                left[0] -= 1
                if left[0] < 0:
                    os._exit(KILLED)

        sys.addaudithook(hook)
        run()
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, KILLED), status
    return status == KILLED


def files(folder: Path) -> Files:
    """What a folder holds."""
    found = below(folder) if folder.is_dir() else ()
    return {name: Path(entry.path).read_bytes() for name, entry in found if entry.is_file()}


def fill(folder: Path, held: Files) -> Path:
    """Make a folder hold this."""
    for name, content in held.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


OLD = {"index.html": b"old", "same.css": b"same", "a/index.html": b"a", "gone/b.html": b"b"}
NEW = {"index.html": b"new", "same.css": b"same", "a/index.html": b"a", "more/c.html": b"c"}
ELDER = {"index.html": b"elder", "a": b"a file where the next has a folder"}


def build(folder: Path, step: int) -> None:
    """Kill a build at every so many events, and look what is there."""
    briefing, root = folder / "briefing", folder / "work"
    old = files(briefing / "site")
    shutil.copytree(briefing, root)
    assert not story.build(root, root / "site").errors
    new, names = files(root / "site"), {one.name for one in root.iterdir()}
    for number in count(0, step):
        kept.forget(root)
        remove(root)
        shutil.copytree(briefing, root)
        was_killed = killed(number, lambda: story.build(root, root / "site"))
        assert files(root / "site") in (old, new), number
        assert not story.build(root, root / "site").errors
        assert files(root / "site") == new, number
        assert {one.name for one in root.iterdir()} == names, number
        if not was_killed:
            sys.stdout.write(f"{number}\n")
            return


def main() -> None:
    """Kill, and look what is there."""
    folder, way = Path(sys.argv[1]), sys.argv[2]
    if way.isdecimal():
        build(folder, int(way))
    else:
        change_places(folder, way)


def change_places(folder: Path, way: str) -> None:
    """Kill at each event of publishing, and look what is there."""
    if way == "renames":
        publish.exchange = lambda one, two: False
    site, spare = folder / "site", folder / "spare"
    past = publish.Past(None, spare)
    old, new = (fill(folder / name, held) for name, held in (("old", OLD), ("new", NEW)))
    marked = [{**held, publish.MARKER: publish.NOTE} for held in (OLD, NEW)]
    for number in count():
        for place in folder.iterdir():
            if place not in (old, new):
                remove(place)
        for earlier in (fill(folder / "elder", ELDER), old):
            publish.publish(earlier, site, past=past)
        shutil.rmtree(folder / "elder")
        was_killed = killed(number, lambda: publish.publish(new, site, past=past))
        # Between two renames the place is empty, until the next start mends it.
        if way == "swap" or site.exists():
            assert files(site) in marked, (number, files(site))
        publish.recover(site)
        assert files(site) in marked, (number, files(site))
        publish.publish(new, site, past=past)
        assert files(site) == marked[1], number
        assert {one.name for one in folder.iterdir()} <= {"old", "new", "site", "spare"}, number
        if not was_killed:
            sys.stdout.write(f"{number}\n")
            return


if __name__ == "__main__":
    main()
