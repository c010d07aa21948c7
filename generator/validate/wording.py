"""What is wrong with the shape of a record, in words: what was found, where, what is right."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from itertools import takewhile
from typing import Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter
from pydantic_core import ErrorDetails

from generator.counting import listed
from generator.diagnostics import Diagnostic, Fix, Label
from generator.model.fields import yaml_key
from generator.model.keys import Key, as_list, as_map, asked, is_model, keys, wanted
from generator.model.record import OpenRecordModel, Path, Places
from generator.model.statement import Statement
from generator.near import SLIGHT, nearest
from generator.source import Span
from generator.yaml.nodes import NOTHING

# What is checked against what: a model, and the places of a file.
Subject = tuple[Any, Places]

SHAPES = {"model_type", "dict_type", "model_attributes_type"}
LISTS = {"tuple_type", "list_type"}
STATUS = re.compile(r"\s*status:\s*[\w ]*")
OWN_KEY = "below a key of your own write a statement: `{words: ..., witnesses: [source#quotation]}`"
Below = dict[Path, set[str]]


def missing_keys(missing: Collection[Path], places: Places) -> Iterator[Diagnostic]:
    """The missing keys of each map, reported at its key, or else at its first."""
    found: dict[Path, list[str]] = {}
    for path in missing:
        found.setdefault(path[:-1], []).append(str(path[-1]))
    for holder, several in found.items():
        owner = f" in `{holder[-1]}`" if holder else ""
        yield Diagnostic(
            "missing-key",
            f"{listed([f'no `{key}`' for key in several])}{owner}",
            places.key(holder or next(iter(places.keys), ())),
            help=f"add {listed([f'`{key}:`' for key in several])} here",
        )


def shape_error(detail: ErrorDetails, path: Path, subject: Subject) -> Diagnostic:
    """One error that pydantic found, unless it is a missing key."""
    model, places = subject
    kind, given = detail["type"], detail["input"]
    if kind == "extra_forbidden":
        return unknown_key(path, known_keys(model_at(model, path[:-1])), places)
    if kind == "no_value" or (kind == "literal_error" and not given):
        return no_value(detail, path, subject)
    if kind == "literal_error":
        return _unknown_word(detail, places.value(path))
    if kind in SHAPES and isinstance(given, str) and is_statement(model, path):
        message = f"`{path[-1]}` must be a statement"
        help = "write `{value: ..., witnesses: [source#quotation]}`"
        return Diagnostic("wrong-value", message, places.value(path), help=help)
    # Of a key of the editor's own, pydantic names the place as that of its value.
    is_key = path == (given,) and path[0] not in known_keys(model)
    return wrong_value(detail, (*path, "[key]") if is_key else path, subject)


def unknown_key(path: Path, known: Collection[str], places: Places) -> Diagnostic:
    """A key that nothing reads, with the one that it was most likely meant to be."""
    key = str(path[-1])
    if key == "status":
        return _typed_status(path, places)
    here = {str(one[-1]) for one in places.keys if one[:-1] == path[:-1]}
    unused = {*known} - here
    near = split_key(path, unused, places) or nearest(key, sorted(unused))
    help = f"did you mean `{near}`?" if near else f"known here: {', '.join(sorted(known))}"
    fix = Fix(near, safe=False) if near else None
    return Diagnostic("unknown-key", f"unknown key `{key}`", places.key(path), help=help, fix=fix)


def own_key(path: Path, known: Collection[str], places: Places) -> Diagnostic:
    """An unknown key where the editor may have keys of his own."""
    found = unknown_key(path, known, places)
    return found if found.fix else replace(found, help=f"{found.help}; {OWN_KEY}")


def split_key(path: Path, known: Collection[str], places: Places) -> str:
    """A key in which its value stands too, with the space that it lacks; empty for another."""
    name, _, value = str(path[-1]).replace(":", " ", 1).partition(" ")
    is_both = name in known and value.strip() and not places.value(path).text
    return f"{name}: {value.strip()}" if is_both else ""


def _typed_status(path: Path, places: Places) -> Diagnostic:
    return Diagnostic(
        "status-typed",
        f"`status: {places.value(path).text}` is written, and the status is always worked out",
        places.key(path),
        help="take it out: it follows from the sources; `lowered: {to, why, on}` weakens it",
        fix=without_line(places.key(path)),
    )


def without_line(key: Span) -> Fix | None:
    """The line taken out, where nothing else stands on it: no fact and no comment."""
    if not STATUS.fullmatch(key.file.line(key.line)):
        return None
    text = key.file.text
    start, end = text.rfind("\n", 0, key.start) + 1, text.find("\n", key.end) + 1
    return Fix("", safe=True, span=key.file.span(start, end or len(text)))


def _unknown_word(detail: ErrorDetails, span: Span) -> Diagnostic:
    expected = detail["ctx"]["expected"].replace(" or ", ",").split(",")
    allowed, given = [word.strip("' ") for word in expected], str(detail["input"])
    near = nearest(given, allowed, SLIGHT)
    message = f"`{given}` is not one of {', '.join(allowed)}"
    if len(allowed) == 1:
        near, message = allowed[0], f"`{given}` is not `{allowed[0]}`, the only word allowed"
    help, fix = (f"did you mean `{near}`?", Fix(near, safe=False)) if near else ("", None)
    return Diagnostic("wrong-value", message, span, help=help, fix=fix)


def no_value(detail: ErrorDetails, path: Path, subject: Subject) -> Diagnostic:
    """A key behind which nothing is written, with what it holds."""
    model, places = subject
    # A text may stand for a map, and pydantic names keys of that map which nobody wrote.
    there = next(path[:n] for n in range(len(path), -1, -1) if path[:n] in places.values)
    key, span = key_at(model, there), places.value(there)
    named = next((f"`{step}`" for step in reversed(there) if isinstance(step, str)), "text")
    what = f": {key.what}" if key and key.what else ""
    message = f"nothing is written where {named} is expected{what}"
    hint = wanted(key) if key else detail.get("ctx", {}).get("help", "")
    if span.text in NOTHING:
        message = f"`{span.text}` without quotes is no value to YAML"
        hint = "write the value, in quotes if it is this very word, or take the key out"
    return Diagnostic("wrong-value", message, span, help=hint)


def wrong_value(detail: ErrorDetails, path: Path, subject: Subject) -> Diagnostic:
    """A value that its key cannot hold."""
    model, places = subject
    given = detail["input"]
    if detail["type"] in SHAPES:
        message = f"`{path[-1]}` must be a map"
        hint = as_map(given, str(path[-1]), asked(model_at(model, path)))
    elif detail["type"] in LISTS:
        message, hint = f"`{path[-1]}` must be a list", as_list(given)
    else:
        message = detail["msg"].replace("{{", "{")
        hint, key = detail.get("ctx", {}).get("help", ""), key_at(model, path)
        # The example of a type is less than one of the key itself.
        if key and key.shape and hint == key.shape.wanted:
            hint = wanted(key)
    # Of a key that cannot stand, pydantic names the place as `[key]` below it.
    is_key = path[-1:] == ("[key]",)
    span = places.key(path[:-1]) if is_key else places.value(path)
    return Diagnostic("wrong-value", message, span, help=hint)


def not_deeper(model: Any, places: Places) -> Iterator[tuple[list[Path], Diagnostic]]:
    """An empty key, or an entry, with the keys behind it that belong below it, and the message."""
    keys, below, found = list(places.keys), Below(), set[Path]()
    for path in keys:
        below.setdefault(path[:-1], set()).add(str(path[-1]))
    for at, path in enumerate(keys[:-1]):
        is_empty = not places.value(path).text
        is_entry = path in below and _is_map(model_at(model, path[:-1]))
        if path not in found and (is_empty or is_entry):
            holder = keys[at + 1][:-1] if is_empty else path[:-1]
            following = (keys[number] for number in range(at + 1, len(keys)))
            beside = (one for one in following if one[:-1] == holder)
            due, here = model_at(model, path), model_at(model, holder)
            if belong := list(takewhile(partial(is_due, due, here, below), beside)):
                found.update(belong)
                yield [path, *belong], moved(belong, path, places)


def _is_map(model: Any) -> bool:
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
    return _is_map(due) and is_model(holder) and bool(held) and not is_statement


def moved(belong: list[Path], path: Path, places: Places) -> Diagnostic:
    """Keys that belong below another."""
    keys = ", ".join(f"`{one[-1]}`" for one in belong)
    are, begin = ("are", "begin them") if belong[1:] else ("is", "begin it")
    where = "on a level with" if len(belong[0]) == len(path) else "further left than"
    return Diagnostic(
        "not-deeper",
        f"{keys} {are} {where} `{path[-1]}`, and should be below it",
        places.key(belong[0]),
        labels=(Label(places.key(path), "below this"),),
        help=f"{begin} two spaces deeper than `{path[-1]}`, with all lines below",
    )


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
