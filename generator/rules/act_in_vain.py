"""`act-in-vain`: an act acts upon what still is.

Refuses acts upon an act that is told: what is wrong with that is why they change nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from generator.derive import Dossier
from generator.derive.dossier import Fact
from generator.derive.state import State
from generator.derive.states import (
    PROLONGING,
    Effect,
    World,
    end_of,
    over_by_now,
    record_id,
    worlds,
)
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.dates import in_words
from generator.model.fields import yaml_key
from generator.rules.act_of_other import conflicts
from generator.rules.said import parts, said
from generator.rules.wanted import is_misprinted
from generator.rules.witness_before_fact import told_dates

# What renews an act starts from its end.
FINAL = {"end", "lift", "replace", "resume"}
ENDS = ("until", "through", "for_")


class Vain(NamedTuple):
    """An act, what it acts upon, and how that had ended before."""

    fact: Fact
    target: str
    over: State


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts upon what others had ended by then, and extensions of what has no end or a later one."""
    world = worlds(dossier.today, dossier.facts)[0]
    found = list(first_of(overdue(dossier, world)))
    wrong = told_dates(dossier.briefing.as_read) if found else ()
    files = {span.file.path for span in wrong}
    days = misprinted_days(dossier) if found else frozenset()
    by_day: dict[date | None, list[Vain]] = defaultdict(list)
    for one in found:
        is_wrong = one.fact.located.record.file.path in files or one.over.on in days
        if not (is_wrong or is_misdated(dossier, one.fact)):
            by_day[one.over.on].append(one)
    yield from extended(dossier, world)
    yield from not_prolonged(dossier, world)
    for several in by_day.values():
        ending = ended_by(dossier, world, several)
        if ending and is_upon_other(dossier, ending):
            # What it ends is not its own, which is told.
            continue
        is_early = ending and len(several) > 1
        yield from [too_early(ending, several)] if ending and is_early else map(in_vain, several)


def extended(dossier: Dossier, world: World) -> Iterator[Diagnostic]:
    """Extensions of what has no end of its own and is suspended: the suspension may be meant."""
    for fact in dossier.acts:
        begun = world.begin(fact.id) or fact.known_from
        if fact.id in world.effects and fact.chosen.does == "extend" and begun:
            for target in fact.chosen.target:
                held = suspending(world, target, begun)
                if held and target not in world.effects and world.end(target) is None:
                    yield endless(fact, target, held[-1])


def suspending(world: World, target: str, day: date) -> list[str]:
    """The acts that suspend something on a day."""
    upon = world.on.get(target, ())
    days = [world.begin(one.id) for one in upon if one.content.does in {*FINAL, "resume"}]
    lifted = [one for one in days if one and one <= day]
    held = [one.id for one in upon if one.content.does == "suspend"]
    ends = {id_: end_of(world, id_) for id_ in held}
    begun = [id_ for id_ in held if (start := world.begin(id_)) and start <= day]
    return [id_ for id_ in begun if not lifted and (ends[id_] or date.max) >= day]


def not_prolonged(dossier: Dossier, world: World) -> Iterator[Diagnostic]:
    """Extensions to a day that is no later than the end that they extend."""
    found = [
        (fact, target, kept)
        for fact in dossier.acts
        if fact.id in world.effects and fact.chosen.does == "extend"
        for target in fact.chosen.target
        if (kept := end_kept(world, fact, target))
    ]
    wrong = misprinted_days(dossier) if found else frozenset()
    for fact, target, (end, giver) in found:
        held = [dossier.facts[id_] for id_ in (fact.id, target, giver) if id_ in dossier.facts]
        if end not in wrong and not any(is_misdated(dossier, one) for one in held):
            yield no_longer(fact, target, end)


def end_kept(world: World, fact: Fact, target: str) -> tuple[date, str] | None:
    """The end of a target before an extension that leads to none later, and what gives it."""
    end, giver = world.end(target), fact.id
    for effect in world.upon(target):
        until = world.stated_end(effect.id, effect.content, end)
        if effect.id == fact.id:
            # Two records may tell of one extension, as an agreement and the order that follows do.
            is_told_of = until == end and record_id(giver) != fact.record.id
            return (end, giver) if until and end and until <= end and not is_told_of else None
        if effect.content.does in PROLONGING and until and concerns(effect, fact):
            end, giver = until, effect.id
    return None


def concerns(effect: Effect, fact: Fact) -> bool:
    """Whether an act is of the same side as another: each side may extend its own part."""
    one, other = effect.content.party, fact.chosen.party
    return not (one and other) or one == other


def misprinted_days(dossier: Dossier) -> frozenset[date]:
    """The days that stand in none of their quotations, which is told where they are written."""
    dates = (
        part.content.value.date
        for part in said(dossier.briefing)
        if part.content.value and is_misprinted(part, "value")
    )
    return frozenset(day for one in dates if one for day in (one.first, one.last))


def overdue(dossier: Dossier, world: World) -> Iterator[Vain]:
    """Each such act by what it acts upon."""
    for fact in dossier.acts:
        if fact.id in world.effects and fact.chosen.does != "resume":
            for target in fact.chosen.target:
                if over := over_before(world, fact, target):
                    yield Vain(fact, target, over)


def first_of(found: Iterable[Vain]) -> Iterator[Vain]:
    """Those that act upon no other act that changes nothing."""
    several = list(found)
    vain = {one.fact.id for one in several}
    return (one for one in several if one.target not in vain)


def ended_by(dossier: Dossier, world: World, several: list[Vain]) -> Fact | None:
    """The one act that ended things on the day on which the targets of several had ended."""
    day = several[0].over.on
    ending = [
        one for one in dossier.acts if one.chosen.does in FINAL and world.begin(one.id) == day
    ]
    targets = {one.target for one in several}
    upon = [one for one in ending if targets.intersection(one.chosen.target)]
    found = upon or ending
    return found[0] if len(found) == 1 else None


def is_upon_other(dossier: Dossier, ending: Fact) -> bool:
    """Whether an act is upon what is another side's."""
    path, places = (*ending.located.path, "target"), ending.record.places
    own = {places.value((*path, at)) for at in range(len(ending.chosen.target))}
    return any(one.span in own for one in conflicts(dossier.briefing.as_read))


def is_misdated(dossier: Dossier, fact: Fact) -> bool:
    """Whether a day of an act is in none of its quotations, which is told at it."""
    found = parts(dossier.briefing, fact.located)
    return any(is_misprinted(part, "from", "for", "until", "through") for part in found)


def over_before(world: World, fact: Fact, target: str) -> State | None:
    """How a target had ended by the day of an act upon it, if another act ended it."""
    over, begun = over_by_now(world, target), world.begin(fact.id) or fact.known_from
    if not (over and over.on and begun and over.word == "ended"):
        return None
    # What ends something ends it on its own day.
    is_ending = fact.chosen.does in FINAL
    return over if over.on < begun or (over.on == begun and not is_ending) else None


def in_vain(one: Vain) -> Diagnostic:
    """An act that changes no state, with what it acts upon."""
    return Diagnostic(
        code="act-in-vain",
        message=f"`{one.fact.chosen.does}` changes nothing: `{one.target}` {one.over.text()}",
        span=one.fact.located.span("target"),
        severity=Severity.WARNING,
        help="name what still holds, such as the act that took its place",
    )


def endless(fact: Fact, target: str, suspension: str) -> Diagnostic:
    """An extension of what has no end, with the suspension of it."""
    return Diagnostic(
        code="act-in-vain",
        message=f"`extend` changes nothing: `{target}` is suspended, and has no end",
        span=fact.located.span("target"),
        severity=Severity.WARNING,
        help=f"to extend the suspension, name it: `{suspension}`",
    )


def no_longer(fact: Fact, target: str, end: date) -> Diagnostic:
    """An extension that leaves an end where it was, or brings it forward."""
    given = next((key for key in ENDS if getattr(fact.chosen, key)), "target")
    return Diagnostic(
        code="act-in-vain",
        message=f"`extend` prolongs nothing: `{target}` ends {in_words(end)} without it",
        span=fact.located.span(yaml_key(given)),
        severity=Severity.WARNING,
        help="mend the day, or name what it extends",
    )


def too_early(ending: Fact, several: list[Vain]) -> Diagnostic:
    """An act that ended what several others act upon later."""
    day = in_words(several[0].over.on) if several[0].over.on else ""
    return Diagnostic(
        code="act-in-vain",
        message=f"`{ending.chosen.does}` on {day} leaves nothing to {len(several)} later acts",
        span=ending.located.span("from") if ending.chosen.from_ else ending.located.span("target"),
        severity=Severity.WARNING,
        labels=(
            *(Label(one.fact.located.span("target"), "acts later") for one in several),
            *((Label(ending.located.span("target"), "what it ends"),) * bool(ending.chosen.from_)),
        ),
        help="its day or its target is wrong, or each of those acts upon what still holds, such as "
        "the act that took its place",
    )
