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
RESTS = "rests on this, and does not print it"
# What is shown in large, and how like it what was meant is.
HOLDS, LIKE = "holds", 0.5


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
    shown = (Call(HOLDS, holds, record.places.value((HOLDS,))),) if holds else ()
    return (*(call for call in calls if call.function in PRINTING), *shown)


def is_ground(id_: str, ground: str) -> bool:
    """Whether a statement is what a text rests on, or one of the two stands in the other."""
    return f"{id_}.".startswith(f"{ground}.") or ground.startswith(f"{id_}.")


def groundless(record: Record, missing: tuple[Call, ...]) -> Diagnostic:
    """A text with what is printed in it and not among its ground, told at the first."""
    assert isinstance(record.data, Resting)
    first, *others = missing
    rests, is_item = record.data.rests, first.function == HOLDS
    shown = {call.id for call in printed(record)}
    unprinted = [one for one in rests if one not in shown]
    # What an item shows in large stands in its text as well.
    meant = unprinted or (rests if is_item else ())
    near = get_close_matches(first.id, meant, n=1, cutoff=LIKE)
    more = f", nor on {len(others)} more that it prints" if others else ""
    places = record.places
    labels = [Label(places.value(("rests", rests.index(one))), RESTS) for one in unprinted[:SHOWN]]
    verb = "show" if is_item else "print"
    return Pair(
        code="ground-missing",
        message=f"the {what(record)} prints `{first.id}`, and does not rest on it{more}",
        span=first.span,
        severity=Severity.WARNING,
        labels=tuple(labels) or (Label(places.key(("rests",)), "what it rests on"),),
        help=f"{f'{verb} `{near[0]}`, or ' if near else ''}add `{first.id}` to `rests`",
    )
