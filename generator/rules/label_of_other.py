"""`label-of-other`: what a label names is what its statement is of (a warning).

A part is called by its own side, a round's statements by its own place, a person's by the own name.
Refuses labels that name both, and those of statements that name the other one themselves.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.person import Person
from generator.model.record import Path, Record
from generator.model.round import Round
from generator.model.statement import PROMISE, Statement
from generator.rules.act_of_other import is_party, side_of
from generator.rules.doubts import Pair
from generator.rules.name_of_other_side import any_of, sides_by_name

Bearers = Mapping[str, set[str]]
# What is said to be a side's without an apostrophe.
OWNED = r"(?:part|pause|side|promise|undertaking)"
HELD = r"(?:talks|round|meeting|summit)"
# How a label looks back at another round, or tells of two persons.
LOOKS_BACK = re.compile(r"\b(?:since|as|after|before|than|unlike|like|those|made|agreed)\b")
MEETS = re.compile(r"\b(?:he|she|met|meets|with|told|called|and)\b")
# What a side does, and not what is its own: `the US lifts`, and not `US firms are`.
DOES = r"(?= (?:will|shall|is|has|\w+s)\b(?! (?:are|were|and|of|from|in)\b))"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statements that are called by the side, place or name of another."""
    briefing = dossier.briefing.as_read
    called = {kind: bearers(briefing, kind) for kind in ("round", "person")}
    for record in briefing.records.values():
        for path, statement in record.statements.values():
            yield from of_other_side(briefing, record, path, statement)
        if record.kind in called and record.id not in briefing.unreadable:
            yield from of_another(record, called[record.kind])


def bearers(briefing: Briefing, kind: str) -> Bearers:
    """The rounds by where they were held, or the persons by their whole names."""
    found: dict[str, set[str]] = defaultdict(set)
    for record in briefing.of_kind(kind):
        for name in own_names(record):
            found[name].add(record.id)
    return found


def own_names(record: Record) -> Iterator[str]:
    """Where a round was held, the house and the town; what a person is called."""
    data = record.data
    if isinstance(data, Round) and data.place:
        yield from (part for text in data.place.texts.values() for part in text.split(", "))
    if isinstance(data, Person):
        yield from (name for name in data.names if " " in name)


def of_another(record: Record, called: Bearers) -> Iterator[Diagnostic]:
    """The labels of a record that name another one's place or person, told as one."""
    known = any_of(called)
    of_round = rf"\b(?:in|at) ({known})(?!\w)|(?<!\w)({known})(?= {HELD}\b)"
    pattern = of_round if record.kind == "round" else rf"(?<!\w)({known})(?!\w)"
    of_two = LOOKS_BACK if record.kind == "round" else MEETS
    found: list[tuple[Path, str]] = []
    for path, statement in record.statements.values() if any(own_names(record)) else ():
        label = statement.label or ""
        names = [one[one.lastindex or 0] for one in re.finditer(pattern, label)]
        ids = {id_ for name in names for id_ in called[name]}
        is_own = of_two.search(label) or any(name in label for name in own_names(record))
        if names and not is_own and ids.isdisjoint(mentioned(record, statement)):
            found.append(((*path, "label"), names[0]))
    if found:
        yield another(record, found)


def mentioned(record: Record, statement: Statement) -> set[str]:
    """The records that a statement or its record names, whose place or name a label may have."""
    models = (record.data, *(content for _, content in statement.contents()))
    given = (getattr(one, key, None) or () for one in models for key in one.REFERS)
    ids = (id_ for one in given for id_ in ((one,) if isinstance(one, str) else one))
    return {record.id, *(id_.partition(".")[0] for id_ in ids)}


def another(record: Record, found: list[tuple[Path, str]]) -> Diagnostic:
    """Labels with the place or name of another record."""
    first, *others = (record.places.value(path) for path, _ in found)
    key = "place" if record.kind == "round" else "name"
    return Pair(
        code="label-of-other",
        message=f"the label names `{found[0][1]}`, and the `{key}` here is "
        f"`{next(own_names(record))}`",
        span=first,
        severity=Severity.WARNING,
        labels=(
            *(Label(one, "so does this one") for one in others),
            Label(record.places.value((key,)), f"the `{key}`"),
        ),
        help="mend the label; what another one is named for belongs in `about`, `compare` or `see`",
    )


def of_other_side(
    briefing: Briefing, record: Record, path: Path, statement: Statement
) -> Iterator[Diagnostic]:
    """A part that is called one side's, or begins with its name, and is written as another's."""
    party = statement.party
    if not party or not is_party(briefing, party):
        return
    begun = {
        key: side
        for key, pattern in patterns(briefing, statement).items()
        if (side := side_of_text(briefing, getattr(statement, key) or "", pattern))
    }
    # One by itself may name the other side for what is done to it.
    is_both = len(begun) > 1 and len(set(begun.values())) == 1
    alone = {key for key in begun if len(sides_in(briefing, getattr(statement, key))) == 1}
    sides = {key: side for key, side in begun.items() if is_both or key in alone}
    odd = [key for key, side in sides.items() if side != party]
    # What acts upon a side's own is that side's act, whoever has the good of it.
    if odd and not is_upon_own(briefing, statement):
        # Where the label has the side that is written, the sentence is another one's.
        key = "party" if len(odd) == len(sides) else odd[0]
        yield other_side(record, path, [key, *odd, "party"], sides[odd[0]])


def is_upon_own(briefing: Briefing, statement: Statement) -> bool:
    """Whether an act acts upon what is of the side that it is written as."""
    return any(statement.party in side_of(briefing, id_).parties for id_ in statement.target)


def patterns(briefing: Briefing, statement: Statement) -> dict[str, str]:
    """How a label, and the sentence of a promise, begin with the name of whose part it is."""
    known = any_of(sides_by_name(briefing))
    label = rf"(?:[Tt]he )?({known})(?:['\u2019]s?(?!\w)| {OWNED}\b)"
    says = {"says": rf"(?:[Tt]he )?({known}){DOES}"} if statement.does == PROMISE else {}
    return {"label": label, **says}


def side_of_text(briefing: Briefing, text: str, pattern: str) -> str:
    """The side that a text begins with; empty for none."""
    found = re.match(pattern, text)
    return sides_by_name(briefing)[found[1]] if found else ""


def sides_in(briefing: Briefing, text: str) -> set[str]:
    """The sides that a text names."""
    called = sides_by_name(briefing)
    return {called[one] for one in re.findall(rf"(?<!\w)({any_of(called)})(?!\w)", text)}


def other_side(record: Record, path: Path, keys: list[str], side: str) -> Diagnostic:
    """A side that is not the one that the label or the sentence begins with."""
    span, *others = dict.fromkeys(record.places.value((*path, key)) for key in keys)
    party = record.places.value((*path, "party")).text
    return Pair(
        code="label-of-other",
        message=f"`party: {party}`, and what it is called or says begins with the name of `{side}`",
        span=span,
        severity=Severity.WARNING,
        labels=tuple(Label(one, "held against this") for one in others),
        help="mend the one that is wrong",
    )
