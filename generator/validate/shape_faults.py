"""What is wrong with the shape of a record, put into words: what was found, where, what is due.

Refuses to find any: `validate` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

from generator.counting import listed
from generator.diagnostics import Diagnostic, Fix
from generator.load.nodes import NOTHING
from generator.model.fields import ID_FAULT
from generator.model.keys import asked
from generator.model.paths import key_at, model_at
from generator.model.record import Path, Places
from generator.model.words import as_list, as_map, likely, wanted
from generator.source import Span

# What is held against what: a model, and the places of a file.
Subject = tuple[Any, Places]

SHAPES = {"model_type", "dict_type", "model_attributes_type"}
LISTS = {"tuple_type", "list_type"}
KEY_WORD = re.compile(r"[a-z0-9]+")
# A bound without quotes.
SIGN = re.compile(r"[>|]\d+")


@dataclass(frozen=True, slots=True)
class Lacking(Diagnostic):
    """Keys that a map must have and has not; `owner` is how it is called."""

    keys: tuple[str, ...] = field(kw_only=True)
    owner: str = field(kw_only=True)


def missing_key(path: Path, places: Places) -> Diagnostic:
    """A key that the map must have and has not; told at the map's first key."""
    holder = path[:-1]
    first = next((span for key, span in places.keys.items() if key[:-1] == holder), None)
    owner = f" in `{holder[-1]}`" if holder else ""
    return lacking(
        (str(path[-1]),), owner, places.key(holder) if holder else first or places.file.head
    )


def lacking(keys: Sequence[str], owner: str, span: Span) -> Lacking:
    """Some keys that the map at a place has not."""
    return Lacking(
        code="missing-key",
        message=f"{listed([f'no `{key}`' for key in keys])}{owner}",
        span=span,
        help=f"add {listed([f'`{key}:`' for key in keys])} here",
        keys=tuple(keys),
        owner=owner,
    )


def together(faults: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Some faults, the keys that one map lacks in one."""
    faults = list(faults)
    lacks: dict[tuple[Span, str], list[str]] = {}
    for one in faults:
        if isinstance(one, Lacking):
            lacks.setdefault((one.span, one.owner), []).extend(one.keys)
    for one in faults:
        if not isinstance(one, Lacking):
            yield one
        elif keys := lacks.pop((one.span, one.owner), None):
            yield lacking(keys, one.owner, one.span)


def other_key(path: Path, due: Path, places: Places) -> Diagnostic:
    """A known key in the place of one that looks like it."""
    return Diagnostic(
        code="wrong-value",
        message=f"`{path[-1]}` cannot hold this, and there is no `{due[-1]}`",
        span=places.key(path),
        help=f"did you mean `{due[-1]}`?",
        fix=Fix(str(due[-1]), safe=False),
    )


def unknown_word(detail: ErrorDetails, span: Span) -> Diagnostic:
    """A word that is not one of the few allowed."""
    allowed = [
        word.strip("' ") for word in detail["ctx"]["expected"].replace(" or ", ",").split(",")
    ]
    given = detail["input"]
    near = get_close_matches(str(given), allowed, n=1)
    near = near or [word for word in allowed if word in str(given).casefold().split()]
    if len(allowed) == 1:
        return Diagnostic(
            code="wrong-value",
            message=f"`{given}` is not `{allowed[0]}`, the one word that may stand here",
            span=span,
            help=f"write `{allowed[0]}`",
            fix=Fix(allowed[0], safe=False),
        )
    return Diagnostic(
        code="wrong-value",
        message=f"`{given}` is not one of {', '.join(allowed)}",
        span=span,
        help=f"did you mean `{near[0]}`?" if near else "",
        fix=Fix(near[0], safe=False) if near else None,
    )


def no_value(detail: ErrorDetails, path: Path, subject: Subject) -> Diagnostic:
    """A key behind which nothing stands, with what it holds."""
    model, places = subject
    # A text may stand for a map, and pydantic names keys of that map which nobody wrote.
    written = next(path[:n] for n in range(len(path), -1, -1) if path[:n] in places.values)
    key = key_at(model, written)
    named = next((step for step in reversed(written) if isinstance(step, str)), "")
    if found := SIGN.match(places.value(written).text):
        return bound(found[0], places.value(written))
    if (word := places.value(path).text) in NOTHING:
        return nothing(word, places.value(path))
    due = f"`{named}`" if named else "text"
    return Diagnostic(
        code="wrong-value",
        message=f"nothing stands where {due} is due{f': {key.what}' if key and key.what else ''}",
        span=places.value(path),
        help=wanted(key) if key else detail.get("ctx", {}).get("help", ""),
    )


def nothing(word: str, span: Span) -> Diagnostic:
    """A word that every reader of YAML takes for no value, an editor's too."""
    return Diagnostic(
        code="wrong-value",
        message=f"`{word}` without quotes is no value to YAML",
        span=span,
        help="write what is due here, in quotes where it is this very word, or take the key out",
    )


def bound(sign: str, span: Span) -> Diagnostic:
    """A value with the sign that begins a text on the lines below."""
    return Diagnostic(
        code="wrong-value",
        message=f"`{sign[0]}` begins a text on the lines below, and nothing stands there",
        span=span,
        help=f'put the value in quotes: `"{sign}"`',
    )


def wrong_value(detail: ErrorDetails, path: Path, subject: Subject) -> Diagnostic:
    """A value that its key cannot hold."""
    model, places = subject
    if detail["type"] in SHAPES:
        message = f"`{path[-1]}` is due to be a map"
        hint = as_map(detail["input"], str(path[-1]), asked(model_at(model, path)))
    elif detail["type"] in LISTS:
        given = detail["input"]
        message, hint = f"`{path[-1]}` is due to be a list", as_list(given)
    else:
        message = detail["msg"].replace("{{", "{")
        hint, key = detail.get("ctx", {}).get("help", ""), key_at(model, path)
        # The example of a type is less than one of the key itself.
        if key and key.shape and hint == key.shape.wanted:
            near = likely(detail["input"], key.shape)
            hint = f"did you mean `{near}`?" if near else wanted(key)
    # Of a key that cannot stand, pydantic names the place as `[key]` below it.
    if path[-1:] == ("[key]",):
        return wrong_key(message, hint, places.key(path[:-1]))
    return Diagnostic(code="wrong-value", message=message, span=places.value(path), help=hint)


def wrong_key(message: str, hint: str, span: Span) -> Diagnostic:
    """A key that cannot stand; of one that should be an id, what it would be as one."""
    words = KEY_WORD.findall(span.text.casefold())
    if words and message.endswith(ID_FAULT):
        hint = f"write an id, such as `{'-'.join(words)}`"
    return Diagnostic(code="wrong-value", message=message, span=span, help=hint)


def bare_value(path: Path, places: Places) -> Diagnostic:
    """A value without its witnesses, where a statement is due."""
    return Diagnostic(
        code="wrong-value",
        message=f"`{path[-1]}` is due to be a statement",
        span=places.value(path),
        help="write `{value: ..., witnesses: [source#quotation]}`",
    )
