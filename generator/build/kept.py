"""What was made once is kept in `build/kept` by all that it was made from, and is not made again.

What is damaged, half written or of another version is made again, never believed. Everything here
can be deleted at any time; what was not used for longest goes first when there is too much.
"""

import json
import os
import stat
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.hashing import digest, digest_of
from generator.write import below, make_folder, remove

FILES = "files"
INFO = (".dist-info", ".egg-info")
BOUND, MOST = 300 * 2**20, 75 * 2**20
# No clock of files is coarser.
MOMENT = 0.02
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
            with beside.open("wb") as stream:
                stream.writelines((digest(content).encode(), b"\n", content))
            beside.replace(place)

    def files(self, key: str, make: Callable[[], Files]) -> Files:
        """Some files that are made together."""
        content = self.get(key)
        if content is not None:
            return unpacked(content)
        made = make()
        # Together they take much memory.
        if sum(map(len, made.values())) < MOST:
            self.put(key, packed(made))
        return made

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
            info = path.lstat()
            found += [(info.st_mtime_ns, info.st_size, path)] if path.is_file() else []
    total = sum(size for _, size, _ in found)
    for _, size, path in sorted(found):
        if total <= bound:
            return
        path.unlink(missing_ok=True)
        total -= size


def packed(files: Files) -> bytes:
    """Files in one piece: a line with their names and lengths, then the files."""
    sizes = {name: len(content) for name, content in files.items()}
    return b"".join((json.dumps(sizes).encode(), b"\n", *files.values()))


def unpacked(content: bytes) -> dict[str, bytes]:
    """The files of one piece."""
    head, _, rest = content.partition(b"\n")
    found, start = {}, 0
    for name, size in json.loads(head).items():
        found[name] = rest[start : start + size]
        start += size
    return found


def files_hash(folder: Path, endings: str | tuple[str, ...] = "") -> str:
    """The hash of the files in a folder whose names end so, their names among them."""
    # What Python makes of a file of its own while it runs says nothing that the file does not.
    found = (
        (name, Path(entry.path).read_bytes())
        for name, entry in (below(folder) if folder.is_dir() else ())
        if name.endswith(endings) and "__pycache__/" not in name and entry.is_file()
    )
    return digest_of(part for one in found for part in one)


class Hashes:
    """The hashes of files; what stands as it was noted is not read again.

    It was noted by its place on the disk, where it may have got another name since.
    """

    def __init__(self, store: Kept | None = None) -> None:
        """As they were noted in a store."""
        self.store, self.known = store, dict[str, str]()
        self.noted: dict[str, str] = json.loads((store and store.get(FILES)) or b"{}")

    def below(self, folder: Path) -> dict[str, str]:
        """Those of all files in a folder; none of a folder that is not there."""
        found = below(folder) if folder.is_dir() else ()
        return {
            name: self.of(entry) for name, entry in found if not entry.is_dir(follow_symlinks=False)
        }

    def of(self, file: os.DirEntry[str] | Path, made: str = "") -> str:
        """That of a file, or what it was `made` with; a link has none."""
        info = os.lstat(file)
        if not stat.S_ISREG(info.st_mode):
            return ""
        stands = f"{info.st_dev} {info.st_ino} {info.st_size} {info.st_mtime_ns}"
        if stands not in self.known:
            there = made or self.noted.get(stands) or digest(Path(file).read_bytes())
            self.known[stands] = there
        return self.known[stands]

    def note(self) -> None:
        """Keep those that were asked for."""
        if self.store and not self.known.items() <= self.noted.items():
            # What is written again in the same moment would look the same.
            time.sleep(MOMENT)
            self.store.put(FILES, json.dumps(self.known).encode())


@cache
def versions() -> str:
    """Every library that is installed, and the generator itself."""
    # Each has a folder with its name and version; to read what it says of itself takes long.
    places = (os.listdir(place) for place in sys.path if os.path.isdir(place))
    libraries = sorted(one for place in places for one in place if one.endswith(INFO))
    return digest(sys.version, *libraries, files_hash(PACKAGE, (".py", ".j2", ".md")))
