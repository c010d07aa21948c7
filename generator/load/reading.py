"""A file to its tree and all that is wrong with it, also behind a place that stops its reading.

What stops it is set aside with the lines that belong to it, and the rest is read for more faults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile

from generator.diagnostics import Diagnostic
from generator.load import characters, faults, syntax
from generator.load.lines import (
    STEP,
    below,
    end_of_line,
    entry_at,
    indent,
    number_of,
    offset_of,
    outline,
    start_of_line,
    without,
)
from generator.load.nodes import Mapping, Node
from generator.load.tree import Reader, Stopped
from generator.source import SourceFile

CONSEQUENCES = ("yaml-syntax", "not-a-map", "empty-file")
SIGNS = ("alias", "tag", "merge-key", "tab", "control-character")
CAUSES = {"yaml-syntax": (*SIGNS, "key-not-text"), "key-not-text": SIGNS}
# Only what spoils its own lines can be set aside with them.
LOCAL = ("yaml-syntax", "unclosed-quote", "alias")
WORD = re.compile(r"([\w-]+):(?=\s|$)")
COMMENT = re.compile(r"^ *#.*$", re.MULTILINE)
# Who has left so many is told of these first.
MOST = 20


@dataclass(frozen=True)
class Key:
    """The key that a line begins with, and its column; `is_placed` where that is not in doubt."""

    text: str
    column: int
    is_placed: bool


@dataclass(frozen=True)
class Reading:
    """What was made of a file: `tree` is the map that it holds, where it is read to its end.

    `rest` is what could be read of another: it lacks the lines `cut`, and `gaps` are these with
    those that hold what it lacks. `keys` are those of the lines that were cut alone, `names` all
    that may be written on each line that was cut.
    """

    tree: Node | None
    faults: tuple[Diagnostic, ...]
    rest: Mapping | None = None
    gaps: frozenset[int] = frozenset()
    cut: frozenset[int] = frozenset()
    keys: dict[int, Key] = field(default_factory=dict)
    names: dict[int, frozenset[str]] = field(default_factory=dict)

    @property
    def adrift(self) -> frozenset[str]:
        """All keys that may be written on lines that were cut."""
        return frozenset().union(*self.names.values())


def load(file: SourceFile) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The tree of a file, always a map, and what is wrong with it.

    Without a tree the file could not be read to its end; it still owns its id. A tree may come
    with diagnostics: then each fault was set aside; of a repeated key the first text is kept, and
    maps and lists are joined.
    """
    found = read_all(file)
    return found.tree, found.faults


def read_all(file: SourceFile) -> Reading:
    """The tree of a file, else what can be read of it, and all that is wrong with it."""
    if len(file.text) > faults.LIMIT:
        return Reading(None, (faults.too_large(file.path, len(file.text.encode())),))
    if conflict := faults.merge_conflict(file):
        # Of two versions neither is meant.
        return Reading(None, (conflict,))
    hidden = (*characters.check(file), *characters.check_structure(file))
    found = passes(file)
    told = list(found.faults)
    if any(fault.code != "tab" for fault in hidden) or "\t" in without_tabbed(file.text)[0]:
        # Whatever libyaml stumbles over is most likely one of the characters just reported.
        told = [fault for fault in told if fault.code not in CONSEQUENCES]
    each: dict[tuple[str, int], Diagnostic] = {}
    for fault in (*hidden, *told):
        # What stands before a place that stops a reading is met by every reading.
        each.setdefault((fault.code, fault.span.start), fault)
    ordered = sorted(each.values(), key=lambda fault: fault.place)
    return replace(found, faults=tuple(without_effects(ordered)))


def passes(file: SourceFile) -> Reading:
    """The first reading, and as many more as there are places that stop one."""
    text, gaps = without_tabbed(characters.readable(file.text))
    reader = Reader(file, text)
    read, told = reader.read()
    tree, rest = (None, read) if gaps else (read, None)
    told = [fault for fault in told if not gaps or fault.code not in CONSEQUENCES[1:]]
    last: Stopped | None = None
    keys: dict[int, Key] = {}
    while (stop := reader.stopped) and stop.fault.code in LOCAL and len(told) < MOST:
        if last and is_echo(text, last, stop):
            told = [fault for fault in told if fault is not stop.fault]
        gap, odd = spoilt(text, stop), odd_above(text, stop)
        if odd and stop.fault in told:
            told[told.index(stop.fault)] = syntax.askew(file, odd[0])
            gap = odd
        left = without(text, gap)
        if left == text or not left.strip():
            break
        keys |= (own := key_of(text, gap, stop))
        gaps |= set(own or lines_of(text, gap))
        text, last, reader = left, stop, Reader(file, left)
        rest, more = reader.read()
        told += [fault for fault in more if fault.code not in CONSEQUENCES[1:]]
    cut = frozenset(outline(file.text).keys() - outline(text).keys())
    rest = rest if isinstance(rest, Mapping) else None
    names = {line: frozenset(names_on(file.text, line)) for line in cut}
    return Reading(tree, tuple(told), rest, frozenset(gaps), cut, keys, names)


def without_tabbed(text: str) -> tuple[str, set[int]]:
    """The text without the lines that tabs indent, whose depth nobody knows, and those lines."""
    gaps: set[int] = set()
    while tabbed := characters.TAB_INDENT.search(text):
        begin = start_of_line(text, tabbed.end() - 1)
        gap = begin, below(text, end_of_line(text, begin), indent(text, begin))
        # What stands above may have nothing below it any more.
        above = max(outline(text[:begin]), default=1)
        gaps |= {above, *lines_of(text, gap)}
        text = without(text, gap)
    return text, gaps


def spoilt(text: str, stop: Stopped) -> tuple[int, int]:
    """The lines from where a fault begins to where it was noticed, and those deeper than they."""
    begin = start_of_line(text, stop.fault.span.start)
    # What is noticed at the very end was closed nowhere, and has spoilt no other line.
    is_closed = text[stop.at :].strip() and not is_closed_by_another(text, stop)
    noticed = stop.at if stop.at > begin and is_closed else begin
    end = end_of_line(text, noticed)
    depth = min(outline(text[begin:end]).values(), default=len(text))
    if entry_at(text, number_of(text, begin)) and depth % STEP:
        # Half a step too far left, it has what stands beside it below it.
        depth += 1
    return begin, below(text, end, depth)


def is_closed_by_another(text: str, stop: Stopped) -> bool:
    """Whether an open quote ends where another text begins, which may be open as well."""
    if stop.fault.code != "unclosed-quote":
        return False
    opened = stop.fault.span.start
    closed = text.find(text[opened], opened + 1)
    return closed > 0 and bool(text[closed + 1 : end_of_line(text, closed)].strip())


def odd_above(text: str, stop: Stopped) -> tuple[int, int] | None:
    """The line above the one that was refused, from its start to its end, where it is the odd one.

    Two lines of one map that stand one space apart: the odd one is that which takes half a step.
    """
    refused, lines = stop.fault.span, outline(text)
    begin = start_of_line(text, refused.start)
    above = max((one for one in lines if one < refused.line), default=0)
    if not above or refused.start != begin + indent(text, begin) or not entry_at(text, above):
        return None
    if not lines[above] % STEP or abs(lines[above] - lines[refused.line]) >= STEP:
        return None
    start = offset_of(text, above)
    gap = start, end_of_line(text, start)
    reader = Reader(refused.file, without(text, gap))
    reader.read()
    is_past = reader.stopped is None or reader.stopped.at > end_of_line(text, begin)
    return gap if is_past else None


def key_of(text: str, gap: tuple[int, int], stop: Stopped) -> dict[int, Key]:
    """The key of a gap of one line, by its number, where nothing is left empty without it."""
    line = number_of(text, gap[0])
    found = entry_at(text, line) if text.count("\n", *gap) <= 1 else None
    if not found or is_below(text, line) or leaves_empty(text, line):
        return {}
    # What is wrong within a line leaves its indentation as it is.
    is_placed = stop.fault.span.start > gap[0] + found.start(1)
    return {line: Key(found[1], found.start(1) + 1, is_placed)}


def names_on(text: str, line: int) -> Iterator[str]:
    """The keys that may be written on a line."""
    first, *others = WORD.findall(text.split("\n")[line - 1]) or [""]
    yield first
    # Where two lines have run into one, the second key is the end of a word.
    yield from (word[at:] for word in others for at in range(len(word) - 1))


def is_below(text: str, at: int) -> bool:
    """Whether a line stands a step or more deeper than the one above, which may be its head."""
    lines = outline(text)
    above = max((one for one in lines if one < at), default=0)
    return above > 0 and lines[at] - lines[above] >= STEP and bool(entry_at(text, above))


def leaves_empty(text: str, at: int) -> bool:
    """Whether a line is the only one below another."""
    lines = outline(text)
    head = max((one for one in lines if one < at and lines[one] < lines[at]), default=0)
    if not head or entry_at(text, head):
        return False
    after = next((one for one in lines if one > head and one != at), None)
    return after is None or lines[after] <= lines[head]


def is_echo(text: str, last: Stopped, stop: Stopped) -> bool:
    """Whether a line is refused just because the one before it was, which has been set aside."""
    begins = [start_of_line(text, one.fault.span.start) for one in (last, stop)]
    between = COMMENT.sub("", text[begins[0] : begins[1]])
    are_lines = all(
        one.fault.span.start == begin + indent(one.fault.span.file.text, begin)
        for one, begin in zip((last, stop), begins, strict=True)
    )
    return are_lines and not between.strip()


def lines_of(text: str, gap: tuple[int, int]) -> Iterator[int]:
    """The lines of a gap, those that it hangs below, and in a map of a map those beside it."""
    first, depth = number_of(text, gap[0]), indent(text, gap[0])
    yield from range(first, first + max(text.count("\n", *gap), 1))
    lines = outline(text)
    parent, inner = 0, depth
    for at in sorted((at for at in lines if at < first), reverse=True):
        if lines[at] < inner:
            parent, inner = parent or at, lines[at]
            yield at
    below = takewhile(lambda at: lines[at] >= depth, (at for at in lines if at > parent))
    yield from (at for at in below if parent and lines[at] == depth)


def without_effects(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """The faults that do not just follow from another one on their line or on the line above."""
    told = {(fault.code, fault.span.line) for fault in found}
    for fault in found:
        line = fault.span.line
        causes = CAUSES.get(fault.code, ())
        if not any((code, at) in told for code in causes for at in (line - 1, line)):
            yield fault
