"""`unknown-key`: a key that nothing reads, and the one that it was most likely meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from generator.diagnostics import Diagnostic, Fix
from generator.load import Mapping, Node
from generator.model.paths import known_keys
from generator.model.record import Path, Places
from generator.model.statement import Statement
from generator.source import Span

# Below this, two keys are different words and not one word misspelt.
CLOSE = 0.75
# Below this, nobody would take one for the other.
FAR = 0.6
# So few letters hardly tell one key from another.
SHORT = 3
TOO_DEEP = "nothing stands below it: if it stands too deep, begin the line some spaces earlier"
TOO_DEEPLY = "if it stands too deep, begin it and what is below it some spaces earlier"
TOO_HIGH = "if it belongs below `{}`, begin it and what is below it some spaces later"
WORDS = "a comment begins with `# `; a text that goes on stands deeper than its key"
COLON = ": "
OPEN = re.compile(r"[\"'\[{]")


def unknown_key(path: Path, known: Iterable[str], places: Places) -> Diagnostic:
    """A key that nothing reads."""
    key, known = str(path[-1]), sorted(known)
    if key == "status":
        return typed_status(path, places)
    # Behind a second colon stands the rest of a text or list, or another key's value.
    is_whole = not places.value(path).text or OPEN.search(key)
    if is_whole and (written := with_colon(key, known)):
        near, hint = written, f"write `{written}`"
    else:
        near = meant(key, known, path, places)
        hint = f"did you mean `{near}`?" if near else otherwise(path, known, places)
    fault = Diagnostic(
        code="unknown-key",
        message=f"unknown key `{key}`",
        span=places.key(path),
        help=hint,
        fix=Fix(near, safe=False) if near else None,
    )
    return unless_there(fault, path, places)


def unless_there(fault: Diagnostic, path: Path, places: Places) -> Diagnostic:
    """An unknown key without the one that is offered for it, where that would then stand twice."""
    if not (near := replaced(fault)) or (*path[:-1], near) not in places.keys:
        return fault
    hint = f"{fault.help}{'' if fault.help.endswith('?') else '.'}"
    return replace(fault, help=f"{hint} That is there already: take one of the two out", fix=None)


def otherwise(path: Path, known: Iterable[str], places: Places) -> str:
    """What may be wrong with a key that is near to none: its depth, or that it is a comment."""
    span, value = places.key(path), places.value(path)
    if " " in str(path[-1]):
        return WORDS
    holds = any(one[:-1] == path for one in places.keys)
    if holds and is_first(span) and (above := entries_above(path, places)):
        earlier = "; if it stands too deep, some spaces earlier" if span.column > 1 else ""
        return TOO_HIGH.format(above) + earlier
    if span.column > 1 and is_first(span) and (holds or not value.text):
        return f"{TOO_DEEPLY}, or take it out" if holds else TOO_DEEP
    return f"known here: {', '.join(sorted(known))}"


def entries_above(path: Path, places: Places) -> str:
    """The key right above beside one, where it holds maps by keys, as `positions`; else empty."""
    line = places.key(path).line
    beside = [one for one in places.keys if one[:-1] == path[:-1] and places.key(one).line < line]
    above = max(beside, key=lambda one: places.key(one).line, default=None)
    is_holder = above and any(one[:-2] == above for one in places.keys)
    return str(above[-1]) if above and is_holder else ""


def with_colon(key: str, known: Iterable[str]) -> str:
    """A key in which its value stands too, as the two; empty for another."""
    name, _, value = key.replace(":", " ", 1).partition(" ")
    return f"{name}{COLON}{value.strip()}" if value.strip() and name in known else ""


def in_place_of(fault: Diagnostic, required: str) -> Diagnostic:
    """An unknown key where another is missing that can hold its value: one of the two."""
    return replace(fault, help=f"did you mean `{required}`?", fix=Fix(required, safe=False))


def replaced(fault: Diagnostic) -> str:
    """The key that is offered for another; empty where none is."""
    is_offered = fault.code == "unknown-key" and fault.fix
    return fault.fix.replacement.partition(COLON)[0] if fault.fix and is_offered else ""


def is_first(key: Span) -> bool:
    """Whether a key is what its line begins with."""
    return not key.file.text[: key.start].rpartition("\n")[2].strip()


def meant(key: str, known: Iterable[str], path: Path, places: Places) -> str:
    """The known key that one was most likely meant to be; empty where none is near."""
    if " " in key:
        return ""
    # Of what is there already only a near one is meant, and of an empty key that stands too deep.
    beside = {one[-1] for one in places.keys if one[:-1] == path[:-1]}
    # A short key is not written with two letters more.
    known = [one for one in known if len(one) > SHORT or len(key) <= len(one) + 1]
    lacking = [one for one in known if one not in beside]
    if turned := [one for one in lacking if sorted(one) == sorted(key)]:
        # Two letters that have changed places are likelier than one that is lost.
        return turned[0]
    cutoff = FAR if places.value(path).text else CLOSE
    choices = ((lacking, CLOSE), (known, cutoff))
    found = (get_close_matches(key, ids, n=1, cutoff=least) for ids, least in choices)
    return next((near[0] for near in found if near), "")


def typed_status(path: Path, places: Places) -> Diagnostic:
    """A status where not even a statement stands; those of statements are told by the rule."""
    return Diagnostic(
        code="status-typed",
        message=f"`status: {places.value(path).text}` is written, and a status always follows",
        span=places.key(path),
        help="take it out; statements have a status, and it follows from their witnesses",
    )


def is_misspelt(fault: Diagnostic) -> bool:
    """Whether a key is so near to one that is known that it is a slip, whatever lacks around it."""
    if fault.code != "unknown-key" or not fault.fix or COLON in fault.fix.replacement:
        return False
    key, meant = fault.span.text, fault.fix.replacement
    return sorted(key) == sorted(meant) or bool(get_close_matches(key, [meant], cutoff=CLOSE))


def is_stray(fault: Diagnostic) -> bool:
    """Whether a key below one that was moved is just its neighbour."""
    return fault.code == "unknown-key" and fault.fix is None


def says_something(node: Node) -> bool:
    """Whether a map has a key that a statement can have."""
    return isinstance(node, Mapping) and not known_keys(Statement).isdisjoint(node.entries)
