"""What was made once is kept in `build/kept` by all that it was made from, and is not made again.

What is damaged, half written or of another version is made again, never believed. Everything here
can be deleted at any time; what was not used for longest goes first when there is too much.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.hashing import digest, digest_of
from generator.write import make_folder, remove

INFO = (".dist-info", ".egg-info")
BOUND, MOST = 300 * 2**20, 75 * 2**20
PACKAGE = Path(__file__).parents[1]
Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Kept:
    """A folder of things of one sort, each under the hash of what it was made from."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        """What is kept under a key, if it is whole."""
        place = self.folder / key
        try:
            written = place.read_bytes()
            os.utime(place)
        except OSError:
            return None
        noted, content = written[:64], written[65:]
        return content if noted == digest(content).encode() else None

    def put(self, key: str, content: bytes) -> None:
        """Keep something in one step; where nothing can be kept, it is made again next time."""
        place = self.folder / key
        beside = place.with_name(f"{key}.{os.getpid()}")
        # For what is larger too much else would go.
        if len(content) > MOST:
            return
        with suppress(OSError):
            make_folder(self.folder)
            beside.write_bytes(digest(content).encode() + b"\n" + content)
            beside.replace(place)

    def files(self, key: str, make: Callable[[], Files]) -> Files:
        """Some files that are made together."""
        return unpacked(self.one(key, lambda: packed(make())))

    def one(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Something as it is kept; made, and kept, where it is not."""
        content = self.get(key)
        if content is None:
            content = make()
            self.put(key, content)
        return content


def of(root: Path, sort: str) -> Kept:
    """What a briefing's folder keeps of one sort."""
    return Kept(root / "build" / "kept" / sort)


def forget(root: Path) -> None:
    """Delete all that a briefing's folder keeps."""
    remove(root / "build" / "kept")


def sweep(root: Path, bound: int = BOUND) -> None:
    """Delete what was not used for longest, until what is left is within the bound."""
    found = list[tuple[int, int, Path]]()
    for path in (root / "build" / "kept").rglob("*"):
        # A preview that keeps something meanwhile takes its unfinished files away.
        with suppress(OSError):
            stat = path.lstat()
            found += [(stat.st_mtime_ns, stat.st_size, path)] if path.is_file() else []
    total = sum(size for _, size, _ in found)
    for _, size, path in sorted(found):
        if total <= bound:
            return
        path.unlink(missing_ok=True)
        total -= size


def packed(files: Files) -> bytes:
    """Files in one piece: a line with their names and lengths, then the files."""
    sizes = {name: len(content) for name, content in files.items()}
    return b"\n".join((json.dumps(sizes).encode(), b"".join(files.values())))


def unpacked(content: bytes) -> dict[str, bytes]:
    """The files of one piece."""
    head, _, rest = content.partition(b"\n")
    found, start = {}, 0
    for name, size in json.loads(head).items():
        found[name] = rest[start : start + size]
        start += size
    return found


def files_hash(folder: Path, pattern: str = "**/*") -> str:
    """The hash of the files in a folder, their names among them."""
    # What Python makes of a file of its own while it runs says nothing that the file does not.
    there = (path for path in folder.glob(pattern) if path.parent.name != "__pycache__")
    found = sorted(path for path in there if path.is_file())
    named = ((path.relative_to(folder).as_posix(), path.read_bytes()) for path in found)
    return digest_of(part for one in named for part in one)


@cache
def versions() -> str:
    """Every library that is installed, and the generator itself."""
    # Each has a folder with its name and version; to read what it says of itself takes long.
    places = (os.listdir(place) for place in sys.path if os.path.isdir(place))
    libraries = sorted(one for place in places for one in place if one.endswith(INFO))
    own = [files_hash(PACKAGE, f"**/*.{suffix}") for suffix in ("py", "j2", "md")]
    return digest(sys.version, *libraries, *own)
