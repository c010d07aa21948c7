"""What a check of a folder said when it found nothing, kept for the next one.

Loads nothing that reads or renders, so that the answer comes at once where nothing has changed.
"""

import os
import stat
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.build import kept
from generator.diagnostics import Diagnostic, Severity
from generator.hashing import digest
from generator.write import MADE

# All that a check reads.
CONTENT = "content"
SOURCES = (
    *(CONTENT, "site_config/site.yaml"),
    *("site_config/pdf/briefing.typ", "site_config/fonts/characters.txt"),
)
# Files by their paths.
Held = dict[str, bytes]
# A file that is larger is not read for a key.
MOST = 2**20


@dataclass(frozen=True)
class Answer:
    """What a check says: all that is wrong, and in how much."""

    diagnostics: tuple[Diagnostic, ...]
    summary: str

    def fails(self, strict: bool) -> bool:
        """Whether something is wrong that counts."""
        return any(strict or one.severity is Severity.ERROR for one in self.diagnostics)


def answered(root: Path, check: Callable[[Held], Answer]) -> Answer:
    """What a check says of a folder: as it said before, where it found nothing and nothing changed.

    The check is given the files as they were read for the key.
    """
    held: Held = {}
    before, store = inputs(root, held), kept.of(root, "checks")
    if before and (summary := store.get(before)):
        return Answer((), summary.decode())
    answer = check(held)
    # What else changed meanwhile, such as a name, was read before or after that.
    if not answer.diagnostics and before and inputs(root, held) == before:
        store.put(before, answer.summary.encode())
    return answer


def inputs(root: Path, held: Held) -> str:
    """The hash of all that a check reads; empty where something cannot be read, or is no record.

    Files of the content are read where they are not held, and held from then on.
    """
    try:
        several = ((str(root / name), held if name == CONTENT else {}) for name in SOURCES)
        parts = [part for path, known in several for part in state(path, known)]
    except (OSError, RecursionError):
        return ""
    return digest(kept.versions(), tracked(root), *parts)


def state(path: str, held: Held) -> Iterator[bytes]:
    """What stands at a path: of a folder all names, of a link also where it leads."""
    try:
        info = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        yield b"nothing"
        return
    mode = info.st_mode
    yield b"%o" % stat.S_IFMT(mode)
    if stat.S_ISDIR(mode):
        names = sorted(os.listdir(path))
        yield b"%d" % len(names)
        for name in names:
            yield os.fsencode(name)
            yield from state(os.path.join(path, name), held)
    if stat.S_ISLNK(mode):
        yield os.fsencode(os.readlink(path))
        info, held = os.stat(path) if os.path.isfile(path) else info, {}
    if stat.S_ISREG(info.st_mode):
        if info.st_size > MOST:
            raise OSError(f"`{path}` is too large")
        if path not in held:
            with open(path, "rb", buffering=0) as stream:
                held[path] = stream.read()
        yield held[path]


def tracked(root: Path) -> bytes:
    """What git takes for other repositories, or has of what is made; nothing without git."""
    command = ["git", "-C", str(root), "ls-files", "--stage", "-z", "--", CONTENT, *MADE]
    with suppress(OSError):
        listed = subprocess.run(command, capture_output=True).stdout.split(b"\0")
        is_content = f"\t{CONTENT}/".encode()
        odd = (one for one in listed if one.startswith(b"160000 ") or is_content not in one)
        return b"\0".join(odd)
    return b""
