"""`party-differs`: who acts for a side holds no office of the other (a warning).

Where several persons of one body differ from it, it is the body that is wrong. Nor is a body of one
side a part of one of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.body import Body
from generator.model.person import Person
from generator.model.record import Record
from generator.rules.act_of_other import conflicts
from generator.rules.delegate_of_other import delegates
from generator.rules.doubts import Doubt, Pair
from generator.source import Span


@dataclass(frozen=True)
class Holder:
    """A person of one side all of whose offices are another's, and the body of the first."""

    person: Record
    party: str
    body: Record
    office: Span

    @property
    def span(self) -> Span:
        """The place of the person's side."""
        return self.person.places.value(("party",))

    @property
    def of_span(self) -> Span:
        """The place of the body's side."""
        return self.body.places.value(("of",))


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Persons whose side none of the bodies is of in which they hold an office."""
    briefing = dossier.briefing.as_read
    each = list(delegates(briefing))
    # Of whoever stands among the delegates of another side it is told there.
    told = {one.id for one in each if one.side != one.party}
    at_home = {one.id for one in each} - told
    by_body: dict[str, list[Holder]] = defaultdict(list)
    for record in briefing.of_kind("person"):
        if record.id not in told and (one := holder(briefing, record)):
            by_body[one.body.id].append(one)
    parts = list(lodged(briefing))
    found = conflicts(briefing) if by_body or parts else ()
    of_acts = {place for one in found for place in one.places}
    for several in by_body.values():
        # Of a body whose acts are upon what is another's it is told there.
        if several[0].of_span in of_acts:
            continue
        if len(several) > 1:
            yield of_other(several)
        else:
            yield differs(several[0], several[0].person.id in at_home)
    for pair in parts:
        if of_acts.isdisjoint(one.places.value(("of",)) for one in pair):
            yield of_other_house(*pair)


def lodged(briefing: Briefing) -> Iterator[tuple[Record, Record]]:
    """The bodies that are of none of the sides of their house, and the house of each."""
    sides = set(briefing.edition.parties)
    for record in briefing.of_kind("body"):
        assert isinstance(record.data, Body)
        house = briefing.records.get(record.data.house or "")
        if house and isinstance(house.data, Body):
            own, others = set(record.data.of), set(house.data.of)
            if own and others and own.isdisjoint(others) and own | others <= sides:
                yield record, house


def of_other_house(body: Record, house: Record) -> Diagnostic:
    """A body of one side that is a part of another one's."""
    return Pair(
        code="party-differs",
        message=f"`{body.id}` is of {sides_of(body)}, and its house `{house.id}` of "
        f"{sides_of(house)}",
        span=body.places.value(("house",)),
        severity=Severity.WARNING,
        labels=(
            Label(body.places.value(("of",)), "its side"),
            Label(house.places.value(("of",)), "that of the house"),
        ),
        help="mend the one that is wrong: the `house`, or the side of one of the two",
    )


def holder(briefing: Briefing, record: Record) -> Holder | None:
    """A person of one side all of whose offices are of others; None where some may not be."""
    assert isinstance(record.data, Person)
    party, sides = record.data.party, set(briefing.edition.parties)
    offices = bodies(briefing, record)
    of = [set(body.data.of) for body, _ in offices if isinstance(body.data, Body)]
    if party not in sides or not offices or record.id in briefing.unreadable:
        return None
    is_other = all(one <= sides and party not in one for one in of)
    return Holder(record, party, *offices[0]) if is_other else None


def bodies(briefing: Briefing, record: Record) -> list[tuple[Record, Span]]:
    """The bodies of a person's offices that are of a side.

    None where one is not known, or an office has ended.
    """
    assert isinstance(record.data, Person)
    found = []
    for key, office in record.data.offices.items():
        # Whoever has left an office may act for another side now.
        if office.until or office.through:
            return []
        body = briefing.records.get(office.body or "")
        if not body or not isinstance(body.data, Body) or body.id in briefing.unreadable:
            return []
        if body.data.of:
            found.append((body, record.places.value(("offices", key, "body"))))
    return found


def differs(one: Holder, is_at_home: bool) -> Diagnostic:
    """A person with an office of another side: the body is wrong where rounds have the person."""
    here, there = (one.office, one.span) if is_at_home else (one.span, one.office)
    return Doubt(
        code="party-differs",
        message=f"`{one.person.id}` acts for `{one.party}`, and `{one.body.id}` is of "
        f"{sides_of(one.body)}",
        span=here,
        severity=Severity.WARNING,
        labels=(
            Label(there, "the side" if is_at_home else "the office"),
            Label(one.of_span, "of whom the body is"),
        ),
        help="mend the person's `party`, the `body` of the office, or its `of`",
    )


def of_other(found: list[Holder]) -> Diagnostic:
    """A body of one side in which several persons of another hold their offices."""
    body = found[0].body
    return Doubt(
        code="party-differs",
        message=f"`{body.id}` is of {sides_of(body)}, and {len(found)} persons of another side "
        "hold an office in it",
        span=found[0].of_span,
        severity=Severity.WARNING,
        labels=tuple(Label(one.span, f"the side of `{one.person.id}`") for one in found),
        help=f"write `of: {found[0].party}`, or mend the persons",
    )


def sides_of(body: Record) -> str:
    """The sides that a body belongs to."""
    assert isinstance(body.data, Body)
    return ", ".join(f"`{one}`" for one in body.data.of)
