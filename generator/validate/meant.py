"""What a map was meant to be: its misspelt keys as they are spelt, and each where it belongs.

Refuses to be believed as a fact: it is searched for more faults, in the same run.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any, get_origin

from generator.diagnostics import Diagnostic
from generator.load import Entry, Mapping, plain
from generator.model.paths import can_hold, is_statement, known_keys, model_at
from generator.model.record import Path, Places
from generator.validate.not_deeper import is_entry, misplaced
from generator.validate.too_deep import sunken
from generator.validate.unknown_key import is_misspelt, says_something


def as_meant(model: Any, top: Mapping, faults: Iterable[Diagnostic], places: Places) -> Mapping:
    """A map with all its keys where they belong, and as they were meant."""
    moved = nested(model, top, places)
    # What is raised goes by the places of the map as it was.
    moved = raised(model, top, places) if moved is top else moved
    return lifted(model, renamed(model, moved, faults))


def nested(model: Any, top: Mapping, places: Places) -> Mapping:
    """A map with what stands further left than the key that it belongs below in its place."""
    moves = {path: belong for path, belong in misplaced(model, places)}
    moved = {path for belong in moves.values() for path in belong}

    def of(node: Mapping, path: Path) -> Mapping:
        entries: dict[str, Entry] = {}
        for key, entry in node.entries.items():
            here = (*path, key)
            if here in moved:
                continue
            value = of(entry.value, here) if isinstance(entry.value, Mapping) else entry.value
            if here in moves:
                below = {str(one[-1]): entry_at(top, one) for one in moves[here]}
                own = value.entries if isinstance(value, Mapping) else {}
                first = next(iter(below.values())).key
                # What has several words is a text.
                value = first if " " in first.text else map_of({**own, **below})
            entries[key] = Entry(entry.key, value)
        return Mapping(node.span, entries)

    return of(top, ()) if moves else top


def raised(model: Any, top: Mapping, places: Places) -> Mapping:
    """A map with what stands deeper than it belongs in its place, behind all that is there."""
    holders = dict(sunken(model, places))

    def of(node: Mapping, path: Path) -> Mapping:
        entries: dict[str, Entry] = {}
        for key, entry in node.entries.items():
            if (*path, key) not in holders:
                value = entry.value
                below = of(value, (*path, key)) if isinstance(value, Mapping) else value
                entries[key] = Entry(entry.key, below)
        own = [one for one, holder in holders.items() if holder == path]
        return Mapping(node.span, entries | {str(one[-1]): entry_at(top, one) for one in own})

    return of(top, ()) if holders else top


def entry_at(top: Mapping, path: Path) -> Entry:
    """The entry that a path of a map leads to."""
    entry = top.entries[str(path[0])]
    for step in path[1:]:
        assert isinstance(entry.value, Mapping)
        entry = entry.value.entries[str(step)]
    return entry


def lifted(model: Any, top: Mapping) -> Mapping:
    """A map in which no entry of a map of such entries has the next ones below it."""

    def of(node: Mapping, path: Path) -> Mapping:
        is_of_entries = get_origin(model_at(model, path)) is dict
        entries: dict[str, Entry] = {}
        for key, entry in node.entries.items():
            value, here = entry.value, (*path, key)
            if isinstance(value, Mapping):
                value = of(value, here)
                known = known_keys(model_at(model, here)) if is_of_entries else frozenset()
                strays = {
                    one: held
                    for one, held in value.entries.items()
                    if one not in {*known, *node.entries} and is_stray_entry(held, known)
                }
                if strays:
                    own = {one: value.entries[one] for one in value.entries if one not in strays}
                    entries |= {key: Entry(entry.key, map_of(own or strays)), **strays}
                    continue
            entries[key] = Entry(entry.key, value)
        return Mapping(node.span, entries)

    return of(top, ())


def is_stray_entry(entry: Entry, known: Collection[str]) -> bool:
    """Whether a key holds what an entry with some known keys does."""
    return isinstance(entry.value, Mapping) and is_entry(entry.value.entries.keys(), known)


def map_of(entries: dict[str, Entry]) -> Mapping:
    """Some entries, of which there is one at least, as a map where they stand."""
    first, last = next(iter(entries.values())), list(entries.values())[-1]
    return Mapping(replace(first.key.span, end=last.value.span.end), entries)


def renamed(model: Any, top: Mapping, faults: Iterable[Diagnostic]) -> Mapping:
    """A map with each misspelt key as what it was meant to be, in its own place.

    A guess that cannot hold what is written is none, unless it has the letters of a map's key.
    """
    meant = {one.span.start: one.fix.replacement for one in faults if one.fix and is_misspelt(one)}

    def of(node: Mapping, path: Path) -> Mapping:
        entries: dict[str, Entry] = {}
        for key, entry in node.entries.items():
            name = meant.get(entry.key.span.start, key)
            if name in node.entries or not is_right(entry, (*path, name)):
                name = key
            value = entry.value
            below = of(value, (*path, name)) if isinstance(value, Mapping) else value
            entries[name] = Entry(entry.key, below)
        return Mapping(node.span, entries)

    def is_right(entry: Entry, path: Path) -> bool:
        # A statement may have a key of the editor's own, which only looks like another.
        is_same = sorted(entry.key.text) == sorted(str(path[-1]))
        is_map = isinstance(entry.value, Mapping)
        if says_something(entry.value):
            # With either key it is a statement, or the guess is none.
            return is_statement(model, path)
        return (is_same and is_map) or can_hold(model, path, plain(entry.value))

    return of(top, ()) if meant else top
