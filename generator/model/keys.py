"""The keys of the models: their words and examples, and the ids that they hold."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Field
from pydantic.fields import FieldInfo

from generator.model.fields import yaml_key
from generator.model.shapes import IDS, WITNESS, WITNESS_SHAPE, Shape

# What is often written where a map is expected, and what belongs there.
DAY_ALONE = {"2031-03-09": "write a statement: the day in `value`, and `witnesses`"}
NO_KEY = {"toll": "write a key of your own, and below it the rest"}
NO_REASON = {"2031-06-20": "write a map: the day in `on`, and the reason"}
NO_DAY = {"Both count alike": "write a map: `text`, and the day in `on`"}
# Text that means itself in YAML without quotes, and what ends it early, within brackets too.
PLAIN = re.compile(r"(?![-?:] |[-?:]$|[\s!&*%@`\"'#|>,\[\]{}])[^\n]*(?<![\s:])")
MISREAD = re.compile(r": | #")
BRACKETED = re.compile(r"[\[\]{},]")
ID_LIKE = re.compile(rf"{WITNESS}|[a-z0-9.-]+")


def optional(
    what: str, *good: Any, default: Any = None, bad: Mapping[str, str] | None = None
) -> Any:
    """A key that a map can do without: what it holds, and examples."""
    said: dict[str, Any] = {"bad": dict(bad or {})}
    # A map that is there would be copied for each record.
    made: dict[str, Any] = {"default_factory": dict} if default == {} else {"default": default}
    return Field(**made, description=what, examples=list(good) or None, json_schema_extra=said)


def required(what: str, *good: Any, bad: Mapping[str, str] | None = None) -> Any:
    """A key that a map cannot do without."""
    return optional(what, *good, default=..., bad=bad)


def dated(what: str, day: str, witness: str) -> Any:
    """A key that leads to a statement with a day."""
    return optional(what, {"value": day, "witnesses": [witness]}, bad=DAY_ALONE)


def by_key(what: str, example: Mapping[str, Any]) -> Any:
    """Keys of one's own, each with what it holds."""
    return optional(what, example, default={}, bad=NO_KEY)


def acts_by_key(what: str, key: str, does: str, target: str) -> Any:
    """Keys of one's own that lead to acts."""
    act = {"does": does, "target": target, "from": "2031-04-01", "witnesses": ["office-0312#toll"]}
    return by_key(what, {key: act})


@dataclass(frozen=True)
class Key:
    """A key of a model; `holds` is the model that it leads to, over keys of one's own.

    `own` are the shapes of those, `shows` the kinds of which ids are given as examples.
    """

    name: str
    what: str
    is_required: bool
    good: tuple[Any, ...]
    bad: Mapping[str, str]
    refers: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    keys_refer: tuple[str, ...] = ()
    holds: type[BaseModel] | None = None
    own: tuple[Shape | None, ...] = ()
    is_list: bool = False
    is_choice: bool = False
    shape: Shape | None = None


def keys(model: type[BaseModel]) -> tuple[Key, ...]:
    """The keys of a model that an editor may write, in its order."""
    return tuple(key_of(model, name, one) for name, one in model.model_fields.items())


def key_of(model: type[BaseModel], name: str, given: FieldInfo) -> Key:
    """One key, with the examples of its field, else of its type."""
    shape, words = of_type(given)
    witness = ("witness",) if shape is WITNESS_SHAPE else ()
    refers = getattr(model, "REFERS", {}).get(name, witness)
    shows = getattr(model, "SHOWS", {}).get(name, refers)
    good = getattr(model, "GOOD", {}).get(name) or given.examples
    said: Any = given.json_schema_extra or {}
    return Key(
        yaml_key(name),
        given.description or "",
        given.is_required(),
        tuple(good or examples(shows, words, shape)),
        said.get("bad") or (shape.bad if shape else {}),
        refers,
        shows,
        getattr(model, "KEYS_REFER", {}).get(name, ()),
        None if shape else next(filter(is_model, parts(given.annotation, within=True)), None),
        tuple(_own_keys(given.annotation)),
        get_origin(given.annotation) is tuple and not given.metadata,
        bool(words),
        shape,
    )


def examples(
    refers: tuple[str, ...], words: tuple[str, ...], shape: Shape | None
) -> tuple[Any, ...]:
    """The examples of a type: ids of what it refers to, the few words allowed, or its shape's."""
    if refers and refers != ("witness",) and not (shape and shape.words):
        return tuple(IDS.get(kind, kind) for kind in refers)
    return words or (shape.good if shape else ())


def of_type(given: FieldInfo) -> tuple[Shape | None, tuple[str, ...]]:
    """The shape of a field's scalars, and the words that it allows where they are few."""
    found = (*given.metadata, *parts(given.annotation))
    words = next((get_args(one) for one in found if get_origin(one) is Literal), ())
    return next((one for one in found if isinstance(one, Shape)), None), words


def parts(annotation: Any, within: bool = False) -> Iterator[Any]:
    """What a type is made of; the values of a map only `within`, and its keys never."""
    yield annotation
    if hasattr(annotation, "__metadata__"):
        yield from annotation.__metadata__
        yield from parts(annotation.__origin__, within)
    elif get_origin(annotation) in {Union, UnionType, tuple}:
        for one in get_args(annotation):
            yield from parts(one, within)
    elif within and get_origin(annotation) is dict:
        yield from parts(get_args(annotation)[1], within)


def _own_keys(annotation: Any) -> Iterator[Shape | None]:
    if get_origin(annotation) is dict:
        name, held = get_args(annotation)
        yield next((one for one in parts(name) if isinstance(one, Shape)), None)
        yield from _own_keys(held)


def asked(model: Any) -> tuple[str, ...]:
    """The keys that a map must have, or that a check asks for; of anything else none."""
    own = keys(model) if is_model(model) else ()
    return tuple(key.name for key in own if is_needed(model, key))


def is_needed(model: type[BaseModel], key: Key) -> bool:
    """True for what a map cannot do without, by its model or by the rules."""
    return key.is_required or key.name in getattr(model, "ASKED", ())


def is_model(given: Any) -> bool:
    """True for a map with keys of its own that is written as one."""
    return isinstance(given, type) and issubclass(given, BaseModel)


def written(value: Any, inside: bool = False) -> str:
    """A value as it stands in a file, on one line; `inside` brackets less goes without quotes."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(one, True)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(written(one, True) for one in value) + "]"
    text = str(value)
    misread = MISREAD.search(text) or (inside and BRACKETED.search(text))
    return text if text and PLAIN.fullmatch(text) and not misread else quoted(text)


def quoted(text: str) -> str:
    """A text in the quotes that leave most of it as it is."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def good_and_bad(key: Key) -> Iterator[str]:
    """`Good: ...` and `Bad: ... (why)`, each where there are examples."""
    if key.good:
        yield "Good: " + ", ".join(f"`{written(one)}`" for one in key.good)
    if key.bad:
        yield "Bad: " + "; ".join(f"`{written(one)}` ({why})" for one, why in key.bad.items())


def wanted(key: Key) -> str:
    """What to write: one of a key's few words, else what its type is, with its own example."""
    if key.is_choice:
        one_of = "one of " if len(key.good) > 1 else ""
        return f"write {one_of}{', '.join(f'`{one}`' for one in key.good)}"
    if key.shape is None:
        return "write text"
    first = key.good[0]
    return f"write {key.shape.due}, such as `{written(first[0] if key.is_list else first)}`"


def as_map(given: Any, key: str, due: Collection[str]) -> str:
    """How a map is written; what belongs to an empty key stands most likely beside it.

    `due` are the keys that it cannot do without, as far as they are known.
    """
    below = f"begin what belongs to `{key}` with two spaces more, or "
    entries = ", ".join(f"{one}: ..." for one in due) or "key: value"
    return f"{'' if given else below}write keys below it, or `{{{entries}}}`"


def as_list(given: Any) -> str:
    """How a list is written."""
    if isinstance(given, str) and all(map(ID_LIKE.fullmatch, given.split())):
        given = ", ".join(given.split())
    return f"write `[{given.strip('[]') if isinstance(given, str) and given else 'first, second'}]`"
