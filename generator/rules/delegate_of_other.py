"""`delegate-of-other`: who acts for one side is no delegate or head of another (a warning)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.person import Person
from generator.model.record import Path, Record
from generator.model.round import Round
from generator.model.statement import Statement
from generator.rules.act_of_other import is_party
from generator.rules.doubts import Doubt
from generator.source import Span


@dataclass(frozen=True)
class Delegate:
    """A person in a delegation of a round, with the place; `side` is the one acted for.

    `own` is the place of the delegation of that side, where it has one.
    """

    id: str
    name: str
    side: str
    party: str
    round: str
    span: Span
    own: Span | None = None


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """The persons of one side among the delegates of another, told once for a delegation.

    Of one who stands there in several rounds, and nowhere else, it is told once in all.
    """
    briefing = dossier.briefing.as_read
    each = list(delegates(briefing))
    at_home = {one.id for one in each if one.side == one.party}
    away = [one for one in each if one.side != one.party]
    yield from of_delegations(briefing, away, at_home)
    # Whose side the delegations leave in doubt is told there.
    sure = at_home - {one.id for one in away}
    for record in briefing.of_kind("round"):
        if found := [one for one in heads(briefing, record) if one.id in sure]:
            yield heading(found)


def of_delegations(
    briefing: Briefing, away: list[Delegate], at_home: set[str]
) -> Iterator[Diagnostic]:
    """Delegates of another side, those of one delegation or person together."""
    rounds: dict[str, list[Delegate]] = defaultdict(list)
    for one in away:
        rounds[one.id].append(one)
    of_other = {id_ for id_, found in rounds.items() if len(found) > 1 and id_ not in at_home}
    for id_ in sorted(of_other):
        yield of_side(briefing.records[id_], rounds[id_])
    by_delegation: dict[tuple[str, str], list[Delegate]] = defaultdict(list)
    for one in away:
        if one.id not in of_other:
            by_delegation[one.round, one.party].append(one)
    by_round: dict[str, list[list[Delegate]]] = defaultdict(list)
    for (round_, _), found in by_delegation.items():
        by_round[round_].append(found)
    for several in by_round.values():
        yield from [exchanged(*several)] if is_exchange(several) else map(misplaced, several)


def is_exchange(found: list[list[Delegate]]) -> bool:
    """Whether it is two delegations, each of which is the other side's."""
    pairs = {(one.side, one.party) for several in found for one in several}
    return len(found) > 1 and len(pairs) > 1 and all((b, a) in pairs for a, b in pairs)


def exchanged(one: list[Delegate], *others: list[Delegate]) -> Diagnostic:
    """Delegations under each other's side."""
    first, *more = (delegate for several in (one, *others) for delegate in several)
    return Diagnostic(
        code="delegate-of-other",
        message=f"the delegations of `{first.party}` and `{first.side}` are each other's",
        span=first.span,
        severity=Severity.WARNING,
        labels=tuple(Label(delegate.span, "acts for the other side") for delegate in more),
        help=f"let `{first.party}:` and `{first.side}:` change places",
    )


def delegates(briefing: Briefing) -> Iterator[Delegate]:
    """Who stands in the delegation of a known party, and is known to act for one."""
    for record in briefing.of_kind("round"):
        for party, key, id_ in members(briefing, record):
            side = side_of(briefing, id_)
            # Where nothing can be read below the own side, somebody may have been meant there.
            if side and not record.may_have(("delegations", side)):
                span = record.places.key(("delegations", party, key))
                own = record.places.keys.get(("delegations", side))
                yield Delegate(id_, briefing.name(id_), side, party, record.id, span, own)


def side_of(briefing: Briefing, id_: str) -> str:
    """The side that a person acts for; of one that there is not another rule tells."""
    person = briefing.records.get(id_)
    side = person.data.party if person and isinstance(person.data, Person) else None
    return side if side and side in briefing.records else ""


def members(briefing: Briefing, record: Record) -> Iterator[tuple[str, str, str]]:
    """The persons of a round by delegation and key."""
    assert isinstance(record.data, Round)
    for party, delegation in record.data.delegations.items():
        for key, statement in delegation.items() if is_party(briefing, party) else ():
            yield from ((party, key, id_) for id_, _ in placed(statement))


def placed(statement: Statement) -> Iterator[tuple[str, Path]]:
    """The persons that a statement or its positions are about, with their paths in it."""
    for path, content in statement.contents():
        for at, id_ in enumerate(content.people):
            yield id_, (*path, "people", at)
        if content.person:
            yield content.person, (*path, "person")


def heads(briefing: Briefing, record: Record) -> Iterator[Delegate]:
    """Who heads a side in a round, and is known to act for another."""
    assert isinstance(record.data, Round)
    for party, lead in record.data.leads.items() if not record.may_have(("leads",)) else ():
        for id_, path in placed(lead) if is_party(briefing, party) else ():
            side = side_of(briefing, id_)
            # Where nothing can be read of the own side's head, that line may be lost.
            if side and side != party and not record.may_have(("leads", side)):
                span = record.places.value(("leads", party, *path))
                yield Delegate(id_, briefing.name(id_), side, party, record.id, span)


def heading(found: list[Delegate]) -> Diagnostic:
    """The heads of a side, or of two, who act for another in the delegations."""
    first, *more = found
    return Doubt(
        code="delegate-of-other",
        message=f"{first.name} acts for `{first.side}`, and heads the side of `{first.party}`",
        span=first.span,
        severity=Severity.WARNING,
        labels=tuple(Label(one.span, "who does so too") for one in more),
        help=f"name who headed it, or put it below `{first.side}:`, a line that may be lost above",
    )


def of_side(person: Record, found: list[Delegate]) -> Diagnostic:
    """Somebody who is said to act for one side, and stands in the delegations of another."""
    first = found[0]
    return Diagnostic(
        code="delegate-of-other",
        message=f"{first.name} acts for `{first.side}`, and stands in {len(found)} delegations of "
        f"`{first.party}`",
        span=person.places.value(("party",)),
        severity=Severity.WARNING,
        labels=tuple(Label(one.span, "here") for one in found),
        help=f"write `party: {first.party}`, or put the person below `{first.side}:` in each round",
    )


def misplaced(found: list[Delegate]) -> Diagnostic:
    """Delegates of one delegation who act for another side."""
    first, *more = found
    return Diagnostic(
        code="delegate-of-other",
        message=f"{first.name} acts for `{first.side}`, and stands in the delegation of "
        f"`{first.party}`",
        span=first.span,
        severity=Severity.WARNING,
        labels=(
            *(Label(one.span, "who does so too") for one in more),
            *((Label(first.own, "the delegation of its own side"),) if first.own else ()),
        ),
        help=f"put it below `{first.side}:`, a line that may be lost above, or mend the person's "
        "`party`",
    )
