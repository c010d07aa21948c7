"""`act-without-day`: an act and its target begin on a day, or nothing follows from it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.dossier import Fact
from generator.derive.states import World, record_id, worlds
from generator.diagnostics import Diagnostic, Severity
from generator.link import Briefing
from generator.rules.said import is_sound
from generator.rules.value_without_witness import unwitnessed_ids

# What goes on from where it was needs no first day; a promise changes no state.
DAYLESS = {"undertake", "extend"}


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts without a first day, and acts upon what has none."""
    world = worlds(dossier.today, dossier.facts)[0]
    for fact in dossier.acts:
        if fact.id in world.effects and fact.chosen.target and fact.chosen.does not in DAYLESS:
            if world.begin(fact.id):
                yield from (upon(fact, id_) for id_ in fact.chosen.target if is_new(world, id_))
            elif is_sound(dossier.briefing, fact.record.id):
                yield dayless(fact)


def is_new(world: World, target: str) -> bool:
    """True for a target of which nothing is told that could be changed."""
    record, briefing = record_id(target), world.today.briefing
    is_told = target in world.effects or world.begin(target) or world.is_announced(target)
    return not is_told and record in briefing.records and is_complete(briefing, record)


def is_complete(briefing: Briefing, record: str) -> bool:
    """True where a day that is not told was never written, with witnesses or without."""
    unwitnessed = (id_.partition(".")[0] for id_ in unwitnessed_ids(briefing))
    return is_sound(briefing, record) and record not in unwitnessed


def dayless(fact: Fact) -> Diagnostic:
    """An act of which no day is told."""
    return Diagnostic(
        code="act-without-day",
        message=f"`{fact.chosen.does}` begins on no day, so no state follows from it",
        span=fact.located.span("does"),
        severity=Severity.WARNING,
        help="add `from:`, inferred if need be, or an `in-force` or a `date` to the record",
    )


def upon(fact: Fact, target: str) -> Diagnostic:
    """An act upon what has no first day."""
    return Diagnostic(
        code="act-without-day",
        message=f"`{fact.chosen.does}` changes nothing: `{target}` has no first day that is quoted",
        span=fact.located.span("target"),
        severity=Severity.WARNING,
        help="give the target a quoted `in-force`; `../DAY` says that it held by that day",
    )
