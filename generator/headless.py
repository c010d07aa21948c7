"""`unknown-key`: keys of a statement among keys of the editor's own, where one of these began it.

A line that is lost would else be told as many times as there are keys below it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, get_args, get_origin

from generator.diagnostics import Diagnostic, Label
from generator.model.keys import is_model
from generator.model.paths import known_keys, model_at
from generator.model.record import Path, Places
from generator.model.statement import Content, Statement
from generator.not_deeper import Extent

# One alone may be an id that somebody chose.
FEWEST = 2


def headless(model: Any, places: Places) -> Iterator[tuple[Extent, Diagnostic]]:
    """Such keys, with the extent of them and of what stands below them."""
    siblings: dict[Path, list[Path]] = {}
    for path in places.keys:
        siblings.setdefault(path[:-1], []).append(path)
    for holder, paths in siblings.items():
        if holds_statements(model_at(model, holder)):
            for is_of_statement, run in groupby(paths, key=is_key_of_statement):
                keys = list(run)
                # What holds a map may be an id that somebody chose.
                is_lost = any(one not in siblings for one in keys)
                if is_of_statement and is_lost and len(keys) >= FEWEST:
                    extent = places.key(keys[0]).start, places.value(keys[-1]).end
                    yield extent, without_head(keys, places)


def holds_statements(due: Any) -> bool:
    """Whether keys of the editor's own lead to statements, or to positions of one."""
    is_dict = get_origin(due) is dict
    while get_origin(due) is dict:
        due = get_args(due)[-1]
    return is_dict and is_model(due) and issubclass(due, Content)


def is_key_of_statement(path: Path) -> bool:
    """Whether a path ends with a key that a statement can have."""
    return path[-1] in known_keys(Statement)


def without_head(keys: list[Path], places: Places) -> Diagnostic:
    """The keys of a statement whose own key is nowhere."""
    first, *others = keys
    return Diagnostic(
        code="unknown-key",
        message=f"{', '.join(f'`{one[-1]}`' for one in keys)} stand below `{first[-2]}`, and are "
        "keys of a statement",
        span=places.key(first),
        labels=tuple(Label(places.key(one), "this too") for one in others),
        help="the line that began the statement, such as `some-key:`, is lost above, or these "
        "stand too deep",
    )
