"""`reason-of-nothing`: what `inferred` gives a reason for is a key that is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from generator.derive import Dossier
from generator.diagnostics import Fix, Severity
from generator.link import Located
from generator.model.statement import PROMISE
from generator.rules.doubts import Doubt
from generator.rules.said import all_statements
from generator.rules.says_nothing import is_mute


@dataclass(frozen=True, slots=True)
class Astray(Doubt):
    """A reason for what a part of a statement has not; `is_key` where its key is written."""

    statement: str = field(kw_only=True)
    path: tuple[str, ...] = field(kw_only=True)
    is_key: bool = field(kw_only=True)


def check(dossier: Dossier) -> Iterator[Astray]:
    """Reasons for keys that neither the statement nor a position of it has, in what is whole."""
    read = dossier.briefing.as_read.records
    for located in all_statements(dossier.briefing):
        for path, content in located.statement.contents():
            # What says nothing at all is told, with what its reason is for; so is half an act.
            is_half = bool(content.does) != bool(content.target) and content.does != PROMISE
            if not content.inferred or is_half or is_mute(located, path, content):
                continue
            written = keys_of(located, path)
            for key in content.inferred:
                full = (*located.path, *path, key)
                if key not in written and not read[located.record.id].may_have(full):
                    yield of_nothing(located, (*path, "inferred", key), written)


def keys_of(located: Located, path: tuple[str, ...]) -> list[str]:
    """The keys that a reason may be for: those beside it, and those that it shares or is shared."""
    own = (*located.path, *path)
    keys = located.record.places.keys
    below = [one for one in keys if one[: len(located.path)] == located.path]
    positions = (*located.path, "positions")
    shared = [one for one in below if one[:-2] == positions or one[:-1] in (located.path, own)]
    return [str(one[-1]) for one in shared]


def of_nothing(located: Located, path: tuple[str, ...], written: list[str]) -> Astray:
    """A reason that readers never see."""
    full = (*located.path, *path)
    # A bare reason is for `value`, and has no key.
    places = located.record.places
    span = places.keys.get(full) or places.key(full[:-1])
    near = meant(path[-1], written)
    return Astray(
        code="reason-of-nothing",
        message=f"a reason for `{path[-1]}`, which is not there",
        span=span,
        severity=Severity.WARNING,
        help=f"did you mean `{near}`?" if near else "name the key that it is for, or take it out",
        fix=Fix(near, safe=False) if near and full in places.keys else None,
        statement=located.id,
        path=path[:-2],
        is_key=full in places.keys,
    )


def meant(key: str, written: list[str]) -> str:
    """The key that a reason was most likely for: one with two letters exchanged before others."""
    turned = [one for one in written if sorted(one) == sorted(key)]
    return next(iter(turned or get_close_matches(key, written, n=1)), "")
