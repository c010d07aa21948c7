"""`act-in-vain`: an act acts upon what still is."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.dossier import Fact
from generator.derive.state import State
from generator.derive.states import World, over_by_now, worlds
from generator.diagnostics import Diagnostic, Severity

# What renews an act starts from its end.
FINAL = {"end", "lift", "replace", "resume"}


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts upon something that others had ended on an earlier day."""
    world = worlds(dossier.today, dossier.facts)[0]
    for fact in dossier.acts:
        if fact.id in world.effects and fact.chosen.does not in FINAL:
            for target in fact.chosen.target:
                if over := over_before(world, fact, target):
                    yield in_vain(fact, target, over)


def over_before(world: World, fact: Fact, target: str) -> State | None:
    """How a target had ended before an act upon it, if another act ended it."""
    over, begun = over_by_now(world, target), world.begin(fact.id) or fact.known_from
    is_before = over and over.on and begun and over.on < begun
    return over if is_before and over and over.word == "ended" else None


def in_vain(fact: Fact, target: str, over: State) -> Diagnostic:
    """An act that changes no state, with what it acts upon."""
    return Diagnostic(
        code="act-in-vain",
        message=f"`{fact.chosen.does}` changes nothing: `{target}` {over.text()}",
        span=fact.located.span("target"),
        severity=Severity.WARNING,
        help="name what still holds, such as the act that took its place",
    )
