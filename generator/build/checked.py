"""What a check said, and what it made of each file, kept for the next one.

Nothing is made of what is kept but data of the generator's own. Loads nothing that reads or
renders, so that the answer comes at once where nothing has changed.
"""

from __future__ import annotations

import copyreg
import io
import os
import pickle
import stat
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.build import kept
from generator.diagnostics import Diagnostic, Severity
from generator.hashing import digest
from generator.write import Refusal

if TYPE_CHECKING:
    from generator.reading.read import Memory

# All that a check reads.
CONTENT = "content"
SOURCES = (
    *(CONTENT, "site_config/site.yaml"),
    *("site_config/pdf/briefing.typ", "site_config/fonts/characters.txt"),
)
ANSWER = "answer"
# One file in so many may have facts that are out of date.
FEW = 20
# Files by their paths.
Held = dict[str, bytes]
# A file that is larger is not read for a key.
MOST = 2**20
# What may be made of what is kept.
DATA = (
    *("datetime", "decimal", "generator.build.checked", "generator.derive.dossier"),
    "generator.diagnostics",
    *("generator.model.", "generator.reading", "generator.source", "generator.yaml.nodes"),
)


@dataclass(frozen=True)
class Answer:
    """What a check says: all that is wrong, and in how much."""

    diagnostics: tuple[Diagnostic, ...]
    summary: str

    def fails(self, strict: bool) -> bool:
        """Whether something is wrong that counts."""
        return any(strict or one.severity is Severity.ERROR for one in self.diagnostics)


def answered(root: Path, check: Callable[[Held], Answer]) -> Answer:
    """What a check says of a folder: as it said before, where nothing has changed.

    The check is given the files as they were read for the key.
    """
    held: Held = {}
    before = inputs(root, held)
    if isinstance(found := recalled(root, ANSWER, before), Answer):
        return found
    answer = check(held)
    # What else changed meanwhile, such as a name, was read before or after that.
    if inputs(root, held) == before:
        keep(root, ANSWER, before, answer)
    return answer


@contextmanager
def memory(root: Path, held: Held | None = None) -> Iterator[Memory]:
    """What was made of each file, by its path and text; kept anew by folder where one differs."""
    # An answer that stands needs nothing of this.
    from generator.reading.read import Memory, marks

    key, folders = kept.versions(), (CONTENT, *(path.name for path in (root / CONTENT).glob("*/")))
    there = {folder: recalled(root, f"of {folder}", key) for folder in folders}
    before = {folder: one if isinstance(one, dict) else {} for folder, one in there.items()}
    sound = recalled(root, "sound", key)
    sound = sound if isinstance(sound, set) else set()
    files = {file: made for found in before.values() for file, made in found.items()}
    known = Memory(files, {*sound}, held or {})
    marked = {folder: marks(found) for folder, found in before.items()}
    yield known
    after: dict[str, dict[Any, Any]] = {folder: {} for folder in before}
    for file, made in known.files.items():
        # A folder may have come meanwhile.
        after.setdefault(Path(file.path).parent.name, {})[file] = made
    for folder, found in after.items():
        pairs = zip_longest(marks(found), marked.get(folder, ()))
        stale = sum(one != other for one, other in pairs)
        # To find a few facts anew takes less than to keep a whole folder.
        if found.keys() != before.get(folder, {}).keys() or stale * FEW > len(found):
            keep(root, f"of {folder}", key, found)
    if known.sound != sound:
        keep(root, "sound", key, known.sound)


def inputs(root: Path, held: Held) -> str:
    """The hash of all that a check reads; empty where something cannot be read, or is no record.

    Files of the content are read where they are not held, and held from then on.
    """
    try:
        several = ((str(root / name), held if name == CONTENT else {}) for name in SOURCES)
        parts = [part for path, known in several for part in state(path, known)]
    except (OSError, RecursionError):
        return ""
    return digest(kept.versions(), submodules(root), *parts)


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


def submodules(root: Path) -> bytes:
    """What git takes for other repositories; nothing without git."""
    command = ["git", "-C", str(root), "ls-files", "--stage", "-z", "--", CONTENT]
    with suppress(OSError):
        listed = subprocess.run(command, capture_output=True).stdout.split(b"\0")
        return b"\0".join(one for one in listed if one.startswith(b"160000 "))
    return b""


def keep(root: Path, name: str, key: str, thing: object) -> None:
    """Keep one thing of a name, with the key that it was made under."""
    written = io.BytesIO()
    written.write(key.encode() + b"\n")
    Keeper(written, pickle.HIGHEST_PROTOCOL).dump(thing)
    # A check needs no place to keep anything.
    with suppress(Refusal):
        kept.of(root, "checks").put(name, written.getvalue())


def recalled(root: Path, name: str, key: str) -> Any:
    """What is kept under a name, if it was made under the key."""
    head, _, content = (kept.of(root, "checks").get(name) or b"").partition(b"\n")
    # Whoever forges what is kept can have anything raised, and nothing else.
    with suppress(Exception):
        return Data(io.BytesIO(content)).load() if key and head == key.encode() else None
    return None


class Keeper(pickle.Pickler):
    """Writes data, but not the fields that a class names in `ELSEWHERE`."""

    def reducer_override(self, thing: Any) -> Any:
        """How a thing is written."""
        if elsewhere := vars(type(thing)).get("ELSEWHERE"):
            state = {**vars(thing), **dict.fromkeys(elsewhere)}
            return copyreg.__newobj__, (type(thing),), state  # type: ignore[attr-defined]
        return NotImplemented


class Data(pickle.Unpickler):
    """Reads data, and refuses whatever else could be called."""

    def find_class(self, module: str, name: str) -> Any:
        """A class of the generator's data, or a date or number."""
        if module.startswith(DATA):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")
