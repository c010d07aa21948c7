"""`day-far-off`: a day decades after the edition, or centuries before it, has other digits."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.model.dates import PartialDate, in_words
from generator.rules.after_edition import is_too_early
from generator.rules.doubts import Doubt
from generator.rules.publication import published_at, published_of
from generator.rules.said import Said, said
from generator.source import Span

# Nothing is set for so many years ahead, and nothing told of goes back so many.
AHEAD, BACK = 20, 200
KEYS = ("from", "until", "through")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Days that are far off, unless a quotation has the year; so too of publications."""
    year = dossier.as_of.year
    if is_too_early(dossier.briefing.as_read):
        return
    for part in said(dossier.briefing.as_read):
        for day, span in days(part):
            if is_far(day, year) and not is_quoted(part, day):
                yield far_off(day, span, year)
    for record in dossier.briefing.as_read.of_kind("source"):
        published = published_of(record)
        # One that is to come is told with the day on which it was read.
        if not published.is_unknown and published.last.year < year - BACK:
            yield far_off(published, published_at(record), year)


def days(part: Said) -> Iterator[tuple[PartialDate, Span]]:
    """The days that something says, each with its place."""
    value = part.content.value
    if value and value.date:
        yield value.date, part.span("value")
    for key in KEYS:
        if day := getattr(part.content, "from_" if key == "from" else key):
            yield day, part.span(key)


def is_far(day: PartialDate, year: int) -> bool:
    """Whether a day is beyond all that a briefing of a year tells of."""
    return day.first.year > year + AHEAD or day.last.year < year - BACK


def is_quoted(part: Said, day: PartialDate) -> bool:
    """Whether one of its quotations has the year."""
    years = {f"{day.first.year:04}", f"{day.last.year:04}"}
    texts = [text for quoted in part.quoted for text in quoted.texts]
    return any(one in text for one in years for text in texts)


def far_off(day: PartialDate, span: Span, year: int) -> Diagnostic:
    """A day that nobody can have meant."""
    ahead = day.first.year - year
    far = f"{ahead} years after" if ahead > 0 else f"{year - day.last.year} years before"
    return Doubt(
        code="day-far-off",
        message=f"{in_words(day)} is {far} the edition",
        span=span,
        severity=Severity.WARNING,
        help="look at its digits; a year that is meant stands in a quotation",
    )
