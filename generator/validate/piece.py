"""What stands between two commas in braces, and is no key: put into words.

Refuses to find any fault: a value with a comma of its own leaves one that others find.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Any, get_origin

from generator.diagnostics import Diagnostic, Fix
from generator.load.faults import CURLED, CURLY
from generator.model.fields import NameTexts
from generator.model.paths import field_at, inner, known_keys, model_at
from generator.model.record import Path, Places
from generator.model.shapes import ID, LANGUAGE, WITNESS
from generator.validate.unknown_key import unless_there

# A key and its value, with too little between them, or a sign of another script.
JOINED = re.compile(r"([\w-]+?)( *[ :：=] *)([^\s:：=].*)", re.DOTALL)
END = re.compile(r"\s*[,}]")
NUMBER = re.compile(r"[\d.,]+")
ONE = re.compile(rf"{ID}|{WITNESS}")
# Words that follow a language and a mere space are another language's own.
LATIN = re.compile(r"[\x00-\u024f]*")
OWN = "en"


def is_piece(path: Path, places: Places) -> bool:
    """Whether a key in braces has neither a value nor a colon."""
    key = places.keys.get(path)
    if key is None or places.value(path).text:
        return False
    return END.match(key.file.text, key.end) is not None


def run_of(path: Path, places: Places) -> tuple[Path | None, list[Path]]:
    """The key that a comma behind its value ends, if any, and all the pieces behind it."""
    first: Path | None = None
    run: list[Path] = []
    beside = (one for one in places.keys if one[:-1] == path[:-1])
    for one in sorted(beside, key=lambda one: places.keys[one].start):
        if is_piece(one, places):
            run.append(one)
        elif path in run:
            break
        else:
            first, run = one, []
    return first, run


def as_piece(fault: Diagnostic, path: Path, subject: tuple[Any, Places]) -> Diagnostic:
    """A fault of a piece, with what it was most likely meant to be; told at its first one."""
    model, places = subject
    key = str(path[-1])
    holder = model_at(model, path[:-1])
    if joined := with_colon(key, holder):
        written = replace(fault, help=f"write `{joined}`", fix=Fix(joined, safe=False))
        return unless_there(written, path, places)
    first, run = run_of(path, places)
    if first is None or key in known_keys(holder):
        return fault
    parts = [places.value(first).text, *(str(one[-1]) for one in run)]
    return replace(
        fault,
        message=f"`{run[0][-1]}` stands behind a comma, and is no key",
        span=places.key(run[0]),
        help=as_whole(parts, first, model),
        fix=None,
    )


def with_colon(key: str, holder: Any) -> str:
    """A key with its value as the two; empty where it is none."""
    found = JOINED.fullmatch(key)
    if found is None:
        return ""
    name, sign, value = found.groups()
    is_known = name in known_keys(holder) or (
        holder is NameTexts and is_language(name, sign, value)
    )
    return f"{name}: {value}" if is_known else ""


def is_language(name: str, sign: str, value: str) -> bool:
    """Whether a word is the language of what follows a sign; of a space, only of foreign words."""
    is_apart = sign.strip() or name == OWN or not LATIN.fullmatch(value)
    return bool(is_apart) and re.fullmatch(LANGUAGE, name) is not None


def as_whole(parts: Collection[str], path: Path, model: Any) -> str:
    """How a value is written that has a comma: as a list, a number or a text."""
    if is_list(model, path) and all(map(ONE.fullmatch, parts)):
        return f"write several as `{path[-1]}: [{', '.join(parts)}]`, and `.` or `-` within one"
    if any(re.search(CURLY, part) for part in parts):
        return f"a comma ends the value here: {CURLED}"
    if all(map(NUMBER.fullmatch, parts)):
        return (
            "a comma ends the value here: write `.` before decimals, and thousands without a sign"
        )
    return (
        f"a comma ends the value of `{path[-1]}` here: put text in quotes, and write `.` or `-` "
        "within an id"
    )


def is_list(model: Any, path: Path) -> bool:
    """Whether a key holds several of something."""
    holder, name = field_at(model, path)
    return bool(name) and get_origin(inner(holder.model_fields[name].annotation)) is tuple
