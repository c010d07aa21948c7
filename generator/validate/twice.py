"""What is not known of a record in which a key stands twice: which of two is meant, and of what.

Refuses to choose: the first stays in its place, and nothing is missed that the second may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.diagnostics import Diagnostic
from generator.model import KINDS
from generator.model.paths import known_keys, model_at
from generator.model.record import Path, Places

# What stands behind a key that holds a map.
MAP = re.compile(r":[ \t]*(?:\{|(?:#.*)?\r?$)", re.MULTILINE)
# What stands behind one that holds a text, to the end of its line.
TEXT = re.compile(r":[ \t]+(?![\[{|>])([^\n]*)")


@dataclass(frozen=True)
class Twice:
    """Where the keys begin that lead `to_maps`, the second of which has lost its own key, or to two
    texts; and the paths at which the second may have been meant to stand, too far left by a step,
    or of the maps in which it may have been meant to be another key of the editor's own.
    """

    to_maps: frozenset[int] = frozenset()
    to_texts: frozenset[int] = frozenset()
    deeper: frozenset[Path] = frozenset()
    holders: frozenset[Path] = frozenset()

    def __bool__(self) -> bool:
        """Whether something is not known."""
        return bool(self.to_maps or self.to_texts or self.deeper or self.holders)


def twice(faults: Iterable[Diagnostic], kind: str, places: Places) -> Twice:
    """What is not known of a record with some faults, those of keys that stand twice among them."""
    found = [fault for fault in faults if fault.code == "duplicate-key"]
    return Twice(
        frozenset(one.labels[0].span.start for one in found if loses(one, kind, places)),
        frozenset(one.labels[0].span.start for one in found if differs(one)),
        frozenset(path for one in found if (path := deeper(one, places))),
        frozenset(path for one in found for path in holders(one, kind, places)),
    )


def loses(fault: Diagnostic, kind: str, places: Places) -> bool:
    """Whether the line that began a second map may be lost: several keys stand twice, or one of the
    editor's own, with a map behind it.
    """
    path, behind = path_of(fault, places), fault.span.file.text[fault.span.end :]
    is_lost = not path or is_own(fault, kind, places)
    return len(fault.labels) > 1 or (is_lost and MAP.match(behind) is not None)


def holders(fault: Diagnostic, kind: str, places: Places) -> Iterator[Path]:
    """The maps that may hold more: that of a key of the editor's own; where the line that began a
    second map is lost, the first, which is two, and that around it.
    """
    path = path_of(fault, places)
    if is_own(fault, kind, places):
        yield path[:-1]
    elif len(path) > 1 and path[-2] not in known_keys(model_at(KINDS[kind], path[:-2])):
        yield path[:-2]
    if len(fault.labels) > 1:
        yield from (path[:-1], path[:-2])
    elif differs(fault) or path[-1:] == ("witnesses",):
        # One of the two may have been meant to be another key, or be of another statement.
        yield path[:-1]


def is_own(fault: Diagnostic, kind: str, places: Places) -> bool:
    """Whether it is a key of the editor's own that stands twice."""
    path = path_of(fault, places)
    return bool(path) and path[-1] not in known_keys(model_at(KINDS[kind], path[:-1]))


def differs(fault: Diagnostic) -> bool:
    """Whether two texts are said to be the same key's."""
    text = fault.span.file.text
    first, second = TEXT.match(text, fault.labels[0].span.end), TEXT.match(text, fault.span.end)
    return first is not None and second is not None and first[1].strip() != second[1].strip()


def deeper(fault: Diagnostic, places: Places) -> Path:
    """Where a key may have been meant: in the map just above it, which lacks it; else empty."""
    own = path_of(fault, places)
    above = [path for path, span in places.keys.items() if span.start < fault.span.start]
    last = max(above, key=lambda path: places.keys[path].start, default=())
    meant = (*last[:-1], *own[-1:])
    is_deeper = len(last) > len(own) and places.keys[last].column > fault.span.column
    return meant if is_deeper and meant not in places.keys else ()


def path_of(fault: Diagnostic, places: Places) -> Path:
    """The path of the key that stands twice; empty where it cannot be told."""
    first = fault.labels[0].span
    return next((path for path, span in places.keys.items() if span == first), ())
