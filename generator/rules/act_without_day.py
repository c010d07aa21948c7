"""`act-without-day`: an act and its target begin on a day, or nothing follows from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.derive import Dossier
from generator.derive.dossier import Fact
from generator.derive.states import World, record_id, worlds
from generator.derive.when import Today
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Located
from generator.rules.known import Known
from generator.rules.said import Said, is_sound, said
from generator.rules.says_nothing import is_mute
from generator.rules.value_without_witness import unwitnessed_ids
from generator.source import Span

# What goes on from where it was needs no first day; a promise changes no state.
DAYLESS = {"undertake", "extend"}
# What a record begins with.
BEGINS = ("in-force", "date")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts without a first day, and acts upon what has none."""
    world = worlds(dossier.today, dossier.facts)[0]
    new: dict[str, list[Fact]] = {}
    for fact in dossier.acts:
        if fact.id in world.effects and fact.chosen.target and fact.chosen.does not in DAYLESS:
            if world.begin(fact.id):
                # Of an act upon its own record it is told that it names itself.
                for id_ in (one for one in fact.chosen.target if one != fact.record.id):
                    new.setdefault(id_, []).append(fact)
            elif is_sound(dossier.briefing, fact.record.id) and not rests_late(world.today, fact):
                yield dayless(fact.located, str(fact.chosen.does))
    yield from (upon(facts, id_) for id_, facts in new.items() if is_new(world, id_))
    for part in said(dossier.briefing.as_read):
        if part.located.record.id in dossier.briefing.unreadable and is_dayless(part):
            yield dayless(part.located, str(part.content.does))


def is_dayless(part: Said) -> bool:
    """Whether an act of a record that is not whole has no day, neither its own nor the record's."""
    content, record = part.content, part.located.record
    is_act = content.does and content.does not in DAYLESS and content.target
    days = any(record.may_hold((key,)) for key in BEGINS)
    return bool(is_act) and not (content.from_ or part.may_have("from") or days)


def is_new(world: World, target: str) -> bool:
    """True for a target of which nothing is told that could be changed."""
    record, briefing = record_id(target), world.today.briefing
    is_told = target in world.effects or world.begin(target) or world.is_announced(target)
    return not is_told and record in briefing.records and is_complete(world.today, record)


def is_complete(today: Today, record: str) -> bool:
    """True where a day that is not told was never written, with witnesses of any day or without."""
    briefing = today.briefing
    if any(gap.startswith(f"{record}.") for gap in Known.of(briefing).gaps):
        # Others name what is gone of it, and its day may be gone as well.
        return False
    unwitnessed = (id_.partition(".")[0] for id_ in unwitnessed_ids(briefing))
    statements = (one for one in briefing.statements.values() if one.record.id == record)
    is_told = any(is_mute(one, (), one.statement) or is_late(today, one) for one in statements)
    return is_sound(briefing, record) and record not in unwitnessed and not is_told


def rests_late(today: Today, fact: Fact) -> bool:
    """Whether anything of an act's record rests on a source that is not known yet."""
    found = today.briefing.statements.values()
    return any(is_late(today, one) for one in found if one.record.id == fact.record.id)


def is_late(today: Today, located: Located) -> bool:
    """Whether a statement rests on a source of which the edition does not know yet."""
    sources = map(today.briefing.source, located.statement.named)
    return any(one and not today.knows(one.published) for one in sources)


def dayless(located: Located, does: str) -> Diagnostic:
    """An act of which no day is told."""
    return Diagnostic(
        code="act-without-day",
        message=f"`{does}` begins on no day, so no state follows from it",
        span=located.span("does"),
        severity=Severity.WARNING,
        labels=tuple(Label(span, "the reason for its day") for span in reasons(located)),
        help="add `from:`, inferred if need be, or an `in-force` or a `date` to the record",
    )


def reasons(located: Located) -> Iterator[Span]:
    """Where a reason for the day is that an act has lost."""
    keys = located.record.places.keys
    for path, content in located.statement.contents():
        full = (*located.path, *path, "inferred", "from")
        if "from" in content.inferred and full in keys:
            yield keys[full]


def upon(facts: Sequence[Fact], target: str) -> Diagnostic:
    """Acts upon what has no first day."""
    first, *others = facts
    does = first.chosen.does
    return Diagnostic(
        code="act-without-day",
        message=f"`{does}` changes nothing: `{target}` has no first day that is quoted",
        span=first.located.span("target"),
        severity=Severity.WARNING,
        labels=tuple(Label(one.located.span("target"), "nor does this") for one in others),
        help="give the target a quoted `in-force`; `../DAY` says that it held by that day",
    )
