"""The text of a new record, from its model: blanks to fill, and what else there is to say.

Refuses to fill in what nobody knows: a blank is a key without a value, which `check` tells of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from generator.model.keys import Key, keys
from generator.model.record import RecordModel
from generator.model.shapes import IDS
from generator.model.words import written
from generator.reference import own, told

HOW = "Fill in what is blank; take the # off what else there is to say."
BLANK = re.compile(r"^ *(?:(?P<key>[\w-]+):|-)  # (?P<what>.*?)(?:, such as: (?P<example>.*))?$")
PLACES = {"KEY": "a key of your own", "PARTY": "the id of a party"}
EXAMPLES = {"KEY": "opening", "PARTY": IDS["party"]}


@dataclass(frozen=True)
class Given:
    """A value that was found out, and where it is from."""

    value: str
    why: str


@dataclass(frozen=True)
class Blank:
    """A line of a starter in which something is to be filled in."""

    line: int
    key: str
    what: str
    example: str


Known = Mapping[str, Given]


def starter(model: type[RecordModel], known: Known | None = None) -> str:
    """A new record: first what must be there or is known, then, commented, what is usual."""
    given = known or {}
    needed, rest = sorted_out(model, given)
    lines = [f"# {told(model)}", f"# {HOW}"]
    for key in needed:
        lines += filled(key, given[key.name]) if key.name in given else blank(key)
    for key in rest:
        lines += [f"# {line}" for line in blank(key)]
    return "\n".join(lines) + "\n"


def sorted_out(model: type[RecordModel], given: Known) -> tuple[list[Key], list[Key]]:
    """The keys that a new record needs, and those that it may have besides."""
    every = keys(model)
    needed = [key for key in every if is_needed(model, key) or key.name in given]
    usual = {key.name for key in own(model)} | set(model.USUAL)
    return needed, [key for key in every if key.name in usual and key not in needed]


def is_needed(model: type[BaseModel], key: Key) -> bool:
    """True for what a map cannot do without, by its model or by the rules."""
    return key.is_required or key.name in getattr(model, "ASKED", ())


def filled(key: Key, given: Given) -> Iterator[str]:
    """A key with what was found out."""
    yield f"{key.name}: {written(given.value)}  # {given.why}"


def blank(key: Key) -> Iterator[str]:
    """A key to be filled in, with what it holds, and an example."""
    if key.holds:
        yield f"{key.name}:  # {key.what}"
        yield from below(key.holds, own_keys(key))
    elif key.is_list:
        yield f"{key.name}:  # {key.what}"
        yield f"  -  # one of them, such as: {written(listed(key))}"
    else:
        yield f"{key.name}:  # {key.what}, such as: {written(key.good[0])}"


def listed(key: Key) -> str:
    """An example of one thing in a list."""
    first = key.good[0]
    return str(first[0] if isinstance(first, list) else first)


def own_keys(key: Key) -> list[str]:
    """The keys of one's own that lead to what a key holds; as they stand, none is an id."""
    places = ("PARTY" if key.keys_refer else "KEY", "KEY")[: key.depth]
    return [f"{name}:  # {PLACES[name]}, such as: {EXAMPLES[name]}" for name in places]


def below(model: type[BaseModel], steps: list[str]) -> Iterator[str]:
    """What a key holds, indented, below keys of one's own."""
    for depth, step in enumerate(steps, 1):
        yield "  " * depth + step
    indent = "  " * (len(steps) + 1)
    usual = getattr(model, "USUAL", ())
    for key in keys(model):
        if is_needed(model, key) or key.name in usual:
            yield from (indent + line for line in blank(key))


def blanks(text: str) -> tuple[Blank, ...]:
    """What is to be filled in, line by line: what holds nothing, and keys that are not yet ids."""
    lines = text.splitlines()
    found: list[Blank] = []
    holder = ""
    for number, line in enumerate(lines, 1):
        match = BLANK.match(line)
        key = match["key"] if match else ""
        holds = key and depth_of(lines[number : number + 1]) > depth_of([line])
        holder = key or holder
        if match and (not holds or key in PLACES):
            found.append(Blank(number, holder, match["what"], match["example"] or ""))
    return tuple(found)


def depth_of(lines: list[str]) -> int:
    """How far the first of some lines is indented; -1 where there is none."""
    return len(lines[0]) - len(lines[0].lstrip()) if lines else -1
