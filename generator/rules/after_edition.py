"""`after-edition`: what came after the edition's day is not shown, and whoever wrote it sees so."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.dates import PartialDate, in_words
from generator.model.source import Source
from generator.rules.publication import is_unread
from generator.source import Span

Dated = tuple[str, PartialDate, Span]
# Where more is later than the edition, it is the day of the edition that is wrong.
MANY = 20
# A source that is read so many years later was most likely read in another year.
YEARS = 5


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Publications after the day of the edition, and what is told from a day after it."""
    briefing = dossier.briefing.as_read
    edition = briefing.edition.as_of
    found = late(briefing)
    if len(found) > MANY:
        yield too_early(briefing, found)
        return
    yield from (too_late(briefing, *one) for one in found)
    if is_covered(briefing) and briefing.edition.coverage_end.last > edition.last:
        yield uncovered(briefing)
    yield from (far_off(briefing, *one) for one in retrieved(briefing))


def is_too_early(briefing: Briefing) -> bool:
    """Whether the day of the edition is told to be wrong: no other is held against it."""
    return len(late(briefing)) > MANY


def late(briefing: Briefing) -> list[Dated]:
    """What is dated later than the edition."""
    last = briefing.edition.as_of.last
    return [one for one in dated(briefing) if not one[1].is_unknown and one[1].last > last]


def is_covered(briefing: Briefing) -> bool:
    """Whether a last day is written: where it cannot be read, one far off stands in."""
    written = briefing.edition_places.values.get(("coverage_end",))
    return written is not None and briefing.edition.coverage_end.text in written.text


def dated(briefing: Briefing) -> Iterator[Dated]:
    """What counts from a day on, record by record."""
    for record in briefing.records.values():
        if isinstance(record.data, Source) and is_told_by(record.data):
            span = record.places.value(("published",))
            yield f"the publication of `{record.id}`", record.data.published, span
        for path, model in record.models:
            if isinstance(on := getattr(model, "on", None), PartialDate):
                span = record.places.value((*path, "on"))
                yield f"the day of `{path[-1] if path else record.id}`", on, span


def retrieved(briefing: Briefing) -> Iterator[tuple[PartialDate, Span]]:
    """Days on which sources were read, years after the day of the edition."""
    last = briefing.edition.as_of.last.year + YEARS
    for record in briefing.of_kind("source"):
        assert isinstance(record.data, Source)
        if last < record.data.retrieved.first.year:
            yield record.data.retrieved, record.places.value(("retrieved",))


def is_told_by(source: Source) -> bool:
    """Whether a source bears something out, and was published before somebody read it."""
    return bool(source.keys) and not is_unread(source)


def too_early(briefing: Briefing, late: list[Dated]) -> Diagnostic:
    """A day of the edition that is before what most of it rests on."""
    last, span = max(((day, span) for _, day, span in late), key=lambda one: one[0].last)
    return Diagnostic(
        code="after-edition",
        message=f"the day of the edition, {in_words(briefing.edition.as_of)}, is before "
        f"{len(late)} publications and readings, which readers do not see",
        span=briefing.edition_places.value(("as_of",)),
        severity=Severity.WARNING,
        labels=(Label(span, f"the last of them, {in_words(last)}"),),
        help="write the day up to which it tells what is known, most likely the last of these",
    )


def too_late(briefing: Briefing, what: str, day: PartialDate, span: Span) -> Diagnostic:
    """A day of which this edition does not know yet."""
    edition = briefing.edition.as_of
    is_after = "is" if day.first > edition.last else "may be"
    return Diagnostic(
        code="after-edition",
        message=f"{what}, {in_words(day)}, {is_after} after the day of the edition, "
        f"{in_words(edition)}: readers do not see it yet",
        span=span,
        severity=Severity.WARNING,
        labels=(Label(briefing.edition_places.value(("as_of",)), "the day of the edition"),),
        help="it shows once `as_of` in content/briefing.yaml is that day or a later one",
    )


def uncovered(briefing: Briefing) -> Diagnostic:
    """An edition that would claim what is still to come."""
    places, covered = briefing.edition_places, briefing.edition.coverage_end
    return Diagnostic(
        code="after-edition",
        message=f"the last day of which anything is claimed, {in_words(covered)}, is after the day "
        f"of the edition, {in_words(briefing.edition.as_of)}",
        span=places.value(("coverage_end",)),
        severity=Severity.WARNING,
        labels=(Label(places.value(("as_of",)), "the day of the edition"),),
        help="write the day of the edition, or one before it",
    )


def far_off(briefing: Briefing, day: PartialDate, span: Span) -> Diagnostic:
    """A day that is most likely of another year."""
    return Diagnostic(
        code="after-edition",
        message=f"{in_words(day)} is more than {YEARS} years after the day of the edition",
        span=span,
        severity=Severity.WARNING,
        labels=(Label(briefing.edition_places.value(("as_of",)), "the day of the edition"),),
        help="write the day on which the source was read",
    )
