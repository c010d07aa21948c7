"""What a map must hold because of what else it holds, in the words of JSON Schema.

The types of keys cannot say it. `check` tells it with what it knows of the whole briefing, and what
is refused here it refuses as well; an editor marks it while it is typed.
"""

from __future__ import annotations

from typing import Any

from generator.model.shapes import DUE

Schema = dict[str, Any]


# An editor offers a key where it is told of, not where it is asked for.
UNSEEN = {"doNotSuggest": True}
# What may be written as an empty list or map, which is as good as not there.
LISTS = ("witnesses", "people", "target", "by", "rests", "series")
MAPS = ("positions", "lines", "spans", "lanes", "groups")


def has(key: str) -> Schema:
    """A map with a key that is not empty."""
    least = "minItems" if key in LISTS else "minProperties"
    filled = {"properties": {key: {least: 1, **UNSEEN}}} if key in (*LISTS, *MAPS) else {}
    return {"required": [key], **filled}


def has_any(*keys: str) -> Schema:
    """A map with one of some keys, or several."""
    return {"anyOf": [has(key) for key in keys]}


def lacks(*keys: str) -> Schema:
    """A map with none of some keys."""
    return {"not": has_any(*keys)}


def named(name: str, held: Schema) -> Schema:
    """The same, written once below a name."""
    return {DUE: name, **held}


def says(key: str, *words: str) -> Schema:
    """A map with one of a few words behind a key."""
    held = {"type": "string", "pattern": f"^(?:{'|'.join(words)})$", **UNSEEN}
    return {"required": [key], "properties": {key: held}}


def due(keys: tuple[str, ...], fault: str, *where: Schema) -> Schema:
    """One of some keys is due in a map that is like all of `where`.

    What is lacking is the first of them to whoever asks, since an editor shows the words beside
    `required`, and none beside a choice. Where it is there, it is empty.
    """
    first, refused = keys[0], {"type": "string", "errorMessage": fault}
    empty = {"properties": {first: {**refused, **UNSEEN}}} if first in (*LISTS, *MAPS) else {}
    return {
        "if": {"type": "object", "allOf": [*where, lacks(*keys)]},
        "then": {"required": [first], **empty, "errorMessage": fault},
    }


def never(fault: str, *where: Schema) -> Schema:
    """No map may be like all of `where`."""
    return {
        "if": {"type": "object", "allOf": [*where]},
        "then": {"type": "string", "errorMessage": fault},
    }


def several(fault: str) -> Schema:
    """A map with entries has two or more."""
    return never(fault, {"minProperties": 1, "maxProperties": 1})


def each(key: str, held: Schema) -> Schema:
    """Every entry below a key is like `held`."""
    return {"properties": {key: {"patternProperties": {".": held}, **UNSEEN}}}


def where(held: Schema, *like: Schema) -> Schema:
    """A map that is like all of `like` is like `held` too."""
    return {"if": {"type": "object", "allOf": [*like]}, "then": held}
