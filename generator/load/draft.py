"""A text on its way to be readable: what could be put right is, and what could not is left out.

Every place in it can be told in the file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from generator.diagnostics import Diagnostic
from generator.load.askew import Unfit, is_other, is_same
from generator.load.characters import TAB_INDENT
from generator.load.cutting import emptied, lines_of, spoilt
from generator.load.lines import HEAD, below, end_of_line, indent, number_of, without
from generator.load.lost import inlined
from generator.load.mending import bare, doubting, mendings, separating, stepping
from generator.load.moving import followed, going_on, is_odd, neighbour, stepped, untabbing
from generator.load.nodes import Mapping
from generator.load.patches import LOST, UNREAD, MendedFile, Mending, Patch, is_within, mended
from generator.load.reach import Account, Judge, Reach, unjudged
from generator.load.refused import KEYED, Refused
from generator.load.tree import Reader, Stopped
from generator.source import SourceFile

# A line below another that looks like an entry, and like no text in quotes.
ENTRY_BELOW = re.compile(r"\n *(?:- +)*[\w-]+: [^\"'\n]*(?=\n|$)")
# What would be one with its colon or its space.
LIKE_ENTRY = re.compile(r"(?<![^\n ])[\w-]+\s*[:;=\uff1a]")
# With more mendings no two are tried at once, and of more tabs none is by itself.
FEW = MANY = 4
# So many of the ways to mend a place are tried out for what they change.
SOME = 8
# So many more mendings are tried out for each of two ways.
AHEAD = 3
# What is set aside counts for so many slips: it may hold others.
CUT = 3
# A text that is larger, some times as large as any record, is not read on in several ways.
LARGE = 12_000
# Two places so many lines apart may be wrong in one way.
NEAR = 2


@dataclass(frozen=True)
class Draft:
    """The text of a file with blanks for what was cut, in its places, and what was mended.

    `keys` are known to be no words of a text. `gaps` are the lines that were cut, with those that
    hold what they lack.
    """

    file: SourceFile
    text: str
    keys: Collection[str] = ()
    judge: Judge = unjudged
    mendings: tuple[Mending, ...] = ()
    gaps: frozenset[int] = frozenset()

    @cached_property
    def patches(self) -> list[Patch]:
        """What was mended, and line ends in the place of what is cut or indented by tabs still."""
        patches = [patch for one in self.mendings for patch in one.patches]
        # Blanks would be deeper than a text that they stand before.
        tabbed = [extent(self.text, found) for found in self.tabbed()]
        patches += [Patch(*gap, "\n" * self.text.count("\n", *gap)) for gap in tabbed]
        patches += [Patch(*gap, "") for gap in emptied(self.file.text, self.text, tabbed)]
        return sorted(patches)

    @cached_property
    def seen(self) -> MendedFile:
        """The text as it is read."""
        return mended(SourceFile(self.file.path, self.text), self.patches)

    @cached_property
    def reader(self) -> Reader:
        """What has read it, but for lines that tabs still indent."""
        file = mended(self.file, self.patches) if self.patches else self.file
        reader = Reader(file, self.seen.text, self.keys)
        reader.read()
        return reader

    @cached_property
    def misfits(self) -> int:
        """How much of what is read is not as it is due, where it is read to its end."""
        tree = self.reader.tree
        return self.judge(tree) if isinstance(tree, Mapping) else 0

    def refused(self, stop: Stopped) -> Refused:
        """What stopped its reading, in the text as it is read."""
        start, at = map(self.seen.at, (stop.fault.span.start, stop.at))
        return Refused(self.seen.text, start, at, self.keys)

    def past(self, stop: Stopped) -> Draft:
        """With what stopped its reading mended, or else cut."""
        line = stop.fault.span.line
        # Only what is due tells it from other slips.
        inner = self.each(inlined(self.refused(stop)) if self.judge is not unjudged else ())
        if whole := next((one for one in inner if one.is_whole and one.is_smooth(line)), None):
            return whole
        further = self.onward(stop)
        if further is None:
            return self.spoilt(stop)
        return further if further.is_smooth(line) else further.or_ahead(self.nearby(stop), line)

    def spoilt(self, stop: Stopped) -> Draft:
        """Without what stopped its reading."""
        return self.without(spoilt(self.text, stop))

    def onward(self, stop: Stopped) -> Draft | None:
        """With what stopped its reading mended in the way that leads furthest."""
        found = self.refused(stop)
        whole, others = mendings(found), doubting(found)
        if stop.fault.code == "unclosed-quote":
            # A text may go on below, with quotes in it.
            whole = chain(whole, others)
        ways = (stepping(found), bare(found), whole, others)
        line = stop.fault.span.line
        best = (furthest(self.each(each), line, stop.fault) for each in ways)
        tails = self.each(going_on(found.text, found.begin, found.keys))
        tail = furthest(() if found.is_key else tails, line, stop.fault)
        return tail or self.spaced(stop) or next(filter(None, best), None)

    def is_smooth(self, line: int) -> bool:
        """Whether it leads well beyond a line, and leaves nothing askew, empty or out."""
        after, shape = self.reader.stopped, self.reader.shape
        is_beyond = after is None or after.fault.span.line > line + NEAR
        # A sign that was lost says nothing of where values are lost.
        is_full = not shape.empty or self.mendings[-1].depth is None
        return is_beyond and is_full and not (self.swallowed or shape.uneven or self.misfits)

    @property
    def is_whole(self) -> bool:
        """Whether all of it is read, and nothing is wrong with its grammar."""
        return self.reader.tree is not None and not self.reader.faults

    @property
    def swallowed(self) -> int:
        """How many entries were left out with a value that nobody can read, or as none."""
        unread = [one for one in self.mendings[-1].patches if one.new == UNREAD]
        below = sum(bool(ENTRY_BELOW.search(self.text, one.start, one.end)) for one in unread)
        return below + sum(LIKE_ENTRY.match(self.text, one.start) is not None for one in unread)

    def nearby(self, stop: Stopped) -> Iterator[Draft]:
        """With what stopped its reading mended or left out, or the line above it moved."""
        found = self.refused(stop)
        beside = neighbour(found.text, found.begin) if found.is_line else ()
        return self.each(chain(mendings(found), doubting(found), beside))

    def or_ahead(self, others: Iterable[Draft], line: int) -> Draft:
        """The same, or another of which all can be read with fewer slips."""
        best, account = self, self.account(line)
        is_few = len(self.mendings) <= FEW and len(self.text) <= LARGE
        for tried in promising(others, line) if is_few else ():
            if (found := tried.account(line)) > account:
                best, account = tried, found
        return best

    def account(self, line: int) -> Account:
        """How many slips it takes to read it, and how it looks, with some more mendings."""
        last, slips = self, self.mendings[-1].slips + self.swallowed
        for _ in range(AHEAD):
            if (stop := last.reader.stopped) is None:
                break
            further = last.onward(stop)
            slips += further.mendings[-1].slips + further.swallowed if further else CUT
            last = further or last.spoilt(stop)
        if (reach := last.reach(line, None)) is None:
            return Account(-len(self.text), Reach(0))
        is_left = last.reader.stopped is not None
        return Account(reach.faults + reach.uneven + reach.empty - slips - is_left, reach)

    def each(self, ways: Iterable[Mending]) -> Iterator[Draft]:
        """With each of the mendings of what is read, but for those of what is mended already."""
        for way in ways:
            here = way.placed(self.seen.origins)
            if not is_within(here, self.taken):
                yield self.joined(here)

    def joined(self, way: Mending) -> Draft:
        """With one more mending."""
        return replace(self, mendings=(*self.mendings, way))

    def untabbed(self) -> Draft | None:
        """With spaces in the place of tabs that indent a line, as deep as reads best."""
        found = list(self.tabbed())
        if len(found) > 1:
            whole = map(self.joined, self.whole(found))
            if further := furthest(whole, len(self.text) - 1):
                return further
        if len(found) > MANY:
            text = self.text
            for tabbed in found:
                text = without(text, extent(text, tabbed))
            return replace(self, text=text, gaps=self.gaps.union(map(self.line, found)))
        for tabbed in found:
            line, ways = self.line(tabbed), list(map(self.joined, untabbing(self.text, tabbed)))
            further = furthest(ways, line)
            if further is None:
                return self.without(extent(self.text, tabbed))
            return further if further.is_smooth(line) else further.or_ahead(ways, line)
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
        return replace(self, text=without(self.text, gap), mendings=kept, gaps=gaps)

    def spaced(self, stop: Stopped) -> Draft | None:
        """With the colon or space that a key lacks, if that is what stopped its reading."""
        found = self.refused(stop)
        for tried in self.each(separating(found.text, found.begin)):
            again = tried.reader.stopped
            is_left = again and is_same(again.fault, stop.fault)
            # A line below an entry is one as well, or else goes on with a text.
            if not is_left or (isinstance(stop.fault, Unfit) and is_below_entry(found)):
                return tried
        return None

    @property
    def taken(self) -> list[tuple[int, int]]:
        """From where to where it was mended."""
        return [(one.start, one.end) for each in self.mendings for one in each.patches]

    def reach(self, line: int, refused: Diagnostic | None) -> Reach | None:
        """How far it can be read, if that is beyond a line, or beyond what was refused on it."""
        shape, stop = self.reader.shape, self.reader.stopped
        at = stop.line if stop else len(self.text) * (self.reader.tree is not None)
        is_further = stop is not None and refused is not None and is_other(stop.fault, refused)
        if at < line or (at == line and not is_further):
            return None
        odd = (-len(self.reader.faults), -shape.uneven, -max(shape.empty, self.misfits))
        keys = shape.keys - sum(one.new.count(LOST) for one in self.patches)
        lines = sum(one.weight for one in self.mendings)
        return Reach(at, *odd, keys, -lines, -sum(abs(one.by) for one in self.mendings))

    def tabbed(self) -> Iterator[re.Match[str]]:
        """The tabs that indent, but for those that are mended."""
        starts = {patch.start for one in self.mendings for patch in one.patches}
        for found in TAB_INDENT.finditer(self.text):
            if found.start() not in starts:
                yield found


def promising(drafts: Iterable[Draft], line: int) -> list[Draft]:
    """Those of some drafts that are read furthest beyond a line, change least, or add a line."""
    tried = list(drafts)
    far = [(reach, one) for one in tried if (reach := one.reach(line, None))]
    best = [one for _, one in sorted(far, key=lambda found: found[0], reverse=True)[:FEW]]
    best += sorted(tried, key=change)[:SOME]
    best += [one for one in tried if one.mendings[-1].is_head]
    return list({id(one): one for one in best}.values())


def change(draft: Draft) -> tuple[bool, int, int]:
    """How much the last mending of a draft changes."""
    last = draft.mendings[-1]
    return last.depth is not None and is_odd(last.depth), last.weight, abs(last.by)


def furthest(drafts: Iterable[Draft], line: int, refused: Diagnostic | None = None) -> Draft | None:
    """The one of some drafts, each with one mending more, that is read furthest beyond a line."""
    best, reach = None, Reach(line)
    for tried in drafts:
        found, way = tried.reach(line, refused), tried.mendings[-1]
        if found and (best is None or found > reach):
            best, reach = tried, found
        elif best and found == reach and way.rivals(best.mendings[-1]):
            *others, last = best.mendings
            best = replace(best, mendings=(*others, last.beside(way)))
    return best


def is_below_entry(found: Refused) -> bool:
    """Whether the line above that which was refused has a key."""
    above = [line for line in found.text[: found.begin].split("\n") if line.strip()]
    return bool(above and KEYED.match(above[-1]))


def extent(text: str, tabbed: re.Match[str]) -> tuple[int, int]:
    """A line that tabs indent, with what may stand below it."""
    begin = tabbed.start()
    end = end_of_line(text, begin)
    is_head = HEAD.search(text[begin:end])
    return begin, below(text, end, indent(text, begin)) if is_head else end
