"""A case by its kind, seed and number: what is tried, made by chance, and kept as small files.

No library makes the cases: those at hand draw values from a grammar and shrink what fails, and here
sound files are changed a little, so that a find is small as it is. Its name makes it again.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.briefings import ROOTS
from tests.conftest import PROJECT
from tests.fuzz import contents, preview_requests, repositories
from tests.fuzz.contents import Changes, Files
from tests.fuzz.repositories import Step

# The sound briefings of which files are changed: the invented one, and ours.
BRIEFINGS = {**ROOTS, "ours": PROJECT}
STEPS, REQUEST, GONE = "steps.json", "request.http", ".gone"
NAME = re.compile(r"(?P<kind>[a-z]+)-(?P<briefing>[a-z]+)-(?P<seed>.+)-(?P<number>\d+)")


@dataclass(frozen=True)
class Contents:
    """A briefing in which some files are others."""

    changes: Changes

    def files(self) -> Iterator[tuple[str, bytes]]:
        """What is kept of it: each file as it is, an empty one where one is gone."""
        for path, raw in self.changes.items():
            yield (path, raw) if raw is not None else (path + GONE, b"")


@dataclass(frozen=True)
class Repository:
    """A repository that comes about by steps, and the command that is tried there."""

    steps: list[Step]
    asked: list[str]

    def files(self) -> Iterator[tuple[str, bytes]]:
        """What is kept of it."""
        yield STEPS, json.dumps({"steps": self.steps, "asked": self.asked}, indent=1).encode()


@dataclass(frozen=True)
class Request:
    """The bytes that somebody sends to the preview."""

    raw: bytes

    def files(self) -> Iterator[tuple[str, bytes]]:
        """What is kept of it."""
        yield REQUEST, self.raw


Input = Contents | Repository | Request
MAKERS: dict[str, Callable[[Random, Files], Input]] = {
    "bytes": lambda chance, files: Contents(contents.of_bytes(chance, files)),
    "tokens": lambda chance, files: Contents(contents.of_tokens(chance, files)),
    "structure": lambda chance, files: Contents(contents.of_structure(chance, files)),
    "calls": lambda chance, files: Contents(contents.of_calls(chance, files)),
    "git": lambda chance, files: Repository(repositories.steps(chance), repositories.asked(chance)),
    "requests": lambda chance, files: Request(preview_requests.request(chance)),
}


@dataclass(frozen=True)
class Case:
    """The name of what is tried; the same name gives the same, of the same files."""

    kind: str
    briefing: str
    seed: str
    number: int

    def __str__(self) -> str:
        return f"{self.kind}-{self.briefing}-{self.seed}-{self.number}"

    @classmethod
    def named(cls, name: str) -> "Case":
        """The case of a name."""
        found = NAME.fullmatch(name)
        if not found or found["kind"] not in MAKERS or found["briefing"] not in BRIEFINGS:
            raise ValueError(f"no case is called `{name}`")
        return cls(found["kind"], found["briefing"], found["seed"], int(found["number"]))

    def made(self, files: Files) -> Input:
        """What is tried, of the files of a sound briefing."""
        return MAKERS[self.kind](Random(str(self)), files)


def save(tried: Input, folder: Path) -> None:
    """Keep what was tried as files of a folder."""
    for name, raw in tried.files():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)


def kept(folder: Path) -> Input:
    """What was tried, from the folder in which it is kept."""
    if (folder / STEPS).exists():
        return Repository(**json.loads((folder / STEPS).read_bytes()))
    if (folder / REQUEST).exists():
        return Request((folder / REQUEST).read_bytes())
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    return Contents(
        {
            path.removesuffix(GONE): None if path.endswith(GONE) else raw
            for path, raw in found.items()
        }
    )
