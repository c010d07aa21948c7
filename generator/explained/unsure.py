"""What the faults of a file leave unsure: maps that may hold more, keys that may belong elsewhere.

Refuses to tell anything: by this the record of what is left says what nobody can miss in it.
"""

from __future__ import annotations

import re
from collections import abc
from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic
from generator.load import UNREAD, Askew, Deeper, Mapping, Reading
from generator.load.askew import Unfit
from generator.load.lines import STEP
from generator.model.record import Path, Places
from generator.source import Span
from generator.validate.headless import Headless
from generator.validate.shape_faults import Lacking

Keys = abc.Mapping[Path, Span]
KEY = re.compile(r" *([\w-]+):(?:\s|$)")


def may_hold_more(found: Reading, faults: Iterable[Diagnostic], places: Places) -> set[Path]:
    """The maps that may have keys which could not be read, or are told to be lost."""
    shape, keys = tuple(faults), places.keys
    ways = (
        holding_nothing(shape, keys),
        around_headless(shape, keys),
        beside_lacking(shape, keys),
        with_gaps(found.faults, keys),
        as_written(found.faults, keys),
        displaced(found.faults, keys),
    )
    return {path for way in ways for path in way}


def holding_nothing(faults: Iterable[Diagnostic], keys: Keys) -> Iterator[Path]:
    """The keys below which something is due that is told to stand beside them, and may be more."""
    yield from at_faults([one for one in faults if one.code == "not-deeper"], keys)


def around_headless(faults: Iterable[Diagnostic], keys: Keys) -> Iterator[Path]:
    """The maps that the lost key of some others may be of: each around the one that has them."""
    for path in at_faults([one for one in faults if isinstance(one, Headless)], keys):
        yield from (path[:n] for n in range(len(path) - 1))


def beside_lacking(faults: Iterable[Diagnostic], keys: Keys) -> Iterator[Path]:
    """The maps of which an entry lacks a key: the next one may have been lost with it."""
    lacking = at_faults([one for one in faults if isinstance(one, Lacking)], keys)
    yield from (path[:-1] for path in lacking if len(path) > 1)


def with_gaps(faults: Iterable[Diagnostic], keys: Keys) -> Iterator[Path]:
    """The maps of which lines may be lost: above one too deep for them, by far or as no entry."""
    read = {span.line for span in keys.values()}
    told = [one for one in faults if isinstance(one, Deeper)]
    lost = [one for one in told if one.span.line not in read or is_far(one)]
    above = {one.labels[0].span.line for one in lost}
    yield from (path[:-1] for path, span in keys.items() if span.line in above)


def is_far(fault: Deeper) -> bool:
    """Whether a line is deeper by so much that those which would lead to it are lost."""
    return fault.span.column - fault.labels[0].span.column > STEP


def as_written(faults: Iterable[Diagnostic], keys: Keys) -> Iterator[Path]:
    """The maps that lines told to stand askew are entries of, if their depth is right."""
    for at in (one.span for one in faults if isinstance(one, Askew | Deeper)):
        above = [path for path, key in keys.items() if key.line < at.line]
        beside = [path for path in above if keys[path].column == at.column]
        yield from (path[:-1] for path in beside[-1:])


def displaced(faults: Iterable[Diagnostic], keys: Keys) -> Iterator[Path]:
    """The maps from and into which a line was moved, and those around where it began one."""
    for at in (one.span.line for one in faults if one.code == "wrong-place"):
        above = [path for path, key in keys.items() if key.line < at]
        moved = [path for path, key in keys.items() if key.line == at]
        yield from (path[:-1] for path in (*moved, *above[-1:]))
        holders = {path[:-1] for path in moved if any(one[:-1] == path for one in keys)}
        yield from (path for path in keys if path[:-1] in holders)


def strays(faults: Iterable[Diagnostic], top: Mapping, places: Places) -> set[str]:
    """The keys of which nobody knows where they belong."""
    faults = tuple(faults)
    named = {places.file.text[at:].partition(":")[0] for at in misplaced(faults)}
    named |= set(askew(faults))
    named |= set(around_strayed(faults, places.keys))
    return named | set(below_strayed(faults, places.keys)) | below_unread(top)


def askew(faults: Iterable[Diagnostic]) -> Iterator[str]:
    """The keys of lines that stand where they cannot, for their depth."""
    told = (one.span for one in faults if isinstance(one, Askew | Deeper | Unfit))
    lines = (at.file.line(at.line) for at in told)
    yield from (found[1] for line in lines if (found := KEY.match(line)))


def below_strayed(faults: Iterable[Diagnostic], keys: Keys) -> Iterator[str]:
    """The keys below one that is told to stand too far left: they may belong beside it."""
    for one in holding_nothing(faults, keys):
        yield from (str(path[-1]) for path in keys if path[: len(one)] == one)


def around_strayed(faults: Iterable[Diagnostic], keys: Keys) -> Iterator[str]:
    """The keys below which others stand that they cannot hold there: they may belong deeper."""
    headless = at_faults([one for one in faults if isinstance(one, Headless)], keys)
    yield from (str(path[-2]) for path in headless if len(path) > 1)


def below_unread(top: Mapping) -> set[str]:
    """The keys below a line that is none: they belong to what stands above it."""
    unread = top.entries.get(UNREAD)
    return set(unread.value.entries) if unread and isinstance(unread.value, Mapping) else set()


def lost_keys(found: Reading, faults: Iterable[Diagnostic]) -> frozenset[int]:
    """Where keys stand that may have been any, or are of another map."""
    askew = [one.span for one in found.faults if isinstance(one, Askew)]
    # With others below it, a line that stands askew begins a block.
    begun = (at.start for at in askew if at.text.rstrip().endswith(":"))
    return misplaced(faults).union(begun)


def misplaced(faults: Iterable[Diagnostic]) -> frozenset[int]:
    """Where keys stand that do not belong there, and may have been any key."""
    wrong = (one for one in faults if one.code == "unknown-key")
    spans = (span for one in wrong for span in (one.span, *(label.span for label in one.labels)))
    return frozenset(span.start for span in spans)


def twins(faults: Iterable[Diagnostic], keys: Keys) -> Iterator[int]:
    """Where keys stand in one place below that the record lacks at its top: they may be its own."""
    lacking = [one for one in faults if isinstance(one, Lacking) and not one.owner]
    for name in (name for one in lacking for name in one.keys):
        below = [key.start for path, key in keys.items() if path[1:] and path[-1] == name]
        yield from below if len(below) == 1 else ()


def passed(faults: Iterable[Diagnostic], keys: Keys) -> Iterator[int]:
    """Where keys stand of which one was moved past the head of another: each may be the other's."""
    for one in (one for one in faults if one.code == "wrong-place"):
        at, to = one.span.line, one.labels[0].span.line
        for path in [path for path, key in keys.items() if is_put(path, key, one)]:
            alike = [key for each, key in keys.items() if is_alike(each, path)]
            beyond = [key for key in alike if (key.line > to) == (to > at)]
            nearest = min(beyond, key=lambda key: abs(key.line - to), default=None)
            yield from (keys[path].start, nearest.start) if nearest else ()


def is_put(path: Path, key: Span, fault: Diagnostic) -> bool:
    """Whether a key is that of a line which was read where it belongs: next to the one labelled."""
    found = KEY.match(fault.span.file.line(fault.span.line))
    to = fault.labels[0].span.line
    return found is not None and path[-1] == found[1] and key.line in (to, to + 1)


def is_alike(one: Path, other: Path) -> bool:
    """Whether two paths are of the same key, each in an entry of its own of one map."""
    is_same = one[-1:] == other[-1:] and one[:-2] == other[:-2]
    return is_same and len(other) > 1 and one != other


def at_faults(faults: Iterable[Diagnostic], keys: Keys) -> Iterator[Path]:
    """The keys at which some faults are told."""
    told = {one.span.start for one in faults}
    yield from (path for path, span in keys.items() if span.start in told)
