"""`retracted-in-use`: whoever retracts a source sees what rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.counting import counted
from generator.derive import Dossier, derive
from generator.derive.dossier import Status
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Located, witness_parts
from generator.model.dates import PartialDate
from generator.model.record import Record
from generator.model.source import Source
from generator.rules import point_rests
from generator.rules.said import Said, parts
from generator.rules.since.change import Change
from generator.rules.unprinted import begins


def check(change: Change) -> Iterator[Diagnostic]:
    """Sources that are retracted now and were not, with statements that still name them."""
    before, after = change.before, change.after
    for record in after.briefing.of_kind("source"):
        was = change.record(record)
        stood = was is not None and isinstance(was.data, Source) and not was.data.retracted
        if stood and isinstance(record.data, Source) and record.data.retracted:
            found = _resting(after, record.id)
            resting = tuple(sorted(found, key=lambda one: begins(one.key_span())))
            if resting:
                then = by_then(after, record.data.retracted.on)
                told = in_use(then, record, resting, frozenset(map(change.led, disputed(before))))
                # Until the edition is of that day, nothing has lost its ground.
                yield told if then is after else to_come(told, record)


def to_come(told: Diagnostic, record: Record) -> Diagnostic:
    """A source that falls on a day after that of the edition, where that is seen."""
    day = Label(record.places.value(("retracted", "on")), "not before this day, after the edition")
    return replace(told, severity=Severity.WARNING, labels=(*told.labels, day))


def by_then(after: Dossier, day: PartialDate) -> Dossier:
    """The briefing as an edition of the day from which a source is retracted, if that is later."""
    if day.is_unknown or day.first <= after.as_of:
        return after
    edition = after.briefing.edition.model_copy(update={"as_of": day, "coverage_end": day})
    return derive(replace(after.briefing, edition=edition), day.first)


def _resting(after: Dossier, source: str) -> Iterator[Located]:
    for located in after.briefing.statements.values():
        if any(source in grounds(part) for part in parts(after.briefing, located)):
            yield located


def grounds(part: Said) -> set[str]:
    """The sources that something rests on: those of its quotations, without any all it names."""
    named = [witness_parts(witness) for witness, _ in part.witnesses]
    return {source for source, key in named if key} or {source for source, _ in named}


def without_ground(after: Dossier, resting: Iterable[Located]) -> Iterator[Label]:
    """The key points and headlines of which a source took the ground, at what it took from them."""
    spans = {after.facts[id_].located.key_span() for id_ in fallen(after, resting)}
    for one in point_rests.by_text(after):
        if one.labels and spans.issuperset(label.span for label in one.labels):
            yield Label(one.span, one.message)


def fallen(after: Dossier, resting: Iterable[Located]) -> set[str]:
    """The statements that are retracted with a source, and those computed from them."""
    gone = {fact.id for fact in after.facts.values() if fact.status is Status.RETRACTED}
    found = {one.id for one in resting} & gone
    while more := {id_ for id_ in gone - found if found.intersection(inputs(after, id_))}:
        found |= more
    return found


def inputs(after: Dossier, id_: str) -> tuple[str, ...]:
    """What a statement is computed from."""
    computed = after.facts[id_].computed
    return computed.inputs if computed else ()


def disputed(dossier: Dossier) -> frozenset[str]:
    """The statements that are in dispute."""
    facts = dossier.facts.values()
    return frozenset(fact.id for fact in facts if fact.status is Status.DISPUTED)


def in_use(
    then: Dossier, record: Record, resting: tuple[Located, ...], were: frozenset[str]
) -> Diagnostic:
    """A source that falls, and what falls or weakens with it; texts that do are an error.

    `were` are the statements that were in dispute.
    """
    ended = were - disputed(then)
    alone, bare = fallen(then, resting), tuple(without_ground(then, resting))
    count = f"{counted(len(resting), 'statement')} rest{'s' if len(resting) == 1 else ''}"
    number = len({label.span.file.path for label in bare})
    texts = f", with {counted(number, 'text')} of the brief or of charts" if bare else ""
    return Diagnostic(
        code="retracted-in-use",
        message=f"`{record.id}` is retracted, and {count} on it{texts}",
        span=record.places.key(("retracted",)),
        severity=Severity.ERROR if bare else Severity.WARNING,
        labels=(
            *bare,
            *(Label(one.key_span(), "rests on it alone") for one in resting if one.id in alone),
            *(
                Label(
                    one.key_span(), "is disputed no more" if one.id in ended else "has others too"
                )
                for one in resting
                if one.id not in alone
            ),
        ),
        help="let what rests on it alone stand as retracted, or give it another witness"
        + ("; rewrite the texts, or take them out" if bare else ""),
    )
