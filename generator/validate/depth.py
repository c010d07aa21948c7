"""`not-deeper`: keys that stand beside the key above them, in one message.

Without it one missing space would give a message for every key.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise, takewhile
from typing import Any, get_args, get_origin

from generator.diagnostics import Diagnostic, Label
from generator.model.keys import is_model
from generator.model.paths import known_keys, model_at
from generator.model.record import OpenRecordModel, Path, Places
from generator.model.statement import Statement

Below = dict[Path, list[Path]]


def not_deeper(model: Any, places: Places) -> Iterator[tuple[list[Path], Diagnostic]]:
    """Such keys, with the key that they belong below, and the message."""
    below: Below = {}
    for path in places.keys:
        below.setdefault(path[:-1], []).append(path)
    after = {one: other for paths in below.values() for one, other in pairwise(paths)}
    for holder, paths in below.items():
        if holder and is_model(held := entries_of(model_at(model, holder))):
            yield from headless(paths, known_keys(held), below, places)
        for path in paths:
            first = after.get(path) or after.get(holder)
            is_empty = first and not places.value(path).text
            belong = belonging(model, path, run_from(first, after), below) if is_empty else []
            if belong:
                yield [path, *belong], moved(belong, path, places)


def entries_of(due: Any) -> Any:
    """What stands below keys of the editor's own; None where there are none."""
    return get_args(due)[-1] if get_origin(due) is dict else None


def run_from(path: Path | None, after: dict[Path, Path]) -> Iterator[Path]:
    """A key and those that stand behind it in its map."""
    while path:
        yield path
        path = after.get(path)


def headless(
    paths: list[Path], known: frozenset[str], below: Below, places: Places
) -> Iterator[tuple[list[Path], Diagnostic]]:
    """Known keys among those of the editor's own, which are no ids: they hold nothing known."""
    stray = [
        path
        for path in paths
        if path[-1] in known and not any(one[-1] in known for one in below.get(path, ()))
    ]
    if stray and (first := paths.index(stray[0])):
        yield [*paths[first - 1 : first], *stray], moved(stray, paths[first - 1], places)
    elif stray:
        yield stray, without_key(stray, places)


def belonging(model: Any, path: Path, beside: Iterator[Path], below: Below) -> list[Path]:
    """Those of the keys behind an empty one that are due below it and not where they stand."""
    first = next(beside)
    due, holder = model_at(model, path), model_at(model, first[:-1])
    here, run = known_keys(holder), chain([first], beside)
    if is_model(due):
        return list(takewhile(lambda one: one[-1] in known_keys(due) - here, run))
    if entries_of(due) is None or not is_model(holder):
        return []
    is_open = issubclass(holder, OpenRecordModel)

    def is_astray(one: Path) -> bool:
        return one[-1] not in here and one in below and not (is_open and states(one, below))

    return list(takewhile(is_astray, run))


def states(path: Path, below: Below) -> bool:
    """Whether a map has a key of a statement, as a key of the editor's own may."""
    return any(one[-1] in known_keys(Statement) for one in below[path])


def moved(belong: list[Path], path: Path, places: Places) -> Diagnostic:
    """Keys that belong below another."""
    keys = ", ".join(f"`{one[-1]}`" for one in belong)
    stand, begin = ("stand", "begin them") if belong[1:] else ("stands", "begin it")
    where = "beside" if len(belong[0]) == len(path) else "further left than"
    return Diagnostic(
        code="not-deeper",
        message=f"{keys} {stand} {where} `{path[-1]}`, and should stand below it",
        span=places.key(belong[0]),
        labels=(Label(places.key(path), "below this"),),
        help=f"{begin} two spaces deeper than `{path[-1]}`, with all lines below",
    )


def without_key(stray: list[Path], places: Places) -> Diagnostic:
    """Keys of a map that has no key of its own."""
    keys = ", ".join(f"`{one[-1]}`" for one in stray)
    stand = "stand" if stray[1:] else "stands"
    return Diagnostic(
        code="not-deeper",
        message=f"{keys} {stand} right below `{stray[0][-2]}`, without a key of their own",
        span=places.key(stray[0]),
        help="write a key of your own above, such as `some-key:`, and begin them two spaces deeper",
    )
