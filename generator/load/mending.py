"""What stops a reading, put right for the reading's sake: what was most likely meant.

Refuses to be a fix: nothing of it is offered, written or believed as a fact. It lets what stands
around a fault be read as it was meant, so that the other faults of a file are found in one run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import NamedTuple

from generator.load.lines import STEP, below, end_of_line, indent, number_of, start_of_line
from generator.load.tree import Stopped
from generator.source import SourceFile, Span

OPENERS = {"[": "]", "{": "}"}
# Brackets, quotes and comments; within quotes and comments a bracket is a letter.
SIGNS = re.compile(
    r"""(?<![\w.,;:!?])"[^"\n]*"|(?<![\w.,;:!?])'[^'\n]*'|(?:^|\s)#[^\n]*|[\[\]{}]"""
)
ENTRY = re.compile(r"( *(?:- +)*)([\w-]+):(?: +|$)")
NO_SPACE = re.compile(r" *(?:- +)*[\w-]+:(?=[^\s:/])")
NO_COLON = re.compile(r" *\w[\w-]*(?=\s|$)")
WIDE_COLON = re.compile(r"( *(?:- +)*[\w-]+)\s*\uff1a\s*")
COMMENT = re.compile(r"\s+#.*$")
SAID = re.compile(r"^(?! *(?:#|$)).", re.MULTILINE)
# As many lines in a row may stand askew.
MOST = 4
# What stands for a value that nobody can read.
UNREAD = "unread"


class Patch(NamedTuple):
    """Some text in the place of the characters from `start` up to `end` of a file."""

    start: int
    end: int
    new: str


@dataclass(frozen=True)
class Mending:
    """Patches that belong together; with `is_whole` what they leave is what was meant to stand.

    Else the values on its lines are not to be believed. `depth` is that of a line that was moved,
    which `is_placed` where no other depth would do as well.
    """

    patches: tuple[Patch, ...]
    is_whole: bool = True
    depth: int | None = None
    is_placed: bool = True

    @property
    def start(self) -> int:
        """Where the first of what it changes begins."""
        return self.patches[0].start

    def anywhere(self) -> Mending:
        """The same, where another depth would do as well."""
        return replace(self, is_placed=False)


@dataclass(frozen=True)
class MendedFile(SourceFile):
    """A file with patches: what is found in it is told in the `original`.

    `origins` are the offsets there of each offset in its own text.
    """

    original: SourceFile
    origins: tuple[int, ...]

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


def mendings(text: str, stop: Stopped) -> Iterator[Mending]:
    """The ways to mend what stopped a reading, the most likely first."""
    start = stop.fault.span.start
    begin = start_of_line(text, start)
    # The line itself was refused, and not something within it.
    is_line = start <= begin + indent(text, begin)
    if is_line:
        yield from moved(text, begin)
    yield from parted(text, stop.at)
    yield from closed(text, begin)


def doubting(text: str, stop: Stopped) -> Iterator[Mending]:
    """The ways to go on where nothing mends it, without the value of the line."""
    yield from unquoted(text, start_of_line(text, stop.fault.span.start))


def moved(text: str, begin: int) -> Iterator[Mending]:
    """A line at another depth, alone or with what stands below or beside it, or one above it."""
    starts = said(text)
    at, own = starts.index(begin), indent(text, begin)
    head = next((one for one in reversed(starts[:at]) if indent(text, one) < own), None)
    above = starts[max(at - 1, 0) : at]
    odd = [one for one in above if is_odd(indent(text, one)) and not is_odd(own)]
    if head in starts[: max(at - 2, 0)] and indent(text, starts[starts.index(head) + 1]) > own:
        # What stands below it is two steps deeper.
        odd.append(head)
    for other in odd:
        yield shifted(text, [other], own)
    for depth in depths(text, starts, at):
        below = takewhile(lambda start: indent(text, start) > own, starts[at + 1 :])
        beside = takewhile(lambda start: indent(text, start) >= own, starts[at + 1 :])
        for block in dict.fromkeys(((begin,), (begin, *below), (begin, *beside))):
            yield shifted(text, block, depth)
    for number in range(1, MOST + 1):
        run = starts[max(at - number, 0) : at]
        if len(run) == number and indent(text, run[0]) == indent(text, run[-1]):
            yield shifted(text, run, own)


def is_odd(depth: int) -> bool:
    """Whether a depth is that of no level."""
    return depth % STEP > 0


def shifted(text: str, starts: Sequence[int], depth: int) -> Mending:
    """Lines as many spaces deeper, or less deep, as put the first of them at a depth."""
    by = depth - indent(text, starts[0])
    found = ((start, indent(text, start)) for start in starts)
    return Mending(
        tuple(Patch(start, start + own, " " * max(own + by, 0)) for start, own in found),
        depth=depth,
    )


def depths(text: str, starts: Sequence[int], at: int) -> Iterator[int]:
    """The depths at which a line may have been meant to stand: those of its neighbours first."""
    near = [
        indent(text, start) for start in (*starts[max(at - 1, 0) : at], *starts[at + 1 : at + 2])
    ]
    own = indent(text, starts[at])
    if at and text[: starts[at]].rstrip().endswith(":"):
        near.insert(0, near[0] + STEP)
    found = dict.fromkeys((*near, own - 1, own + 1, own - STEP, own + STEP))
    # Half a step is the most common slip.
    likely = sorted(found, key=lambda depth: abs(depth - own) > 1)
    return (depth for depth in likely if depth >= 0 and depth != own)


def untabbed(text: str, found: re.Match[str]) -> Iterator[Mending]:
    """A line that tabs indent, with spaces in their place."""
    begin, end = found.span()
    if "-" in found[0]:
        yield Mending((Patch(begin, end, found[0].replace("\t", " ")),))
        return
    starts = said(text)
    at = starts.index(begin)
    near = [*starts[max(at - 1, 0) : at], *starts[at + 1 : at + 2]]
    depths = [indent(text, one) for one in near if text[one + indent(text, one)] != "\t"]
    if depths and text[:begin].rstrip().endswith(":"):
        depths.insert(0, depths[0] + STEP)
    for depth in dict.fromkeys((found[0].replace("\t", " " * STEP).count(" "), *depths)):
        yield Mending((Patch(begin, end, " " * depth),), depth=depth)


def said(text: str) -> list[int]:
    """Where the lines begin that are neither blank nor a comment."""
    return [found.start() for found in SAID.finditer(text)]


def spaced(text: str, begin: int) -> Iterator[Mending]:
    """A key with the colon or the space that it lacks."""
    line = text[begin : end_of_line(text, begin)].rstrip("\n")
    if found := WIDE_COLON.match(line):
        yield Mending((Patch(begin + found.end(1), begin + found.end(), ": "),))
    if found := NO_SPACE.match(line):
        yield Mending((Patch(begin + found.end(), begin + found.end(), " "),))
    if (found := NO_COLON.match(line)) and not ENTRY.match(line):
        if found.end() == len(line.rstrip()) and is_end(text, begin):
            joint = begin - 1, begin + indent(text, begin)
            yield Mending((Patch(*joint, " "),), is_whole=False)
        yield Mending((Patch(begin + found.end(), begin + found.end(), ":"),))


def is_end(text: str, begin: int) -> bool:
    """Whether a line may be the end of the one above, broken in the middle of a word."""
    after, above = end_of_line(text, begin), text[start_of_line(text, begin - 1) : begin].rstrip()
    is_head = below(text, after, indent(text, begin)) > after
    return bool(begin and ENTRY.match(above)) and not above.endswith(":") and not is_head


def parted(text: str, at: int) -> Iterator[Mending]:
    """Two entries between which the comma is missing."""
    begin = start_of_line(text, at)
    found = re.search(r"(?<=[^\s,{\[]) +[\w-]+$", text[begin:at])
    if found and text[at : at + 1] == ":" and any(closers(text, begin, at)):
        place = begin + found.start()
        yield Mending((Patch(place, place, ","),))


def closed(text: str, begin: int) -> Iterator[Mending]:
    """A value with the brackets or the quote that it lacks."""
    ends = dict.fromkeys(
        (below(text, end_of_line(text, begin), indent(text, begin)), end_of_line(text, begin))
    )
    for end in ends:
        if patches := tuple(closers(text, begin, end)):
            yield Mending(patches)
    for end in reversed(ends):
        written = text[begin:end].rstrip()
        last = COMMENT.search(written)
        bare = written[: last.start()] if last else written
        brackets = len(bare) - len(bare.rstrip("]}, "))
        for quote in "\"'":
            if bare.count(quote) % 2:
                for at in dict.fromkeys((len(bare) - brackets, len(bare))):
                    yield Mending(tuple(quoted(text, begin, begin + at, quote)))


def quoted(text: str, begin: int, at: int, quote: str) -> Iterator[Patch]:
    """A quote at a place, and the brackets that are lacking with it."""
    yield Patch(at, at, quote)
    # As long as the text itself, so that places in it are the same.
    with_it = text[: at - 1] + quote + text[at:]
    yield from closers(with_it, begin, end_of_line(text, at))


def closers(text: str, begin: int, end: int) -> Iterator[Patch]:
    """The closing brackets that some lines lack, each where one of another kind closes, or last."""
    opened: list[str] = []
    last = begin + len(text[begin:end].rstrip())
    for found in SIGNS.finditer(text, begin, end):
        sign = found[0]
        if sign in OPENERS:
            opened.append(OPENERS[sign])
        elif sign in OPENERS.values():
            while opened and opened[-1] != sign and sign in opened:
                yield Patch(found.start(), found.start(), opened.pop())
            if opened and opened[-1] == sign:
                opened.pop()
        elif sign.lstrip().startswith("#") and found.end() >= last:
            last = found.start()
    if opened:
        yield Patch(last, last, "".join(reversed(opened)))


def unquoted(text: str, begin: int) -> Iterator[Mending]:
    """A value that cannot be read, with another in its place; or a text without its colons."""
    end = end_of_line(text, begin)
    line = text[begin:end].rstrip("\n")
    if found := ENTRY.match(line):
        start = begin + found.end()
        for last in dict.fromkeys((below(text, end, indent(text, begin)), end)):
            stop = start + len(text[start:last].rstrip())
            if stop > start:
                yield Mending((Patch(start, stop, UNREAD),), is_whole=False)
    else:
        depth = indent(text, begin)
        stop = begin + len(line.rstrip())
        yield Mending((Patch(begin + depth, stop, UNREAD),), is_whole=False)


def touched(text: str, mending: Mending) -> set[int]:
    """The lines that a mending touches, from 1."""
    return {
        line
        for one in mending.patches
        for line in range(number_of(text, one.start), number_of(text, one.end) + 1)
    }
