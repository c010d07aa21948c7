"""What a key may have been that is lost: one that is missing in its place, and holds what it held.

Refuses to be believed as a fact: what stands below it is searched for more faults.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from generator.load import LOST, UNREAD, Entry, Mapping, Node, Scalar, plain
from generator.model.keys import asked, is_model
from generator.model.paths import can_hold, field_names, known_keys, model_at
from generator.model.record import OpenRecordModel, Path

# What stands for a key of the editor's own.
OWN = "lost-"
# Of so many entries one may have a misspelt key.
FEW = 3


def restored(model: Any, top: Mapping) -> Mapping:
    """A map with the keys that stand for lost ones as these may have been, where it can be told."""

    def of(node: Mapping, path: Path) -> Mapping:
        entries: dict[str, Entry] = {}
        present = {*node.entries}
        for key, entry in node.entries.items():
            if key.startswith(LOST):
                key = next(lost(model, path, entry.value, present), key)
                present.add(key)
            value = entry.value
            below = of(value, (*path, key)) if isinstance(value, Mapping) else value
            entries[key] = Entry(entry.key, below)
        return Mapping(node.span, entries)

    return of(top, ())


def names(model: Any, top: Mapping) -> dict[int, str]:
    """The keys that a map may have lost, where they can be told, by the lines where they are due.

    A key of the editor's own may have been any.
    """

    def of(node: Mapping) -> Iterator[tuple[int, str]]:
        for key, entry in node.entries.items():
            if entry.key.text.startswith(LOST) and not key.startswith((LOST, OWN)):
                yield entry.key.span.line, key
            if isinstance(entry.value, Mapping):
                yield from of(entry.value)

    return dict(of(restored(model, top)))


def lost(model: Any, path: Path, value: Node, present: set[str]) -> Iterator[str]:
    """The keys that a map may lack where one stands that is lost, the most likely first."""
    holder = model_at(model, path)
    if get_origin(holder) is dict:
        yield f"{OWN}{value.span.start}"
    if not is_model(holder):
        return
    fields = field_names(holder)
    lacking = [key for key in fields if key not in present]
    for key in lacking:
        if holder.model_fields[fields[key]].is_required() and may_hold(model, (*path, key), value):
            yield key
    dues = {key: model_at(model, (*path, key)) for key in lacking}
    fitting = [key for key in lacking if covers(dues[key], value)]
    yield from sorted(fitting, key=lambda key: unusual(dues[key], value))
    yield from (key for key in lacking if may_hold(model, (*path, key), value))
    if issubclass(holder, OpenRecordModel) and isinstance(value, Mapping):
        yield f"{OWN}{value.span.start}"


def covers(due: Any, value: Node) -> bool:
    """Whether all keys of a map are known where it may stand, but for few in a map of such."""
    if not isinstance(value, Mapping):
        return False
    if get_origin(due) is not dict:
        return value.entries.keys() <= known_keys(due)
    held = [entry.value for entry in value.entries.values()]
    return odd(get_args(due)[-1], held) * FEW <= len(held)


def odd(due: Any, held: list[Node]) -> int:
    """How many of some maps have keys that are not known where they may stand."""
    return sum(not covers(due, one) for one in held)


def unusual(due: Any, value: Node) -> int:
    """How many keys of a map are none that are usual where it may stand."""
    if not isinstance(value, Mapping):
        return 0
    if get_origin(due) is dict:
        return sum(unusual(get_args(due)[-1], entry.value) for entry in value.entries.values())
    usual = {*asked(due), *due.USUAL, *due.ALSO} if is_model(due) else set()
    return len(value.entries.keys() - usual)


def may_hold(model: Any, path: Path, value: Node) -> bool:
    """Whether a key can hold something that was read, or what stands for what nobody can read."""
    is_unread = isinstance(value, Scalar) and value.text == UNREAD
    return is_unread or can_hold(model, path, plain(value))
