"""A file to its tree and all that is wrong with it, also behind a place that stops its reading.

What stops it is mended for the reading's sake, or else set aside with the lines that belong to it,
and the rest is read for more faults.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.diagnostics import Diagnostic
from generator.load import askew, characters, faults
from generator.load.draft import Draft
from generator.load.lines import (
    end_of_line,
    indent,
    line_of,
    outline,
    start_of_line,
)
from generator.load.neighbours import is_entry, of_one_cause, without_effects
from generator.load.nodes import Entry, Mapping, Node
from generator.load.patches import Mending, touched
from generator.load.reach import Judge, unjudged
from generator.load.refused import KEYED
from generator.load.tree import Stopped
from generator.source import SourceFile

CONSEQUENCES = ("yaml-syntax", "not-a-map", "empty-file")
# Only what spoils its own lines can be mended there, or set aside with them.
LOCAL = ("yaml-syntax", "unclosed-quote", "alias")
TABBED = re.compile(r" *\t")
WORD = re.compile(r"([\w-]+):(?=\s|$)")
COMMENT = re.compile(r"^ *#.*$", re.MULTILINE)
# A file that ends where a value begins, which is most likely half a file.
UNFINISHED = re.compile(r"[:-] +[\[{\"']\s*\Z")
# Who has left so many is told of these first.
MOST = 20
# So many readings find them, also where some faults just follow from others.
ROUNDS = 3 * MOST


@dataclass(frozen=True)
class Reading:
    """What was made of a file: `tree` is the map that it holds, where it is read to its end.

    `rest` is what could be read of another, with what was mended; of the lines `mended` nothing is
    told, and of those among them that are `doubted` no value is believed. It lacks the lines
    `cut`, and `gaps` are these with those that hold what it lacks. `adrift` are the keys that may
    be written on such lines and are nowhere in it, or that may belong elsewhere.
    """

    tree: Node | None
    faults: tuple[Diagnostic, ...]
    rest: Mapping | None = None
    gaps: frozenset[int] = frozenset()
    cut: frozenset[int] = frozenset()
    mended: frozenset[int] = frozenset()
    doubted: frozenset[int] = frozenset()
    adrift: frozenset[str] = frozenset()


def load(file: SourceFile) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The tree of a file, always a map, and what is wrong with it.

    Without a tree the file could not be read to its end; it still owns its id. A tree may come
    with diagnostics: then each fault was set aside; of a repeated key the first text is kept, and
    maps and lists are joined.
    """
    found = read_all(file)
    return found.tree, found.faults


def read_all(file: SourceFile, keys: Collection[str] = (), judge: Judge = unjudged) -> Reading:
    """The tree of a file, else what can be read of it, and all that is wrong with it.

    One of the `keys` that may stand in it begins no line that goes on with a text.
    """
    if len(file.text) > faults.LIMIT:
        return Reading(None, (faults.too_large(file.path, len(file.text.encode())),))
    if conflict := faults.merge_conflict(file):
        # Of two versions neither is meant.
        return Reading(None, (conflict,))
    hidden = (*characters.check(file), *characters.check_structure(file))
    found = passes(file, keys, judge)
    told = list(found.faults)
    # What libyaml stumbles over there is most likely one of the characters just reported.
    spoilt = characters.lines(file)
    told = [one for one in told if one.code not in CONSEQUENCES or is_far(one, spoilt)]
    each: dict[tuple[str, int], Diagnostic] = {}
    for fault in (*hidden, *told):
        # What stands before a place that stops a reading is met by every reading.
        each.setdefault((fault.code, fault.span.start), fault)
    ordered = sorted(each.values(), key=lambda fault: fault.place)
    return replace(found, faults=tuple(of_one_cause(without_effects(ordered, keys))))


def is_far(fault: Diagnostic, lines: set[int]) -> bool:
    """Whether a fault stands neither on one of some lines nor right below, where it may be felt."""
    above = fault.span.line - is_entry(fault)
    return lines.isdisjoint((fault.span.line, above))


def passes(file: SourceFile, keys: Collection[str], judge: Judge) -> Reading:
    """The first reading, and as many more as there are places that stop one."""
    first = draft = Draft(file, characters.readable(file.text), keys, judge)
    is_tabbed = any(first.tabbed())
    told = [one for one in first.reader.told if not is_tabbed or one.code not in CONSEQUENCES[1:]]
    for further in steps(first):
        if len(told) >= MOST:
            break
        stop, is_mended = draft.reader.stopped, len(further.mendings) > len(draft.mendings)
        if stop and is_mended:
            told = list(blamed_for(told, stop, further.mendings[-1]))
        is_cut = stop and (not is_mended or stop.fault.code == "unclosed-quote")
        told += but_moved(told_anew(further, stop if is_cut else None), further)
        draft = further
    rest = draft.reader.tree
    is_rest = draft != first and not UNFINISHED.search(file.text)
    kept = rest if is_rest and isinstance(rest, Mapping) else None
    tree = None if is_tabbed else first.reader.tree
    return Reading(tree, tuple(told), **left(draft, kept))


def steps(draft: Draft) -> Iterator[Draft]:
    """The drafts after one, each of which can be read further than the one before."""
    for _ in range(ROUNDS):
        further = onward(draft, draft.reader.stopped)
        if further is None or not further.text.strip():
            return
        yield further
        draft = further


def told_anew(draft: Draft, last: Stopped | None) -> Iterator[Diagnostic]:
    """What a reading tells, but for what is only felt of the place before that was set aside."""
    stop = draft.reader.stopped
    echo = stop.fault if stop and last and is_echo(draft.text, last, stop) else None
    for fault in draft.reader.told:
        if fault.code not in CONSEQUENCES[1:] and fault is not echo:
            yield fault


def but_moved(told: Iterable[Diagnostic], draft: Draft) -> Iterator[Diagnostic]:
    """What a reading tells, but for second keys on lines that were moved beside the first."""
    ways = (one for one in draft.mendings if one.depth is not None)
    moved = {line for one in ways for line in touched(draft.file, one)}
    for one in told:
        is_second = one.code == "duplicate-key" and one.span.line in moved
        if not is_second or one.labels[0].span.line in moved:
            yield one


def onward(draft: Draft, stop: Stopped | None) -> Draft | None:
    """A draft of which more can be read; None where there is none."""
    if stop is None:
        return draft.untabbed()
    further = draft.past(stop) if stop.fault.code in LOCAL else draft
    return None if replace(further, gaps=draft.gaps) == draft else further


def blamed_for(told: Iterable[Diagnostic], stop: Stopped, mending: Mending) -> Iterator[Diagnostic]:
    """What has been told, with what stopped a reading in the place that was mended.

    A key that had to be moved is no second one where it stood.
    """
    moved = touched(stop.fault.span.file, mending) if mending.depth is not None else ()
    for one in told:
        if one is stop.fault:
            yield blamed(one, mending)
        elif one.code != "duplicate-key" or one.span.line not in moved:
            yield one


def blamed(fault: Diagnostic, mending: Mending) -> Diagnostic:
    """What stopped a reading, told of what had to be mended for it to go on."""
    file = fault.span.file
    sorts = (
        (mending.is_head, askew.headless),
        (mending.is_dash, askew.dashed),
        (mending.is_fold, askew.unfolded),
        (mending.is_inner, askew.inlined),
    )
    if tell := next((tell for is_it, tell in sorts if is_it), None):
        return tell(file, mending.start)
    if mending.is_key and (line := line_of(file, mending.start)).line != fault.span.line:
        return askew.no_entry(line)
    if mending.depth is None:
        # Without a colon no line fits anywhere.
        return askew.no_entry(fault.span) if isinstance(fault, askew.Unfit) else fault
    first, *more = mending.patches
    if start_of_line(file.text, fault.span.start) == first.start <= first.end < fault.span.start:
        # What is wrong within the line is no fault of a text.
        return askew.no_entry(line_of(file, first.start))
    # What is below the others is moved with them.
    others = [one.start for one in more if len(one.new) <= len(first.new)]
    if first.start < start_of_line(file.text, fault.span.start):
        return askew.askew(file, first.start, others)
    return replace(fault, labels=(*fault.labels, *askew.beside(file, others)))


def left(draft: Draft, rest: Mapping | None) -> dict[str, Any]:
    """What was left out or mended of a file, by its lines, and the keys that may be there."""
    text = draft.file.text
    cut = outline(text).keys() - outline(draft.text).keys()
    doubted = {at for one in draft.mendings if not one.is_whole for at in touched(draft.file, one)}
    moved = {at for one in draft.mendings if not one.is_placed for at in touched(draft.file, one)}
    here = {entry.key.span.line: key for key, entry in entries(rest)} if rest else {}
    adrift = {name for at in cut | doubted for name in names_on(text, at) if here.get(at) != name}
    # How deep a tab was to lead nobody knows.
    adrift |= {name for at in tabbed(text) for name in names_on(text, at)}
    return {
        "rest": rest,
        "gaps": draft.gaps,
        "cut": frozenset(cut),
        "mended": frozenset(at for one in draft.mendings for at in touched(draft.file, one)),
        "doubted": frozenset(doubted),
        "adrift": frozenset(adrift | {here[at] for at in moved & here.keys()}),
    }


def tabbed(text: str) -> Iterator[int]:
    """The lines that a tab indents."""
    return (at for at, line in enumerate(text.split("\n"), 1) if TABBED.match(line))


def entries(node: Mapping) -> Iterator[tuple[str, Entry]]:
    """All keys of a map, and of the maps in it."""
    for key, entry in node.entries.items():
        yield key, entry
        if isinstance(entry.value, Mapping):
            yield from entries(entry.value)


def names_on(text: str, line: int) -> Iterator[str]:
    """The keys that may be written on a line."""
    first, *others = WORD.findall(text.split("\n")[line - 1]) or [""]
    yield first
    # Where two lines have run into one, the second key is the end of a word.
    yield from (word[at:] for word in others for at in range(len(word) - 1))


def is_echo(text: str, last: Stopped, stop: Stopped) -> bool:
    """Whether a place is refused just because the one before it was, which has been set aside."""
    if last.fault.code == stop.fault.code == "unclosed-quote":
        # What closed the quote before is alone now.
        at = stop.fault.span.start
        return at == last.at and not text[at + 1 : end_of_line(text, at)].strip()
    begins = [start_of_line(text, one.fault.span.start) for one in (last, stop)]
    if not KEYED.match(text, begins[1]):
        return False
    between = COMMENT.sub("", text[begins[0] : begins[1]])
    are_lines = all(
        one.fault.span.start == begin + indent(one.fault.span.file.text, begin)
        for one, begin in zip((last, stop), begins, strict=True)
    )
    return are_lines and not between.strip()
