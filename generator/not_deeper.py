"""`not-deeper`: the keys of a map that stand beside the key which they belong below.

One space too few would else be told as many times as there are keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Any

from generator.diagnostics import Diagnostic, Label
from generator.model.paths import known_keys, model_at
from generator.model.record import Path, Places

Extent = tuple[int, int]


def not_deeper(model: Any, places: Places) -> Iterator[tuple[Extent, Diagnostic]]:
    """Each such key, with the extent of it and of those that stand beside it."""
    siblings: dict[Path, list[Path]] = {}
    for path in places.keys:
        siblings.setdefault(path[:-1], []).append(path)
    for holder, paths in siblings.items():
        own = known_keys(model_at(model, holder))
        for index, path in enumerate(paths):
            if not places.values[path].text:
                belong = known_keys(model_at(model, path)) - own
                after = following(paths[index + 1 :], belong)
                if after:
                    extent = places.key(path).start, places.value(after[-1]).end
                    yield extent, shallow(path, after, places)


def following(paths: Iterable[Path], keys: set[str]) -> list[Path]:
    """The first of some paths, as far as their keys are these."""
    return list(takewhile(lambda path: path[-1] in keys, paths))


def shallow(path: Path, after: list[Path], places: Places) -> Diagnostic:
    """A key without anything below it, and what belongs there."""
    keys = ", ".join(f"`{one[-1]}`" for one in after)
    stands = "stands" if len(after) == 1 else "stand"
    return Diagnostic(
        code="not-deeper",
        message=f"nothing stands below `{path[-1]}`, and {keys} {stands} beside it",
        span=places.key(path),
        labels=(Label(places.key(after[0]), f"below `{path[-1]}`?"),),
        help=f"begin each line of what belongs to `{path[-1]}` with two spaces more",
    )
