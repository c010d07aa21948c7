"""How many slips in the real content are told, once each, and how many pairs of them at once.

Printed, never asserted: a pair of which one hangs on the other cannot be told at once.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, repeat
from pathlib import Path

import pytest

from generator.check import check
from generator.diagnostics import Diagnostic
from tests.bench.slips import SLIPS
from tests.conftest import PROJECT

SEED = int(os.environ.get("SEED", "1"))
COUNT = int(os.environ.get("COUNT", "60"))
TOP = re.compile(r"^[\w-]+:", re.MULTILINE)
Place = tuple[str, str, int]
Told = Counter[tuple[Place, frozenset[Place]]]


@dataclass(frozen=True)
class Change:
    """One line of one file, changed by a slip."""

    kind: str
    path: str
    line: int
    new: str

    def __str__(self) -> str:
        return f"{self.kind} {self.path.removeprefix('content/')}:{self.line} `{self.new.strip()}`"


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real content, to be spoilt."""
    root = tmp_path_factory.mktemp("told")
    shutil.copytree(PROJECT / "content", root / "content")
    return root


@cache
def lines(path: str) -> tuple[str, ...]:
    return tuple((PROJECT / path).read_text(encoding="utf-8").split("\n"))


@cache
def files() -> tuple[str, ...]:
    found = (PROJECT / "content").glob("*/*.yaml")
    return tuple(sorted(path.relative_to(PROJECT).as_posix() for path in found))


def slip(rng: random.Random, path: str, first: int = 0, last: int = sys.maxsize) -> Change | None:
    """A slip of a random kind on a random line of a file for which there is one."""
    for kind in rng.sample(sorted(SLIPS), len(SLIPS)):
        places = list(range(first, min(last, len(lines(path)))))
        for at in rng.sample(places, len(places)):
            new = SLIPS[kind](lines(path)[at], rng)
            if new is not None:
                return Change(kind, path, at + 1, new)
    return None


def told(root: Path, *changes: Change) -> Told:
    """All that is found with some changes: its code, file and line, and those that it labels."""
    for path in {one.path for one in changes}:
        new = {one.line: one.new for one in changes if one.path == path}
        text = "\n".join(new.get(at, line) for at, line in enumerate(lines(path), 1))
        (root / path).write_text(text, encoding="utf-8")
    found = check(root).diagnostics
    for path in {one.path for one in changes}:
        (root / path).write_text("\n".join(lines(path)), encoding="utf-8")
    return Counter(
        ((one.code, one.span.file.path, one.span.line), frozenset(places_of(one))) for one in found
    )


def places_of(one: Diagnostic) -> Iterator[Place]:
    """The place of what is told, and the others that are told with it."""
    for span in (one.span, *(label.span for label in one.labels)):
        yield one.code, span.file.path, span.line


def is_told(alone: Told, both: Told) -> bool:
    """Whether something of what a slip gives alone is told with the other one as well."""
    found = {place[1:] for _, places in both for place in places}
    return any(first[1:] in found for first, _ in alone)


def brief(found: Told) -> str:
    """What is told, on a line."""
    return ", ".join(
        f"{code} {Path(path).stem}:{line}"
        for (code, path, line), _ in sorted(found, key=lambda one: one[0])
    )


def statement(path: str, line: int) -> tuple[int, int]:
    """The lines of the block at the top of a file that a line is in."""
    tops = [at for at, text in enumerate(lines(path)) if TOP.match(text)]
    first = max((at for at in tops if at < line), default=0)
    return first, min((at for at in tops if at >= line), default=len(lines(path)))


def linked(path: str) -> list[str]:
    """The files that mention a file's record, which it mentions or which mention it."""
    id_ = re.compile(rf"(?<![\w-]){Path(path).stem}(?![\w-])")
    return [one for one in files() if one != path and id_.search("\n".join(lines(one)))]


def pair(rng: random.Random, mode: str) -> tuple[Change, Change] | None:
    """Two slips in one statement, in one file, or in two files of which one mentions the other."""
    one = slip(rng, rng.choice(files()))
    if one is None:
        return None
    path, extent = one.path, (0, sys.maxsize)
    if mode == "statement":
        extent = statement(path, one.line)
    if mode == "linked":
        beside = linked(path)
        if not beside:
            return None
        path = rng.choice(beside)
    other = slip(rng, path, *extent)
    far = other and (other.path != one.path or other.line != one.line)
    return (one, other) if other and far else None


def pairs(rng: random.Random, mode: str) -> Iterator[tuple[Change, Change]]:
    found = (pair(rng, mode) for _ in repeat(None))
    yield from islice(filter(None, found), COUNT)


def test_singles(copy: Path) -> None:
    rng, sound = random.Random(SEED), told(copy)
    counts: Counter[str] = Counter()
    for _ in range(COUNT):
        if one := slip(rng, rng.choice(files())):
            found = told(copy, one) - sound
            number = found.total()
            counts["none" if not number else "one" if number == 1 else "several"] += 1
            if number != 1:
                say(f"{number} {one}: {brief(found)}")
    say(f"single slips, by how many diagnostics: {dict(counts)}")


@pytest.mark.parametrize("mode", ["statement", "file", "linked"])
def test_pairs(copy: Path, mode: str) -> None:
    rng, sound = random.Random(SEED), told(copy)
    counts: Counter[str] = Counter()
    for one, other in pairs(rng, mode):
        alone = [told(copy, each) - sound for each in (one, other)]
        if not all(alone):
            counts["not told alone"] += 1
            continue
        found = told(copy, one, other) - sound
        missing = [each for each in alone if not is_told(each, found)]
        counts["both at once" if not missing else "not both"] += 1
        if missing or found.total() > sum(each.total() for each in alone):
            say(f"{'MISS' if missing else 'MORE'} {one}\n     {other}")
            say(f"     alone {brief(alone[0])} | {brief(alone[1])}\n     both  {brief(found)}")
    say(f"pairs, {mode}: {dict(counts)}")
