"""`says-nothing`: whatever has witnesses, or stands under a key of one's own, says something."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import get_origin

from generator.counting import listed
from generator.derive import Dossier
from generator.diagnostics import Diagnostic
from generator.link import Briefing, Located
from generator.model.claim import Claim
from generator.model.fields import yaml_key
from generator.model.paths import model_at
from generator.model.record import Path, Record
from generator.model.statement import SAYING, Act, Position, Statement
from generator.rules.doubts import Doubt
from generator.rules.said import all_statements
from generator.rules.value_without_witness import saying

ADD = "add what it says with its witnesses; a key that only describes belongs into a statement"
# The day of a claim is not what it claims.
SAID = ("said",)
# What would say it, in whatever way.
SAYS = (*map(yaml_key, SAYING), "body", "positions", "compute")
# What a unit is the unit of.
COUNTED = ("value", "compute", "positions", "unit")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statements and positions with keys that only describe."""
    for located in all_statements(dossier.briefing.as_read):
        for path, content in located.statement.contents():
            if is_mute(located, path, content):
                yield empty(located, path)
            elif is_of_nothing(located, path, content):
                yield of_nothing(located, path)


def is_mute(located: Located, path: tuple[str, ...], content: Statement | Position) -> bool:
    """Whether a statement or position says nothing, and nobody can have written that it does."""
    if any(located.may_have(*path, key) for key in SAYS):
        return False
    if is_own(located) and any(map(partial(is_bare_map, located.record), located.record.unread)):
        # It may stand below the one that holds nothing.
        return False
    statement = located.statement
    if statement.target and not statement.does:
        # What is done to it is missing, which `act-without-target` tells.
        return False
    if path:
        # A position may share with the others what it says.
        return bool(content.witnesses) and not (saying(content) or saying(statement))
    # An office is one of a body, whatever it is called.
    rests = statement.positions or statement.compute or getattr(statement, "body", None)
    is_due = bool(content.witnesses) or is_own(located) or is_bare(located)
    return not (saying(content) or rests) and is_due


def is_of_nothing(located: Located, path: tuple[str, ...], content: Statement | Position) -> bool:
    """Whether a unit stands where there is no number for it, and none can have been written."""
    statement = located.statement
    parts = (statement, *statement.positions.values()) if not path else (statement, content)
    counted = statement.compute or any(one.value for one in parts)
    may_be = any(located.may_have(*where, key) for where in (path, ()) for key in COUNTED)
    # Of an act that has lost its deed or target too it is told there.
    is_told = isinstance(content, Act) and not (content.does and content.target)
    return bool(content.unit) and not (counted or may_be or is_told)


def is_bare_map(record: Record, path: Path) -> bool:
    """Whether a key at the top is to hold keys of the editor's own, and has none."""
    is_map = len(path) == 1 and get_origin(model_at(type(record.data), path)) is dict
    return is_map and not any(key[:-1] == path for key in record.places.keys)


def is_own(located: Located) -> bool:
    """Whether a statement stands under a key that the kind does not know."""
    known = {yaml_key(name) for name in type(located.record.data).model_fields}
    return len(located.path) == 1 and located.path[0] not in known


def is_bare(located: Located) -> bool:
    """Whether it is a claim of which nothing is left but what describes it."""
    if not isinstance(located.statement, Claim) or located.path:
        return False
    held = (path for path, model in located.record.models if isinstance(model, Statement))
    return all(path in ((), SAID) for path in held)


def mute_ids(briefing: Briefing) -> frozenset[str]:
    """The ids of the claims that exist but for all that they claim."""
    claims = (one for one in all_statements(briefing) if is_bare(one))
    return frozenset(one.id for one in claims if is_mute(one, (), one.statement))


def empty(located: Located, path: tuple[str, ...]) -> Diagnostic:
    """A statement or position of which nothing would be shown."""
    key = (*located.path, *path)[-1] if located.path or path else located.id
    inferred = dict(located.statement.contents())[path].inferred
    reasons = listed([f"`{one}`" for one in inferred]) if inferred else ""
    return Doubt(
        code="says-nothing",
        message=f"`{key}` {called(located, path)}, and says nothing",
        span=located.key_span(*path),
        help=f"add {reasons}, for which `inferred` gives a reason" if reasons else ADD,
    )


def called(located: Located, path: tuple[str, ...]) -> str:
    """What it is that says nothing."""
    if not path and is_bare(located):
        return "is a claim"
    is_witnessed = bool(dict(located.statement.contents())[path].witnesses)
    return "has witnesses" if is_witnessed else "is taken for a statement"


def of_nothing(located: Located, path: tuple[str, ...]) -> Diagnostic:
    """A unit that has lost its number."""
    return Doubt(
        code="says-nothing",
        message="a `unit`, and no `value` that it is the unit of",
        span=located.span(*path, "unit"),
        help="add the `value`, or take the unit out",
    )
