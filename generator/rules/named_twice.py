"""`named-twice`: a list names each thing once, and a delegation each person."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.fields import yaml_key
from generator.model.record import Path, Places, Record
from generator.model.round import Round
from generator.model.statement import Content
from generator.rules.delegate_of_other import members
from generator.rules.doubts import Doubt, Pair
from generator.source import Span

# What is done to a thing once.
ENDING = ("end", "lift", "replace")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Ids that a list or a delegation has a second time."""
    briefing = dossier.briefing.as_read
    for record in briefing.of_kind("round"):
        yield from delegates(briefing, record)
    yield from twice(briefing.edition_places, ("parties",), briefing.edition.parties)
    yield from ended(briefing)
    for record in briefing.records.values():
        for path, model in record.models:
            witnesses = ("witnesses",) if isinstance(model, Content) else ()
            for name in (*getattr(model, "REFERS", {}), *witnesses):
                given = getattr(model, name, None)
                if isinstance(given, tuple):
                    yield from twice(record.places, (*path, yaml_key(name)), given)


def delegates(briefing: Briefing, record: Record) -> Iterator[Diagnostic]:
    """Persons who stand in one delegation under two keys, at the second."""
    assert isinstance(record.data, Round)
    keys: dict[tuple[str, str, bool], str] = {}
    for party, key, id_ in members(briefing, record):
        # Who came may have been announced before.
        is_expected = record.data.delegations[party][key].attendance == "expected"
        first = keys.setdefault((party, id_, is_expected), key)
        if first != key:
            here, there = (
                record.places.value(("delegations", party, one, "person")) for one in (key, first)
            )
            yield again(f"`{id_}` stands in the delegation of `{party}` a second time", here, there)


def ended(briefing: Briefing) -> Iterator[Diagnostic]:
    """What two acts of one record end or lift, at the second: it can be done once."""
    for record in briefing.records.values():
        first: dict[tuple[str, str], Path] = {}
        for path, act in record.statements.values():
            for id_ in act.target if act.does in ENDING else ():
                known = first.setdefault((str(act.does), id_), path)
                if known != path:
                    yield ended_again(record, f"`{id_}`, to `{act.does}` it", path, known)


def ended_again(record: Record, what: str, path: Path, first: Path) -> Diagnostic:
    """A second act that ends what the first has ended."""
    here, there = (record.places.value((*one, "target")) for one in (path, first))
    return Pair(
        code="named-twice",
        message=f"a second act upon {what}",
        span=here,
        severity=Severity.WARNING,
        labels=(Label(there, "first here"),),
        help="name what each of the two acts upon",
    )


def twice(places: Places, path: Path, given: tuple[str, ...]) -> Iterator[Diagnostic]:
    """What stands in a list more than once, at its second place."""
    for at, id_ in enumerate(given):
        first, span = given.index(id_), places.value((*path, at))
        # What a comma has torn in two is told as one.
        is_torn = span.file.text[: span.start].endswith(",")
        # Nor is what a second list has that was joined to the first.
        is_joined = span.start >= places.value(path).end
        if id_ and first < at and not (is_torn or is_joined):
            first_span = places.value((*path, first))
            yield again(f"`{id_}` stands in `{path[-1]}` a second time", span, first_span)


def again(message: str, span: Span, first: Span) -> Diagnostic:
    """What is named where it has been named before."""
    return Doubt(
        code="named-twice",
        message=message,
        span=span,
        severity=Severity.WARNING,
        labels=(Label(first, "first here"),),
        help="take one out, or write what was meant",
    )
