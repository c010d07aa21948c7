"""`unknown-key`: known keys among those of the editor's own, where one of these began their map.

A line that is lost would else be told as many times as there are keys below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, get_args, get_origin

from generator.diagnostics import Diagnostic, Label
from generator.load import LOST
from generator.model.keys import is_model
from generator.model.paths import all_keys, known_keys, model_at
from generator.model.record import Path, Places
from generator.validate.not_deeper import Extent

# One alone may be an id that somebody chose, where it holds a map.
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Headless(Diagnostic):
    """Keys whose map has lost its own key, which may be of any map around them."""


def headless(model: Any, places: Places) -> Iterator[tuple[Extent, Diagnostic]]:
    """Such keys, with the extent of them and of what stands below them."""
    siblings: dict[Path, list[Path]] = {}
    for path in places.keys:
        siblings.setdefault(path[:-1], []).append(path)
    yield from crowds(model, siblings, places)
    for holder, paths in siblings.items():
        if holder and (keys := keys_below(model_at(model, holder))):
            around = model_at(model, holder[:-1])
            keys |= all_keys(around) if is_model(around) else set()
            for is_known, run in groupby(paths, key=lambda path: path[-1] in keys):
                found = list(run)
                # What holds a map may be an id that somebody chose.
                is_lost = any(one not in siblings for one in found)
                is_sure = len(found) >= FEWEST or is_of_entry(model, found[0], siblings)
                if is_known and is_lost and is_sure:
                    extent = places.key(found[0]).start, places.value(found[-1]).end
                    yield extent, without_head(found, places)


def crowds(
    model: Any, siblings: dict[Path, list[Path]], places: Places
) -> Iterator[tuple[Extent, Diagnostic]]:
    """Several maps in a row whose keys are none of the map that they stand in."""
    for holder, paths in siblings.items():
        due = model_at(model, holder)
        if not holder or not is_model(due):
            continue
        known = known_keys(due)
        if not any(path[-1] in known for path in paths):
            # It may be no such map at all.
            continue
        for is_strange, run in groupby(
            paths, key=lambda path: path[-1] not in known and path in siblings
        ):
            found = list(run)
            if is_strange and len(found) >= FEWEST:
                extent = places.key(found[0]).start, places.value(found[-1]).end
                yield extent, without_head(found, places)


def is_of_entry(model: Any, path: Path, siblings: Mapping[Path, object]) -> bool:
    """Whether a key that holds no map is one of those that are due below keys of the editor's own.

    No id holds just a text there.
    """
    due = model_at(model, path[:-1])
    held = get_args(due)[-1] if get_origin(due) is dict else None
    return path not in siblings and path[-1] in known_keys(held)


def is_headless(path: Path, places: Places) -> bool:
    """Whether a map has a key that stands for a lost one, which may be any."""
    return any(key[:-1] == path and str(key[-1]).startswith(LOST) for key in places.keys)


def keys_below(due: Any) -> set[str]:
    """The known keys of the maps that keys of the editor's own lead to, and of those in them; none
    where they do not.
    """
    is_dict = get_origin(due) is dict
    while get_origin(due) is dict:
        due = get_args(due)[-1]
    return set(all_keys(due)) if is_dict and is_model(due) else set()


def without_head(keys: list[Path], places: Places) -> Headless:
    """The keys of a map whose own key is nowhere."""
    first, *others = keys
    stand, belong = ("stand", "belong") if others else ("stands", "belongs")
    began, they = ("them", "they stand") if others else ("it", "it stands")
    return Headless(
        code="unknown-key",
        message=f"{', '.join(f'`{one[-1]}`' for one in keys)} {stand} below `{first[-2]}`, and "
        f"{belong} below another key",
        span=places.key(first),
        labels=tuple(Label(places.key(one), "this too") for one in others),
        help=f"the line that began {began}, such as `some-key:`, is lost above, or {they} too deep",
    )
