"""`end-before-start`: nothing ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.dossier import Dossier
from generator.diagnostics import Diagnostic, Label
from generator.link import Briefing, Located
from generator.model.dates import PartialDate, in_words
from generator.source import Span

# Keys of one record that follow each other in time.
PAIRS = (
    ("date", "last-day"),
    ("granted", "expires"),
    ("announced", "ended"),
)
Dated = tuple[PartialDate, Span]


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Ends before their start, within a statement and between the statements of a record."""
    for located in dossier.briefing.statements.values():
        yield from _within(located)
    for record in dossier.briefing.records:
        for first, last in PAIRS:
            start = _dated(dossier.briefing, f"{record}.{first}")
            end = _dated(dossier.briefing, f"{record}.{last}")
            if start and end and end[0].last < start[0].first:
                yield backwards(start, end)


def _within(located: Located) -> Iterator[Diagnostic]:
    for path, content in located.statement.contents():
        start = content.from_ or located.statement.from_
        from_path = (*path, "from") if content.from_ else ("from",)
        for key, end in (("until", content.until), ("through", content.through)):
            # `until` is the first day on which it no longer holds: the same day is too early too.
            if start and end and (end.last < start.first or (key == "until" and end == start)):
                yield backwards((start, located.span(*from_path)), (end, located.span(*path, key)))


def _dated(briefing: Briefing, id_: str) -> Dated | None:
    located = briefing.statements.get(id_)
    value = located.statement.value if located else None
    return (value.date, located.span("value")) if located and value and value.date else None


def backwards(start: Dated, end: Dated) -> Diagnostic:
    """An end that comes first."""
    return Diagnostic(
        code="end-before-start",
        message=f"ends on {in_words(end[0])}, before it begins on {in_words(start[0])}",
        span=end[1],
        labels=(Label(start[1], "begins here"),),
        help="one of the two dates is wrong",
    )
