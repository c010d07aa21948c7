"""Where a path of keys leads among the models: what stands there, and what is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.model.fields import yaml_key
from generator.model.keys import Key, is_model, keys, of_type
from generator.model.record import OpenRecordModel, Path, Places
from generator.model.shapes import NAME_SHAPE, TEXT_SHAPE
from generator.model.statement import Statement


@cache
def field_names(model: Any) -> Mapping[str, str]:
    """The names of a model's fields by their keys; of anything else none."""
    return {yaml_key(name): name for name in model.model_fields} if is_model(model) else {}


@cache
def known_keys(model: Any) -> frozenset[str]:
    """The keys that a model knows by name."""
    return frozenset(field_names(model)) - {"status"}


@cache
def all_keys(model: Any) -> frozenset[str]:
    """The keys that a model and those in it know by name."""
    # Keys of the editor's own hold statements.
    waiting = [model, Statement] if issubclass(model, OpenRecordModel) else [model]
    held = {*waiting}
    while waiting:
        for field in waiting.pop().model_fields.values():
            found = inner(field.annotation)
            while get_args(found) and not is_model(found):
                found = get_args(found)[-1]
            if is_model(found) and found not in held:
                held.add(found)
                waiting.append(found)
    return frozenset(key for one in held for key in known_keys(one))


def written(path: Path, places: Places) -> Path:
    """The path of a key or value as it is written: a name holds its languages itself."""
    short = tuple(step for step in path if step != "texts")
    key = short[:-1] if path[-1:] == ("[key]",) else short
    return short if key in places.keys and path not in places.keys else path


def model_at(model: Any, path: Path) -> Any:
    """The model that a path leads to, from the annotations."""
    for step in path:
        if is_model(model):
            name = field_names(model).get(str(step))
            model = inner(model.model_fields[name].annotation) if name else Statement
        else:
            held = get_args(model)
            model = held[-1] if held else None
    return model


@cache
def inner(annotation: Any) -> Any:
    """What an annotation allows besides nothing."""
    # `X | None` is X; a dict stays, since the next step of the path goes through its key.
    choices = [arg for arg in get_args(annotation) if arg is not type(None)]
    return choices[0] if choices and type(None) in get_args(annotation) else annotation


def key_at(model: Any, path: Path) -> Key | None:
    """What is told of the key that a path leads to, else of the nearest that holds it."""
    for length in range(len(path), 0, -1):
        holder: type[BaseModel] | Any = model_at(model, path[: length - 1])
        if is_model(holder):
            return next((key for key in keys(holder) if key.name == path[length - 1]), None)
    return None


def adapter(model: Any, name: str = "") -> TypeAdapter[Any]:
    """What reads a type, or what a field of a model holds."""
    return _adapter(model, name)


@cache
def _adapter(model: Any, name: str) -> TypeAdapter[Any]:
    return TypeAdapter(model.model_fields[name].rebuild_annotation() if name else model)


def can_hold(model: Any, path: Path, given: Any) -> bool:
    """Whether the key that a path leads to can hold something that was read."""
    holder, name = field_at(model, path)
    return bool(name) and is_of(holder, given, name)


def is_text(model: Any, path: Path) -> bool:
    """Whether the key that a path leads to holds a text, so that it can hold anything."""
    holder, name = field_at(model, path)
    return bool(name) and of_type(holder.model_fields[name])[0] in (TEXT_SHAPE, NAME_SHAPE)


def is_statement(model: Any, path: Path) -> bool:
    """Whether a path leads to a statement."""
    found = model_at(model, path)
    return is_model(found) and issubclass(found, Statement)


def field_at(model: Any, path: Path) -> tuple[Any, str]:
    """The model that holds the key at the end of a path, and its field; empty for none."""
    holder = model_at(model, path[:-1])
    return holder, field_names(holder).get(str(path[-1]), "")


def is_of(model: Any, given: Any, name: str = "") -> bool:
    """Whether something that was read is of a type, or of that of a field of a model."""
    try:
        adapter(model, name).validate_python(given)
    except ValidationError:
        return False
    return True
