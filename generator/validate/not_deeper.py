"""`not-deeper`: the keys of a map that stand beside the key which they belong below.

One space too few would else be told as many times as there are keys.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import partial
from itertools import takewhile
from typing import Any, get_args, get_origin

from generator.counting import counted
from generator.diagnostics import Diagnostic, Label
from generator.load.lines import STEP
from generator.model.fields import NameTexts
from generator.model.keys import is_model
from generator.model.paths import known_keys, model_at
from generator.model.record import OpenRecordModel, Path, Places
from generator.validate.piece import is_piece
from generator.validate.unknown_key import CLOSE

Extent = tuple[int, int]
# What a key has behind it that has nothing below it.
BARE = re.compile(r"(?:[|>][-+]?)?")


def not_deeper(model: Any, places: Places) -> Iterator[tuple[Extent, Diagnostic]]:
    """Each such key, with the extents of it and of those that stand beside it."""
    for path, belong in misplaced(model, places):
        told, key = beside(path, belong, places), places.key(path)
        # What it lacks is told at the key itself, or where its value is due.
        end = told.labels[0].span.start if is_empty(path, places) else key.end
        yield (key.start, end), told
        yield (places.key(belong[0]).start, places.value(belong[-1]).end), told


def misplaced(model: Any, places: Places) -> Iterator[tuple[Path, list[Path]]]:
    """Each such key, with those that stand beside it, or beside what holds it."""
    siblings: dict[Path, list[Path]] = {}
    for path in places.keys:
        siblings.setdefault(path[:-1], []).append(path)
    for path in [path for paths in siblings.values() for path in paths]:
        is_bare = is_empty(path, places) and not is_piece(path, places)
        is_block = path in siblings and not places.values[path].text.startswith("{")
        after = list(following(path, siblings))
        is_beside = any(is_named(others[0], siblings, places) for others in after if others)
        of_block = (going_on, strayed, risen) if is_beside else (going_on, strayed)
        finds = of_block if is_block else (belonging,) if is_bare else ()
        found = (find(model, path, others, siblings) for others in after for find in finds)
        if belong := next(filter(None, found), None):
            yield path, belong


def is_empty(path: Path, places: Places) -> bool:
    """Whether nothing stands behind a key, but for the sign that begins a text below it."""
    return BARE.fullmatch(places.value(path).text) is not None


def following(path: Path, siblings: Mapping[Path, list[Path]]) -> Iterator[list[Path]]:
    """The keys after one in its map; where it is the last, those after what holds it, and so on."""
    for length in range(len(path), 0, -1):
        beside = siblings.get(path[: length - 1], [])
        if path[:length] not in beside:
            # An item of a list is beside no key.
            return
        others = beside[beside.index(path[:length]) + 1 :]
        if others or length == len(path):
            yield others
        if others:
            return


def belonging(
    model: Any, path: Path, others: list[Path], below: Mapping[Path, list[Path]]
) -> list[Path]:
    """Those of the keys after an empty one that belong below it, by what is due there."""
    if others and " " in str(others[0][-1]):
        # What has several words is the line of a text.
        return others[:1]
    holder = model_at(model, others[0][:-1] if others else path[:-1])
    due = model_at(model, path)
    if is_model(due):
        # A record may know some of the keys as well.
        own = list(takewhile(lambda one: one[-1] in known_keys(due) and one not in below, others))
        if any(one[-1] not in known_keys(holder) for one in own):
            return own
    after = list(takewhile(partial(is_stray, below, known_keys(holder), due), others))
    if after and is_near(after[0], known_keys(due)):
        return after
    held = get_args(due)[-1] if get_origin(due) is dict else None
    after = list(takewhile(partial(may_be, held, below), after))
    # Where keys of the editor's own may stand, only the first can be told to be none; but no
    # statement is a map of such as stand below `delegations`.
    is_open = is_model(holder) and issubclass(holder, OpenRecordModel) and is_model(held)
    return after[:1] if is_open else after


def going_on(
    model: Any, path: Path, others: list[Path], below: Mapping[Path, list[Path]]
) -> list[Path]:
    """Those of the keys after a map that it lacks, and that belong nowhere else."""
    holder = model_at(model, others[0][:-1] if others else path[:-1])
    due = model_at(model, path)
    lacking = known_keys(due) - {one[-1] for one in below[path]} if is_model(due) else frozenset()
    wanted = lacking - known_keys(holder)

    def belongs(one: Path) -> bool:
        # Among keys of the editor's own one that holds a map may have any name.
        held = model_at(due, one[-1:])
        is_map = get_origin(holder) is dict and (is_model(held) or get_origin(held) is dict)
        return one[-1] in wanted and (is_map or one not in below)

    found = list(takewhile(belongs, others))
    # What rests on witnesses of its own has no positions beside them.
    is_complete = (*path, "witnesses") in below[path]
    return [] if is_complete and any(one[-1] == "positions" for one in found) else found


def strayed(
    model: Any, path: Path, others: list[Path], below: Mapping[Path, list[Path]]
) -> list[Path]:
    """The entry after a map of such entries of a record that has the next ones below it."""
    due = model_at(model, path)
    held = get_args(due)[-1] if get_origin(due) is dict else None
    known, first = known_keys(held), others[:1]
    if len(path) > 1 or not first or first[0][-1] in known_keys(model_at(model, path[:-1])):
        return []
    if not may_be(held, below, first[0]):
        return []
    maps = [one for one in below.get(first[0], []) if one in below and one[-1] not in known]
    return first if any(is_entry({one[-1] for one in below[at]}, known) for at in maps) else []


def is_named(path: Path, below: Mapping[Path, list[Path]], places: Places) -> bool:
    """Whether a map holds its own key as a value, so that no other key is lost above that."""
    return any(places.value(one).text == path[-1] for one in below.get(path, ()))


def risen(
    model: Any, path: Path, others: list[Path], below: Mapping[Path, list[Path]]
) -> list[Path]:
    """The map after a map of entries that is itself such an entry."""
    due, first = model_at(model, path), others[:1]
    held = get_args(due)[-1] if get_origin(due) is dict else None
    if not is_model(held) or not first or model_at(model, first[0]) != due:
        return []
    known = known_keys(held)
    own = [one for one in below.get(first[0], []) if one[-1] in known]
    # What is no key of an entry is the next one, which has come to stand below it.
    rest = [one for one in below.get(first[0], []) if one not in own and one not in below]
    return first if own and not rest and not any(one in below for one in own) else []


def may_be(held: Any, below: Mapping[Path, list[Path]], path: Path) -> bool:
    """Whether a map may be one of those that are held: it has one of the keys that these have.

    One of maps that are held has to have one such map.
    """
    if get_origin(held) is dict:
        return any(may_be(get_args(held)[-1], below, one) for one in below.get(path, ()))
    if not is_model(held):
        return False
    usual = {*getattr(held, "USUAL", ())}
    given = {one[-1] for one in below.get(path, ())}
    return path in below and (not usual or not given.isdisjoint(usual | {"compute", "positions"}))


def is_entry(keys: Collection[str | int], known: Collection[str]) -> bool:
    """Whether a map with some keys is one that holds those that are known, by most of them."""
    return "witnesses" in keys and set(keys) <= {*known, "status"}


def is_near(path: Path, known: Collection[str]) -> bool:
    """Whether a key is one of those that are known, or all but one."""
    return bool(get_close_matches(str(path[-1]), known, n=1, cutoff=CLOSE))


def is_stray(below: Mapping[Path, object], known: Collection[str], due: Any, path: Path) -> bool:
    """Whether a key is none of those that may stand there: no map, or one as `due` holds it."""
    held = model_at(due, path[-1:])
    is_map = is_model(held) or held is NameTexts or get_origin(held) is dict
    # What is no key of a model may be a neighbour that stands where it should.
    may_hold = not is_model(due) or path[-1] in known_keys(due)
    return path[-1] not in known and (path not in below or (is_map and may_hold))


def beside(path: Path, after: list[Path], places: Places) -> Diagnostic:
    """A key, and the keys beside it that belong below it: told of it where nothing else is."""
    keys = ", ".join(f"`{one[-1]}`" for one in after)
    stands, belongs = ("stands", "belongs") if len(after) == 1 else ("stand", "belong")
    first, *more = map(places.key, after)
    is_bare = is_empty(path, places)
    levels = len(path) + 1 - len(after[0])
    where = "beside" if levels == 1 else "further left than"
    message = f"nothing stands below `{path[-1]}`, and {keys} {stands} {where} it"
    if not is_bare:
        message = f"{keys} {stands} {where} `{path[-1]}`, and {belongs} below it"
    spaces = counted(STEP * levels, "space")
    lines = f"each line of what belongs to `{path[-1]}`" if is_bare else each_line(after)
    labels = [Label(first, f"below `{path[-1]}`?")] if is_bare else []
    labels += [Label(span, "this too") for span in more if not is_bare]
    return Diagnostic(
        code="not-deeper",
        message=message,
        span=places.key(path) if is_bare else first,
        labels=tuple(labels),
        help=f"begin {lines} with {spaces} more",
    )


def each_line(moved: Sequence[Path]) -> str:
    """The lines of some keys that stand too far left, with all below them."""
    if len(moved) > 1:
        return "their lines"
    return f"the line of `{moved[0][-1]}` and each that belongs to it"


def without_effects(
    found: Iterable[Diagnostic], causes: Collection[tuple[Extent, Diagnostic]]
) -> Iterator[Diagnostic]:
    """Causes that spoil several keys, and the faults that stand in none of their extents."""
    extents = [extent for extent, _ in causes]
    told = list(dict.fromkeys(cause for _, cause in causes))
    for at, cause in enumerate(told):
        # One may be the effect of another; of two at one place the later knows more.
        others = ((*extent, told.index(one)) for extent, one in causes if one is not cause)
        begin = cause.span.start
        if not any(
            start < begin <= end or (start == begin and at < other) for start, end, other in others
        ):
            yield cause
    for fault in found:
        if not any(start <= fault.span.start <= end for start, end in extents):
            yield fault
