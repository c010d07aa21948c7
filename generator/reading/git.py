"""What git holds, asked of its objects: nothing that a file of the repository says changes it.

Refuses what is no plain file: a link, a submodule, a hidden file, a name that is no text.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.write import Refusal
from generator.yaml.names import (
    hidden,
    is_hidden,
    is_litter,
    no_text,
    printable,
    submodule,
    symbolic_link,
)

LINK, SUBMODULE = "120000", "160000"
# An object is the one that was named, and no other that stands in for it.
AS_NAMED = {"GIT_NO_REPLACE_OBJECTS": "1"}


class Missing(Refusal):
    """Git looked, and there is no such thing."""


@dataclass(frozen=True)
class Entry:
    """A file as git lists it, and the object with its bytes."""

    mode: str
    object: str
    path: bytes

    @property
    def shown(self) -> str:
        """The path as it is printed."""
        return shown(self.path)

    @property
    def is_litter(self) -> bool:
        """Whether systems and editors leave such a file beside others."""
        return is_litter(self.shown.rpartition("/")[2])

    def error(self) -> Diagnostic | None:
        """Why it is not to be read, if so."""
        parts = self.shown.split("/")
        dotted = next((at for at, part in enumerate(parts, 1) if is_hidden(part)), 0)
        if self.mode == SUBMODULE:
            return submodule(self.shown)
        if dotted and not (dotted == len(parts) and self.is_litter):
            return hidden("/".join(parts[:dotted]))
        if self.mode == LINK and not self.is_litter:
            return symbolic_link(self.shown)
        return None if _is_text(self.path) else no_text(self.shown)


def _is_text(name: bytes) -> bool:
    try:
        name.decode()
    except UnicodeDecodeError:
        return False
    return True


def shown(path: bytes) -> str:
    """A path as it is printed, and as diagnostics name it."""
    return printable(path.decode("utf-8", "surrogateescape"))


def names(listed: bytes) -> frozenset[str]:
    """The files that git lists by their names alone."""
    return frozenset(shown(path) for path in listed.split(b"\0") if path)


def in_tree(root: Path, tree: str, wanted: Sequence[str]) -> Iterator[Entry]:
    """The wanted files of a tree."""
    for attributes, path in fields(git(root, "ls-tree", "-r", "-z", tree, *wanted)):
        mode, _, id_ = attributes
        yield Entry(mode, id_, path)


def in_index(root: Path, wanted: str) -> Iterator[Entry]:
    """The files that the next commit will hold."""
    for attributes, path in fields(git(root, "ls-files", "--stage", "-z", "--", wanted)):
        mode, id_, _ = attributes
        yield Entry(mode, id_, path)


def fields(listed: bytes) -> Iterator[tuple[list[str], bytes]]:
    """What git tells of each file that it lists, and its path."""
    for line in listed.split(b"\0"):
        attributes, tab, path = line.partition(b"\t")
        if tab:
            yield attributes.decode().split(), path


def write_entries(root: Path, entries: Sequence[Entry], folder: Path) -> None:
    """Put files into an empty folder, byte for byte."""
    asked = "".join(f"{entry.object}\n" for entry in entries).encode()
    answer = git(root, "cat-file", "--batch", given=asked)
    start = 0
    for entry in entries:
        end = answer.index(b"\n", start)
        _, *kind = answer[start:end].decode().split()
        if kind[0] != "blob":
            raise Refusal(f"git lacks `{entry.shown}`: fetch the whole history")
        start = end + 1 + int(kind[1])
        place = folder / entry.path.decode()
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as stream:
            stream.write(answer[end + 1 : start])
        start += 1


def git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What a git command prints."""
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, env=os.environ | AS_NAMED)
    except FileNotFoundError:
        raise Refusal("git is not installed, and comparing needs it") from None
    output = done.stderr.decode(errors="replace").strip()
    if not done.returncode:
        return done.stdout
    if not output:
        raise Missing(f"git {arguments[0]} found nothing")
    raise Refusal(output.splitlines()[-1].removeprefix("fatal: "))
