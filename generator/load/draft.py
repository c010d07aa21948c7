"""A text on its way to be readable: what could be put right is, and what could not is left out.

Every place in it can be told in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from generator.diagnostics import Diagnostic
from generator.load.cutting import lines_of, spoilt
from generator.load.lines import HEAD, below, end_of_line, indent, number_of, start_of_line, without
from generator.load.mending import ENTRY, bare, doubting, mendings, spaced, stepping
from generator.load.moving import MOST, followed, going_on, stepped, untabbed
from generator.load.patches import Mending, Patch, mended, patched
from generator.load.syntax import UNFIT
from generator.load.tree import Reader, Stopped
from generator.source import SourceFile

# All that a line begins with, where a tab is among it.
TABBED = re.compile(r"^[ -]*\t[ \t]*", re.MULTILINE)


class Reach(NamedTuple):
    """How far a text was read, and how it looks as it was read: the more of each, the better."""

    line: int
    faults: int = 0
    uneven: int = 0
    empty: int = 0
    keys: int = 0
    moved: int = 0


@dataclass(frozen=True)
class Draft:
    """The text of a file with blanks for what was cut, in its places, and what was mended.

    `gaps` are the lines that were cut, with those that hold what they lack.
    """

    file: SourceFile
    text: str
    mendings: tuple[Mending, ...] = ()
    gaps: frozenset[int] = frozenset()

    def reader(self) -> Reader:
        """What reads it, once, but for lines that tabs still indent."""
        patches = [patch for one in self.mendings for patch in one.patches]
        # Blanks would be deeper than a text that they stand before.
        gaps = (extent(self.text, found) for found in self.tabbed())
        patches += [Patch(*gap, "\n" * self.text.count("\n", *gap)) for gap in gaps]
        file = mended(self.file, sorted(patches)) if patches else self.file
        return Reader(file, patched(self.text, sorted(patches)))

    @cached_property
    def seen(self) -> str:
        """Its text with blanks in the place of lines that tabs still indent."""
        text = self.text
        for found in self.tabbed():
            text = without(text, extent(text, found))
        return text

    def past(self, stop: Stopped) -> Draft:
        """With what stopped its reading mended, or else cut."""
        whole, others = mendings(self.seen, stop), doubting(self.seen, stop)
        if stop.fault.code == "unclosed-quote":
            # A text may go on below, with quotes in it.
            whole = chain(whole, others)
        ways = (stepping(self.seen, stop), bare(self.seen, stop), whole, others)
        line = stop.fault.span.line
        drafts = (draft for way in ways if (draft := self.mended(way, line, stop.fault)))
        tail = self.mended(going_on(self.seen, stop), line, stop.fault)
        further = tail or self.spaced(stop) or next(drafts, None)
        return further or self.without(spoilt(self.text, stop))

    def untabbed(self) -> Draft | None:
        """With spaces in the place of tabs that indent a line, as deep as reads best."""
        found = list(self.tabbed())
        if len(found) > 1 and (further := self.mended(self.whole(found), len(self.text) - 1)):
            return further
        if len(found) > MOST:
            return replace(self, text=self.seen, gaps=self.gaps.union(map(self.line, found)))
        for tabbed in found:
            further = self.mended(untabbed(self.text, tabbed), self.line(tabbed))
            return further or self.without(extent(self.text, tabbed))
        return None

    def whole(self, found: list[re.Match[str]]) -> tuple[Mending, Mending]:
        """All lines that tabs indent with spaces in their place, in either way."""
        return stepped(found), followed(self.text, found)

    def line(self, found: re.Match[str]) -> int:
        """The line of something found in the text."""
        return number_of(self.text, found.start())

    def without(self, gap: tuple[int, int]) -> Draft:
        """With a gap, and nothing mended in it."""
        kept = tuple(one for one in self.mendings if not is_within(one, [gap]))
        gaps = self.gaps.union(lines_of(self.text, gap))
        return Draft(self.file, without(self.text, gap), kept, gaps)

    def spaced(self, stop: Stopped) -> Draft | None:
        """With the colon or space that a key lacks, if that is what stopped its reading."""
        for way in spaced(self.seen, start_of_line(self.seen, stop.fault.span.start)):
            if is_within(way, self.taken):
                continue
            tried = replace(self, mendings=(*self.mendings, way))
            reader = tried.reader()
            reader.read()
            is_left = reader.stopped and is_same(reader.stopped.fault, stop.fault)
            # A line below an entry is one as well, or else goes on with a text.
            if not is_left or (stop.fault.message == UNFIT and self.is_below_entry(way.start)):
                return tried
        return None

    def is_below_entry(self, at: int) -> bool:
        """Whether the line above that of an offset has a key."""
        text = self.seen[: start_of_line(self.seen, at)]
        above = [line for line in text.split("\n") if line.strip()]
        return bool(above and ENTRY.match(above[-1]))

    def mended(
        self, ways: Iterable[Mending], line: int, refused: Diagnostic | None = None
    ) -> Draft | None:
        """With a line put right in the way that leads furthest beyond it, if any does."""
        best, reach = None, Reach(line)
        for way in ways:
            if is_within(way, self.taken):
                continue
            tried = replace(self, mendings=(*self.mendings, way))
            found = tried.reach(line, refused)
            if found and (best is None or found > reach):
                best, reach = tried, found
            elif best and found == reach and way.rivals(best.mendings[-1]):
                best = replace(best, mendings=(*self.mendings, best.mendings[-1].beside(way)))
        return best

    @property
    def taken(self) -> list[tuple[int, int]]:
        """From where to where it was mended."""
        return [(one.start, one.end) for each in self.mendings for one in each.patches]

    def reach(self, line: int, refused: Diagnostic | None) -> Reach | None:
        """How far it can be read, if that is beyond a line, or beyond what was refused on it."""
        reader = self.reader()
        reader.read()
        shape, stop = reader.shape, reader.stopped
        at = stop.fault.span.line if stop else len(self.text) * (reader.tree is not None)
        is_further = stop is not None and refused is not None and is_other(stop.fault, refused)
        if at < line or (at == line and not is_further):
            return None
        lines = -sum(len(one.patches) for one in self.mendings)
        return Reach(at, -len(reader.faults), -shape.uneven, -shape.empty, shape.keys, lines)

    def tabbed(self) -> Iterator[re.Match[str]]:
        """The tabs that indent, but for those that are mended."""
        starts = {patch.start for one in self.mendings for patch in one.patches}
        for found in TABBED.finditer(self.text):
            if found.start() not in starts:
                yield found


def is_same(one: Diagnostic, other: Diagnostic) -> bool:
    """Whether two faults tell the same of the same place."""
    return (one.span.start, one.message) == (other.span.start, other.message)


def is_other(one: Diagnostic, other: Diagnostic) -> bool:
    """Whether one of two faults of a line is that it stands askew, and the other one is not."""
    return (one.message == UNFIT) != (other.message == UNFIT)


def extent(text: str, tabbed: re.Match[str]) -> tuple[int, int]:
    """A line that tabs indent, with what may stand below it."""
    begin = tabbed.start()
    end = end_of_line(text, begin)
    is_head = HEAD.search(text[begin:end])
    return begin, below(text, end, indent(text, begin)) if is_head else end


def is_within(mending: Mending, gaps: Iterable[tuple[int, int]]) -> bool:
    """Whether a mending touches what is gone or mended."""
    return any(
        begin <= one.start < end or begin == one.start
        for begin, end in gaps
        for one in mending.patches
    )
