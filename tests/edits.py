"""Mechanical edits at one place of a file, each kind at each line where there is something for it.

No chance and no clock: the same files give the same edits, and each n-th of them is a fair sample.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

from generator.check import examine, quiet
from generator.diagnostics import Diagnostic
from generator.read import Memory
from tests.bench.slips import SLIPS, Slip

Lines = list[str]
# What stands in the place of so many lines; None where there is nothing to edit.
Change = Callable[[Lines, int], tuple[int, Lines] | None]
NONE = random.Random(0)
KEY = re.compile(r"( *(?:- )?)[\w-]+: *(\S.*)")
NAME = re.compile(r"[\w-]+")
PAIR = re.compile(r"(\d)(?!\1)(\d)")
# Of the slips of a person those that need no choice.
CERTAIN = (
    *("bracket lost", "brace lost", "colon lost", "comma for a point", "day first"),
    *("hash for a point", "month 13", "quote lost", "quote opened", "space lost", "tab"),
)


@dataclass(frozen=True)
class Edit:
    """A file with one place edited: its first and last line then; its depth and key before."""

    kind: str
    path: str
    text: str
    first: int
    last: int
    depth: int
    key: str

    def __str__(self) -> str:
        return f"{self.kind}, {self.path.removeprefix('content/')}:{self.first}"

    def is_shown_by(self, told: Diagnostic) -> bool:
        """Whether what is told leads there: it or its second place, else a name that it gives."""
        spans = [told.span, *(label.span for label in told.labels)]
        lines = {span.line for span in spans if span.file.path == self.path}
        names = {self.key} if lines else {self.key, Path(self.path).stem}
        words = set(NAME.findall(f"{told.message} {told.note} {told.help}"))
        return bool(lines & self.near or names & words)

    @cached_property
    def near(self) -> set[int]:
        """The lines of the place and next to it, the keys beside it, and what these are in."""
        lines = self.text.rstrip("\n").split("\n")
        above = [at for at in range(self.first - 1, 0, -1) if lines[at - 1].strip()]
        below = [at for at in range(self.last, len(lines) + 1) if lines[at - 1].strip()]
        found = {1, *range(self.first - 1, self.last + 2)}
        for way in (above, below):
            deep = self.depth
            for at in way:
                if depth(lines[at - 1]) <= deep:
                    found.add(at)
                    deep = depth(lines[at - 1])
        return found


class Spoiling:
    """A copy of a briefing in which one file after the other is spoilt and mended again."""

    def __init__(self, source: Path, root: Path) -> None:
        shutil.copytree(source / "content", root / "content")
        self.root = root
        self.memory: Memory = {}
        assert not self.found()

    def told(self, edit: Edit) -> tuple[Diagnostic, ...]:
        """All that is found with an edit."""
        file = self.root / edit.path
        before = file.read_bytes()
        file.write_text(edit.text, encoding="utf-8")
        try:
            return self.found()
        finally:
            file.write_bytes(before)

    def found(self) -> tuple[Diagnostic, ...]:
        return examine(self.root, None, quiet, self.memory)[0].diagnostics


def depth(line: str) -> int:
    """How far from the left a line begins."""
    return len(line) - len(line.lstrip())


def block(lines: Lines, at: int) -> int:
    """How many lines a line and all that is deeper below it are."""
    below = 1
    while at + below < len(lines) and lines[at + below].startswith(" " * (depth(lines[at]) + 1)):
        below += 1
    return below


def of_line(change: Callable[[str], str | None]) -> Change:
    """A change to the text of one line."""

    def edit(lines: Lines, at: int) -> tuple[int, Lines] | None:
        new = change(lines[at])
        return None if new is None or new == lines[at] else (1, [new])

    return edit


def certain(slip: Slip) -> Callable[[str], str | None]:
    """A slip that makes no choice."""
    return lambda line: slip(line, NONE)


def of_block(times: int) -> Change:
    """A block of more than one line put there so many times."""

    def edit(lines: Lines, at: int) -> tuple[int, Lines] | None:
        size = block(lines, at)
        return (size, lines[at : at + size] * times) if size > 1 else None

    return edit


def of_lines(size: int, change: Callable[[Lines], Lines]) -> Change:
    """A change to so many lines, which are not the same afterwards."""

    def edit(lines: Lines, at: int) -> tuple[int, Lines] | None:
        old = lines[at : at + size]
        return (size, change(old)) if len(old) == size and change(old) != old else None

    return edit


def moved(lines: Lines, at: int, move: Callable[[str], str]) -> tuple[int, Lines] | None:
    """A block of more than one line at another depth."""
    old = lines[at : at + block(lines, at)]
    return (len(old), new) if len(old) > 1 and (new := [*map(move, old)]) != old else None


KINDS: dict[str, Change] = {
    "line deleted": of_lines(1, lambda old: []),
    "two lines deleted": of_lines(2, lambda old: []),
    "line doubled": of_lines(1, lambda old: old * 2),
    "line moved by one": of_lines(2, lambda old: old[::-1]),
    "line moved down by two": of_lines(3, lambda old: [*old[1:], old[0]]),
    "line moved up by two": of_lines(3, lambda old: [old[2], *old[:2]]),
    "line indented": of_line(lambda line: f"  {line}"),
    "line dedented": of_line(lambda line: line.removeprefix("  ")),
    "block indented": lambda lines, at: moved(lines, at, lambda line: f"  {line}"),
    "block dedented": lambda lines, at: moved(lines, at, lambda line: line.removeprefix("  ")),
    "block deleted": of_block(0),
    "block doubled": of_block(2),
    "key dropped": of_line(lambda line: KEY.sub(r"\1\2", line)),
    "value dropped": of_line(lambda line: re.sub(r"^( *[\w-]+:) +[^>|].*", r"\1", line)),
    "digits changed about": of_line(lambda line: PAIR.sub(r"\2\1", line, count=1)),
    **{name: of_line(certain(SLIPS[name])) for name in CERTAIN},
}


def edits(root: Path, step: int = 1) -> Iterator[Edit]:
    """Of each kind every so many edits of a folder's files, from the first on."""
    files = sorted((root / "content").rglob("*.yaml"))
    for kind, change in KINDS.items():
        found = (edit for file in files for edit in of_file(kind, change, (root, file)))
        yield from islice(found, 0, None, step)


def of_file(kind: str, change: Change, place: tuple[Path, Path]) -> Iterator[Edit]:
    root, file = place
    lines = file.read_text(encoding="utf-8").rstrip("\n").split("\n")
    for at, line in enumerate(lines):
        made = change(lines, at) if line.strip() else None
        if made:
            size, new = made
            text = "\n".join([*lines[:at], *new, *lines[at + size :], ""])
            last = at + max(len(new), 1)
            path = file.relative_to(root).as_posix()
            yield Edit(kind, path, text, at + 1, last, depth(line), line.partition(":")[0].strip())
