"""The text of a new record, from its model: blanks to fill, and what else there is to say."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from pydantic import BaseModel

from generator.model.keys import Key, is_needed, keys, written
from generator.model.record import OpenRecordModel, RecordModel
from generator.model.shapes import FLAG_SHAPE, IDS, ORIGIN_SHAPE, PERIOD_SHAPE
from generator.model.statement import Statement
from generator.reference import TITLE, own, summary_of

HOW = (
    "Fill in what is blank. Take `# ` with its space off what else there is to say; the rest goes."
)
MORE = f"Every key, with examples: “{TITLE}”, under About on the site."
BLANK = re.compile(r"^ *(?:(?P<key>[\w-]+):|-)  # (?P<what>.*?)(?:, (?:such as `|one of: ).*)?$")
PLACES = {
    "KEY": "a key of your own",
    "PARTY": "the id of a party",
    "PERIOD": "the period, or a name where it has several figures",
}
OWN_KEY, OWN_STATEMENT = "opening", "a statement of your own, with a key of your own"


@dataclass(frozen=True)
class Given:
    """A value that was found out, and where it is from."""

    value: str
    why: str


@dataclass(frozen=True)
class Found:
    """What need not be asked: values by key, an id of each kind, and what helps with a key."""

    given: Mapping[str, Given] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=lambda: IDS)
    hints: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Blank:
    """A line of a starter in which something is to be filled in."""

    line: int
    key: str
    what: str


def starter(model: type[RecordModel], found: Found) -> str:
    """A new record: first what must be there or is known, then, commented, what else may be."""
    needed, rest = sorted_out(model, found)
    lines = [f"# {summary_of(model)}", f"# {HOW}", f"# {MORE}"]
    for key in needed:
        given = found.given.get(key.name)
        lines += filled(key, given) if given else blank(key, found)
    for key in rest:
        lines += commented(blank(key, found))
    if issubclass(model, OpenRecordModel):
        lines += commented(_own_statement(found))
    return "\n".join(lines) + "\n"


def sorted_out(model: type[RecordModel], found: Found) -> tuple[list[Key], list[Key]]:
    """The keys that a new record needs, and those that it may have: its own, then every one's."""
    every = keys(model)
    needed = [key for key in every if is_needed(model, key) or key.name in found.given]
    mine = {key.name for key in own(model)} | set(model.USUAL)
    may = {name: None for name in (*(key.name for key in every if key.name in mine), *model.ALSO)}
    by_name = {key.name: key for key in every}
    return needed, [by_name[name] for name in may if by_name[name] not in needed]


def filled(key: Key, given: Given) -> Iterator[str]:
    """A key with what was found out."""
    yield f"{key.name}: {written(given.value)}  # {given.why}"


def blank(key: Key, found: Found) -> Iterator[str]:
    """A key to be filled in, with what it holds, and what it allows or examples."""
    what = "; ".join(one for one in (key.what, found.hints.get(key.name, "")) if one)
    if key.holds:
        yield f"{key.name}:  # {what}"
        # What helps with a page's own keys does not with those of its quotations.
        yield from below(key.holds, own_keys(key, found), replace(found, hints={}))
    elif key.is_list:
        yield f"{key.name}:  # {what}"
        yield f"  -  # one of them{examples(key, found)}"
    else:
        yield f"{key.name}:  # {what}{examples(key, found)}"


def examples(key: Key, found: Found) -> str:
    """All words that a key allows, else one example of each sort, each to be taken as it stands."""
    if (key.is_choice and len(key.good) > 1) or key.good == FLAG_SHAPE.good:
        return f", one of: {', '.join(key.good)}"
    return _such_as(*map(written, shown(key, found)))


def _such_as(*given: str) -> str:
    *before, last = [f"`{one}`" for one in given]
    return f", such as {' or '.join(filter(None, (', '.join(before), last)))}"


def shown(key: Key, found: Found) -> tuple[object, ...]:
    """The examples of a key: ids that there are where those of others are due."""
    if key.shows:
        words = (one for one in ORIGIN_SHAPE.words if one in key.good)
        return tuple(dict.fromkeys((*words, *(found.ids[kind] for kind in key.shows))))
    return tuple(one[0] for one in key.good) if key.is_list else key.good


def own_keys(key: Key, found: Found) -> list[str]:
    """The keys of one's own that lead to what a key holds; as they stand, none is an id."""
    named = ["PERIOD" if shape is PERIOD_SHAPE else "KEY" for shape in key.own]
    if key.keys_refer:
        named[0] = "PARTY"
    fits = {"KEY": OWN_KEY, "PARTY": found.ids["party"], "PERIOD": "2025-05"}
    return [f"{name}:  # {PLACES[name]}{_such_as(fits[name])}" for name in named]


def _own_statement(found: Found) -> Iterator[str]:
    yield f"KEY:  # {OWN_STATEMENT}{_such_as(OWN_KEY)}"
    yield from below(Statement, [], found)


def below(model: type[BaseModel], steps: list[str], found: Found) -> Iterator[str]:
    """What a key holds, indented, below keys of one's own; what it only may hold, commented."""
    for depth, step in enumerate(steps, 1):
        yield "  " * depth + step
    indent = "  " * (len(steps) + 1)
    asked, also = getattr(model, "USUAL", ()), getattr(model, "ALSO", ())
    plain = [key for key in keys(model) if is_needed(model, key) or key.name in asked]
    may = [key for key in keys(model) if key.name in also and key not in plain]
    for key in plain:
        yield from (indent + line for line in blank(key, found))
    for key in may:
        yield from (indent + line for line in commented(blank(key, found)))


def commented(lines: Iterator[str]) -> Iterator[str]:
    """Lines with a # in front."""
    return (f"# {line}" for line in lines)


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
            found.append(Blank(number, holder, match["what"]))
    return tuple(found)


def depth_of(lines: list[str]) -> int:
    """How far the first of some lines is indented; -1 where there is none."""
    return len(lines[0]) - len(lines[0].lstrip()) if lines else -1
