"""`issuer-differs`: the acts of a measure are of the side that issued it (a warning)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.record import Record
from generator.model.statement import PROMISE
from generator.rules.act_of_other import Side, conflicts, is_party, side_of, side_of_measure
from generator.rules.doubts import Pair
from generator.rules.likeliest import by_place
from generator.rules.said import Said, said
from generator.source import Span


@dataclass(frozen=True)
class Act:
    """An act of one side in a measure that others issued, and whether its target is its own."""

    party: str
    span: Span
    issuers: Side
    is_at_home: bool

    @property
    def places(self) -> tuple[Span, ...]:
        """Where a side may be wrong: that of the act first, unless its target speaks for it."""
        issued, *bodies = self.issuers.places
        both = (issued, self.span) if self.is_at_home else (self.span, issued)
        return (*both, *bodies)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts of one side in another's measures, told once where most of them hang on one place."""
    briefing = dossier.briefing.as_read
    found = list(acts(briefing))
    # Of a side whose acts are upon what is another's it is told there.
    told = {place for one in conflicts(briefing) for place in one.places} if found else set()
    for place, several in by_place(one for one in found if told.isdisjoint(one.places)):
        yield differs(several, place)


def acts(briefing: Briefing) -> Iterator[Act]:
    """The acts of measures that name a side which none of the issuers is of."""
    for part in said(briefing):
        party, record = part.content.party, part.located.record
        if not party or not part.content.does or not is_measure(record):
            continue
        issuers = side_of_measure(briefing, record.id)
        # Beside its own acts a measure may tell what the other side promises.
        if part.content.does == PROMISE and has_own(part, issuers):
            continue
        if issuers.parties and party not in issuers.parties and is_party(briefing, party):
            yield Act(party, part.span("party"), issuers, is_own(part, party))


def is_measure(record: Record) -> bool:
    """Whether a record is a measure whose issuers are known."""
    return record.kind == "measure" and not record.may_have(("issuer",))


def has_own(part: Said, issuers: Side) -> bool:
    """Whether another act of the record is of the side that issued it."""
    held = (statement for _, statement in part.located.record.statements.values())
    return any(one.does and one.party in issuers.parties for one in held)


def is_own(part: Said, party: str) -> bool:
    """Whether an act acts upon what is of its side."""
    return any(party in side_of(part.briefing, id_).parties for id_ in part.content.target)


def differs(found: list[Act], place: Span) -> Diagnostic:
    """Acts of another side than that of the issuers, at the side that is most likely wrong."""
    first = found[0]
    issuers = ", ".join(f"`{one}`" for one in sorted(first.issuers.parties))
    spans = dict.fromkeys(span for one in found for span in (one.span, *one.issuers.places))
    return Pair(
        code="issuer-differs",
        message=f"an act of `{first.party}` in a measure that {issuers} issued",
        span=place,
        severity=Severity.WARNING,
        labels=tuple(Label(one, "a side") for one in spans if one != place),
        help="mend the side of the act, the `issuer`, or the side of the body",
    )
