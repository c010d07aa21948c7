"""A text with patches, in which each place is still that of the file."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.source import SourceFile, Span

# What a key begins with that stands for a lost one; no file that is read can have it.
LOST = "\ue001"
# What stands for a value that nobody can read.
UNREAD = "unread"
# What begins a text on the lines below its key.
FOLD = " >-"


class Patch(NamedTuple):
    """Some text in the place of the characters from `start` up to `end` of a file."""

    start: int
    end: int
    new: str


@dataclass(frozen=True)
class Mending:
    """Patches that belong together; with `is_whole` what they leave is what was meant to stand.

    Else the values on its lines are not to be believed. With `is_head` it is a line of its own, for
    one that is lost; with `is_dash` it takes a hyphen away.

    `depth` is where a line stands that was moved `by` so many spaces. It `is_placed` unless another
    depth would do as well; `others` are the lines that may have been moved in its place.
    """

    patches: tuple[Patch, ...]
    is_whole: bool = True
    depth: int | None = None
    by: int = 0
    is_placed: bool = True
    others: tuple[Patch, ...] = ()
    is_head: bool = False
    is_dash: bool = False

    @property
    def weight(self) -> int:
        """How many lines it changes; each that is lost counts for three."""
        return 3 * self.slips if self.is_head else len(self.patches)

    @property
    def slips(self) -> int:
        """How many slips it mends: one, or the lines of its own that it adds."""
        return self.patches[0].new.count("\n") if self.is_head else 1

    @property
    def is_key(self) -> bool:
        """Whether it gives a line the key that it has lost."""
        return self.patches[0].new.startswith(LOST)

    @property
    def is_inner(self) -> bool:
        """Whether it gives a key to what stands behind another key, as the first below that."""
        return self.patches[0].new.startswith("\n") and LOST in self.patches[0].new

    @property
    def is_fold(self) -> bool:
        """Whether it begins a text on the lines below its key."""
        return self.patches[0].new == FOLD

    @property
    def start(self) -> int:
        """Where the first of what it changes begins."""
        return self.patches[0].start

    def rivals(self, other: Mending) -> bool:
        """Whether it moves other lines, or to another depth, and no further than the other does."""
        is_other = other.depth is not None and self.depth is not None
        differs = (self.depth, self.start) != (other.depth, other.start)
        return is_other and differs and abs(self.by) <= abs(other.by)

    def placed(self, origins: Sequence[int]) -> Mending:
        """The same in another text, of which these are the offsets of each offset here."""
        patches, others = (
            tuple(Patch(origins[one.start], origins[one.end], one.new) for one in each)
            for each in (self.patches, self.others)
        )
        return replace(self, patches=patches, others=others)

    def beside(self, other: Mending) -> Mending:
        """The same, where the other would do as well."""
        return replace(self, is_placed=False, others=(*self.others, *other.patches))


@dataclass(frozen=True)
class MendedFile(SourceFile):
    """A file with patches: what is found in it is told in the `original`.

    `origins` are the offsets there of each offset in its own text.
    """

    original: SourceFile
    origins: tuple[int, ...]

    def at(self, offset: int) -> int:
        """The first offset here of what stands at an offset of the original, or behind it."""
        return bisect_left(self.origins, offset)

    def span(self, start: int, end: int) -> Span:
        """The span in the original of what stands from `start` to `end` here."""
        return self.original.span(self.origins[start], self.origins[end])

    @property
    def head(self) -> Span:
        """The very start of the original."""
        return self.original.head


def mended(file: SourceFile, patches: Iterable[Patch]) -> MendedFile:
    """A file with patches in the order of their places."""
    origins: list[int] = []
    at = 0
    for one in patches:
        origins += [*range(at, one.start), *(one.start for _ in one.new)]
        at = one.end
    origins += range(at, len(file.text) + 1)
    return MendedFile(file.path, patched(file.text, patches), file, tuple(origins))


def patched(text: str, patches: Iterable[Patch]) -> str:
    """A text with patches in the order of their places."""
    parts: list[str] = []
    at = 0
    for one in patches:
        parts += [text[at : one.start], one.new]
        at = one.end
    return "".join((*parts, text[at:]))


def touched(file: SourceFile, mending: Mending) -> set[int]:
    """The lines of a file that a mending touches, from 1."""
    return {
        line
        for one in (*mending.patches, *mending.others)
        for line in range(file.position(one.start)[0], file.position(one.end)[0] + 1)
    }


def is_within(mending: Mending, gaps: Iterable[tuple[int, int]]) -> bool:
    """Whether a mending touches what is gone or mended."""
    return any(
        begin < one.end and one.start < end or begin == one.start
        for begin, end in gaps
        for one in mending.patches
    )
