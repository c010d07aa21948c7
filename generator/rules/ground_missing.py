"""`ground-missing`: key points and headlines rest on what they print (a warning).

Refuses what rests on nothing, of which that is told, and links, which need not be ground.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from generator.derive import Dossier
from generator.derive.blocks import Call, references
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.record import Record
from generator.rules.doubts import Pair
from generator.rules.passages import PRINTING
from generator.rules.point_rests import Resting, what

SHOWN = 3


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Key points and headlines that print a statement which is none of their ground."""
    known = dossier.briefing.statements
    for record in dossier.briefing.records.values():
        if not isinstance(record.data, Resting):
            continue
        rests = record.data.rests
        # What is named twice is told itself, and may stand for what is missing.
        if rests and len(set(rests)) == len(rests):
            missing = {
                call.id: call
                for call in reversed(printed(record))
                if call.id in known and not any(is_ground(call.id, one) for one in rests)
            }
            if missing:
                yield groundless(record, tuple(reversed(missing.values())))


def printed(record: Record) -> tuple[Call, ...]:
    """The calls of a text that print a statement, and what an item of the strip shows in large."""
    calls = (call for span in record.prose for call in references(span))
    holds = getattr(record.data, "holds", None)
    shown = (Call("state", holds, record.places.value(("holds",))),) if holds else ()
    return (*(call for call in calls if call.function in PRINTING), *shown)


def is_ground(id_: str, ground: str) -> bool:
    """Whether a statement is what a text rests on, or one of the two stands in the other."""
    return f"{id_}.".startswith(f"{ground}.") or ground.startswith(f"{id_}.")


def groundless(record: Record, missing: tuple[Call, ...]) -> Diagnostic:
    """A text with what is printed in it and not among its ground, told at the first."""
    assert isinstance(record.data, Resting)
    first, *others = missing
    shown = {call.id for call in printed(record)}
    unprinted = [one for one in record.data.rests if one not in shown]
    near = get_close_matches(first.id, unprinted, SHOWN, cutoff=0)
    places = record.places
    more = f", nor on {len(others)} more that it prints" if others else ""
    return Pair(
        code="ground-missing",
        message=f"the {what(record)} prints `{first.id}`, and does not rest on it{more}",
        span=first.span,
        severity=Severity.WARNING,
        labels=tuple(
            Label(
                places.value(("rests", record.data.rests.index(one))),
                "rests on this, and does not print it",
            )
            for one in near
        )
        or (Label(places.key(("rests",)), "what it rests on"),),
        help=f"print `{near[0]}`, or add `{first.id}` to `rests`"
        if near
        else f"add `{first.id}` to `rests`",
    )
