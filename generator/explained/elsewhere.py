"""Keys that are missing in one place and told to be wrong in another: told once, at the latter.

Refuses to guess between several: where two maps lack something, each of them is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, get_origin

from generator.diagnostics import Diagnostic, Label
from generator.explained import Made, is_repeated
from generator.load import Askew, Deeper
from generator.load.askew import Unfit
from generator.model import KINDS
from generator.model.paths import field_names, is_text, model_at
from generator.model.record import Path, Places
from generator.validate import places_of
from generator.validate.shape_faults import Lacking
from generator.validate.unknown_key import is_misspelt

KEY = re.compile(r" *([\w-]+):")


def settled(made: Made, kind: str) -> Made:
    """What was made of a file, each key that stands elsewhere than it is due told once."""
    if made.top is None:
        return made
    places = places_of(made.top, made.top.span.file)
    told = missed(made.told, partial(is_astray, KINDS[kind], places))
    told = below_empty(KINDS[kind], tuple(told), places)
    return made._replace(told=tuple(running_on(KINDS[kind], tuple(told), places)))


def missed(
    told: Sequence[Diagnostic], is_astray: Callable[[Diagnostic], bool]
) -> Iterator[Diagnostic]:
    """What is told, but for keys that a map lacks and that are told in a wrong place."""
    astray = [one for one in told if is_astray(one)]
    lacking = [one for one in told if isinstance(one, Lacking)]
    found = [one for one in lacking if set(one.keys) <= set(map(name_of, astray))]
    for one in told:
        if len(found) == 1 and one in astray and name_of(one) in found[0].keys:
            lacking_at = Label(found[0].span, f"it lacks `{name_of(one)}`")
            labels = (*one.labels, lacking_at) if found[0].owner else one.labels
            yield replace(one, help=put_there(name_of(one), found[0].owner), labels=labels)
        elif len(found) != 1 or one is not found[0]:
            yield one


def put_there(key: str, owner: str) -> str:
    """What to do with a key that a map lacks; `owner` is how it is called."""
    if not owner:
        return f"the record lacks `{key}` at its top: put it there"
    return f"{owner.removeprefix(' in ')} lacks `{key}`: put it there"


def below_empty(model: Any, told: Sequence[Diagnostic], places: Places) -> Iterator[Diagnostic]:
    """What is told, but for a key with nothing below it, where what it may hold is told."""
    empty = [one for one in told if is_empty(one)]
    unknown = [one for one in told if one.code == "unknown-key" and not is_misspelt(one)]
    path = path_of(empty[0], places) if len(empty) == len(unknown) == 1 else ()
    is_one = bool(path) and may_stand(model, (*path, name_of(unknown[0])))
    for one in told:
        if is_one and one is unknown[0]:
            yield replace(one, help=f"nothing stands below `{path[-1]}`: put it there")
        elif not (is_one and one is empty[0]):
            yield one


def running_on(model: Any, told: Sequence[Diagnostic], places: Places) -> Iterator[Diagnostic]:
    """What is told, but for a text that its map lacks where a value runs on to the lines below."""
    values = {one: path_of(one, places) for one in told if one.code == "wrong-value"}
    lines = {one: path for one, path in values.items() if is_of_lines(path, places)}
    texts = [one for one in told if isinstance(one, Lacking) and len(one.keys) == 1]
    pairs = [
        (value, lost)
        for lost in texts
        for value, path in lines.items()
        if lost.owner == owner_of(path) and is_text(model, (*path[:-1], lost.keys[0]))
    ]
    value, lost = pairs[0] if len(pairs) == 1 else (None, None)
    for one in told:
        if lost and one is value:
            yield replace(one, help=f"write `{lost.keys[0]}: >-` on a line between the two")
        elif one is not lost or value is None:
            yield one


def is_of_lines(path: Path, places: Places) -> bool:
    """Whether the value of a key goes on over the lines below."""
    return bool(path) and places.key(path).line < places.value(path).end_line


def owner_of(path: Path) -> str:
    """How the map of a key is called where it lacks something."""
    return f" in `{path[-2]}`" if len(path) > 1 else ""


def is_empty(fault: Diagnostic) -> bool:
    """Whether nothing stands where more is due."""
    return fault.code == "wrong-value" and not fault.span.text


def is_astray(model: Any, places: Places, fault: Diagnostic) -> bool:
    """Whether a key is told that may belong elsewhere: no wrong value of what stands where due."""
    if fault.code == "wrong-value":
        path = path_of(fault, places)
        return bool(path) and path[-1] not in field_names(model_at(model, path[:-1]))
    if isinstance(fault, Askew | Deeper | Unfit):
        return True
    return fault.code == "unknown-key" or (fault.code == "duplicate-key" and not is_repeated(fault))


def path_of(fault: Diagnostic, places: Places) -> Path:
    """The key that begins the line of a fault; empty where none does."""
    found = places.on_line(fault.span.line)
    return next((path for path in found if path[-1] == name_of(fault)), ())


def name_of(fault: Diagnostic) -> str:
    """The key that is told, or that begins the line of what is."""
    if fault.code not in ("wrong-value", "yaml-syntax"):
        return fault.span.text
    found = KEY.match(fault.span.file.line(fault.span.line))
    return found[1] if found else ""


def may_stand(model: Any, path: Path) -> bool:
    """Whether a key may stand in a map: one that it knows, or one of the editor's own."""
    holder = model_at(model, path[:-1])
    return get_origin(holder) is dict or path[-1] in field_names(holder)
