"""`act-of-other`: a side suspends, extends or ends what is its own, and nothing of another's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing, Located
from generator.model.body import Body
from generator.model.measure import Measure
from generator.model.party import Party
from generator.rules.likeliest import by_place
from generator.rules.said import Said, said
from generator.source import Span


@dataclass(frozen=True)
class Side:
    """Whose an act, a part or a measure is, and the places that say so: the nearest first."""

    parties: frozenset[str] = frozenset()
    places: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Conflict:
    """An act of one side upon what is another's, and where the act says what it acts upon."""

    own: Side
    others: Side
    target: str
    span: Span

    @property
    def places(self) -> tuple[Span, ...]:
        """Where one of the two sides is written, that of the act first."""
        return (*self.own.places, *self.others.places)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts of one side upon another's, told once where the side is written that most hang on."""
    for place, found in by_place(conflicts(dossier.briefing.as_read)):
        yield of_other(found, place)


def conflicts(briefing: Briefing) -> Iterator[Conflict]:
    """Each such act, by what it acts upon."""
    for part in said(briefing):
        own = side_of_act(part) if part.content.does else Side()
        for at, id_ in enumerate(part.content.target) if own.parties else ():
            others = side_of(briefing, id_)
            if others.parties and own.parties.isdisjoint(others.parties):
                path = (*part.located.path, *part.path, "target", at)
                yield Conflict(own, others, id_, part.located.record.places.value(path))


def side_of_act(part: Said) -> Side:
    """Whose part an act is: as it says, else the side of those who issued its measure."""
    if part.content.party:
        return side_as_written(part.briefing, part.content.party, part.span("party"))
    if part.may_have("party"):
        return Side()
    return side_of_measure(part.briefing, part.located.record.id)


def side_of(briefing: Briefing, id_: str) -> Side:
    """Whose an act, a part or a measure is, where it is known."""
    located = briefing.statements.get(id_)
    if located and located.statement.party:
        span = located.span("party")
        return side_as_written(briefing, located.statement.party, span)
    return side_of_measure(briefing, record_of(located, id_))


def record_of(located: Located | None, id_: str) -> str:
    """The record of a statement, else the id itself."""
    return located.record.id if located else id_


def side_as_written(briefing: Briefing, party: str, span: Span) -> Side:
    """A side that is written; of an id of nothing another rule tells."""
    return Side(frozenset([party]), (span,)) if is_party(briefing, party) else Side()


def side_of_measure(briefing: Briefing, id_: str) -> Side:
    """The side of those who issued a measure: none where one of them is not known."""
    record = briefing.records.get(id_)
    issuers = record.data.issuer if record and isinstance(record.data, Measure) else ()
    each = [side_of_issuer(briefing, issuer) for issuer in issuers]
    if record is None or not each or not all(one.parties for one in each):
        return Side()
    issued = record.places.value(("issuer",))
    places = tuple(place for one in each for place in one.places)
    return Side(frozenset(party for one in each for party in one.parties), (issued, *places))


def side_of_issuer(briefing: Briefing, id_: str) -> Side:
    """The side that a body is of, or the party itself."""
    record = briefing.records.get(id_)
    if record and isinstance(record.data, Body):
        is_known = all(is_party(briefing, one) for one in record.data.of)
        place = record.places.value(("of",))
        return Side(frozenset(record.data.of), (place,)) if is_known else Side()
    return Side(frozenset([id_])) if is_party(briefing, id_) else Side()


def is_party(briefing: Briefing, id_: str) -> bool:
    """Whether there is such a party."""
    return id_ in briefing.records and isinstance(briefing.records[id_].data, Party)


def of_other(found: list[Conflict], place: Span) -> Diagnostic:
    """Acts upon what is not their side's to act upon, by the side that is most likely wrong."""
    first, *more = found
    ours, theirs = (
        ", ".join(f"`{one}`" for one in sorted(side.parties)) for side in (first.own, first.others)
    )
    also = f", and {len(more)} more such" if more else ""
    return Diagnostic(
        code="act-of-other",
        message=f"an act of {ours} upon `{first.target}`, which is of {theirs}{also}",
        span=place,
        severity=Severity.WARNING,
        labels=tuple(Label(one.span, "upon this") for one in found),
        help="mend the side or the target: a side suspends, extends or ends what is its own",
    )
