"""What was made once is kept by all that it was made from, and is not made again.

It is kept in the user's cache folder, where no commit, archive or pull request can put anything,
and is signed with a key that this machine made with the folder. What the key does not verify is
made again. Everything here can be deleted at any time; what was not used for longest goes first
when there is too much.
"""

import hmac
import json
import os
import secrets
import stat
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path

from generator.hashing import digest, digest_of
from generator.write import Misuse, below, remove

# Where it is kept instead of the user's cache folder.
PLACE = "BRIEFING_CACHE"
KEY, KEY_SIZE, SIGNATURE_SIZE = "key", 32, 64
# The key is read by its owner alone.
OTHERS = stat.S_IRWXG | stat.S_IRWXO
FILES = "files"
INFO = (".dist-info", ".egg-info")
# All that a user's checkouts keep together, and the largest thing that is kept.
BOUND, MOST = 2**30, 75 * 2**20
# No clock of files is coarser.
MOMENT = 0.02
PACKAGE = Path(__file__).parents[1]
Files = Mapping[str, bytes]
NOT_VERIFIED = "made again, for what was kept was not signed here, or is damaged: "
# The checkouts of which something did not verify since this process began.
unverified = set[Path]()


@dataclass(frozen=True)
class Kept:
    """A folder of things of one sort, each under the hash of what it was made from.

    Without a key nothing is kept.
    """

    folder: Path
    key: bytes = field(repr=False)

    def get(self, name: str) -> bytes | None:
        """What is kept under a name, if this machine has signed it for this place."""
        place = self.folder / name
        try:
            written = place.read_bytes()
            os.utime(place)
        except OSError:
            return None
        content = written[SIGNATURE_SIZE:]
        if self.key and hmac.compare_digest(written[:SIGNATURE_SIZE], self.signed(name, content)):
            return content
        unverified.add(self.folder.parent)
        return None

    def signed(self, name: str, content: bytes) -> bytes:
        """The signature of a content under a name: it holds for no other sort or checkout."""
        place = "/".join((self.folder.parent.name, self.folder.name, name))
        made = hmac.new(self.key, digest(place).encode(), "sha256")
        made.update(content)
        return made.hexdigest().encode()

    def put(self, name: str, content: bytes) -> None:
        """Keep something in one step; where nothing can be kept, it is made again next time."""
        place = self.folder / name
        beside = place.with_name(f"{name}.{os.getpid()}")
        # For what is larger too much else would go.
        if not self.key or len(content) > MOST:
            return
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            with beside.open("wb") as stream:
                stream.writelines((self.signed(name, content), content))
            beside.replace(place)

    def files(self, name: str, make: Callable[[], Files]) -> Files:
        """Some files that are made together."""
        content = self.get(name)
        if content is not None:
            return unpacked(content)
        made = make()
        # Together they take much memory.
        if sum(map(len, made.values())) < MOST:
            self.put(name, packed(made))
        return made

    def one(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Something as it is kept; made, and kept, where it is not."""
        content = self.get(name)
        if content is None:
            content = make()
            self.put(name, content)
        return content


def of(root: Path, sort: str) -> Kept:
    """What a briefing's folder keeps of one sort."""
    return Kept(checkout(root) / sort, key_of(cache_folder(root)))


def checkout(root: Path) -> Path:
    """The folder of all that a briefing's folder keeps, named by the hash of where that lies."""
    return cache_folder(root) / digest(os.path.realpath(root))[:16]


def cache_folder(root: Path) -> Path:
    """The folder of all that a user's checkouts keep.

    Raises Misuse where it lies in the briefing, for what is committed would be found there.
    """
    folder = Path(os.environ.get(PLACE) or user_cache_path("briefing"))
    if not folder.is_absolute():
        raise Misuse(f"`{PLACE}` is `{folder}`: write the whole path, which begins with `/`")
    if Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(root)):
        raise Misuse(
            f"`{folder}`, where made things are kept, lies in the briefing, and a commit could put"
            f" files there: set `{PLACE}` to a folder outside `{root}`"
        )
    return folder


@cache
def key_of(folder: Path) -> bytes:
    """The key of a cache folder, made where there is none; empty where none can be kept."""
    place, beside = folder / KEY, folder / f"{KEY}.{os.getpid()}"
    with suppress(OSError):
        if own_key(place):
            return own_key(place)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        remove(place)
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(secrets.token_bytes(KEY_SIZE))
        # Of two processes that begin at once, the second takes the key of the first.
        with suppress(FileExistsError):
            os.link(beside, place)
        beside.unlink()
        return own_key(place)
    return b""


def own_key(place: Path) -> bytes:
    """The key in a file that belongs to who runs this and that nobody else can read; else empty."""
    try:
        handle = os.open(place, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return b""
    with open(handle, "rb") as stream:
        info, key = os.fstat(handle), stream.read(KEY_SIZE + 1)
    is_own = info.st_uid == os.getuid() and not info.st_mode & OTHERS
    return key if is_own and len(key) == KEY_SIZE else b""


def forget(root: Path) -> None:
    """Delete all that a briefing's folder keeps."""
    remove(checkout(root))


def sweep(root: Path, bound: int = BOUND) -> None:
    """Delete what was not used for longest, until what all checkouts keep is within the bound."""
    found = list[tuple[int, int, Path]]()
    for path in cache_folder(root).glob("*/*/*"):
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
