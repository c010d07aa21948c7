"""`read-before-printed`: nobody reads, rejects or lowers what is not printed yet (a warning).

A witness may be added later to what was read: what counts is the first that each answer has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing, Located
from generator.model.dates import PartialDate, in_words, on_day
from generator.model.record import Path, Record
from generator.rules.doubts import Doubt
from generator.rules.publication import dated_sources, published_at, published_of
from generator.rules.witness_before_fact import told_sources
from generator.source import Span

Answers = list[tuple[str, ...]]
Judged = tuple[Path, PartialDate, Answers]


@dataclass(frozen=True)
class Read:
    """A day on which we judged what one source had to print before, with its place."""

    on: PartialDate
    span: Span
    source: Record


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Judgements made before what they judge was published, told together for one source."""
    briefing = dossier.briefing.as_read
    by_source: dict[str, list[Read]] = defaultdict(list)
    for located in briefing.statements.values():
        for one in judgements(briefing, located):
            if one.on.last < published_of(one.source).first:
                by_source[one.source.id].append(one)
    early = told_sources(briefing) if by_source else set()
    for id_, several in by_source.items():
        if id_ not in early:
            yield too_early(several)


def judgements(briefing: Briefing, located: Located) -> Iterator[Read]:
    """What is judged in a statement, with the source that was the last to print an answer."""
    if located.record.id in briefing.unreadable:
        return
    for path, on, answers in judged(located):
        first = [earliest(found) for one in answers if (found := dated_sources(briefing, one))]
        if first:
            last = max(first, key=lambda source: published_of(source).first)
            yield Read(on, located.span(*path, "on"), last)


def earliest(sources: Iterable[Record]) -> Record:
    """The source that was published first, as far as is known."""
    return min(sources, key=lambda source: published_of(source).first)


def judged(located: Located) -> Iterator[Judged]:
    """The judgements upon a statement and its positions, with the witnesses of each answer."""
    statement = located.statement
    own, positions = statement.witnesses, statement.positions
    for key, position in positions.items():
        if position.rejected:
            path = ("positions", key, "rejected")
            yield path, position.rejected.on, [position.witnesses or own]
    if statement.lowered:
        yield ("lowered",), statement.lowered.on, [statement.named]
    if statement.reading:
        standing = [one.witnesses or own for one in positions.values() if not one.rejected]
        yield ("reading",), statement.reading.on, standing or [own]


def too_early(found: list[Read]) -> Diagnostic:
    """Days before what they judge was published: where many are, it is that day which is wrong."""
    first, *others = found
    published = Label(published_at(first.source), "published")
    judged = tuple(Label(one.span, "judged on this day") for one in found)
    return Doubt(
        code="read-before-printed",
        message=f"judged on {in_words(first.on)}, and `{first.source.id}`, which prints it, was "
        f"published {on_day(published_of(first.source))}",
        span=published.span if others else first.span,
        severity=Severity.WARNING,
        labels=judged if others else (published,),
        help="one of the days is wrong, or it was judged anew: write the day of that",
    )
