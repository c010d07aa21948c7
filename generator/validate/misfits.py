"""How much of a map does not fit the model of its record: by this its readings are told apart.

Refuses to say what is wrong: `validate` does, of the reading that was chosen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_origin

from pydantic import ValidationError

from generator.load import Entry, Mapping, Node, plain
from generator.model.fields import yaml_key
from generator.model.keys import is_model
from generator.model.paths import adapter, known_keys, model_at
from generator.model.record import OpenRecordModel, RecordModel
from generator.model.statement import PROMISE, SAYING, Statement
from generator.validate.restored import restored

# What says something, in whatever way, and what that rests on.
SPEAKING = {*map(yaml_key, SAYING), "body", "positions", "compute", "target"}
RESTS = {"witnesses", "positions", "compute"}
# What stands in each position where there are several.
EACH = {"witnesses", "value", "words", "says"}


def misfits(model: type[RecordModel], top: Mapping) -> int:
    """How many things of a map, or lacking in it, are not as they are due."""
    meant = restored(model, top)
    strange = strangers(model, meant)
    empty = sum(1 for _ in hollow(model, meant))
    try:
        adapter(model).validate_python(plain(meant))
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        return empty + len(strange) + sum(one["loc"][:1] not in strange for one in found)
    return empty + len(strange)


def strangers(model: type[RecordModel], top: Mapping) -> set[tuple[str]]:
    """The keys at the top that say nothing and are none of the model's, whatever is below them."""
    if not issubclass(model, OpenRecordModel):
        return set()
    others = top.entries.keys() - known_keys(model)
    return {(one,) for one in others if only_describes(top.entries[one].value)}


def due_statements(holder: Any, node: Mapping) -> Iterator[Entry]:
    """The entries below keys that a model or map knows which are to be statements."""
    for key, entry in node.entries.items():
        held = model_at(holder, (key,))
        is_known = not is_model(holder) or key in known_keys(holder)
        is_due = is_model(held) and issubclass(held, Statement)
        if is_due if is_known else not only_describes(entry.value):
            yield entry
        elif is_known and isinstance(entry.value, Mapping) and get_origin(held) is dict:
            yield from due_statements(held, entry.value)


def only_describes(node: Node) -> bool:
    """Whether what stands below a key of the editor's own says nothing: it only describes."""
    return not isinstance(node, Mapping) or SPEAKING.isdisjoint(node.entries)


def hollow(model: type[RecordModel], top: Mapping) -> Iterator[Entry]:
    """What is to be a statement or a position, and says nothing or rests on nothing.

    So too a position that is the only one, what has words of its own beside positions, and an act
    that does something to nothing.
    """
    due = [*due_statements(model, top)]
    unfit = (is_hollow, is_shadowed, is_half)
    yield from (entry for entry in due if any(fault(entry.value) for fault in unfit))
    for node in (top, *(entry.value for entry in due)):
        held = positions(node)
        yield from (one for one in held if is_hollow(one.value) or len(held) == 1)


def only_unwitnessed(model: type[RecordModel], top: Mapping) -> bool:
    """Whether all that is hollow says something, and rests on nothing."""
    nodes = [entry.value for entry in hollow(model, top)]
    maps = [node for node in nodes if isinstance(node, Mapping)]
    lacking = [one for one in maps if not only_describes(one) and RESTS.isdisjoint(one.entries)]
    return len(lacking) == len(nodes)


def positions(node: Node) -> list[Entry]:
    """The positions of a statement."""
    found = node.entries.get("positions") if isinstance(node, Mapping) else None
    return [*found.value.entries.values()] if found and isinstance(found.value, Mapping) else []


def is_shadowed(node: Node) -> bool:
    """Whether a map has positions, and words or witnesses of its own beside them."""
    keys = node.entries.keys() if isinstance(node, Mapping) else set()
    return "positions" in keys and not EACH.isdisjoint(keys)


def is_half(node: Node) -> bool:
    """Whether a map has what is done and not to what, or the other way round."""
    if not isinstance(node, Mapping) or "positions" in node.entries:
        return False
    does = node.entries.get("does")
    is_promise = does is not None and plain(does.value) == PROMISE
    return not is_promise and (does is None) == ("target" in node.entries)


def is_hollow(node: Node) -> bool:
    """Whether a map that is to be a statement or a position says nothing, or rests on nothing."""
    return isinstance(node, Mapping) and (only_describes(node) or RESTS.isdisjoint(node.entries))
