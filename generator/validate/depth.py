"""`not-deeper`: keys that stand beside the key above them, in one message.

Without it one missing space would give a message for every key.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import takewhile
from typing import Any, get_origin

from generator.diagnostics import Diagnostic, Label
from generator.model.keys import is_model
from generator.model.paths import known_keys, model_at
from generator.model.record import OpenRecordModel, Path, Places
from generator.model.statement import Statement

Below = dict[Path, set[str]]


def not_deeper(model: Any, places: Places) -> Iterator[tuple[list[Path], Diagnostic]]:
    """An empty key, or an entry, with the keys behind it that belong below it, and the message."""
    keys, below, found = list(places.keys), Below(), set[Path]()
    for path in keys:
        below.setdefault(path[:-1], set()).add(str(path[-1]))
    for at, path in enumerate(keys[:-1]):
        is_empty, is_entry = not places.value(path).text, is_map(model_at(model, path[:-1]))
        if path not in found and (is_empty or is_entry):
            holder = keys[at + 1][:-1] if is_empty else path[:-1]
            following = (keys[number] for number in range(at + 1, len(keys)))
            beside = (one for one in following if one[:-1] == holder)
            due, here = model_at(model, path), model_at(model, holder)
            if belong := list(takewhile(partial(is_due, due, here, below), beside)):
                found.update(belong)
                yield [path, *belong], moved(belong, path, places)


def is_map(model: Any) -> bool:
    """Whether keys of the editor's own stand there."""
    return get_origin(model) is dict


def is_due(due: Any, holder: Any, below: Below, path: Path) -> bool:
    """Whether a key belongs below one of a type, and not where it stands."""
    held = below.get(path, set())
    if path[-1] in known_keys(holder):
        return False
    if is_model(due):
        # An entry may be called as a key is.
        return path[-1] in known_keys(due) and known_keys(due).isdisjoint(held)
    # Keys of the editor's own hold something; at the top of a record they may be statements.
    is_open = isinstance(holder, type) and issubclass(holder, OpenRecordModel)
    is_statement = is_open and not known_keys(Statement).isdisjoint(held)
    return is_map(due) and is_model(holder) and bool(held) and not is_statement


def moved(belong: list[Path], path: Path, places: Places) -> Diagnostic:
    """Keys that belong below another."""
    keys = ", ".join(f"`{one[-1]}`" for one in belong)
    stand, begin = ("stand", "begin them") if belong[1:] else ("stands", "begin it")
    where = "beside" if len(belong[0]) == len(path) else "further left than"
    return Diagnostic(
        "not-deeper",
        f"{keys} {stand} {where} `{path[-1]}`, and should stand below it",
        places.key(belong[0]),
        labels=(Label(places.key(path), "below this"),),
        help=f"{begin} two spaces deeper than `{path[-1]}`, with all lines below",
    )
