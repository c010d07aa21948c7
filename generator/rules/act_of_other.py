"""`act-of-other`: a side suspends, extends or ends what is its own, and nothing of another's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.link import Briefing
from generator.model.body import Body
from generator.model.measure import Measure
from generator.rules.said import Said, said


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts of one side upon the measures and acts of another."""
    briefing = dossier.briefing.as_read
    for part in said(briefing):
        own = side_of_act(part) if part.content.does else frozenset()
        for id_ in part.content.target if own else ():
            others = side_of(briefing, id_)
            if others and own.isdisjoint(others):
                yield of_other(part, own, id_, others)


def side_of_act(part: Said) -> frozenset[str]:
    """Whose part an act is: as it says, else the side of those who issued its measure."""
    if part.content.party or part.may_have("party"):
        return frozenset(filter(None, [part.content.party]))
    return side_of(part.briefing, part.located.record.id)


def side_of(briefing: Briefing, id_: str) -> frozenset[str]:
    """Whose an act, a part or a measure is, where it is known; empty where it is not."""
    located = briefing.statements.get(id_)
    if located and located.statement.party:
        return frozenset([located.statement.party])
    record = located.record if located else briefing.records.get(id_)
    issuers = record.data.issuer if record and isinstance(record.data, Measure) else ()
    return frozenset(side for id_ in issuers for side in side_of_issuer(briefing, id_))


def side_of_issuer(briefing: Briefing, id_: str) -> tuple[str, ...]:
    """The side that a body is of, or the party itself."""
    record = briefing.records.get(id_)
    if record and isinstance(record.data, Body):
        return record.data.of
    return (id_,) if record else ()


def of_other(part: Said, own: Iterable[str], id_: str, others: Iterable[str]) -> Diagnostic:
    """An act upon what is not its side's to act upon."""
    ours, theirs = (", ".join(f"`{one}`" for one in sorted(each)) for each in (own, others))
    key = "party" if part.content.party else "target"
    return Diagnostic(
        code="act-of-other",
        message=f"an act of {ours} upon `{id_}`, which is of {theirs}",
        span=part.span(key),
        severity=Severity.WARNING,
        help="mend `party` or `target`: a side suspends, extends or ends what is its own",
    )
