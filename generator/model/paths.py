"""Where a path of keys leads among the models: what stands there, and what is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter

from generator.model.fields import yaml_key
from generator.model.keys import Key, is_model, keys
from generator.model.record import Path, Places
from generator.model.statement import Statement


@cache
def field_names(model: Any) -> Mapping[str, str]:
    """The names of a model's fields by their keys; of anything else none."""
    return {yaml_key(name): name for name in model.model_fields} if is_model(model) else {}


@cache
def known_keys(model: Any) -> frozenset[str]:
    """The keys that a model knows by name."""
    return frozenset(field_names(model))


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


@cache
def adapter(model: Any) -> TypeAdapter[Any]:
    """What reads a type."""
    return TypeAdapter(model)


def is_statement(model: Any, path: Path) -> bool:
    """Whether a path leads to a statement."""
    found = model_at(model, path)
    return is_model(found) and issubclass(found, Statement)
