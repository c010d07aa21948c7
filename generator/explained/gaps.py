"""Which keys may be lost with one that is: those due between the keys that are left around it.

Refuses to tell that they are: by this the record of what is left says what nobody can miss in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_origin

from generator.diagnostics import Diagnostic
from generator.load import Deeper, Lost
from generator.load.askew import ENTRY
from generator.model.keys import is_model, keys
from generator.model.paths import can_hold, is_text, model_at
from generator.model.record import Path, Places
from generator.validate.shape_faults import Lacking

# It holds a text of any kind, and what it is a reason for is judged all the same.
REASON = "inferred"


@dataclass(frozen=True)
class Row:
    """The keys that a map knows, as they are usually written, and the lines of those it has."""

    path: Path
    due: tuple[str, ...]
    lines: dict[str, int]

    @classmethod
    def of(cls, model: Any, path: Path, places: Places) -> Row:
        """The keys of the map that a path leads to."""
        found = model_at(model, path)
        due = tuple(key.name for key in keys(found)) if is_model(found) else ()
        written = ((str(one[-1]), key.line) for one, key in places.keys.items() if one[:-1] == path)
        return cls(path, due, {key: line for key, line in written if key in due})

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys that are not written."""
        return tuple(key for key in self.due if key not in self.lines)

    def around_key(self, key: str) -> tuple[str, ...]:
        """The keys that are due between those written before and behind one that is not."""
        place, written = self.due.index(key), [self.due.index(one) for one in self.lines]
        return self._between(
            (one for one in written if one < place), (one for one in written if one > place)
        )

    def around_line(self, line: int) -> tuple[str, ...]:
        """The keys that are due between those written above and below a line."""
        written = [(self.due.index(key), at) for key, at in self.lines.items()]
        return self._between(
            (place for place, at in written if at < line),
            (place for place, at in written if at > line),
        )

    def _between(self, before: Iterable[int], behind: Iterable[int]) -> tuple[str, ...]:
        return self.due[max(before, default=-1) + 1 : min(behind, default=len(self.due))]


def lost_with(model: Any, faults: Iterable[Diagnostic], places: Places) -> Iterator[Path]:
    """The keys that may be lost with what is told to be, and maps of which the end may be."""
    for one in faults:
        if isinstance(one, Lacking):
            yield from around_keys(model, one, places)
        elif one.code == "yaml-syntax" or isinstance(one, Lost):
            yield from around_line(model, one, places)
            yield from among_own(model, one, places)
        elif one.code == "wrong-value" and not one.span.text:
            yield from behind(model, one, places)
        elif one.code == "duplicate-key":
            yield from of_second(model, one, places)


def of_second(model: Any, fault: Diagnostic, places: Places) -> Iterator[Path]:
    """Where the second of two keys may belong: at the top, or in the map right below it."""
    key, below = fault.span.text, places.on_line(fault.span.line + 1)[:1]
    for path in ((), *below):
        if key in Row.of(model, path, places).missing:
            yield (*path, key)


def around_keys(model: Any, fault: Lacking, places: Places) -> Iterator[Path]:
    """The keys that are due beside some that a map lacks; itself where its end may be lost."""
    holder = next((path for path, key in places.keys.items() if key == fault.span), ())
    row = Row.of(model, holder if fault.owner else (), places)
    # What stands below a lost key may by now be read as what it was meant to be, elsewhere.
    for key in (one for one in fault.keys if one in row.due):
        gap = row.around_key(key)
        yield from ((*row.path, name) for name in gap)
        if gap[-1:] == row.due[-1:]:
            yield row.path


def around_line(model: Any, fault: Diagnostic, places: Places) -> Iterator[Path]:
    """The keys that may be lost in a map where a line stands that is none of its entries."""
    holder, text = holder_of(fault, places), fault.span.file.line(fault.span.line).strip()
    row = Row.of(model, holder, places)
    # What begins with a key is that one, without its colon.
    if text.partition(" ")[0] not in row.due:
        of = with_head if ENTRY.match(text) else without_key
        yield from ((*holder, name) for name in of(model, row, fault))


def with_head(model: Any, row: Row, fault: Diagnostic) -> Iterator[str]:
    """The keys that may be lost with the one that began a line."""
    yield from row.around_line(fault.span.line)
    # Above what is too deep others may be lost too, in whatever order they stood.
    lost = row.missing if isinstance(fault, Deeper) else ()
    yield from (name for name in lost if is_text(model, (*row.path, name)))


def without_key(model: Any, row: Row, fault: Diagnostic) -> Iterator[str]:
    """The keys that a line may have lost: those that can hold it."""
    text, near = fault.span.file.line(fault.span.line).strip(), row.around_line(fault.span.line)
    likely = (name for name in row.missing if name in near or name != REASON)
    yield from (name for name in likely if can_hold(model, (*row.path, name), text))


def among_own(model: Any, fault: Diagnostic, places: Places) -> Iterator[Path]:
    """The map with keys of the editor's own in which a line is an entry that stands askew."""
    holders = (path[:-1] for path in places.on_line(fault.span.line))
    yield from (path for path in holders if path and get_origin(model_at(model, path)) is dict)


def holder_of(fault: Diagnostic, places: Places) -> Path:
    """The map in which a line stands by its depth."""
    above = [path for path, key in places.keys.items() if key.line < fault.span.line]
    last = max(above, key=lambda path: (places.keys[path].line, len(path)), default=())
    steps = (last[:length] for length in range(len(last), 0, -1))
    found = (path for path in steps if places.key(path).column <= fault.span.column)
    return next((path[:-1] for path in found), ())


def behind(model: Any, fault: Diagnostic, places: Places) -> Iterator[Path]:
    """The map of a key with nothing below it, where what stood behind it may be any key too."""
    line = fault.span.line
    for path in places.on_line(line)[:1]:
        beside = [key.line for one, key in places.keys.items() if one[:-1] == path[:-1]]
        if line == max(beside) or get_origin(model_at(model, path[:-1])) is dict:
            yield path[:-1]
