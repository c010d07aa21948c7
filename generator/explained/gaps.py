"""Which keys may be lost with one that is: those due between the keys that are left around it.

Refuses to tell that they are: by this the record of what is left says what nobody can miss in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, get_origin

from generator.diagnostics import Diagnostic
from generator.load import Deeper
from generator.load.askew import ENTRY
from generator.model.keys import is_model, keys
from generator.model.paths import can_hold, is_text, model_at
from generator.model.record import Path, Places
from generator.validate.shape_faults import Lacking

# It holds a text of any kind, and what it is a reason for is judged all the same.
REASON = "inferred"


def lost_with(model: Any, faults: Iterable[Diagnostic], places: Places) -> Iterator[Path]:
    """The keys that may be lost with what is told to be, and maps of which the end may be."""
    for one in faults:
        if isinstance(one, Lacking):
            yield from around_keys(model, one, places)
        elif one.code == "yaml-syntax":
            yield from around_line(model, one, places)
            yield from among_own(model, one, places)
        elif one.code == "wrong-value" and not one.span.text:
            yield from behind(model, one, places)


def around_keys(model: Any, fault: Lacking, places: Places) -> Iterator[Path]:
    """The keys that are due beside some that a map lacks; itself where its end may be lost."""
    at = next((path for path, key in places.keys.items() if key == fault.span), ())
    holder = at if fault.owner else ()
    order = due(model, holder)
    written = [order.index(key) for key in entries(places, holder) if key in order]
    # What stands below a lost key may by now be read as what it was meant to be, elsewhere.
    for key in (one for one in fault.keys if one in order):
        place = order.index(key)
        yield from ((*holder, name) for name in between(order, written, place))
        if max(written, default=-1) < place:
            yield holder


def around_line(model: Any, fault: Diagnostic, places: Places) -> Iterator[Path]:
    """The keys that may be lost in a map where a line stands that is none of its entries."""
    holder = holder_of(fault, places)
    if holder is None:
        return
    order, at = due(model, holder), fault.span.line
    text = fault.span.file.line(at).strip()
    lines = {key: span.line for key, span in entries(places, holder).items() if key in order}
    before = max((order.index(key) for key, line in lines.items() if line < at), default=-1)
    after = min((order.index(key) for key, line in lines.items() if line > at), default=len(order))
    near = order[before + 1 : after]
    for name in order:
        path = (*holder, name)
        if ENTRY.match(text):
            # Above the key that began the line others may be lost, in whatever order they stood.
            is_lost = name in near or (isinstance(fault, Deeper) and is_text(model, path))
        else:
            is_lost = can_hold(model, path, text) and (name in near or name != REASON)
        # What begins with a key is that one, without its colon.
        if is_lost and name not in lines and text.partition(" ")[0] not in order:
            yield path


def among_own(model: Any, fault: Diagnostic, places: Places) -> Iterator[Path]:
    """The map with keys of the editor's own in which a line is an entry that stands askew."""
    at = [path[:-1] for path, key in places.keys.items() if key.line == fault.span.line]
    yield from (path for path in at if path and get_origin(model_at(model, path)) is dict)


def holder_of(fault: Diagnostic, places: Places) -> Path | None:
    """The map in which a line stands by its depth; None where nothing stands above it."""
    above = [path for path, key in places.keys.items() if key.line < fault.span.line]
    if not above:
        return ()
    last = max(above, key=lambda path: (places.keys[path].line, len(path)))
    steps = (last[:length] for length in range(len(last), 0, -1))
    found = (path for path in steps if places.key(path).column <= fault.span.column)
    return next((path[:-1] for path in found), None)


def behind(model: Any, fault: Diagnostic, places: Places) -> Iterator[Path]:
    """The map of a key with nothing below it, where what stood behind it may be any key too."""
    path = next((path for path, key in places.keys.items() if key.line == fault.span.line), ())
    if not path:
        return
    holder = path[:-1]
    is_last = max(key.line for key in entries(places, holder).values()) == fault.span.line
    if is_last or get_origin(model_at(model, holder)) is dict:
        yield holder


def entries(places: Places, holder: Path) -> dict[str, Any]:
    """The keys of a map with their places."""
    found = places.keys.items()
    return {str(path[-1]): key for path, key in found if path and path[:-1] == holder}


def due(model: Any, holder: Path) -> list[str]:
    """The keys that a map knows, as they are usually written."""
    found = model_at(model, holder)
    return [key.name for key in keys(found)] if is_model(found) else []


def between(order: list[str], written: Collection[int], place: int) -> list[str]:
    """The keys that are due around a place, up to those that are written."""
    before = max((one for one in written if one < place), default=-1)
    after = min((one for one in written if one > place), default=len(order))
    return order[before + 1 : after]
