"""Lines that stand above or below the place where they belong, such as two that changed places.

Refuses to say that some do: what is due in a record is not known here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from generator.counting import counted
from generator.diagnostics import Diagnostic, Label
from generator.load.characters import readable
from generator.load.draft import LARGE, Draft
from generator.load.lines import depth, end_of_line, line_of, number_of
from generator.load.moving import SAYS, said
from generator.load.nodes import Mapping
from generator.load.patches import Mending, Patch
from generator.load.reading import Reading, left
from generator.source import SourceFile, Span

# So many lines in a row, so near to a line of which something is told, may be displaced.
LONGEST, NEAR = 3, 2
# So many moves are tried between such places, and others until so many characters are read.
MOST, READ = 400, 1_000_000
# What others may stand below: a key, an item.
OPENS = re.compile(r"^ *- |:\s*(?:#.*)?$")


class Way(NamedTuple):
    """Lines of which `at` is the first that go before the one at `to`, some lines away."""

    far: int
    at: int
    to: int
    length: int


class Move(NamedTuple):
    """The lines from `begin` to `end`, by their offsets, which belong before the one at `to`."""

    begin: int
    end: int
    to: int


class Lines(NamedTuple):
    """Where the lines begin that say something, and the end of the last.

    `depths` are theirs, `heads` those that others may stand below, `keys` those that begin an entry
    of a map or list, and that end.
    """

    starts: tuple[int, ...]
    depths: tuple[int, ...]
    heads: frozenset[int]
    keys: frozenset[int]


def moves(file: SourceFile, lines: Iterable[int]) -> Iterator[Move]:
    """Moves of lines near some lines, or to places near these, the shortest ways first."""
    outline = outlined(file.text)
    starts, every = outline.starts, range(len(outline.starts))
    numbers = [number_of(file.text, start) for start in starts]
    places = {bisect_left(numbers, line) for line in lines}
    near = [at for at in every if any(abs(at - one) <= NEAR for one in places)]
    far = [at for at in every if at not in near]
    most = READ // max(len(file.text), 1)
    short = sorted(ways(outline, near, near))[: min(MOST, 2 * most)]
    long = sorted((*ways(outline, near, far), *ways(outline, far, near)))[:most]
    for _, at, to, length in sorted((*short, *long)):
        yield Move(starts[at], starts[at + length], starts[to])


def outlined(text: str) -> Lines:
    """The lines of a text that say something; none of a text that is too long to be tried."""
    starts = said(text) if len(text) <= LARGE else []
    lines = [text[start : end_of_line(text, start)] for start in starts]
    heads = (at for at, line in enumerate(lines) if OPENS.search(line))
    keys = (at for at, line in enumerate(lines) if SAYS.match(line))
    depths = (*map(depth, lines), 0)
    return Lines((*starts, len(text)), depths, frozenset(heads), frozenset((*keys, len(lines))))


def ways(lines: Lines, sources: Iterable[int], places: Iterable[int]) -> Iterator[Way]:
    """The moves from some lines to others, with how far each leads."""
    last = len(lines.starts) - 1
    for length in range(1, LONGEST + 1):
        for at in sources:
            for to in places:
                way = Way(abs(to - at - length * (to > at)) + length, at, to, length)
                if at + length <= last and not at <= to <= at + length and fits(lines, way):
                    yield way


def fits(lines: Lines, way: Way) -> bool:
    """Whether whole entries are moved, and no line would stand deeper than the one above allows."""
    _, at, to, length = way
    # A line that is no entry goes on with a text.
    if not lines.keys.issuperset((at, at + length, to)):
        return False
    seams = ((at - 1, at + length), (to - 1, at), (at + length - 1, to))
    return all(can_follow(lines, *seam) for seam in seams)


def can_follow(lines: Lines, above: int, line: int) -> bool:
    """Whether a line can stand right below another one, or as the first."""
    deep = lines.depths[line]
    if above < 0:
        return deep == 0
    # As deep as a text it would be a part of that.
    limit = lines.depths[above] if above in lines.keys else lines.depths[above] - 1
    return deep <= limit or above in lines.heads


def moved(text: str, move: Move) -> str:
    """The lines that belong elsewhere, with the line end that the last of a file may lack."""
    lines = text[move.begin : move.end]
    return lines if lines.endswith("\n") else f"{lines}\n"


def as_moved(file: SourceFile, move: Move) -> SourceFile:
    """The text of a file with some lines where they belong, in which no place is the file's own."""
    text, (begin, end, to) = readable(file.text), move
    ended = "" if text.endswith("\n") or to < len(text) else "\n"
    rest = text[:begin] + text[end:] + ended
    at = to if to < begin else to - (end - begin) + len(ended)
    return SourceFile(file.path, rest[:at] + moved(text, move) + rest[at:])


def sound(file: SourceFile, keys: Collection[str]) -> Reading | None:
    """A file with nothing wrong in its grammar; None for another."""
    reader = Draft(file, file.text, keys).reader
    is_sound = reader.stopped is None and not reader.told
    return Reading(reader.tree, ()) if is_sound and isinstance(reader.tree, Mapping) else None


def replaced(file: SourceFile, keys: Collection[str], move: Move) -> Reading:
    """A file with some lines where they belong, with which all of it can be read.

    What they hold stands in no place of their own.
    """
    text = readable(file.text)
    ended = "" if text.endswith("\n") or move.to < len(text) else "\n"
    patches = (
        Patch(move.begin, move.end, ""),
        Patch(move.to, move.to, ended + moved(text, move)),
    )
    draft = Draft(file, text, keys).joined(Mending(patches, is_whole=False))
    tree = draft.reader.tree
    assert isinstance(tree, Mapping)
    return Reading(None, (displaced(file, move),), **left(draft, tree))


def displaced(file: SourceFile, move: Move) -> Diagnostic:
    """Some lines, told with the one that they belong above or below."""
    text = file.text
    number = sum(move.begin <= start < move.end for start in said(text))
    which, stand, belong = (
        ("this line", "stands", "belongs")
        if number == 1
        else (f"{counted(number, 'line')} from here on", "stand", "belong")
    )
    side, line = beside(file, move)
    where = "too high" if move.to > move.begin else "too low"
    return Diagnostic(
        code="wrong-place",
        message=f"{which} {stand} {where}, and {belong} {side} `{shown(line)}`",
        span=line_of(file, move.begin),
        labels=(Label(line, f"{side} this"),),
        help=f"put {'it' if number == 1 else 'them'} there",
    )


def beside(file: SourceFile, move: Move) -> tuple[str, Span]:
    """The line next to which others belong, and on which side of it."""
    starts = said(file.text)
    if move.to < move.begin:
        return "above", line_of(file, move.to)
    above = [start for start in starts if start < move.to]
    return "below", line_of(file, above[-1])


def shown(line: Span) -> str:
    """A line by its key, or by its first words."""
    key, colon, _ = line.text.partition(":")
    return f"{key}{colon}" if colon and " " not in key else " ".join(line.text.split()[:3])
