"""`act-in-vain`: an act acts upon what still is."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.dossier import Fact
from generator.derive.state import State
from generator.derive.states import World, over_by_now, worlds
from generator.diagnostics import Diagnostic, Severity
from generator.rules.said import parts
from generator.rules.wanted import is_misprinted
from generator.rules.witness_before_fact import told_dates

# What renews an act starts from its end.
FINAL = {"end", "lift", "replace", "resume"}


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts upon something that others had ended on an earlier day."""
    found = list(overdue(dossier))
    wrong = told_dates(dossier.briefing.as_read) if found else ()
    files = {span.file.path for span in wrong}
    for fact, target, over in found:
        if fact.located.record.file.path not in files and not is_misdated(dossier, fact):
            yield in_vain(fact, target, over)


def overdue(dossier: Dossier) -> Iterator[tuple[Fact, str, State]]:
    """Each such act, with its target and how that had ended."""
    world = worlds(dossier.today, dossier.facts)[0]
    for fact in dossier.acts:
        if fact.id in world.effects and fact.chosen.does not in FINAL:
            for target in fact.chosen.target:
                if over := over_before(world, fact, target):
                    yield fact, target, over


def is_misdated(dossier: Dossier, fact: Fact) -> bool:
    """Whether a day of an act is in none of its quotations, which is told at it."""
    said = parts(dossier.briefing, fact.located)
    return any(is_misprinted(part, "from", "until", "through") for part in said)


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
