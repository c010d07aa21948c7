"""`wrong-depth`: a key that stands among those of the editor's own, and belongs to a map around.

Refuses what may be one of them: a map that has what is due there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, get_args, get_origin

from generator.counting import counted
from generator.diagnostics import Diagnostic
from generator.load.lines import STEP
from generator.model.keys import is_model, keys
from generator.model.paths import known_keys, model_at
from generator.model.record import Path, Places
from generator.validate.headless import FEWEST
from generator.validate.not_deeper import Extent

Below = dict[Path, list[Path]]


def too_deep(model: Any, places: Places) -> Iterator[tuple[Extent, Diagnostic]]:
    """Each such key, with its extent."""
    for path, holder in sunken(model, places):
        extent = places.key(path).start, places.value(path).end
        yield extent, deeper(path, holder, places)


def sunken(model: Any, places: Places) -> Iterator[tuple[Path, Path]]:
    """Each such key that a record or statement around has not yet, with the path of that."""
    below: Below = {}
    for path in places.keys:
        below.setdefault(path[:-1], []).append(path)
    for path in places.keys:
        holder = outer(model, path, places)
        if holder is None or fits(model_at(model, path), path, below):
            continue
        due = model_at(model, (*holder, path[-1]))
        if fits(due, path, below) and not is_crowd(model, path, below):
            yield path, holder


def outer(model: Any, path: Path, places: Places) -> Path | None:
    """The map around those with keys of the editor's own that knows a key and lacks it.

    Of several the one that must have it, else the nearest.
    """
    if get_origin(model_at(model, path[:-1])) is not dict:
        return None
    found = [path[:length] for length in range(len(path) - 1) if lacks(model, path, length, places)]
    due = [holder for holder in found if path[-1] in required(model_at(model, holder))]
    return next(iter(due or reversed(found)), None)


def lacks(model: Any, path: Path, length: int, places: Places) -> bool:
    """Whether a map around a key knows it, and has it not."""
    around = model_at(model, path[:length])
    is_known = is_model(around) and path[-1] in known_keys(around)
    return is_known and (*path[:length], path[-1]) not in places.keys


def required(around: Any) -> set[str]:
    """The keys that a map must have."""
    return {key.name for key in keys(around) if key.is_required}


def is_crowd(model: Any, path: Path, below: Below) -> bool:
    """Whether a key is one of several that are due in an entry: the key of that is lost."""
    known = known_keys(get_args(model_at(model, path[:-1]))[-1])
    beside = [one for one in below[path[:-1]] if one[-1] in known]
    return path in beside and len(beside) >= FEWEST


def fits(due: Any, path: Path, below: Below) -> bool:
    """Whether what stands at a path has the shape that is due."""
    held = below.get(path, [])
    if get_origin(due) is dict:
        return bool(held) and all(fits(get_args(due)[-1], one, below) for one in held)
    if is_model(due):
        return bool(held) and names(held) <= known_keys(due)
    return not held


def names(paths: Collection[Path]) -> set[str]:
    """The last keys of some paths."""
    return {str(one[-1]) for one in paths}


def deeper(path: Path, holder: Path, places: Places) -> Diagnostic:
    """A key that belongs beside the one which it stands below."""
    above, spaces = path[len(holder)], counted(STEP * (len(path) - 1 - len(holder)), "space")
    is_inline = places.values[path[:-1]].text.startswith("{")
    fewer = "" if is_inline else f", with {spaces} fewer"
    return Diagnostic(
        code="wrong-depth",
        message=f"`{path[-1]}` stands below `{above}`, and belongs beside it",
        span=places.key(path),
        help=f"write it before `{above}` or behind all that belongs to it{fewer}",
    )
